"""The window closes in good order when the system asks the program to end."""

import subprocess
import sys

import pytest
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from tikissa.gui.shell.stopping import Stopping


@pytest.mark.skipif(sys.platform == "win32", reason="Windows asks the window itself")
def test_a_window_nobody_touches_is_closed_as_its_user_would_close_it(qapp: QApplication) -> None:
    waiting, asking = QEventLoop(qapp), []
    stopping = Stopping(waiting.quit)
    QTimer.singleShot(0, lambda: asking.append(subprocess.Popen(["sh", "-c", "kill -TERM $PPID"])))
    QTimer.singleShot(60_000, lambda: waiting.exit(1))  # milliseconds
    try:
        assert waiting.exec() == 0
        assert asking[0].wait() == 0
    finally:
        stopping.let_go()
