"""Asks which of several dropped files is the register; one is worked on at a time."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QInputDialog, QWidget


def choose_one(parent: QWidget, files: Sequence[Path]) -> Path | None:
    """Return the only file, or the one the user picks; None where the user picks none."""
    if len(files) == 1:
        return files[0]
    title = QCoreApplication.translate("WhichFile", "Several files")
    question = QCoreApplication.translate("WhichFile", "One register is worked on at a time. Which one is opened now?")
    names = [str(file.name) for file in files]
    chosen, is_chosen = QInputDialog.getItem(parent, title, question, names, 0, False)
    return files[names.index(chosen)] if is_chosen else None
