"""Workbooks protected with a password: opened with it, and named without."""

from io import BytesIO
from pathlib import Path

import xlsxwriter
from msoffcrypto.format.ooxml import OOXMLFile

from files.makers import HEADER, ROWS
from files.reading import parsed, refusal, rows_of

PASSWORD = "koivu-7"


def _protected(tmp_path: Path) -> Path:
    plain, written = BytesIO(), BytesIO()
    book = xlsxwriter.Workbook(plain)
    sheet = book.add_worksheet("Asiakkaat")
    for number, row in enumerate((HEADER, *ROWS)):
        sheet.write_row(number, 0, row)
    book.close()
    OOXMLFile(plain).encrypt(PASSWORD, written)
    path = tmp_path / "suojattu.xlsx"
    path.write_bytes(written.getvalue())
    return path


def test_the_right_password_opens_the_workbook(tmp_path: Path) -> None:
    assert rows_of(parsed(_protected(tmp_path), password=PASSWORD)) == [list(row) for row in ROWS]


def test_without_the_password_the_user_is_asked_for_it(tmp_path: Path) -> None:
    assert refusal(_protected(tmp_path)) == "file.password_protected"


def test_another_password_does_not_open_it(tmp_path: Path) -> None:
    assert refusal(_protected(tmp_path), password="kuusi") == "file.wrong_password"
