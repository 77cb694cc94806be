"""How people write: other ways to put a phone number down, and slips of the keyboard."""

from random import Random

from registers.names import MEN, SURNAMES, WOMEN

PHONE_STYLES = (
    lambda phone: f"{phone[:3]}-{phone[3:]}",
    lambda phone: phone,
    lambda phone: f"+358 {phone[1:3]} {phone[3:6]} {phone[6:]}",
    lambda phone: f"+358{phone[1:]}",
    lambda phone: f"+358 (0){phone[1:3]} {phone[3:]}",
    lambda phone: f"{phone[:3]} {phone[3:]}",
)
"""National digits to text; with the usual `040 123 4567` they make seven ways."""

_KNOWN = frozenset((*MEN, *WOMEN, *SURNAMES))


def _swap(text: str, place: int) -> str:
    return f"{text[:place]}{text[place + 1]}{text[place]}{text[place + 2 :]}"


def _drop(text: str, place: int) -> str:
    return text[:place] + text[place + 1 :]


def _double(text: str, place: int) -> str:
    return text[: place + 1] + text[place:]


SLIPS = (_swap, _drop, _double)


def slip(random: Random, text: str) -> str:
    """Return a text with one slip, after its second letter if it is long enough, never by chance another name."""
    while True:
        typed = random.choice(SLIPS)(text, random.randrange(min(2, len(text) - 2), len(text) - 1))
        if typed != text and typed not in _KNOWN:
            return typed


def mojibake(text: str) -> str:
    """Return a text whose UTF-8 was read as Windows-1252."""
    return text.encode("utf-8").decode("cp1252")
