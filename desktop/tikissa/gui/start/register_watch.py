"""Notices, while the window is open, that a known register has been saved by another program; opens none of them."""

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

QUIET_MILLISECONDS = 700
"""A program that saves touches a file several times; what has been quiet for so long is done."""

Looks = dict[Path, tuple[float, int] | None]


class RegisterWatch(QObject):
    """`changed` comes once after a file, or several, came to have another date or size, came back or is gone."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._files = QFileSystemWatcher(self)
        self._looks: Looks = {}
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET_MILLISECONDS)
        self._quiet.timeout.connect(self._look)
        self._files.fileChanged.connect(self._quiet.start)
        self._files.directoryChanged.connect(self._quiet.start)

    def watch(self, paths: Iterable[Path]) -> None:
        """Watch these files and no others; their folders too, since a program may put a new file in a file's place."""
        self._looks = {path: _look_of(path) for path in paths}
        wanted = {str(place) for path in self._looks for place in (path, path.parent) if place.exists()}
        watched = {*self._files.files(), *self._files.directories()}
        if gone := [*(watched - wanted)]:
            self._files.removePaths(gone)
        if new := [*(wanted - watched)]:
            self._files.addPaths(new)

    def _look(self) -> None:
        before = self._looks
        self.watch(before)
        if self._looks != before:
            self.changed.emit()


def _look_of(path: Path) -> tuple[float, int] | None:
    try:
        seen = path.stat()
    except OSError:
        return None
    return seen.st_mtime, seen.st_size
