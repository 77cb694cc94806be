"""What a month does to a register: some rows change, some come, some go, and the export has another shape."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random

from registers.people import Inventor
from registers.rows import Row

Value = str | int | float | bool | date | datetime | None
Record = list[Value]

_KINDS = {
    "Sukunimi": ("Sukunimi",), "Etunimi": ("Etunimi",), "Yritys": ("Yritys", "Asiakas", "Company"),
    "Y-tunnus": ("Y-tunnus", "Business ID"), "Katuosoite": ("Katuosoite", "Lähiosoite", "Osoite"),
    "Postinro": ("Postinro", "Pnro", "Postinumero"),
    "Postitoimipaikka": ("Postitoimipaikka", "Paikkakunta", "Toimipaikka"),
    "Puhelin": ("Puhelin", "Matkapuhelin", "Puh.", "Phone", "Puhelinnumero"),
    "Sähköposti": ("Sähköposti", "E-mail", "Email", "Sähköpostiosoite"), "Asiakas alkaen": ("Asiakas alkaen",),
    "Viimeisin osto": ("Viimeisin osto", "Viimeisin ostos", "Viim. tilaus", "Last order", "Viimeisin tilaus"),
    "number": ("Asiakasnro", "Asiakasnumero"), "whole_name": ("Nimi", "Name", "Yhteyshenkilö"),
    "whole_address": ("Address",),
}  # fmt: skip
"""What a column holds, by the headers our own registers use."""

RENAMED = {
    "Puhelin": "Puhelinnumero", "Matkapuhelin": "Puhelinnumero", "Puh.": "Puhelinnumero", "Phone": "Phone number",
    "Postinro": "Postinumero", "Pnro": "Postinumero", "Sähköposti": "Sähköpostiosoite", "E-mail": "Sähköpostiosoite",
    "Viimeisin osto": "Viimeisin tilaus", "Asiakasnro": "Asiakasnumero", "Email": "E-mail address",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Export:
    """A register as rows of values; `rows` has the row number of each record."""

    headers: tuple[str, ...]
    records: tuple[tuple[Value, ...], ...]
    rows: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Month:
    """Next month's export with, for each record, the row it had before (None: new) and the columns that changed."""

    export: Export
    earlier_row: tuple[int | None, ...]
    changed: tuple[tuple[str, ...], ...]
    gone: tuple[int, ...]
    renamed: dict[str, str]


def _columns(headers: Sequence[str]) -> dict[str, int]:
    known = {header: kind for kind, spellings in _KINDS.items() for header in spellings}
    return {known[header]: place for place, header in enumerate(headers) if header in known}


def _in_kind(before: Value, after: date) -> Value:
    """Return a date in the type the column has: a real date, or a text as a person writes it."""
    if isinstance(before, datetime | date):
        return datetime(after.year, after.month, after.day)
    return f"{after.day}.{after.month}.{after.year}"


def _bought(inventor: Inventor, record: Record, columns: dict[str, int]) -> None:
    place = columns["Viimeisin osto"]
    record[place] = _in_kind(record[place], date(2026, 11, 2) + timedelta(days=inventor.random.randrange(28)))


def _new_phone(inventor: Inventor, record: Record, columns: dict[str, int]) -> None:
    number = inventor.phone()
    record[columns["Puhelin"]] = f"{number[:3]} {number[3:6]} {number[6:]}"


def _moved(inventor: Inventor, record: Record, columns: dict[str, int]) -> None:
    place = inventor.place()
    new = {"Katuosoite": inventor.street(), "Postinro": place.postal_code, "Postitoimipaikka": place.town}
    for kind, value in new.items():
        if kind in columns:
            record[columns[kind]] = value


def _new_email(inventor: Inventor, record: Record, columns: dict[str, int]) -> None:
    record[columns["Sähköposti"]] = inventor.email(inventor.given_name(woman=True), inventor.surname())


_CHANGES: tuple[tuple[Callable[[Inventor, Record, dict[str, int]], None], str, int], ...] = (
    (_bought, "Viimeisin osto", 5), (_new_phone, "Puhelin", 2), (_moved, "Katuosoite", 2),
    (_new_email, "Sähköposti", 1),
)  # fmt: skip


def _change(inventor: Inventor, record: Record, columns: dict[str, int]) -> None:
    able = [(change, weight) for change, kind, weight in _CHANGES if kind in columns]
    changes, weights = zip(*able, strict=True)
    inventor.random.choices(changes, weights)[0](inventor, record, columns)


def _newcomer(inventor: Inventor, example: Sequence[Value], columns: dict[str, int], number: int) -> Record:
    """Return a new customer's record; columns we do not know stay empty."""
    customer = inventor.person() if "Sukunimi" in columns or "whole_address" in columns else inventor.company()
    known = Row(customer).cells() | {
        "number": number, "whole_name": f"{customer.given_name} {customer.surname}",
        "whole_address": f"{customer.street}, {customer.postal_code} {customer.town}",
    }  # fmt: skip
    record: Record = [None] * len(example)
    for kind, place in columns.items():
        value = known[kind]
        record[place] = _in_kind(example[place], value) if isinstance(value, date) else value
    return record


def _highest(records: Sequence[Sequence[Value]], place: int | None) -> int:
    if place is None:
        return 0
    return max((int(float(str(record[place]))) for record in records if str(record[place] or "x").isdigit()), default=0)


def next_month(before: Export, seed: int, changed: float = 0.05, new: float = 0.03, gone: float = 0.02) -> Month:
    """Return the export of a month later: shuffled, its columns in another order, one header renamed."""
    inventor = Inventor(
        Random(seed), {value for record in before.records for value in record if isinstance(value, str)}
    )
    random, count, columns = inventor.random, len(before.records), _columns(before.headers)
    order = random.sample(range(count), count)
    leaving = set(order[: round(count * gone)])
    changing = set(order[len(leaving) : len(leaving) + round(count * changed)])
    staying = [place for place in range(count) if place not in leaving]
    made: list[tuple[Record, int | None]] = []
    for place in staying:
        record = list(before.records[place])
        if place in changing:
            _change(inventor, record, columns)
        made.append((record, place))
    number = _highest(before.records, columns.get("number"))
    for extra in range(round(count * new)):
        made.append((_newcomer(inventor, before.records[0], columns, number + 1 + extra), None))
    random.shuffle(made)
    return _shaped(random, before, made, tuple(sorted(before.rows[place] for place in leaving)))


def _differing(headers: Sequence[str], before: Sequence[Value], after: Sequence[Value]) -> tuple[str, ...]:
    return tuple(header for header, old, new in zip(headers, before, after, strict=True) if old != new)


def _shaped(random: Random, before: Export, made: list[tuple[Record, int | None]], gone: tuple[int, ...]) -> Month:
    """Put the columns in another order, rename one, and say what changed."""
    order = random.sample(range(len(before.headers)), len(before.headers))
    able = [header for header in before.headers if RENAMED.get(header, header) not in before.headers]
    renamed = {header: RENAMED[header] for header in random.sample(able, min(1, len(able)))}
    headers = tuple(renamed.get(before.headers[place], before.headers[place]) for place in order)
    records = tuple(tuple(record[place] for place in order) for record, _ in made)
    changed = tuple(
        () if place is None else _differing(before.headers, before.records[place], record) for record, place in made
    )
    earlier = tuple(None if place is None else before.rows[place] for _, place in made)
    return Month(Export(headers, records, tuple(range(2, len(records) + 2))), earlier, changed, gone, renamed)
