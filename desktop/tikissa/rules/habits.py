"""How this register writes things: its own majority styles, which suggestions follow."""

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeVar

import numpy as np

from tikissa.model.analysis import Settings
from tikissa.model.register import Register
from tikissa.model.schema import DateOrder, Meaning, Schema
from tikissa.reference.postal_codes import is_postal_code
from tikissa.rules.given_names import looks_like_person
from tikissa.rules.place_values import fits, is_place
from tikissa.text.date_styles import DAY_STYLES, FINNISH, has_short_year, style_of_day
from tikissa.text.garbled_text import repaired
from tikissa.text.letter_case import Case, case_of
from tikissa.text.marks import mark_of
from tikissa.text.normalise import collapse_blanks
from tikissa.text.number_writings import is_decimal, whole_number
from tikissa.text.phones import DEFAULT_STYLE, STYLES, is_finnish_writing, is_mobile, lost_zero, style_of

_DATES = (Meaning.CREATED, Meaning.LAST_CONTACT, Meaning.LAST_PURCHASE, Meaning.DATE_OF_BIRTH)
_SAMPLE = 3000
_DISTINCT = 20_000
_A_HABIT = 0.05
_MOSTLY = 0.5
_ENOUGH = 10
_A_FEW = 3
_CASED = (
    *(Meaning.GIVEN_NAME, Meaning.SURNAME, Meaning.WHOLE_NAME, Meaning.CONTACT_PERSON, Meaning.STREET, Meaning.TOWN),
)
_MOBILE_ELSEWHERE = re.compile(r"07(?:\D?\d){8}")
_NUMBER = re.compile(r"\+?[\d(][\d\s().–-]{4,}\d")
_ROUNDED = re.compile(r"\d[eE][+]?\d")
_OF_SUM = re.compile(r"\d[.,eE]")
_WITHOUT_AREA = re.compile(r"[1-36-9]\d{4,8}")
_STREET_NAME = re.compile(r"([^\d.,]{5,}?) \d")

Style = TypeVar("Style", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Habits:
    """What the majority of a register's values have in common.

    `is_finnish`: its postal codes, or else its towns, are Finnish; `phones_are_finnish` likewise. `zeros_are_lost`:
    Excel made sums of the phones. `surnames` stand several times in the surname column and thrice as often as among
    given names; `street_names` are those written in full. Both are in small letters. `date_styles`: how the kinds of
    days that have a way of their own are written, `date_orders` what stands first in them; those of `short_years` are
    mostly written with years of two digits. `cases`: the letters most names, streets and towns are written in.
    """

    today: date
    phone_style: str = DEFAULT_STYLE
    date_style: str = FINNISH
    date_styles: Mapping[Meaning, str] = field(default_factory=dict)
    date_orders: Mapping[Meaning, DateOrder] = field(default_factory=dict)
    short_years: frozenset[Meaning] = frozenset()
    is_finnish: bool = True
    phones_are_finnish: bool = True
    zeros_are_lost: bool = False
    persons_among_companies: bool = False
    cases: Mapping[Meaning, Case] = field(default_factory=dict)
    surnames: frozenset[str] = frozenset()
    street_names: frozenset[str] = frozenset()


def habits_of(register: Register, schema: Schema, settings: Settings) -> Habits:
    """Return the habits of a register, by its rows rather than by its distinct values."""
    asked = settings.phone_style if settings.phone_style in STYLES else None
    asked_of_days = settings.date_style if settings.date_style in DAY_STYLES else None
    phones = _counted(register, schema.columns_of(Meaning.PHONE), style_of)
    dates = _counted(register, schema.columns_of(*_DATES), style_of_day)
    companies = _counted(register, schema.columns_of(Meaning.COMPANY), _is_person)
    is_finnish = _is_finnish(register, schema)
    return Habits(
        today=settings.today,
        phone_style=asked or _commonest(phones, DEFAULT_STYLE),
        date_style=asked_of_days or _commonest(dates, FINNISH),
        date_styles=_date_styles(register, schema, asked_of_days, settings.date_styles),
        date_orders={entry.meaning: entry.date_order for entry in reversed(schema.columns) if entry.meaning in _DATES},
        short_years=frozenset(_with_short_years(register, schema)),
        is_finnish=is_finnish,
        phones_are_finnish=_phones_are_finnish(register, schema, is_finnish),
        zeros_are_lost=_share(_counted(register, schema.columns_of(Meaning.PHONE), _lacks_zero), True) >= _MOSTLY,
        persons_among_companies=_share(companies, True) >= _A_HABIT,
        cases={meaning: _case(register, schema, meaning) for meaning in _CASED},
        surnames=_surnames(register, schema),
        street_names=frozenset(_counted(register, schema.columns_of(Meaning.STREET), _street_name)),
    )


def _counted(register: Register, columns: tuple[str, ...], style: Callable[[str], Style | None]) -> Counter[Style]:
    """Count in how many rows each style stands, going by the first distinct texts: more would not tell more."""
    styles: Counter[Style] = Counter()
    for column in columns:
        cells = register.cells_of(column)
        rows, mark = np.bincount(cells.codes, minlength=len(cells.texts)).tolist(), mark_of(cells)
        for text, count in zip(cells.texts[:_DISTINCT].tolist(), rows[:_DISTINCT], strict=True):
            found = style(text.removeprefix(mark) if text.isascii() else collapse_blanks(repaired(text) or text))
            if found is not None:
                styles[found] += count
    return styles


def _commonest(styles: Counter[Style], default: Style) -> Style:
    return max(styles, key=styles.__getitem__) if styles else default


def _share(styles: Counter[Style], style: Style) -> float:
    return styles[style] / max(styles.total(), 1)


def _date_styles(
    register: Register, schema: Schema, asked: str | None, accepted: Mapping[str, str]
) -> dict[Meaning, str]:
    """Return how birthdays, say, are to be written where that was accepted or enough of them show a way."""
    columns = {meaning: schema.columns_of(meaning) for meaning in _DATES}
    counted = {meaning: _counted(register, names, style_of_day) for meaning, names in columns.items()}
    known = {meaning: [accepted[name] for name in names if name in accepted] for meaning, names in columns.items()}
    shown = {meaning: styles for meaning, styles in counted.items() if styles.total() >= _A_FEW or known[meaning]}
    return {
        meaning: asked or next(iter(known[meaning]), _commonest(styles, FINNISH)) for meaning, styles in shown.items()
    }


def _with_short_years(register: Register, schema: Schema) -> Iterator[Meaning]:
    for meaning in _DATES:
        told = _counted(register, schema.columns_of(meaning), _has_short_year)
        if told.total() >= _A_FEW and _share(told, True) > _MOSTLY:
            yield meaning


def _has_short_year(text: str) -> bool | None:
    is_short = has_short_year(text)
    return is_short if is_short or style_of_day(text) is not None else None


def _is_person(text: str) -> bool | None:
    return looks_like_person(text) if text.strip() else None


def _street_name(text: str) -> str | None:
    """Return the name before a house number, in small letters, unless it is shortened."""
    found = _STREET_NAME.match(text)
    return found[1].casefold() if found else None


def _case(register: Register, schema: Schema, meaning: Meaning) -> Case:
    """Return the letters a kind of value is mostly written in; a few rows show no habit."""
    cases = _counted(register, schema.columns_of(meaning), _case_of)
    return _commonest(cases, Case.MIXED) if cases.total() >= _ENOUGH else Case.MIXED


def _case_of(text: str) -> Case | None:
    return case_of(text) if text.upper() != text.lower() else None


def _phones_are_finnish(register: Register, schema: Schema, is_finnish: bool) -> bool:
    """Tell by how most numbers begin. Abroad only mobile numbers tell: 08 and 030 are codes of many countries.

    Ten digits from 07 on are a mobile number in Sweden or Britain, and a rare company's number in Finland. Of words
    and several numbers in a cell the first number tells; a cell without any tells nothing, nor does a
    landline number without its first zero or one that was rounded away.
    """

    def judged(text: str) -> bool | None:
        if _OF_SUM.search(text):
            whole = whole_number(text)
            if whole is None and (is_decimal(text) or _ROUNDED.search(text)):
                return None
            text = whole.digits if whole else text
        found = _NUMBER.search(text)
        if found is None or (is_finnish and _WITHOUT_AREA.fullmatch(text)):
            return None
        number = found[0]
        return (is_finnish_writing(number) if is_finnish else is_mobile(number)) and not _MOBILE_ELSEWHERE.match(number)

    return _commonest(_counted(register, schema.columns_of(Meaning.PHONE), judged), True)


def _lacks_zero(text: str) -> bool | None:
    return lost_zero(text) is not None if text.strip() else None


def _is_finnish(register: Register, schema: Schema) -> bool:
    """Tell from the first rows: their codes are in Posti's table, or would be with the zeros Excel dropped."""
    code, town = schema.first(Meaning.POSTAL_CODE), schema.first(Meaning.TOWN)
    towns = register.cells_of(town)[:_SAMPLE] if town else [""] * min(len(register), _SAMPLE)
    if code is None:
        judged = [is_place(name) for name in towns if name.strip()]
    else:
        pairs = zip(register.cells_of(code)[:_SAMPLE], towns, strict=True)
        judged = [_is_finnish_code(digits, name) for digits, name in pairs if digits.strip()]
    return sum(judged) * 2 >= len(judged)


def _is_finnish_code(code: str, town: str) -> bool:
    digits = code.strip().removeprefix("'")
    return is_postal_code(digits) or fits(digits.zfill(5), town)


def _surnames(register: Register, schema: Schema) -> frozenset[str]:
    surnames = _counted(register, schema.columns_of(Meaning.SURNAME), str.casefold)
    given = _counted(register, schema.columns_of(Meaning.GIVEN_NAME), str.casefold)
    return frozenset(name for name, count in surnames.items() if count >= max(2, 3 * given[name]))
