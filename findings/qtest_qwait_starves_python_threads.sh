#!/usr/bin/env bash
# A test that waits with QTest.qWait keeps Python's threads from running.
#
# Guess: qWait runs Qt's event loop, so a worker thread gets as far as with any other event loop.
# So: in the same time a Python thread gets several times as far beside a QEventLoop as beside qWait, which holds
#   the interpreter's lock between its short waits: a bench that waits so measures a program that is slower than it
#   is.
# Source: PySide6-Essentials 6.12.0, QtTest (qWait is called without letting go of the lock; QEventLoop.exec is
#   not).
# For us: benches and tests wait in an event loop or by pytest-qt's waitSignal.
# Needs: Python 3.11 to 3.14, PyPI and the libraries Qt wants (libegl1 libgl1 libfontconfig1 libglib2.0-0
#   libdbus-1-3 libxkbcommon0)
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'PySide6-Essentials==6.12.0'
cd "$work"
venv/bin/python - <<'PYTHON'
import os
import sys
import threading
import time

os.environ["QT_QPA_PLATFORM"] = "offscreen"
import PySide6
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

application = QApplication([])


def loop(milliseconds: int) -> None:
    waiting = QEventLoop()
    QTimer.singleShot(milliseconds, waiting.quit)
    waiting.exec()


def steps_beside(wait: object) -> int:
    steps, going = 0, True

    def work() -> None:
        nonlocal steps
        while going:
            steps += 1

    thread = threading.Thread(target=work)
    thread.start()
    time.sleep(0.05)
    began = steps
    wait(500)
    done = steps - began
    going = False
    thread.join()
    return done


ratios = sorted(steps_beside(loop) / max(1, steps_beside(QTest.qWait)) for _ in range(5))
print("PySide6", PySide6.__version__, "steps beside a loop : beside qWait", [round(ratio, 1) for ratio in ratios])
sys.exit("changed" if ratios[2] < 2 else 0)
PYTHON
