"""The business ids in the Finnish trade register on one day, as a bit for each id there can be: 0.3 MB, so that it
ships with the program where it could be made.

The file: a line that names its form, a line of JSON (day, count, source, licence), then the bits, packed with LZMA. A
bit stands at the id's first seven digits, since the eighth follows from them. Data: PRH's open file, CC BY 4.0.
"""

import json
import lzma
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from tikissa.resources import resource

SHIPPED = resource("reference", "trade_register_ids.bits")
"""Made by the release, `refresh_reference.py --trade-register`; a checkout and a Python package have none."""

_FORM = b"tikissa trade register ids 1"
_ROOM = 10_000_000
_SOURCE = "Patentti- ja rekisterihallitus, Verohallinto: YTJ, avoin data"
_LARGEST = 4_000_000


@dataclass(frozen=True, eq=False)
class IdSet:
    """`newest` is the highest id (without its dash): a higher one is younger than the day."""

    day: date
    newest: int
    count: int
    _bits: NDArray[np.uint8]

    def holds(self, number: int) -> bool:
        """Say whether the company of an id, without its dash, was in the register."""
        place = number // 10
        return place < _ROOM and bool(self._bits[place >> 3] & (128 >> (place & 7)))


def packed_ids(numbers: Iterable[int], day: date) -> bytes:
    """Return the file of these ids, each without its dash."""
    bits = np.zeros(_ROOM, np.bool_)
    bits[np.fromiter(numbers, np.int64) // 10] = True
    facts = {"day": day.isoformat(), "count": int(bits.sum()), "source": _SOURCE, "licence": "CC BY 4.0"}
    head = b"\n".join((_FORM, json.dumps(facts, ensure_ascii=False).encode(), b""))
    return head + lzma.compress(np.packbits(bits).tobytes(), preset=9)


@lru_cache(maxsize=2)
def ids_in(path: Path) -> IdSet | None:
    """Return the ids of a file, None where there is none or it is damaged: then nothing is said."""
    try:
        form, facts, packed = path.read_bytes()[:_LARGEST].split(b"\n", 2)
        told = json.loads(facts)
        unpacking = lzma.LZMADecompressor()
        bits = np.frombuffer(unpacking.decompress(packed, _ROOM // 8 + 1), np.uint8)
        day, count = date.fromisoformat(told["day"]), int(told["count"])
    except (OSError, ValueError, KeyError, TypeError, lzma.LZMAError):
        return None
    is_whole = form == _FORM and unpacking.eof and len(bits) == _ROOM // 8
    places = np.flatnonzero(bits) if is_whole else np.empty(0, np.intp)
    if not len(places) or int(np.unpackbits(bits).sum()) != count:
        return None
    last = int(places[-1])
    newest = last * 8 + 7 - (int(bits[last]) & -int(bits[last])).bit_length() + 1
    return IdSet(day, newest * 10 + 9, count, bits)
