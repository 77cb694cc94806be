"""A style once accepted is the register's: a setting in the log, which later analyses and earlier fixes follow."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from tikissa.model.decision import Decision, FixItem, SettingItem, Verdict
from tikissa.model.proposal import Fix
from tikissa.review.bulk import of_kind
from tikissa.review.proposal_tables import Chosen, FixTable
from tikissa.review.settled import EITHER
from tikissa.text.date_styles import FINNISH, PADDED, style_of_day
from tikissa.text.phones import style_of

PHONE = "phone_style"
DATE = "date_style."
"""Days are written column by column: the column's name follows."""

_DECLINED = ".declined"
"""Follows the name of a style that was declined: it is proposed again, so that what was answered is known again."""

_STYLE_OF: Mapping[str, Callable[[str], str | None]] = {"phone.format": style_of, "date.format": style_of_day}
"""The kinds of fixes that write all values of a kind in one style."""


def style_settings(fixes: Sequence[Fix] | Sequence[FixItem], verdict: Verdict) -> Iterator[SettingItem]:
    """Yield the settings that a verdict on fixes leaves behind; none where it was put off."""
    if verdict is not Verdict.LATER:
        end = _DECLINED if verdict is Verdict.DECLINED else ""
        yield from (SettingItem(name + end, style) for name, style in _styles(_styled(fixes)).items())


def accepted_styles(said: Mapping[str, str], columns: Iterable[str]) -> tuple[str | None, dict[str, str]]:
    """Return the style of phones and those of days by column, as settings say: accepted, else declined ones."""
    days = {column: style for column in columns if (style := _said(said, DATE + column)) is not None}
    return _said(said, PHONE), days


def column_of(setting: str) -> str | None:
    """Return the column that a setting is about, None for other settings."""
    begin = next((begin for begin in (DATE, EITHER) if setting.startswith(begin)), None)
    return None if begin is None else setting.removeprefix(begin).removesuffix(_DECLINED)


def renamed(setting: SettingItem, column: str) -> SettingItem:
    """Return a setting on a column as one on the column that is in its place now."""
    begin = EITHER if setting.name.startswith(EITHER) else DATE
    return replace(setting, name=begin + column + (_DECLINED if setting.name.endswith(_DECLINED) else ""))


def setting_of(item: Fix | FixItem) -> str | None:
    """Return the name of the setting that a fix follows, None for one that changes more than a style."""
    if item.reason.code == "phone.format":
        return PHONE
    return DATE + item.changes[0].column if item.reason.code == "date.format" and item.changes else None


def accepted_in(decision: Decision) -> Mapping[str, str]:
    """Return the styles a decision was accepted in, by the names of the settings."""
    if decision.verdict not in (Verdict.ACCEPTED, Verdict.EDITED):
        return {}
    said = {item.name: item.value for item in of_kind(decision.items, SettingItem)}
    return {name: style for name, style in said.items() if name == PHONE or name.startswith(DATE)}


def _said(said: Mapping[str, str], name: str) -> str | None:
    return said.get(name, said.get(name + _DECLINED))


def _styled(fixes: Sequence[Fix] | Sequence[FixItem]) -> Iterator[Fix | FixItem]:
    """Yield the fixes that may tell a style; of phones only up to the first that does."""
    if isinstance(fixes, Chosen) and isinstance(fixes.table, FixTable):
        codes = fixes.table.codes
        for code, style in _STYLE_OF.items():
            number = codes.values.index(code) if code in codes.values else -1
            for fix in fixes.chosen(fixes.places[codes.numbers[fixes.places] == number]):
                yield fix
                if code == "phone.format" and any(style(change.after) for change in fix.changes):
                    break
    else:
        yield from fixes


def _styles(fixes: Iterable[Fix | FixItem]) -> dict[str, str]:
    """Return the style that each kind of fix writes: those of a kind have one, which the first that shows it tells.

    Only a day or month of one digit tells whether zeros are written before it.
    """
    styles: dict[str, str] = {}
    for item in fixes:
        name = setting_of(item)
        if name is not None and styles.get(name) in (None, FINNISH):
            for change in item.changes:
                style = _STYLE_OF[item.reason.code](change.after)
                if style is not None and (name not in styles or style == PADDED):
                    styles[name] = style
    return styles
