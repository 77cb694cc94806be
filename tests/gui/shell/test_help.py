"""The help calls things as the window does, and leads to what is outside of it: the logs, and new versions."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtGui import QDesktopServices
from pytestqt.qtbot import QtBot

from tikissa.gui.shell import help_dialog as help_page
from tikissa.gui.shell.help_dialog import HelpDialog
from tikissa.messages import LANGUAGES
from tikissa.resources import resource


def _said_in_the_window(language: str) -> set[str]:
    """Return the texts of buttons, pages and the like, without their counts and the marks of their keys."""
    messages = ElementTree.parse(resource("i18n", f"tikissa_{language}.ts")).iter("message")
    texts = (element.text or "" for message in messages for element in message.iter())
    return {text.strip().split(" ({0})")[0] for text in texts}


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_and_buttons_go_by_the_names_they_have_in_the_window(language: str) -> None:
    help_text = resource("help", f"{language}.md").read_text(encoding="utf-8")
    named = re.findall(r"(?<!\*)\*([^*]+)\*(?!\*)", help_text) + re.findall(r"\d\. \*\*([^*]+)\.\*\*", help_text)
    assert len(named) >= 10
    assert [name for name in named if name not in _said_in_the_window(language)] == []


def test_the_help_is_as_long_in_every_language() -> None:
    lengths = {len(file.read_text(encoding="utf-8").split("\n\n")) for file in resource("help").glob("*.md")}
    assert len(lengths) == 1


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
