"""Reads the tables of a web page that calls itself a workbook, as many programs write them."""

import re
from collections.abc import Iterator

from lxml import etree, html

from tikissa.files.encoding import decode, detect_encoding
from tikissa.files.grid import Content, Grid, grid_of_rows
from tikissa.model.problems import FileProblem
from tikissa.model.progress import Progress
from tikissa.text.normalise import collapse_blanks

_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.I)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_WIDEST_SPAN = 1000
_Hanging = dict[int, tuple[int, str]]
"""By column, how many rows more a cell above reaches into, and what it says there."""
_BLOCKS = frozenset(("p", "div", "li"))


class HtmlReader:
    """A page of HTML; its tables are its sheets."""

    def __init__(self, data: bytes, encoding: str | None) -> None:
        declared = _CHARSET.search(data[:2000])
        self.encoding = encoding or _usable(data, declared[1].decode() if declared else None)
        text = decode(data, self.encoding).text
        parser = html.HTMLParser(no_network=True, remove_comments=True, huge_tree=False)
        root = html.document_fromstring(_DECLARATION.sub("", text), parser=parser)
        self._tables = [table for table in root.iter("table") if not table.xpath(".//table")]
        if not self._tables:
            raise FileProblem("file.is_web_page")

    @property
    def sheets(self) -> tuple[str, ...]:
        return tuple(str(number) for number in range(1, len(self._tables) + 1))

    @property
    def visible(self) -> tuple[str, ...]:
        return self.sheets

    def size(self, sheet: str) -> int:
        return len(self._tables[int(sheet) - 1].findall(".//td"))

    def grid(self, sheet: str, limit: int | None, progress: Progress) -> Grid:
        return grid_of_rows(list(self._rows(self._tables[int(sheet) - 1], limit, progress)))

    def _rows(
        self, table: "html.HtmlElement", limit: int | None, progress: Progress
    ) -> Iterator[tuple[int, list[Content]]]:
        hanging: _Hanging = {}
        rows = list(table.iter("tr"))
        for number, row in enumerate(rows if limit is None else rows[:limit], 1):
            yield number, _cells(row, hanging)
            if number % 1000 == 0:
                progress.report("file.reading", number, len(rows))


def _usable(data: bytes, declared: str | None) -> str:
    """Return the declared encoding where the bytes bear it out, else what they look like."""
    if declared is None:
        return detect_encoding(data)
    try:
        data.decode(declared)
        return declared.lower()
    except (LookupError, UnicodeDecodeError):
        return detect_encoding(data)


def _cells(row: "html.HtmlElement", hanging: _Hanging) -> list[Content]:
    """Return a row's cells in their columns; a cell that reaches down says the same in each of its rows."""
    cells: list[Content] = []
    for cell in row:
        if cell.tag not in ("td", "th"):
            continue
        _reach_down(cells, hanging)
        rows_down, across = _span(cell, "rowspan"), _span(cell, "colspan")
        for offset in range(across):
            text = _text(cell) if offset == 0 else ""
            hanging[len(cells)] = rows_down - 1, text if cell.tag == "td" else ""
            cells.append((text, None))
    _reach_down(cells, hanging)
    return cells


def _reach_down(cells: list[Content], hanging: _Hanging) -> None:
    """Add the cells that come from above at the next places."""
    while (from_above := hanging.get(len(cells), (0, "")))[0] > 0:
        hanging[len(cells)] = from_above[0] - 1, from_above[1]
        cells.append((from_above[1], None))


def _span(cell: "html.HtmlElement", name: str) -> int:
    written = cell.get(name, "1").strip()
    return min(int(written), _WIDEST_SPAN) if written.isdecimal() and int(written) > 0 else 1


def _text(cell: "html.HtmlElement") -> str:
    """Return a cell's text, a line break where a new line or a new block begins."""
    pieces: list[str] = []
    for event, element in etree.iterwalk(cell, events=("start", "end")):
        if event == "start":
            is_new_line = element.tag == "br" or (element.tag in _BLOCKS and pieces)
            pieces += ["\n" if is_new_line else "", (element.text or "").replace("\n", " ")]
        elif element is not cell:
            pieces.append((element.tail or "").replace("\n", " "))
    return "\n".join(map(collapse_blanks, "".join(pieces).split("\n"))).strip()
