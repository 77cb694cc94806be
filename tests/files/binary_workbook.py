"""Makes an .xlsb workbook by hand (MS-XLSB): the records Excel writes for a sheet, its styles and its shared texts."""

import struct
from collections.abc import Sequence
from pathlib import Path

from files.makers import archive, relations_xml

Cell = tuple[int, bytes, int]
"""Kind of the record, what stands in it, and the number of the cell's style."""


def shared(number: int) -> Cell:
    return 7, struct.pack("<I", number), 0


def text(shown: str) -> Cell:
    return 6, _wide(shown), 0


def number(value: float, style: int = 0) -> Cell:
    return 5, struct.pack("<d", value), style


def packed(written: int, style: int = 0) -> Cell:
    return 2, struct.pack("<I", written), style


def error(code: int) -> Cell:
    return 3, bytes([code]), 0


def truth(value: bool) -> Cell:
    return 4, bytes([value]), 0


def formula(result: float) -> Cell:
    return 9, struct.pack("<dHI", result, 0, 0) + struct.pack("<I", 0), 0


def binary_workbook(
    path: Path,
    rows: Sequence[Sequence[Cell | None]],
    texts: Sequence[str] = (),
    formats: Sequence[str] = (),
    base_1904: bool = False,
    hidden: Sequence[int] = (),
) -> Path:
    """Write a workbook with one sheet; `hidden` are numbers of rows. Style 0 is General, the others have `formats`."""
    parts = [("rId1", "worksheet", "worksheets/sheet1.bin"), ("rId2", "styles", "styles.bin")]
    parts += [("rId3", "sharedStrings", "sharedStrings.bin")]
    listed = _record(156, struct.pack("<II", 0, 1) + _wide("rId1") + _wide("Asiakkaat"))
    properties = _record(153, struct.pack("<II", int(base_1904), 0) + _wide(""))
    content = {
        "_rels/.rels": relations_xml([("rId1", "officeDocument", "xl/workbook.bin")]).encode(),
        "xl/_rels/workbook.bin.rels": relations_xml(parts).encode(),
        "xl/workbook.bin": _record(131) + properties + _record(143) + listed + _record(144) + _record(132),
        "xl/sharedStrings.bin": _record(159, struct.pack("<II", len(texts), len(texts)))
        + b"".join(_record(19, b"\x00" + _wide(entry)) for entry in texts)
        + _record(160),
        "xl/styles.bin": _styles(formats),
        "xl/worksheets/sheet1.bin": _sheet(rows, hidden),
    }
    return archive(path, content)


def _styles(formats: Sequence[str]) -> bytes:
    codes = b"".join(_record(44, struct.pack("<H", 164 + at) + _wide(code)) for at, code in enumerate(formats))
    numbers = (0, *range(164, 164 + len(formats)))
    styles = b"".join(_record(47, struct.pack("<HH12x", 0, number)) for number in numbers)
    parents = _record(626, struct.pack("<I", 1)) + _record(47, struct.pack("<HH12x", 0xFFFF, 0)) + _record(627)
    listed = _record(617, struct.pack("<I", len(numbers))) + styles + _record(618)
    counted = _record(615, struct.pack("<I", len(formats))) + codes + _record(616)
    return _record(278) + counted + parents + listed + _record(279)


def _sheet(rows: Sequence[Sequence[Cell | None]], hidden: Sequence[int]) -> bytes:
    width = max(map(len, rows), default=1)
    size = _record(148, struct.pack("<IIII", 0, max(len(rows) - 1, 0), 0, width - 1))
    written = b"".join(_row(at, cells, at + 1 in hidden) for at, cells in enumerate(rows))
    return _record(129) + size + _record(145) + written + _record(146) + _record(130)


def _row(at: int, cells: Sequence[Cell | None], is_hidden: bool) -> bytes:
    head = struct.pack("<IIHBBBI", at, 0, 300, 0, 0x10 if is_hidden else 0, 0, 0)
    written = (
        _record(cell[0], struct.pack("<II", column, cell[2]) + cell[1])
        for column, cell in enumerate(cells)
        if cell is not None
    )
    return _record(0, head) + b"".join(written)


def _wide(text: str) -> bytes:
    return struct.pack("<I", len(text.encode("utf-16-le")) // 2) + text.encode("utf-16-le")


def _record(kind: int, content: bytes = b"") -> bytes:
    return _seven_bits(kind) + _seven_bits(len(content)) + content


def _seven_bits(number: int) -> bytes:
    return bytes([number]) if number < 0x80 else bytes([number & 0x7F | 0x80]) + _seven_bits(number >> 7)
