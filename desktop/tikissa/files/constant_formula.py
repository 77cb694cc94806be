"""Tells formulas that always give the same value, as `=TRUE()`, `=358401234567` or `="00100"`, from those that work
something out of other cells: LibreOffice makes such a formula of every truth value of Excel."""

import re

_LITERAL = (
    r"\"(?:[^\"]|\"\")*+\""
    r"|(?:\d++\.?\d*+|\.\d++)(?:E[-+]?\d++)?+(?![\w.!(:])"
    r"|(?:TRUE|FALSE)(?![\w.!(:])(?:\(\s*\))?"
)
"""Texts and numbers give back nothing of what they took (`++`): a long one followed by a name would be tried at every
length."""

_CALL = r"(?:TRUE|FALSE)\(\s*\)|(?:DATE|TIME)\("
_CONSTANT = re.compile(rf"(?>\s|{_CALL}|{_LITERAL}|[-+*/^&=<>%(),;])+", re.IGNORECASE)
_SAYS_SOMETHING = re.compile(r"[\w\"]")


def is_constant(formula: str) -> bool:
    """Say whether a formula, without the `=` before it, names no cell, name or function whose result could change."""
    return bool(_CONSTANT.fullmatch(formula) and _SAYS_SOMETHING.search(formula))
