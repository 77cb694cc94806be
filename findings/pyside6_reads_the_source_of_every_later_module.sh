#!/usr/bin/env bash
# Once Qt for Python is imported, every module imported after it has its source file opened, though its compiled form is at hand.
#
# Guess: importing a module with a valid .pyc never opens its .py.
# So: with PySide6 imported first, importing imaplib opens the .py of every module that it and its imports bring in;
#   without it, none. A start that imports much after Qt pays for it.
# Source: shiboken6 6.12.0, shibokensupport/feature.py (the import hook that looks whether a module switches a
#   feature such as snake_case on, by searching its source).
# For us: the window's start imports what it needs before PySide6, and as little as it can after it.
# Needs: Python 3.11 to 3.14, PyPI and the libraries Qt wants (libegl1 libgl1 libfontconfig1 libglib2.0-0
#   libdbus-1-3 libxkbcommon0)
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'PySide6-Essentials==6.12.0'
cd "$work"
venv/bin/python - <<'PYTHON'
import subprocess
import sys

CHILD = """
import sys
opened = []
sys.addaudithook(lambda event, args: opened.append(args[0])
                 if event == "open" and isinstance(args[0], str) and args[0].endswith(".py") else None)
{first}
before = len(opened)
import imaplib
print(len(set(opened[before:])))
"""


def sources_opened(first: str) -> int:
    answer = subprocess.run([sys.executable, "-c", CHILD.format(first=first)], capture_output=True, text=True, check=True)
    return int(answer.stdout)


sources_opened("")  # compiles what was not compiled yet
without, with_qt = sources_opened(""), sources_opened("import PySide6.QtCore")
print("source files opened to import imaplib: without", without, "after PySide6", with_qt)
sys.exit("changed" if without or with_qt < 5 else 0)
PYTHON
