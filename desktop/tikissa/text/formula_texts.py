"""Texts that a spreadsheet would work out when it opens a CSV file, and how they are written so that it shows them.

A cell of a CSV file has no type: what begins as a formula does is one. An apostrophe in front makes it a text again
(OWASP, CSV Injection). Numbers and telephone numbers begin the same way and are left alone.
"""

import re

_STARTS = "=+-@\t\r＝＋－＠"
_BLANKS = " \n\u00a0\u200b\ufeff"
_NUMBER = r"[+-]?\s?\d[\d\s.,]*(?:[eE][+-]?\d+)?(?:\s?[€$£%]|\s[A-Za-z]{1,3})?"
_PHONE = r"(?:\+\s?)?\(?\d[\d\s().-]*+"
_HARMLESS = re.compile(rf"{_NUMBER}|(?=\+){_PHONE}(?:[,;/]\s*{_PHONE})*|[-+\s]*")

_APOSTROPHE = "'"


def would_run(text: str) -> bool:
    """Say whether a spreadsheet would take a text in a CSV file for a formula."""
    bare = text.lstrip(_BLANKS)
    return bare.startswith(tuple(_STARTS)) and (bare[0] in "\t\r" or not _HARMLESS.fullmatch(bare))


def shown_as_text(text: str) -> str:
    """Return what to write into a CSV file so that a spreadsheet shows the text; `as_it_was` is the way back."""
    return _APOSTROPHE + text if would_run(text.lstrip(_APOSTROPHE)) else text


def as_it_was(written: str) -> str:
    """Return the text that `shown_as_text` was given."""
    bare = written.lstrip(_APOSTROPHE)
    return written[1:] if bare != written and would_run(bare) else written
