"""What stands on a sheet where checks would go: existing checks, protection, formulas, merged cells, what is below."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tikissa.export.entry_checks.look_of_text import NO_STYLE
from tikissa.export.entry_checks.offers import AS_TEXT, EntryCheck
from tikissa.export.workbook.package import Package
from tikissa.export.workbook.row_patch import CellPart, RowPatcher
from tikissa.export.workbook.sheet_stream import OddSheet, SheetStream
from tikissa.export.workbook.xml_spans import Element, SpannedXml
from tikissa.files.letters import column_index
from tikissa.model.finding import Finding, Severity

COMING = 1_000
"""So many rows below the last one are checked too."""

NOT_PUT_IN = (
    *("checks.shared", "checks.odd_sheet", "checks.protected", "checks.has_check", "checks.formulas", "checks.merged"),
    *("checks.something_below", "checks.no_workbook"),
)
"""Why a sheet or a column got no check, or not as many rows as usual."""

_TEXT_TYPES = ("s", "inlineStr", "str")
_SHARED = frozenset(("revisionHeaders", "usernames"))


@dataclass(frozen=True, slots=True)
class Survey:
    """`checks` can be put in; `findings` tell of those that cannot. `last` is the last row they reach; the styles are
    those that cells kept as text have now."""

    checks: tuple[EntryCheck, ...]
    findings: tuple[Finding, ...]
    last: int
    styles: frozenset[int]


def survey(source: Path, sheet: str, rows: range, checks: tuple[EntryCheck, ...], letters: dict[str, str]) -> Survey:
    """Look at a sheet whose rows of data are `rows`; `letters` are those of the columns."""
    with Package(source) as package:
        kinds = {kind for found in package.kinds.values() for kind in found}
        if kinds & _SHARED:
            return none_of(checks, "checks.shared")
        try:
            with package.open_sheet(package.sheet(sheet).part) as opened:
                stream = SheetStream(opened)
                seen = _Rows(rows, {letters[check.column]: check for check in checks})
                seen.take(stream)
            skeleton = SpannedXml(stream.head + stream.tail)
        except OddSheet:
            return none_of(checks, "checks.odd_sheet")
    if skeleton.root.first("sheetProtection") is not None:
        return none_of(checks, "checks.protected")
    last = rows[-1] if seen.is_something_below else rows[-1] + COMING
    kept, findings = [], []
    for check in checks:
        why = seen.why_not(letters[check.column]) or _why_not(skeleton, letters[check.column], rows[0], last)
        if why:
            findings.append(Finding(why, Severity.NOTE, column=check.column, arguments=(check.column,)))
        else:
            kept.append(check)
    if seen.is_something_below and kept:
        findings.append(Finding("checks.something_below", Severity.NOTE))
    return Survey(tuple(kept), tuple(findings), last, frozenset(seen.styles))


def none_of(checks: tuple[EntryCheck, ...], code: str) -> Survey:
    """Return a survey that finds room for no check, and says why."""
    return Survey((), (Finding(code, Severity.NOTE),) if checks else (), 0, frozenset())


class _Rows:
    """Looks at the rows once."""

    def __init__(self, rows: range, checks: dict[str, EntryCheck]) -> None:
        self._rows = rows
        self._by_column = {column_index(letter): letter for letter in checks}
        self._as_text = {column_index(letter) for letter, check in checks.items() if check.kind in AS_TEXT}
        self._with_formulas: set[str] = set()
        self.styles: set[int] = set()
        self.is_something_below = False

    def take(self, stream: SheetStream) -> None:
        patcher = RowPatcher(stream.prefix)
        value, text, formula = (b"<%b%b" % (stream.prefix, name) for name in (b"v>", b"is>", b"f"))
        for row in stream.rows():
            if row.number > self._rows[-1]:
                self.is_something_below |= value in row.raw or text in row.raw
            elif row.number >= self._rows[0] and (self._as_text or formula in row.raw):
                self._look_at(row.raw, formula, patcher.cells(row))

    def _look_at(self, raw: bytes, formula: bytes, cells: Iterable[CellPart]) -> None:
        for cell in cells:
            letter = self._by_column.get(cell.column)
            if letter is None:
                continue
            if formula in raw[cell.start : cell.end]:
                self._with_formulas.add(letter)
            elif cell.column in self._as_text and may_be_text(cell.attribute(b"t"), raw[cell.start : cell.end]):
                self.styles.add(int(cell.attribute(b"s") or NO_STYLE))

    def why_not(self, letter: str) -> str:
        return "checks.formulas" if letter in self._with_formulas else ""


def may_be_text(kind: str | None, cell: bytes) -> bool:
    """Say whether a cell holds text or nothing: a number kept as text would be shown otherwise than it was."""
    return kind in _TEXT_TYPES or (kind is None and b"v>" not in cell)


def _why_not(skeleton: SpannedXml, letter: str, first: int, last: int) -> str:
    for element in skeleton.root.walk():
        if element.name == "dataValidation" and any(_meets(area, letter, first, last) for area in areas_of(element)):
            return "checks.has_check"
        if element.name == "mergeCell" and _meets(element.attributes.get("ref", ""), letter, first, last):
            return "checks.merged"
    return ""


def areas_of(element: Element) -> Iterator[str]:
    """Yield the areas that a check is for, also where it stands among the later kinds of checks."""
    yield from element.attributes.get("sqref", "").split()
    for inner in element.walk():
        if inner.name == "sqref":
            yield from inner.text.split()


def _meets(area: str, letter: str, first: int, last: int) -> bool:
    """Say whether an area such as `B2:C9`, `B:C` or `2:9` has a cell of a column's rows in it."""
    begin, _, end = area.replace("$", "").partition(":")
    corners = [_corner(begin), _corner(end or begin)]
    columns = [column for column, _ in corners if column is not None]
    rows = [row for _, row in corners if row is not None]
    own = column_index(letter)
    return (not columns or min(columns) <= own <= max(columns)) and (
        not rows or (min(rows) <= last and max(rows) >= first)
    )


def _corner(reference: str) -> tuple[int | None, int | None]:
    letters = reference.rstrip("0123456789")
    digits = reference[len(letters) :]
    return (column_index(letters.upper()) if letters else None), (int(digits) if digits else None)
