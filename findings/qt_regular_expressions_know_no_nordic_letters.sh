#!/usr/bin/env bash
# In Qt's regular expressions ä and ö are no letters of a word.
#
# Guess: \w and \b mean letters as in Python: Qt's strings are Unicode throughout.
# So: \w+ finds nothing in "äö", and \b sees no word begin before Äijälä but one in the middle of it, unless
#   UseUnicodePropertiesOption is set.
# Source: Qt 6.12, QRegularExpression ("the meaning of \w, \d … only match ASCII characters by default").
# For us: searching in the window folds texts itself and uses no regular expression of Qt's.
# Needs: Python 3.11 to 3.14, PyPI and the libraries Qt wants (libegl1 libgl1 libfontconfig1 libglib2.0-0
#   libdbus-1-3 libxkbcommon0)
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'PySide6-Essentials==6.12.0'
cd "$work"
venv/bin/python - <<'PYTHON'
import sys

from PySide6.QtCore import QRegularExpression, qVersion

unicode_too = QRegularExpression.PatternOption.UseUnicodePropertiesOption


def words(text: str, *options: QRegularExpression.PatternOption) -> list[str]:
    found = QRegularExpression(r"\b\w+\b", *options).globalMatch(text)
    seen = []
    while found.hasNext():
        seen.append(found.next().captured(0))
    return seen


plain, whole = words("\u00c4ij\u00e4l\u00e4 Oy"), words("\u00c4ij\u00e4l\u00e4 Oy", unicode_too)
print("Qt", qVersion(), "as it is:", plain, "with Unicode properties:", whole)
sys.exit("changed" if plain != ["ij", "l", "Oy"] or whole != ["\u00c4ij\u00e4l\u00e4", "Oy"] else 0)
PYTHON
