"""Cells of a binary workbook with their types, number formats and formulas, as its own reader tells them."""

from collections.abc import Iterator, Mapping, Sequence

from tikissa.files.typed_cells import SheetLook, TypedCell, TypedWorkbook, value_of

Place = tuple[int, int]


class TypedContents:
    """The sheets of a workbook, each kept once it is read."""

    def __init__(self, workbook: TypedWorkbook) -> None:
        self._workbook = workbook
        self._rows: dict[str, dict[int, list[TypedCell]]] = {}

    @property
    def sheets(self) -> tuple[str, ...]:
        return self._workbook.sheets

    @property
    def base_1904(self) -> bool:
        return self._workbook.base_1904

    def cells(self, sheet: str) -> Mapping[int, list[TypedCell]]:
        """Return the cells of the rows that have some, by the row's number."""
        if sheet not in self._rows:
            self._rows[sheet] = dict(self._workbook.typed_rows(sheet))
        return self._rows[sheet]

    def look(self, sheet: str) -> SheetLook:
        return self._workbook.look(sheet)

    def rows(self, sheet: str) -> Iterator[Sequence[object]]:
        expected = 1
        for number, cells in self.cells(sheet).items():
            yield from ([] for _ in range(number - expected))
            expected = number + 1
            values = (value_of(cell, self.base_1904) for cell in cells)
            yield ["" if value is None else value for value in values]

    def formulas(self, sheet: str) -> Mapping[Place, str]:
        return {
            (number, column): cell.formula
            for number, cells in self.cells(sheet).items()
            for column, cell in enumerate(cells)
            if cell.formula is not None
        }
