#!/usr/bin/env bash
# Asking once more whether a person wants high contrast raises an error, if the answer's changes are listened to.
#
# Guess: the object with the hints on accessibility lives as long as the application, so that it can be asked for at
#   any time, as the style hints can.
# So: once a signal of styleHints().accessibility() is connected and nobody holds what styleHints() returned, every
#   further styleHints().accessibility() raises RuntimeError: Internal C++ object (QAccessibilityHints) already
#   deleted. Held by a name, both go on.
# Source: PySide6 6.12.0, QGuiApplication.styleHints and QStyleHints.accessibility (since Qt 6.10); the wrapper of the
#   child goes with the temporary wrapper of its parent.
# For us: the window keeps both, and a test starts it with them connected.
# Needs: Python 3.11 or newer and PyPI
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'PySide6-Essentials==6.12.0'
cd "$work"
venv/bin/python - <<'PYTHON'
import os
import sys

os.environ["QT_QPA_PLATFORM"] = "offscreen"
import PySide6
from PySide6.QtGui import QGuiApplication

application = QGuiApplication([])


def listen(hints):
    hints.contrastPreferenceChanged.connect(print)


held = application.styleHints()
kept = held.accessibility()
listen(kept)
asked_while_held = application.styleHints().accessibility().contrastPreference()
del held, kept
listen(application.styleHints().accessibility())
try:
    told = str(application.styleHints().accessibility().contrastPreference())
except RuntimeError as error:
    told = str(error)
print("PySide6", PySide6.__version__, "held:", asked_while_held, "not held:", told)
sys.exit("changed" if "already deleted" not in told else 0)
PYTHON
