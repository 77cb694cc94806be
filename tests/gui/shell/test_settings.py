"""What is chosen in the settings counts at once and is there the next time."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QComboBox, QFileDialog
from pytestqt.qtbot import QtBot

from tikissa.gui.common.dialog_sizes import FRAME
from tikissa.gui.common.preferences_model import PreferencesModel
from tikissa.gui.shell.application import Dress
from tikissa.gui.shell.settings_dialog import SettingsDialog
from tikissa.text.phones import STYLES


@pytest.fixture
def preferences(tmp_path: Path) -> PreferencesModel:
    return PreferencesModel(tmp_path / "preferences.json")


@pytest.fixture
def dialog(qtbot: QtBot, preferences: PreferencesModel) -> SettingsDialog:
    made = SettingsDialog(preferences, STYLES)
    qtbot.addWidget(made)
    return made


def pick(box: QComboBox, place: int) -> None:
    box.setCurrentIndex(place)
    box.activated.emit(place)


def test_the_way_dates_are_written_asks_for_a_new_look_at_the_register(
    dialog: SettingsDialog, preferences: PreferencesModel, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(dialog.analysis_changed):
        pick(dialog.date_style, 2)
    assert preferences.current.date_style == "2020-02-01"


def test_saved_files_go_beside_the_original_until_a_folder_is_chosen_and_again_when_it_is_given_up(
    dialog: SettingsDialog, preferences: PreferencesModel, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert preferences.current.save_folder is None
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    pick(dialog.folder, dialog.folder.count() - 1)
    assert preferences.current.save_folder == str(tmp_path)
    assert dialog.folder.currentText() == str(tmp_path)
    again = PreferencesModel(tmp_path / "preferences.json")
    assert again.current.save_folder == str(tmp_path)
    pick(dialog.folder, 0)
    assert preferences.current.save_folder is None


def test_a_folder_that_is_not_chosen_after_all_changes_nothing(
    dialog: SettingsDialog, preferences: PreferencesModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    pick(dialog.folder, dialog.folder.count() - 1)
    assert preferences.current.save_folder is None
    assert dialog.folder.currentIndex() == 0


def test_the_dialog_grows_with_the_text_it_lets_one_choose(preferences: PreferencesModel, qtbot: QtBot) -> None:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    dress = Dress(application, preferences)
    dialog = SettingsDialog(preferences, STYLES)
    qtbot.addWidget(dialog)
    dialog.show()
    before = dialog.width()
    pick(dialog.text_size, 2)
    room = dialog.screen().availableSize().width() - FRAME
    qtbot.waitUntil(lambda: dialog.width() == min(round(before * 1.3), room))
    pick(dialog.text_size, 0)
    qtbot.waitUntil(lambda: dialog.width() == before)
    del dress


def test_the_name_of_a_field_stands_in_line_with_it_and_all_fields_begin_in_one_line(
    dialog: SettingsDialog, qtbot: QtBot
) -> None:
    dialog.show()
    qtbot.waitExposed(dialog)
    begins = set()
    for field, name in dialog.names.items():
        assert abs(field.geometry().center().y() - name.geometry().center().y()) <= 1
        begins.add(field.geometry().left())
    assert len(begins) == 1
