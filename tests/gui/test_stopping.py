"""The window closes in good order when the system asks the program to end."""

import os
import subprocess
import sys

import pytest
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication

from tikissa.gui.stopping import Stopping


@pytest.mark.skipif(sys.platform == "win32", reason="Windows asks the window itself")
def test_a_window_nobody_touches_is_closed_as_its_user_would_close_it(qapp: QApplication) -> None:
    waiting = QEventLoop(qapp)
    stopping = Stopping(waiting.quit)
    QTimer.singleShot(0, lambda: subprocess.Popen(["kill", "-TERM", str(os.getpid())]).wait())
    try:
        waiting.exec()  # ends only when it is heard
    finally:
        stopping.let_go()
