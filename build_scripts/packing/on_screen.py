"""A display of its own, to look at programs while nobody sits before the computer. Needs Xvfb and xdotool."""

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PACKAGES = ("xvfb", "xauth", "xdotool")
_TAKE_PICTURE = """
import sys
from PySide6.QtGui import QGuiApplication
application = QGuiApplication([])
sys.exit(not application.primaryScreen().grabWindow(0).save(sys.argv[1]))
"""


@contextmanager
def own_display() -> Iterator[str]:
    """Run a display of its own and yield its name. Raises SystemExit where none starts."""
    ready, told = os.pipe()  # the server takes a free number and tells it when it answers
    screen = ["-screen", "0", "1366x768x24", "-noreset", "-nolisten", "tcp", "-displayfd", str(told)]
    server = subprocess.Popen(["Xvfb", *screen], stderr=subprocess.DEVNULL, pass_fds=(told,))
    os.close(told)
    try:
        with os.fdopen(ready) as line:
            number = line.readline().strip()
        if not number:
            raise SystemExit("Xvfb did not start")
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()


def windows(display: str, process: int) -> list[str]:
    """Return the numbers of the windows a process shows: a dialog is one of its own."""
    search = ["xdotool", "search", "--onlyvisible", "--pid", str(process)]
    found = subprocess.run(search, env=os.environ | {"DISPLAY": display}, capture_output=True, text=True, check=False)
    return found.stdout.split()


def wait_for_window(display: str, process: int) -> None:
    """Wait until a process shows a window, a minute at most."""
    for _ in range(600):
        if windows(display, process):
            return
        time.sleep(0.1)


def take_picture(display: str, python: Path, target: Path) -> bool:
    """Take a picture of the whole display with the Qt of the given Python."""
    target.parent.mkdir(parents=True, exist_ok=True)
    surroundings = os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    command = [python, "-c", _TAKE_PICTURE, target]
    return subprocess.run(command, env=surroundings, timeout=60, check=False).returncode == 0
