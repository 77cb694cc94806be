#!/usr/bin/env bash
# A contact card of an old phone is refused because of one note with a line break, unless a flag is set that no error
# names.
#
# Guess: version 2.1 of the format, with its quoted-printable texts over several lines, is read as version 3.0 is: the
#   library is made for vCards.
# So: a name in quoted-printable is decoded without further ado; a text that goes on after a soft line break raises
#   ParseError for the whole card, and with allowQP=True it is read.
# Source: vobject 0.9.9, base.py (getLogicalLines, readComponents: allowQP=False); vCard 2.1, section 2.1.3.
# For us: cards are not read as registers yet; they are named with the way out.
# Needs: Python 3.11 or newer and PyPI
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'vobject==0.9.9'
cd "$work"
venv/bin/python - <<'PYTHON'
import sys
from importlib.metadata import version

import vobject

card = ("BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=A4kel=C3=A4;Aino;;;\r\n{}END:VCARD\r\n")
note = "NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:soita=0D=0A=\r\naamulla\r\n"
short = vobject.readOne(card.format("")).n.value.family
try:
    refused = vobject.readOne(card.format(note)) is None
except vobject.base.ParseError:
    refused = True
taken = vobject.readOne(card.format(note), allowQP=True).note.value
print("vobject", version("vobject"), short, "refused:", refused, "with allowQP:", repr(taken))
sys.exit("changed" if (short, refused, taken) != ("Mäkelä", True, "soita\r\naamulla") else 0)
PYTHON
