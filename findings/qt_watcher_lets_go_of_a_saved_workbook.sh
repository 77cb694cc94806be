#!/usr/bin/env bash
# A watched workbook is watched no more after the first time a spreadsheet saves it.
#
# Guess: a file that exists goes on being watched: it was never absent, as a program that saves safely writes beside
#   it and renames over it.
# So: fileChanged comes once, files() is empty afterwards, and later savings are not seen; a file written in place
#   stays watched. Spreadsheets save by renaming.
# Source: PySide6 6.12.0, QFileSystemWatcher (stops once a file has been renamed or removed); seen with inotify on
#   Linux.
# For us: whatever is watched is added again after each signal.
# Needs: Python 3.11 or newer and PyPI
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'PySide6-Essentials==6.12.0'
cd "$work"
venv/bin/python - <<'PYTHON'
import os
import pathlib
import sys

import PySide6
from PySide6.QtCore import QCoreApplication, QEventLoop, QFileSystemWatcher, QTimer

application = QCoreApplication([])
book = pathlib.Path("asiakkaat.xlsx")
book.write_text("one")
watcher, seen = QFileSystemWatcher([str(book)]), []
watcher.fileChanged.connect(seen.append)


def turn():
    loop = QEventLoop()
    QTimer.singleShot(500, loop.quit)
    loop.exec()


turn()
book.write_text("in place")
turn()
in_place, watched_then = len(seen), watcher.files()
beside = book.with_suffix(".tmp")
beside.write_text("beside")
os.replace(beside, book)
turn()
replaced, watched_now = len(seen) - in_place, watcher.files()
book.write_text("again")
turn()
later = len(seen) - in_place - replaced
print("PySide6", PySide6.__version__, "in place:", in_place > 0, watched_then, "replaced:", replaced > 0, watched_now, "later:", later)
changed = not (in_place and watched_then and replaced) or watched_now or later
sys.exit("changed" if changed else 0)
PYTHON
