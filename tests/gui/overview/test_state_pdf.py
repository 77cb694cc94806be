"""The state of the register comes out as a page to print."""

from pathlib import Path

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from builders import TODAY
from tikissa.analysis.analyse import analyse
from tikissa.files.reader import read
from tikissa.gui.overview.state_pdf import document_to_print, write_guide, write_state_pdf
from tikissa.model.analysis import Settings
from tikissa.resources import resource


@pytest.mark.usefixtures("qapp")
def test_the_page_is_a_pdf(tmp_path: Path) -> None:
    analysis = analyse(read(resource("demo", "asiakasrekisteri.csv")), Settings(TODAY))
    target = tmp_path / "kunto.pdf"
    write_state_pdf(analysis, target)
    assert target.read_bytes().startswith(b"%PDF-")
    assert target.stat().st_size > 5000


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    analysis = analyse(read(resource("demo", "asiakasrekisteri.csv")), Settings(TODAY))
    with pytest.raises(FileNotFoundError):
        write_state_pdf(analysis, tmp_path / "none" / "kunto.pdf")


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(("name", "begin"), [("ohje.pdf", b"%PDF-"), ("ohje.xlsx", b"PK")])
def test_the_entry_guide_is_a_page_or_a_sheet(tmp_path: Path, name: str, begin: bytes) -> None:
    analysis = analyse(read(resource("demo", "asiakasrekisteri.csv")), Settings(TODAY))
    write_guide(analysis, tmp_path / name, None)
    assert (tmp_path / name).read_bytes().startswith(begin)


def test_letters_on_paper_are_measured_in_points_whatever_the_windows_font(qapp: QApplication) -> None:
    before = qapp.font()
    in_pixels = QFont(before)
    in_pixels.setPixelSize(13)
    qapp.setFont(in_pixels)
    font = document_to_print("<h1>A</h1><p>A</p>").defaultFont()
    qapp.setFont(before)
    assert (font.pixelSize(), font.pointSizeF() > 9) == (-1, True)
