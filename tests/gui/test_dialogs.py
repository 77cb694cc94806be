"""Every dialog: its controls have names, Tab reaches them, Esc closes it, and Enter does what is meant."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from gui.builders import model_of
from gui.test_accessible import CONTROLS, nameless
from tikissa.gui.common.password_dialog import PasswordDialog
from tikissa.gui.common.preferences_model import PreferencesModel
from tikissa.gui.common.problem_dialog import problem_box
from tikissa.gui.common.sure_dialog import sure_box
from tikissa.gui.elements.theme import Scheme, apply_theme
from tikissa.gui.rows.same_customer_dialog import SameCustomerDialog
from tikissa.gui.shell.help_dialog import HelpDialog
from tikissa.gui.shell.keys_dialog import KeysDialog
from tikissa.gui.shell.settings_dialog import SettingsDialog
from tikissa.gui.shell.what_files_dialog import WhatFilesDialog
from tikissa.model.problems import FileProblem
from tikissa.model.record import RecordId
from tikissa.text.phones import STYLES

PROTECTED = FileProblem("file.password_protected", "asiakkaat.xlsx")
TWO = (Path("asiakkaat.xlsx"), Path("messut.csv"))

DIALOGS: dict[str, Callable[[Path], QDialog]] = {
    "settings": lambda folder: SettingsDialog(PreferencesModel(folder / "preferences.json"), STYLES),
    "keys": lambda _: KeysDialog([]),
    "help": lambda _: HelpDialog(),
    "password": lambda _: PasswordDialog(PROTECTED),
    "two files": lambda _: WhatFilesDialog(TWO),
    "a list": lambda _: WhatFilesDialog(TWO[1:], TWO[0]),
    "problem": lambda _: problem_box(None, FileProblem("file.empty", "tyhjä.csv")),
    "unexpected": lambda _: problem_box(None, ValueError()),
    "sure": lambda _: sure_box(None, "Forget?", "Forget"),
    "same customer": lambda folder: SameCustomerDialog(model_of(folder).current, (RecordId(0), RecordId(2))),
}


@pytest.fixture(params=DIALOGS)
def dialog(request: pytest.FixtureRequest, tmp_path: Path, qtbot: QtBot) -> QDialog:
    made = DIALOGS[request.param](tmp_path)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    return made


def tabbed(dialog: QDialog, qtbot: QtBot) -> set[QWidget]:
    """Return what Tab comes to, all the way round."""
    met: set[QWidget] = set()
    for _ in range(60):
        qtbot.keyClick(QApplication.focusWidget() or dialog, Qt.Key.Key_Tab)
        if (focused := QApplication.focusWidget()) is not None:
            met.add(focused)
    return met


def test_every_control_has_a_name(dialog: QDialog) -> None:
    assert nameless(dialog) == []


def test_tab_reaches_every_control(dialog: QDialog, qtbot: QtBot) -> None:
    met = tabbed(dialog, qtbot)
    controls = [widget for widget in dialog.findChildren(QWidget) if isinstance(widget, CONTROLS)]
    wanted = [
        widget
        for widget in controls
        if widget.isVisible() and widget.isEnabled() and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert [widget for widget in wanted if widget not in met and not is_reached_by_arrows(widget)] == []
    assert met


def is_reached_by_arrows(widget: QWidget) -> bool:
    """Tell of the choices of which Tab comes to the one that is made, as everywhere."""
    return getattr(widget, "group", lambda: None)() is not None


def test_esc_closes_it(dialog: QDialog, qtbot: QtBot) -> None:
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert dialog.result() != QDialog.DialogCode.Accepted


def test_enter_opens_the_file_once_there_is_a_password(qtbot: QtBot) -> None:
    dialog = PasswordDialog(PROTECTED)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClick(dialog.password, Qt.Key.Key_Return)
    assert dialog.isVisible()
    qtbot.keyClicks(dialog.password, "koivu")
    qtbot.keyClick(dialog.password, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_enter_goes_on_with_the_likeliest_answer(qtbot: QtBot) -> None:
    dialog = WhatFilesDialog(TWO)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.keyClick(dialog.check, Qt.Key.Key_Return)
    assert dialog.result() == QDialog.DialogCode.Accepted


def test_enter_alone_loses_nothing_for_good(qtbot: QtBot) -> None:
    box = sure_box(None, "Forget?", "Forget")
    qtbot.addWidget(box)
    box.show()
    qtbot.keyClick(box, Qt.Key.Key_Return)
    assert box.clickedButton() is box.defaultButton()


@pytest.mark.parametrize("percent", [100, 150, 200])
def test_nothing_is_squeezed_where_texts_take_more_lines(qtbot: QtBot, qapp: QApplication, percent: int) -> None:
    apply_theme(qapp, Scheme.LIGHT, percent)
    dialog = WhatFilesDialog(TWO)
    qtbot.addWidget(dialog)
    dialog.show()
    qtbot.waitExposed(dialog)
    layout = dialog.layout()
    assert layout is not None
    assert dialog.height() == layout.totalHeightForWidth(dialog.width())
    assert dialog.register.geometry().bottom() < dialog.checked.geometry().top()
    apply_theme(qapp, Scheme.LIGHT)


@pytest.mark.parametrize("percent", [100, 200])
def test_a_long_question_fits_a_laptops_screen(qtbot: QtBot, qapp: QApplication, percent: int) -> None:
    apply_theme(qapp, Scheme.LIGHT, percent)
    files = "\n".join(
        f"• /home/kayttaja/Asiakirjat/asiakkaat/asiakasrekisteri-muutosloki-{place}.xlsx" for place in range(4)
    )
    box = sure_box(None, f"{'Unohdetaanko rekisteri ja siihen tehdyt valinnat? ' * 5}\n\n{files}", "Unohda")
    qtbot.addWidget(box)
    box.show()
    assert box.height() < 640
    assert box.width() < 1280
    apply_theme(qapp, Scheme.LIGHT)
