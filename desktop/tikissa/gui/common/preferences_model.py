"""What the user chose for every register, as the window sees it: changed in one place, kept on disk, told to all."""

from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from tikissa.app.preferences import Preferences, load_preferences, save_preferences


class PreferencesModel(QObject):
    changed = Signal()

    def __init__(self, file: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file = file
        self.current: Preferences = load_preferences(file)

    def change(self, **values: Any) -> None:
        """Change some of the preferences, named as in Preferences. A disk that cannot be written loses nothing now."""
        self.current = replace(self.current, **values)
        with suppress(OSError):
            save_preferences(self._file, self.current)
        self.changed.emit()
