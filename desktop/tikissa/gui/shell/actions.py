"""What can be done from anywhere in the window, as one list: the keys sheet and the header are made from it."""

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class ActionSpec:
    """`name` is the method of the window's commands that does it."""

    name: str
    text: str
    keys: str
    icon_name: str = ""


ACTIONS = (
    ActionSpec("undo", str(QT_TRANSLATE_NOOP("Actions", "Undo")), "Ctrl+Z", "undo"),
    ActionSpec("redo", str(QT_TRANSLATE_NOOP("Actions", "Redo")), "Ctrl+Y", "redo"),
    ActionSpec("open_file", str(QT_TRANSLATE_NOOP("Actions", "Open a register…")), "Ctrl+O", "file"),
    ActionSpec(
        "check_list", str(QT_TRANSLATE_NOOP("Actions", "Check a list against the register")), "Ctrl+L", "search"
    ),
    ActionSpec("save", str(QT_TRANSLATE_NOOP("Actions", "Go to saving")), "Ctrl+S", "save"),
    ActionSpec("history", str(QT_TRANSLATE_NOOP("Actions", "Your choices")), "Ctrl+H", "history"),
    ActionSpec("settings", str(QT_TRANSLATE_NOOP("Actions", "Settings")), "Ctrl+,", "settings"),
    ActionSpec("keys", str(QT_TRANSLATE_NOOP("Actions", "Keyboard shortcuts")), "F1", "help"),
    ActionSpec("help", str(QT_TRANSLATE_NOOP("Actions", "Help")), "Shift+F1", "help"),
    ActionSpec("quit", str(QT_TRANSLATE_NOOP("Actions", "Quit")), "Ctrl+Q"),
)


def action_text(spec: ActionSpec) -> str:
    return QCoreApplication.translate("Actions", spec.text)


def actions_for(window: QWidget) -> dict[str, QAction]:
    """Return one action for every entry of the list that the window has a method for, its keys working anywhere."""
    made = {}
    for spec in ACTIONS:
        action = QAction(window)
        action.setShortcut(QKeySequence(spec.keys))
        action.triggered.connect(getattr(window, spec.name))
        window.addAction(action)
        made[spec.name] = action
    return made


def retranslate(actions: dict[str, QAction]) -> None:
    for spec in ACTIONS:
        actions[spec.name].setText(action_text(spec))
