"""Which characters differ between what stands in a cell and what would: the eye is led to them."""

from difflib import SequenceMatcher
from html import escape

Span = tuple[int, int]
"""Start and end of a piece of text."""

LONGEST = 200
TOO_LITTLE_IN_COMMON = 0.34
SPACE_SIGN = "\N{OPEN BOX}"


def differing(before: str, after: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Return the pieces of `before` that go and the pieces of `after` that come.

    Texts that have little in common are marked whole: scattered letters would tell nothing, nor would a short name that
    happens to stand inside another.
    """
    if max(len(before), len(after)) > LONGEST:
        return _ends(before, after)
    blocks = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    common = sum(end - start for kind, start, end, _, _ in blocks if kind == "equal")
    if common < TOO_LITTLE_IN_COMMON * max(len(before), len(after)):
        return _whole(before), _whole(after)
    gone = tuple((start, end) for kind, start, end, _, _ in blocks if kind in ("delete", "replace"))
    come = tuple((start, end) for kind, _, _, start, end in blocks if kind in ("insert", "replace"))
    return gone, come


def _whole(text: str) -> tuple[Span, ...]:
    return ((0, len(text)),) if text else ()


def _ends(before: str, after: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """Mark what lies between the beginning and the end that long texts share."""
    shortest = min(len(before), len(after))
    start = next((place for place in range(shortest) if before[place] != after[place]), shortest)
    room = shortest - start
    end = next((place for place in range(room) if before[-1 - place] != after[-1 - place]), room)
    spans = ((start, len(text) - end) for text in (before, after))
    gone, come = (((first, last),) if last > first else () for first, last in spans)
    return gone, come


def with_signs(text: str, spans: tuple[Span, ...]) -> str:
    """Return the text with a sign for every space that goes: a line through a space would read as a hyphen."""
    for start, end in spans:
        if text[start:end].isspace():
            text = f"{text[:start]}{SPACE_SIGN * (end - start)}{text[end:]}"
    return text


def is_lined(piece: str) -> bool:
    """Tell whether a differing piece gets a line: a line under a space would read as a line of its own."""
    return not piece.isspace() and piece.strip(SPACE_SIGN) != ""


def marked_html(text: str, spans: tuple[Span, ...], background: str, line: str) -> str:
    """Return the text as HTML with its differing pieces on a background and with a line through or under them."""
    parts = []
    place = 0
    for start, end in spans:
        piece = text[start:end]
        style = f"background:{background}; text-decoration:{line if is_lined(piece) else 'none'}"
        parts.append(_shown(text[place:start]))
        parts.append(f'<span style="{style}">{_shown(piece)}</span>')
        place = end
    parts.append(_shown(text[place:]))
    return "".join(parts)


def _shown(text: str) -> str:
    return escape(text).replace(" ", "&nbsp;").replace("\n", "<br>")
