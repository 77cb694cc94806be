"""What is true of a made register, in the form the scoring script of the benchmarks reads."""

from collections.abc import Iterable, Sequence
from itertools import combinations

from registers.identifiers import international
from registers.people import STALE_BEFORE, TODAY
from registers.rows import HEADERS, Row, Story

Numbered = Sequence[tuple[int, Row]]
"""Rows with the numbers a spreadsheet shows for them."""

_COLUMNS = {
    "last": "Sukunimi", "first": "Etunimi", "company": "Yritys", "business_id": "Y-tunnus", "street": "Katuosoite",
    "postcode": "Postinro", "city": "Postitoimipaikka", "phone": "Puhelin", "email": "Sähköposti",
    "last_purchase": "Viimeisin osto",
}  # fmt: skip


def _pairs(groups: Iterable[Sequence[int]]) -> list[list[int]]:
    return [list(pair) for rows in groups for pair in combinations(sorted(rows), 2)]


def _stale(numbered: Numbered) -> dict[str, list[str]]:
    dated = ((number, row.customer.last_purchase) for number, row in numbered)
    return {str(number): ["inactive"] for number, last in dated if last is not None and last < STALE_BEFORE}


def _in_column_order(columns: Iterable[str]) -> list[str]:
    return sorted(columns, key=HEADERS.index)


def truth(path: str, first_row: int, numbered: Numbered, stories: Sequence[Story]) -> dict[str, object]:
    """Return the truth of a register whose rows carry these numbers; a story's rows are found by identity."""
    number_of = {id(row): number for number, row in numbered}
    told = [(story, sorted(number_of[id(row)] for row in story.rows)) for story in stories]
    same = [(story, rows) for story, rows in told if story.relation is None]
    related = [(story, rows) for story, rows in told if story.relation is not None]
    entity = {number: number for number, _ in numbered} | {row: rows[0] for _, rows in same for row in rows}
    return {
        "path": path, "first_row": first_row, "columns": _COLUMNS, "today": TODAY.isoformat(),
        "cluster": {str(number): entity[number] for number, _ in numbered},
        "ignore": _pairs(rows for story, rows in related if story.relation == "contact_person"),
        "related": _pairs(rows for story, rows in related if story.relation != "namesake"),
        "errors": [
            [number, column, row.text(column), row.errors[column]]
            for number, row in numbered for column in _in_column_order(row.errors)
        ],
        "free": [[number, column] for number, row in numbered for column in _in_column_order(row.free)],
        "phones": {str(number): international(row.customer.phone) for number, row in numbered},
        "stale": _stale(numbered), "borderline": [],
        "groups": [{"story": story.name, "rows": rows} for story, rows in same],
        "relations": [{"story": story.name, "relation": story.relation, "rows": rows} for story, rows in related],
        "signs": {str(number): list(row.signs) for number, row in numbered if row.signs},
    }  # fmt: skip
