"""Writes a number that is no date as its cell shows it."""

import re
from math import isfinite

from tikissa.files.format_code import NumberFormat, Token

SHOWN_AS_WRITTEN = re.compile(r"0|[1-9][0-9]{0,14}|(?=[0-9.]{3,16}$)(?:0|[1-9][0-9]*)\.[0-9]*[1-9]")
"""Numbers that a cell without a format shows as they are written in its file."""


def plain_number(value: float) -> str:
    """Return a number without a format: whole ones without decimals, others with the 15 digits Excel keeps."""
    if isfinite(value) and abs(value) < 1e21 and value == int(value):
        return str(int(value))
    return f"{value:.15g}"


def show_decimal(value: float, form: NumberFormat) -> str:
    """Return a number in the section of its format that is for its sign."""
    tokens, signed = _section(value, form)
    if any(token.kind == "general" for token in tokens):
        words = [plain_number(abs(value)) if token.kind == "general" else token.text for token in tokens]
        return ("-" if signed else "") + "".join(words).strip()
    pattern = "".join(token.text for token in tokens if token.kind == "number")
    if not set(pattern) & set("0#?") or any(token.text == "/" for token in tokens):
        literals = "".join(token.text for token in tokens if token.kind == "literal")
        return plain_number(value) if "/" in literals or not literals.strip() else literals.strip()
    percents = sum(token.kind == "percent" for token in tokens)
    body = _fill(abs(value) * 100**percents, tokens, pattern)
    return (("-" if signed and any(digit in "123456789" for digit in body) else "") + body).strip()


def _section(value: float, form: NumberFormat) -> tuple[tuple[Token, ...], bool]:
    """Return the tokens for a number of this sign, and whether a minus sign is to stand before them."""
    sections = form.sections
    if value < 0:
        return (sections[1], False) if len(sections) > 1 else (sections[0], True)
    return (sections[2] if value == 0 and len(sections) > 2 else sections[0]), False


def _fill(value: float, tokens: tuple[Token, ...], pattern: str) -> str:
    if "E" in pattern.upper():
        mantissa = pattern.upper().partition("E")[0].partition(".")[2]
        shown = f"{value:.{len(mantissa)}E}"
        return "".join(shown if token.kind == "number" else token.text for token in tokens)
    decimals = pattern.partition(".")[2]
    scale = len(pattern) - len(pattern.rstrip(","))
    digits = f"{value / 1000**scale:.{len(decimals.rstrip(','))}f}"
    before, _, after = digits.partition(".")
    return _place_whole(before, tokens) + _place_decimals(after, decimals, tokens)


def _place_whole(digits: str, tokens: tuple[Token, ...]) -> str:
    """Hand the digits of a whole number to the places before the decimal point, from the right; what is over stands
    at the first place."""
    places = [character for token in _before_point(tokens) for character in _spell(token)]
    left = digits if digits != "0" or any(place == ("place", "0") for place in places) else ""
    shown: list[str] = []
    open_places = sum(kind == "place" for kind, _ in places)
    for kind, text in reversed(places):
        if kind == "literal":
            shown.append(text)
            continue
        open_places -= 1
        taken = left if open_places == 0 else left[-1:]
        left = left[: len(left) - len(taken)]
        shown.append(taken or {"0": "0", "?": " "}.get(text, ""))
    return "".join(reversed(shown))


def _spell(token: Token) -> list[tuple[str, str]]:
    if token.kind != "number":
        return [("literal", "%" if token.kind == "percent" else token.text if token.kind == "literal" else "")]
    return [("place", character) for character in token.text.partition(".")[0] if character in "0#?"]


def _point(tokens: tuple[Token, ...]) -> int | None:
    """Return which of the tokens holds the decimal point."""
    return next((at for at, token in enumerate(tokens) if token.kind == "number" and "." in token.text), None)


def _before_point(tokens: tuple[Token, ...]) -> list[Token]:
    at = _point(tokens)
    if at is None:
        return list(tokens)
    return [*tokens[:at], Token("number", tokens[at].text.partition(".")[0])]


def _place_decimals(digits: str, pattern: str, tokens: tuple[Token, ...]) -> str:
    at = _point(tokens)
    if at is None:
        return ""
    least = len(pattern.rstrip(",").rstrip("#?"))
    kept = digits[:least] + digits[least:].rstrip("0")
    rest = "".join(
        "%" if token.kind == "percent" else token.text for token in tokens[at + 1 :] if token.kind != "number"
    )
    return (f".{kept}" if kept else "") + rest
