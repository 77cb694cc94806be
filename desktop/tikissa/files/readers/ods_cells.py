"""Understands what is written in a cell of an OpenDocument spreadsheet: the value counts, its text is how it is shown.

Programs shorten the text to the width of the column (4.02E+08), leave it out, or write the year with two digits.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from math import isclose, isfinite

from tikissa.files.constant_formula import is_constant
from tikissa.files.grid import Content
from tikissa.files.number_format import days_since_1899, general_number, show_moment, show_number
from tikissa.files.readers.ods_styles import GENERAL, OdsStyles
from tikissa.model.register import FormulaCell

OdsValue = str | float | bool | date | datetime | timedelta | None

_LANGUAGE = re.compile(r"^(?:[\w.-]+:)?=+")
_TRUTH = re.compile(r"(TRUE|FALSE)(?:\(\s*\))?", re.IGNORECASE)
_DURATION = re.compile(r"(-?)P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:[.,]\d+)?)S)?)?")
_NEUTRAL = str.maketrans({" ": None, "\u00a0": None, "\u202f": None, "\u2212": "-", ",": "."})
_FIGURES = re.compile(r"-?\d+(?:\.\d+)?")
_AROUND = re.compile(r"^[^\d\-.]*|[^\d.%]*$")
_ONE_DAY = timedelta(days=1)
_USUAL_DATE, _USUAL_TIME, _USUAL_LENGTH = "d.m.yyyy", "d.m.yyyy h:mm", "[h]:mm:ss"


@dataclass(frozen=True, slots=True)
class WrittenCell:
    """What is written in a cell: the kind of its value, the value, the text it shows, its style and formula."""

    kind: str
    value: str
    shown: str
    style: str
    formula: str | None = None

    @property
    def is_styled(self) -> bool:
        """Say whether what the cell shows depends on its style."""
        return self.kind in _NUMBERS or self.kind in ("date", "time")


_NUMBERS = frozenset(("float", "currency", "percentage"))


def written_cell(attributes: Mapping[str, str], shown: str) -> WrittenCell:
    """Return a cell from its attributes, by their names without a namespace, and the text of its paragraphs."""
    kind, formula = attributes.get("value-type", ""), attributes.get("formula")
    if formula is not None and (truth := _TRUTH.fullmatch(plain_formula(formula))):  # a number to older programs
        return WrittenCell("boolean", truth[1].lower(), shown, attributes.get("style-name", ""), formula)
    value = attributes.get(_VALUE_ATTRIBUTES.get(kind, ""), "")
    if kind == "string" and "string-value" in attributes and not _say_the_same(value, shown):
        shown = shown if attributes.get("error") else value
    return WrittenCell(kind, value, shown, attributes.get("style-name", ""), formula)


_VALUE_ATTRIBUTES = {
    "float": "value",
    "currency": "value",
    "percentage": "value",
    "date": "date-value",
    "time": "time-value",
    "boolean": "boolean-value",
    "string": "string-value",
}


def _say_the_same(value: str, shown: str) -> bool:
    """An attribute keeps no line breaks, so the text says more where only blanks differ."""
    return value.split() == shown.split()


def plain_formula(written: str) -> str:
    """Return a formula without the name of its language and the `=`: `of:=TRUE()` is `TRUE()`."""
    return _LANGUAGE.sub("", written, count=1)


def cell_content(cell: WrittenCell, default_style: str, styles: OdsStyles) -> Content:
    """Return what a cell shows, and its formula or typed value."""
    text, raw = _shown(cell, cell.style or default_style, styles)
    if cell.formula is None:
        return text, raw
    plain = plain_formula(cell.formula)
    return (text, raw) if text and is_constant(plain) else (text, FormulaCell(plain))


def _shown(cell: WrittenCell, style: str, styles: OdsStyles) -> Content:
    value = cell_value(cell)
    code = styles.codes.get(style, GENERAL)
    match value:
        case None:
            return "", None
        case bool():
            return ("TRUE" if value else "FALSE"), value
        case float():
            return _number(value, cell, code)
        case date() | timedelta():
            return _dated(value, cell.shown, code)
    return value, None


def cell_value(cell: WrittenCell) -> OdsValue:
    """Return a cell's content by its type, None where it is empty; what cannot be understood is the text shown."""
    understand = _VALUES.get(cell.kind)
    if understand is None or not cell.value:
        return cell.shown or None
    try:
        return understand(cell.value.strip())
    except (ValueError, OverflowError):
        return cell.shown or None


def _number_of(written: str) -> float:
    number = float(written)
    if not isfinite(number):
        raise ValueError(written)
    return number


def _moment(written: str) -> date | datetime:
    moment = datetime.fromisoformat(written).replace(tzinfo=None)
    return moment if "T" in written else moment.date()


def duration(written: str) -> timedelta:
    """Return a length of time such as `PT25H14M24S`. Raises ValueError."""
    found = _DURATION.fullmatch(written)
    if not found:
        raise ValueError(written)
    days, hours, minutes = (int(found[group] or 0) for group in (2, 3, 4))
    seconds = float((found[5] or "0").replace(",", "."))
    length = timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)
    return -length if found[1] else length


_VALUES: Mapping[str, Callable[[str], OdsValue]] = {
    "float": _number_of,
    "currency": _number_of,
    "percentage": _number_of,
    "date": _moment,
    "time": duration,
    "boolean": lambda written: written == "true",
}


def _number(value: float, cell: WrittenCell, code: str | None) -> Content:
    if code is not None and code != GENERAL:
        return show_number(value, code)
    plain = general_number(value)
    text = _believed(value, cell.shown)
    if text is not None:
        return plain if _has_no_more_figures(text) else (text, value)
    if code is None and cell.shown and "#" not in cell.shown:
        return cell.shown, value
    return show_number(value, "0.##%") if cell.kind == "percentage" else plain


def _believed(value: float, shown: str) -> str | None:
    """Return the text of a number without a format where it is that number, with a decimal point and no blanks if it
    is nothing but figures; None where it was shortened or says something else."""
    neutral = shown.translate(_NEUTRAL)
    figures = _AROUND.sub("", neutral)
    percent = figures.endswith("%")
    figures = figures.removesuffix("%")
    if not _FIGURES.fullmatch(figures):
        return None
    number = float(figures) / 100 if percent else float(figures)
    if not isclose(number, value, rel_tol=1e-14, abs_tol=1e-300):
        return None
    return neutral if figures == neutral else shown


def _has_no_more_figures(text: str) -> bool:
    """Say whether a number is written without zeros in front and without signs around it."""
    return bool(_FIGURES.fullmatch(text)) and (
        not text.lstrip("-").startswith("0") or text.lstrip("-")[1:2] in ("", ".")
    )


def _dated(value: date | datetime | timedelta, shown: str, code: str | None) -> Content:
    if code is None or code == GENERAL:
        if shown and (isinstance(value, timedelta) or _says_whole(shown, value)):
            return shown, _raw(value)
        has_clock = isinstance(value, datetime) and value.time() != time()
        code = _USUAL_LENGTH if isinstance(value, timedelta) else _USUAL_TIME if has_clock else _USUAL_DATE
    if isinstance(value, timedelta):
        return show_number(days_since_1899(value), code)
    return show_moment(value, code), value


def _says_whole(shown: str, day: date) -> bool:
    """Say whether a text names the day, the month and the whole year in figures."""
    return {day.day, day.month, day.year} <= set(map(int, re.findall(r"\d+", shown)))


def _raw(value: date | datetime | timedelta) -> date | float:
    return value / _ONE_DAY if isinstance(value, timedelta) else value
