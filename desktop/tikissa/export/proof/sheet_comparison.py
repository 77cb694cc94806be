"""Compares sheets cell by cell, contents and types, fast where they are the same."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from itertools import zip_longest

from tikissa.export.log.logged_cell import LoggedFormula, Masked, Meanings, NewCell, agrees, trimmed
from tikissa.export.open_document.document_contents import LazyRow
from tikissa.export.saving_options import Difference
from tikissa.export.second_reader.file_contents import Place, RawRow
from tikissa.export.typed_cell import Typed, as_json, kind
from tikissa.files.letters import column_letter
from tikissa.model.schema import Meaning
from tikissa.text.secret_numbers import masked

Formulas = Mapping[Place, str]
Agreement = Callable[[NewCell, Typed], bool]

_OUTSIDE_QUOTES = re.compile(
    r"(\"(?:[^\"]|\"\")*\"|'(?:[^']|'')*')|\s+|_xlfn\.|_xlws\.|(?<=TRUE)\(\)|(?<=FALSE)\(\)", re.I
)
"""LibreOffice writes FALSE as FALSE()."""

_MISSING: tuple[object, ...] = ()
"""Stands for a row where one side has fewer of them."""


def differing_rows(
    sheet: str,
    expected: Iterable[Sequence[object]],
    actual: Iterable[RawRow],
    formulas: Formulas,
    expected_formulas: Formulas,
    meanings: Meanings,
    agree: Agreement = agrees,
) -> Iterator[Difference]:
    """Yield the first difference of each row that is not as expected; what a formula shows is left out of it.

    `meanings` are those of the sheet's columns: what names a person is not told. `agree` says whether two cells hold
    the same.
    """
    both = formulas.keys() & expected_formulas.keys()
    for number, (wanted, found) in enumerate(zip_longest(expected, actual, fillvalue=_MISSING), 1):
        if isinstance(wanted, LazyRow) and isinstance(found, LazyRow) and wanted.raw == found.raw:
            continue
        if wanted == found and list(map(type, wanted)) == list(map(type, found)):
            continue
        difference = _first_difference(sheet, number, wanted, found, both, meanings, agree)
        if difference:
            yield difference
    for place in sorted(formulas.keys() ^ expected_formulas.keys()):
        code = "verify.formula_added" if place in formulas else "verify.formula_gone"
        yield Difference(code, sheet, place[0], column_letter(place[1]))
    for place in sorted(both):
        if plain(formulas[place]) != plain(expected_formulas[place]):
            texts = (masked(expected_formulas[place]), masked(formulas[place]))
            yield Difference("verify.formula_differs", sheet, place[0], column_letter(place[1]), texts)


def plain(formula: str) -> str:
    """Return a formula without what programs write differently when they save it again."""
    return _OUTSIDE_QUOTES.sub(lambda match: match[1] or "", formula.removeprefix("=")).casefold()


def _first_difference(
    sheet: str,
    number: int,
    wanted: Sequence[object],
    found: RawRow,
    formulas: Set[Place],
    meanings: Meanings,
    agree: Agreement,
) -> Difference | None:
    logged, cells = _logged(wanted), trimmed(found)
    for column in range(max(len(logged), len(cells))):
        left, right = _at(logged, column), _at(cells, column)
        assert not isinstance(right, Masked | LoggedFormula)
        if (number, column) not in formulas and not agree(left, right):
            code = "verify.type_differs" if _only_type(left, right) else "verify.cell_differs"
            texts = (_described(left, meanings.get(column)), _described(right, meanings.get(column)))
            return Difference(code, sheet, number, column_letter(column), texts)
    return None


def _logged(row: Sequence[object]) -> list[NewCell]:
    if any(isinstance(cell, Masked | LoggedFormula) for cell in row):
        return [cell if isinstance(cell, Masked | LoggedFormula) else (trimmed([cell]) or [None])[0] for cell in row]
    return [*trimmed(row)]


def _at(row: Sequence[NewCell], column: int) -> NewCell:
    return row[column] if column < len(row) else None


def _only_type(left: NewCell, right: Typed) -> bool:
    if isinstance(left, Masked | LoggedFormula) or left is None or right is None:
        return False
    return kind(left) != kind(right)


def _described(cell: NewCell, meaning: Meaning | None) -> str:
    """Return a content for a sentence: masked, and a text in quotes so that it is told from a number."""
    if isinstance(cell, Masked | LoggedFormula):
        return cell.text
    return f'"{masked(cell, meaning)}"' if isinstance(cell, str) else masked(as_json(cell), meaning)
