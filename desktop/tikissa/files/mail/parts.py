"""The parts of a message that tell what became of another one: reports, their texts, and the message sent back."""

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from email.header import decode_header, make_header
from email.message import Message
from email.parser import BytesParser, HeaderParser
from email.utils import getaddresses, parsedate_to_datetime

Fields = Message

_STATUS = ("message/delivery-status", "message/global-delivery-status")
_FEEDBACK = ("message/feedback-report",)
_DISPOSITION = ("message/disposition-notification", "message/global-disposition-notification")
_RETURNED = ("message/rfc822", "message/global", "text/rfc822-headers", "message/global-headers")

_OCTAL = re.compile(r"(?:\\[0-3][0-7]{2})+")
_TAG = re.compile(r"<[^<>]{1,2000}>")
_STYLE = re.compile(r"<style\b[^<]{0,20000}</style>", re.IGNORECASE)
_LONGEST_TEXT = 60_000
_LONGEST_FIELD = 20_000
"""A report says what it says in its first lines; what is longer is not read, however a stranger may have built it."""
_BLANK_LINE = re.compile(r"\n[ \t]*\n")


@dataclass(slots=True)
class Parts:
    """What a message holds: each block of its reports as fields, its own text, and the messages it returns."""

    statuses: list[Fields] = field(default_factory=list)
    feedback: list[Fields] = field(default_factory=list)
    dispositions: list[Fields] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)
    pages: list[str] = field(default_factory=list)
    returned: list[Message] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n\n".join(self.texts or self.pages)[:_LONGEST_TEXT]


def message_of(content: bytes) -> Message:
    """Return a message; what is damaged in it is left out. Raises RecursionError for one nested without end."""
    return BytesParser().parsebytes(content)


def parts_of(message: Message) -> Parts:
    """Return what a message holds by kind; reports nested in forwarded messages are left alone."""
    found = Parts()
    for part in _own_parts(message):
        kind = part.get_content_type()
        for kinds, blocks in (
            (_STATUS, found.statuses),
            (_FEEDBACK, found.feedback),
            (_DISPOSITION, found.dispositions),
        ):
            if kind in kinds:
                blocks += _blocks(part)
        if kind in _RETURNED:
            found.returned += _returned(part)
        elif kind == "text/html":
            found.pages.append(_plain(text_of(part)[:_LONGEST_TEXT]))
        elif kind.startswith("text/"):
            found.texts.append(text_of(part))
    return found


def _plain(page: str) -> str:
    """Return the words of a page; unescaping is left out, since addresses and codes need none."""
    return _TAG.sub(" ", _STYLE.sub(" ", page))


def _own_parts(message: Message) -> Iterator[Message]:
    """Yield the parts that are not inside another: those of a returned message are not the report's own."""
    waiting = [message]
    while waiting:
        part = waiting.pop(0)
        payload = part.get_payload()
        if part.get_content_maintype() == "multipart" and isinstance(payload, list):
            waiting[:0] = [inner for inner in payload if isinstance(inner, Message)]
        else:
            yield part


def _blocks(part: Message) -> list[Fields]:
    payload = part.get_payload()
    if isinstance(payload, list) and not part.get("Content-Transfer-Encoding", "").lower().startswith(("base", "quot")):
        return [block for block in payload if isinstance(block, Message) and block.keys()]
    blocks = (HeaderParser().parsestr(block.strip()) for block in _BLANK_LINE.split(text_of(part)))
    return [block for block in blocks if block.keys()]


def _returned(part: Message) -> list[Message]:
    payload = part.get_payload()
    if isinstance(payload, list):
        return [inner for inner in payload if isinstance(inner, Message)]
    return [HeaderParser().parsestr(text_of(part).lstrip())]


def text_of(part: Message) -> str:
    """Return a part's text. Servers write UTF-8 under any name or none, so that is tried first."""
    payload = part.get_payload(decode=True)
    if not isinstance(payload, bytes):
        inner = part.get_payload()
        payload = "\n\n".join(map(str, inner)).encode("utf-8", "surrogateescape") if isinstance(inner, list) else b""
    for charset in ("utf-8", part.get_content_charset() or "latin-1"):
        with suppress(LookupError, ValueError):
            return with_octals_read(payload.decode(charset)).replace("\r\n", "\n")
    return with_octals_read(payload.decode("latin-1"))


def header(fields: Message, name: str) -> str:
    """Return a field on one line, its letters read; "" where there is none."""
    said = fields.get(name)
    if said is None:
        return ""
    text = " ".join(str(said)[:_LONGEST_FIELD].split())
    raw = text.encode("utf-8", "surrogateescape")
    try:
        text = raw.decode("utf-8")
    except ValueError:
        text = raw.decode("latin-1")
    if "=?" in text:
        with suppress(ValueError, LookupError, AssertionError):
            text = str(make_header(decode_header(text)))
    return with_octals_read(text)


def addresses_in(fields: Message, *names: str) -> list[str]:
    """Return the addresses in these fields, each once."""
    said = [header(fields, name) for name in names]
    found = getaddresses([text for text in said if text])
    return [*dict.fromkeys(address for _, address in found if "@" in address)]


def day_of(fields: Message, *names: str) -> date | None:
    """Return the day of the first of these fields that tells one."""
    for name in names:
        with suppress(ValueError, TypeError, IndexError, OverflowError):
            return parsedate_to_datetime(header(fields, name)).date()
    return None


def with_octals_read(text: str) -> str:
    r"""Return a text in which Exim's `\303\244` is the letter it stands for."""

    def letters(found: re.Match[str]) -> str:
        raw = bytes(int(code, 8) for code in found[0].split("\\")[1:])
        return raw.decode("utf-8", "replace")

    return _OCTAL.sub(letters, text) if "\\" in text else text
