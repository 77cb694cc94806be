#!/usr/bin/env bash
# A field for longer texts hands every no-break space back as an ordinary one.
#
# Guess: toPlainText() returns the characters that setPlainText() was given.
# So: U+00A0 comes back as U+0020, and U+2028, a carriage return or both as a line feed: a cell that was opened and
#   closed untouched would count as edited. QLineEdit changes nothing, line breaks included.
# Source: Qt 6.12, QTextDocument::toPlainText ("nbsp is converted to a space"; toRawText keeps it); QLineEdit::text.
# For us: a cell is edited in a QLineEdit, and an edit counts only where the text differs from the one that was
#   shown.
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

os.environ["QT_QPA_PLATFORM"] = "offscreen"
from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

application = QApplication([])
given = "10\u00a0rue\u2028Paris\r\nFR"
area, line = QPlainTextEdit(), QLineEdit()
area.setPlainText(given)
line.setText(given)
print("Qt", qVersion(), "area:", repr(area.toPlainText()), "line:", repr(line.text()))
sys.exit("changed" if (area.toPlainText(), line.text()) != ("10 rue\nParis\nFR", given) else 0)
PYTHON
