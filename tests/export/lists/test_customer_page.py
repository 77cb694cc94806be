"""The document of one customer's data is a page or a workbook that only its owner can read."""

import os
import stat
from pathlib import Path

import openpyxl
import pytest

from tikissa.export.lists.customer_page import write_customer_document
from tikissa.lists.customer_data import CustomerData, Part
from tikissa.model.problems import TargetProblem

DATA = CustomerData(
    "Asiakkaan tiedot", ("Tiedosto a.csv",), (Part("Tiedot nyt", ("Sarake", "Tieto"), (("Nimi", "Ek & Koe <Oy>"),)),)
)


@pytest.mark.parametrize("name", ["tiedot.html", "tiedot.xlsx"])
@pytest.mark.skipif(os.name == "nt", reason="Windows keeps files of a home folder to their owner by itself")
def test_only_the_owner_can_read_it(tmp_path: Path, name: str) -> None:
    write_customer_document(DATA, "fi", tmp_path / name)
    assert stat.S_IMODE((tmp_path / name).stat().st_mode) == 0o600


def test_a_page_says_everything_as_text(tmp_path: Path) -> None:
    write_customer_document(DATA, "fi", tmp_path / "tiedot.html")
    page = (tmp_path / "tiedot.html").read_text("utf-8")
    assert 'lang="fi"' in page
    assert "Ek &amp; Koe &lt;Oy&gt;" in page


def test_a_workbook_has_a_sheet_for_each_part(tmp_path: Path) -> None:
    write_customer_document(DATA, "fi", tmp_path / "tiedot.xlsx")
    workbook = openpyxl.load_workbook(tmp_path / "tiedot.xlsx")
    assert workbook.sheetnames == ["Asiakkaan tiedot", "Tiedot nyt"]
    assert [cell.value for cell in list(workbook["Tiedot nyt"].rows)[1]] == ["Nimi", "Ek & Koe <Oy>"]


def test_no_file_is_written_over(tmp_path: Path) -> None:
    (tmp_path / "tiedot.html").write_text("mine")
    with pytest.raises(TargetProblem):
        write_customer_document(DATA, "fi", tmp_path / "tiedot.html")
