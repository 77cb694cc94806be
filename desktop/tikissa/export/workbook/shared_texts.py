"""Blanks the shared texts no cell shows any more: a customer who was removed must not stay in the file unseen."""

import re
from collections.abc import Iterable, Iterator, Set

from tikissa.files.readers.xlsx_package import shared_texts

_REFERENCE = re.compile(rb"\st\s*=\s*[\"']s[\"'][^>]*>\s*<(?:[\w.-]+:)?v(?:\s[^>]*)?>\s*(\d+)")
_USUAL_REFERENCE = re.compile(rb' t="s"><v>(\d+)')
_OPENING = re.compile(rb"<((?:[\w.-]+:)?)si(?=[\s/>])[^>]*?(/?)>")


def references_to_texts(xml: bytes) -> Iterable[bytes]:
    """Return the numbers of the shared texts that the cells in a piece of a sheet refer to, as they are written."""
    found = _USUAL_REFERENCE.findall(xml)
    is_usual = len(found) == xml.count(b't="s"') and b"t='s'" not in xml and b"t =" not in xml
    return found if is_usual else _REFERENCE.findall(xml)


def without_texts(shared: bytes, numbers: Set[int]) -> bytes:
    """Return the table of shared texts, those of these numbers blank; the others keep their numbers."""
    pieces, place = [], 0
    for start, end, prefix in entries(shared, numbers):
        pieces += [shared[place:start], b"<%bsi><%bt/></%bsi>" % (prefix, prefix, prefix)]
        place = end
    return b"".join([*pieces, shared[place:]])


def texts_at(shared: bytes, numbers: Set[int]) -> dict[int, str]:
    """Return the texts of these numbers, as a person sees them."""
    wanted = sorted(numbers)
    found = (shared[start:end] for start, end, _ in entries(shared, numbers))
    opening = shared[: match.start()] if (match := _OPENING.search(shared)) else b""
    root = opening[opening.rfind(b"<") :]
    name = root[1:].split(None, 1)[0].rstrip(b">") if root else b""
    table = root + b"".join(found) + b"</%b>" % name
    return dict(zip(wanted, shared_texts(table), strict=False)) if wanted and root else {}


def entries(shared: bytes, numbers: Set[int]) -> Iterator[tuple[int, int, bytes]]:
    """Yield where the texts of these numbers start and end, and the prefix of their tags; none is held meanwhile."""
    last = max(numbers, default=-1)
    for number, opening in enumerate(_OPENING.finditer(shared)):
        if number > last:
            return
        if number in numbers:
            close = b"</%bsi>" % opening[1]
            end = opening.end() if opening[2] else shared.index(close, opening.end()) + len(close)
            yield opening.start(), end, opening[1]
