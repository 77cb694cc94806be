"""Closes the window, as its user would, when the system asks the program to end: an installer, the end of a session."""

import os
import signal
from collections.abc import Callable

from PySide6.QtCore import QObject, QSocketNotifier


class Stopping(QObject):
    """Calls what closes the window on SIGTERM, where there is such a thing, until it is let go.

    Python hears a signal only between its own instructions, and an idle Qt runs none: a byte down a pipe wakes it.
    """

    def __init__(self, close: Callable[[], object], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._read, self._write = os.pipe()
        os.set_blocking(self._write, False)
        self._before = signal.getsignal(signal.SIGTERM)
        self._notifier = QSocketNotifier(self._read, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._drain)
        signal.set_wakeup_fd(self._write)
        signal.signal(signal.SIGTERM, lambda *_: close())

    def let_go(self) -> None:
        """Leave the signal to whoever had it before."""
        self._notifier.setEnabled(False)
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGTERM, self._before)
        os.close(self._read)
        os.close(self._write)

    def _drain(self) -> None:
        """Take the byte; that Python runs here at all is what lets it hear the signal."""
        os.read(self._read, 64)
