"""The help page leads to what is outside of it: the logs, and new versions where they come out."""

from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from tikissa.gui.dialogs import help as help_page
from tikissa.gui.dialogs.help import HelpDialog


class Opened:
    """Stands where the desktop is: notes what it is asked to open."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.addresses: list[str] = []
        monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: self.addresses.append(url.toString()))


def test_the_folder_of_the_logs_is_opened_even_before_anything_went_wrong(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(help_page, "log_folder", lambda: tmp_path / "logs")
    opened, dialog = Opened(monkeypatch), HelpDialog()
    qtbot.addWidget(dialog)
    dialog.logs.click()
    assert (tmp_path / "logs").is_dir()
    assert opened.addresses == [(tmp_path / "logs").as_uri()]


def test_looking_for_a_new_version_only_opens_the_page(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    page = tmp_path / "download_page.txt"
    page.write_text("https://downloads.example/latest\n")
    monkeypatch.setattr(help_page, "_DOWNLOAD_PAGE", page)
    opened, dialog = Opened(monkeypatch), HelpDialog()
    qtbot.addWidget(dialog)
    dialog.news.click()
    assert opened.addresses == ["https://downloads.example/latest"]


def test_without_a_page_of_versions_none_is_offered(qtbot: QtBot) -> None:
    dialog = HelpDialog()
    qtbot.addWidget(dialog)
    assert dialog.news.isHidden()
    assert not dialog.logs.isHidden()
