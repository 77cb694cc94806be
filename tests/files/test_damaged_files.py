"""Damaged files of every format end in a sentence or a register: no crash, no endless wait, no traceback.

The files are parsed in processes of their own, as the program does, many by one process: a crash shows as a process
that ended without an answer, a hang as one that gave none in time.
"""

import random
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter

from files import binary_workbook
from files.answering import parse_all
from files.makers import (
    HEADER,
    ROWS,
    csv_text,
    number_cell,
    old_workbook,
    open_document,
    open_document_cell,
    open_document_row,
    row_xml,
    sheet_xml,
    table_rows,
    workbook,
)

SAMPLE = 207
ALL = 2007


def _written_by_xlsxwriter(path: Path) -> Path:
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet("Asiakkaat")
    for number, row in enumerate([HEADER, *ROWS] * 20):
        sheet.write_row(number, 0, row)
    book.close()
    return path


def _stored(path: Path) -> Path:
    rows = table_rows([HEADER, *ROWS]) + row_xml(4, [number_cell("A4", "100", 1), number_cell("B4", "45000", 2)])
    return workbook(path, {"A": sheet_xml(rows)}, ["00000", "d.m.yyyy"])


def _text(encoding: str) -> Callable[[Path], Path]:
    def make(path: Path) -> Path:
        path.write_bytes((csv_text() + '"Koivu\nKaksi";"1";2\r\n').encode(encoding))
        return path

    return make


def _page(path: Path) -> Path:
    cells = "".join("<tr>" + "".join(f"<td>{text}</td>" for text in row) + "</tr>" for row in (HEADER, *ROWS))
    path.write_text(f"<html><meta charset=utf-8><table>{cells}</table></html>", encoding="utf-8")
    return path


def _open_document(path: Path) -> Path:
    rows = "".join(open_document_row(*map(open_document_cell, row)) for row in (HEADER, *ROWS))
    return open_document(path, rows)


def _old(path: Path) -> Path:
    return old_workbook(path, [HEADER, *ROWS, ("Åke", 1.5, (100.0, "00000"))])


def _binary(path: Path) -> Path:
    rows = [list(map(binary_workbook.text, row)) for row in (HEADER, *ROWS)]
    values = [binary_workbook.shared(0), binary_workbook.number(100, 1), binary_workbook.error(0x2A)]
    return binary_workbook.binary_workbook(path, [*rows, values], ["Åke"], ["00000"])


MAKERS = (
    _written_by_xlsxwriter,
    _stored,
    _text("utf-8"),
    _text("cp1252"),
    _text("utf-16"),
    _page,
    _open_document,
    _old,
    _binary,
)


def _damage(content: bytes, dice: random.Random) -> bytes:
    """Change, cut, double or take out some bytes."""
    damaged = bytearray(content)
    for _ in range(dice.choice((1, 1, 2, 5, 20))):
        at = dice.randrange(len(damaged))
        match dice.randrange(4):
            case 0:
                damaged[at] = dice.randrange(256)
            case 1:
                del damaged[at : at + dice.randrange(1, 40)]
            case 2:
                damaged[at:at] = damaged[at : at + dice.randrange(1, 40)]
            case _:
                damaged[at : at + 4] = dice.choice((b"\x00" * 4, b"\xff" * 4, b'"<&;', b"9999"))
        if not damaged:
            break
    return bytes(damaged)


def _damaged_files(folder: Path, count: int) -> list[Path]:
    dice = random.Random(20260101)
    paths = []
    for maker in MAKERS:
        whole = maker(folder / "ehjä").read_bytes()
        for number in range(count // len(MAKERS)):
            paths.append(folder / f"{MAKERS.index(maker)}-{number}.xlsx")
            paths[-1].write_bytes(_damage(whole, dice))
    return paths


def _check(folder: Path, count: int) -> None:
    counts = parse_all(_damaged_files(folder, count))
    print(f"{sum(counts.values())} damaged files: {counts}")
    assert sum(counts.values()) == count // len(MAKERS) * len(MAKERS)
    assert counts["register"] > 0
    assert counts["file.damaged"] > 0


def test_two_hundred_damaged_files_end_in_a_sentence_or_a_register(tmp_path: Path) -> None:
    _check(tmp_path, SAMPLE)


@pytest.mark.full
def test_two_thousand_damaged_files_end_in_a_sentence_or_a_register(tmp_path: Path) -> None:
    _check(tmp_path, ALL)
