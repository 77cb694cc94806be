#!/usr/bin/env bash
# The usual repairer of garbled letters mends ä and ö of a Nordic name and leaves å.
#
# Guess: UTF-8 read as Windows-1252 is put right whatever letter it is: LÃ¥nggatan becomes Långgatan as MalmÃ¶
#   becomes Malmö.
# So: of 33 names ten stay garbled, all but one for å or Å (Håkan, Åsa, Åbo, Långgatan, Påhl …): "Ã¥" between
#   letters does not count as unlikely enough; in the same cell as a word with ö both are mended, so one column
#   holds both kinds.
# Source: ftfy 6.3.1, ftfy/badness.py, the pattern of unlikely sequences.
# For us: garbled letters are undone by our own reversal, cell by cell: of these 33 names it mends all but Šimko.
# Needs: Python 3.11 or newer and PyPI
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'ftfy==6.3.1'
cd "$work"
venv/bin/python - <<'PYTHON'
import sys
from importlib.metadata import version

import ftfy

print("ftfy", version("ftfy"))
NAMES = (
    "Åberg Ångström Långgatan Skåne Håkan Åsa Brålanda Ålandsvägen Piteå Malmö Mäkelä Nyköping Umeå Påhl Åbo ålderdom "
    "Gävle Östersund Åhléns Ærø Øst Ålesund Tromsø Üxküll Õismäe Šimko Żabka Åström Måla Blåvik Ärla Öland Älmhult"
).split()


def mended(name: str) -> str:
    return ftfy.fix_encoding(name.encode().decode("cp1252"))


left = [name for name in NAMES if mended(name) != name]
print(f"{len(left)} of {len(NAMES)} left garbled:", left)
together = ftfy.fix_encoding("L\u00c3\u00a5nggatan, Malm\u00c3\u00b6")
print("with a word with ö beside:", together)
EXPECTED = ["Åberg", "Långgatan", "Håkan", "Åsa", "Påhl", "Åbo", "ålderdom", "Ålesund", "Šimko", "Måla"]
sys.exit("changed" if left != EXPECTED or together != "Långgatan, Malmö" else 0)
PYTHON
