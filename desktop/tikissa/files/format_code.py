"""Takes the codes of number formats apart, such as `00000`, `d.m.yyyy` and `# ##0,00 "kpl";-0`."""

import re
from dataclasses import dataclass
from functools import cache

_BUILT_IN = {
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?",
    13: "# ??/??", 14: "d.m.yyyy", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM",
    20: "h:mm", 21: "h:mm:ss", 22: "d.m.yyyy h:mm", 37: "#,##0", 38: "#,##0", 39: "#,##0.00", 40: "#,##0.00",
    45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0", 49: "@",
}  # fmt: skip
"""ECMA-376 part 1, 18.8.30, with 14 and 22 as Excel shows them in Finland."""

_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|_(?P<space>.)|\*.|\[(?P<bracket>[^\]]*)\]'
    r"|(?P<general>[Gg]eneral|GENERAL)|(?P<ampm>AM/PM|A/P|am/pm|a/p)|(?P<date>[yY]+|[mM]+|[dD]+|[hH]+|[sS]+(?:\.0+)?)"
    r"|(?P<number>[0#?,.]+(?:[eE][+-][0#?]+)?)|(?P<percent>%)|(?P<other>.)",
    re.S,
)
_SYSTEM_DATES = {"$-F800": "d. mmmm yyyy", "$-F400": "h.mm.ss"}


@dataclass(frozen=True, slots=True)
class Token:
    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class NumberFormat:
    """A number format made ready: its sections as tokens, and whether it shows a date or a time."""

    sections: tuple[tuple[Token, ...], ...]
    general: bool
    dated: bool
    language: str


def built_in_code(number: int) -> str:
    """Return the code of a format Excel knows by its number; unknown ones, 27-36 and 50-58 of East Asia, by date."""
    return _BUILT_IN.get(number, "d.m.yyyy" if 27 <= number <= 36 or 50 <= number <= 58 else "General")


@cache
def parse_format(code: str) -> NumberFormat:
    """Take a number format code apart."""
    for system, shown in _SYSTEM_DATES.items():
        if f"[{system}]" in code:
            code = shown
    sections = tuple(_tokens(section) for section in _sections(code))
    dated = any(token.kind in ("date", "elapsed", "ampm") for token in sections[0])
    language = next((token.text for section in sections for token in section if token.kind == "language"), "")
    return NumberFormat(sections, code.strip().lower() in ("general", "@", ""), dated, language)


def _sections(code: str) -> list[str]:
    """Split at the semicolons that stand neither in quotes nor after a backslash."""
    parts = re.findall(r'((?:"[^"]*"|\\.|\[[^\]]*\]|[^;])*)(?:;|$)', code)
    return (parts[:-1] if len(parts) > 1 and not code.endswith(";") else parts) or [""]


def _tokens(section: str) -> tuple[Token, ...]:
    return tuple(token for match in _TOKEN.finditer(section) if (token := _token(match)))


def _token(match: "re.Match[str]") -> Token | None:
    kind, text = match.lastgroup or "", match.group(match.lastgroup or 0)
    match kind:
        case "quoted" | "escaped" | "other":
            return Token("literal", text)
        case "space":
            return Token("literal", " ")
        case "bracket":
            return _bracket(text)
        case "":
            return None
    return Token(kind, text)


def _bracket(text: str) -> Token | None:
    if re.fullmatch(r"[hH]+|[mM]+|[sS]+", text):
        return Token("elapsed", text.lower())
    currency, dash, language = text.removeprefix("$").rpartition("-")
    if not text.startswith("$"):
        return None
    if dash and not currency:
        return Token("language", language[-2:].upper() if language else "")
    return Token("literal", currency or text.removeprefix("$"))
