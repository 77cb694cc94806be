"""Text that was read in the wrong encoding once, and how it was meant."""

import re

_TRACES = re.compile("Ã.|Â.|â.{1,2}")
_LOST = re.compile(r"\ufffd|\?(?<=[a-zA-ZåäöÅÄÖ]\?)(?=[a-zåäöA-ZÅÄÖ])")
_BY_CODEC = ("cp1252", "latin-1")


def has_traces(text: str) -> bool:
    return bool(_TRACES.search(text))


def repaired(text: str) -> str | None:
    """Return what a text read as cp1252 says in UTF-8 ("MÃ¤kinen" is "Mäkinen"); None where it is no such text."""
    if not has_traces(text):
        return None
    for codec in _BY_CODEC:
        try:
            meant = text.encode(codec).decode("utf-8")
        except UnicodeError:
            continue
        return meant if meant != text else None
    return None


def has_lost_letters(text: str) -> bool:
    """Return whether letters of a text are gone for good: a replacement mark, or a question mark within a word."""
    return bool(_LOST.search(text))
