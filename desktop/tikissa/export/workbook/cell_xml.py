"""Writes cells of a worksheet as XML."""

import re
from datetime import date, datetime, time, timedelta
from html import escape

from tikissa.export.typed_cell import Typed

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_SECONDS = 86_400


def cell_xml(prefix: bytes, reference: str, style: str | None, value: Typed, epoch_1904: bool = False) -> bytes:
    """Return `<c>` for a value. A text stands in the cell itself, so that the table of shared texts is left alone."""
    tag = prefix.decode()
    opening = f'<{tag}c r="{reference}"' + (f' s="{style}"' if style else "")
    match value:
        case None:
            return f"{opening}/>".encode()
        case bool():
            body = f' t="b"><{tag}v>{int(value)}</{tag}v>'
        case str():
            body = f' t="inlineStr"><{tag}is><{tag}t xml:space="preserve">{text_xml(value)}</{tag}t></{tag}is>'
        case _:
            body = f"><{tag}v>{number_text(serial(value, epoch_1904))}</{tag}v>"
    return f"{opening}{body}</{tag}c>".encode()


def formula_xml(prefix: bytes, reference: str, style: str | None, formula: str) -> bytes:
    """Return `<c>` for a formula without a result: the spreadsheet works it out on opening."""
    tag = prefix.decode()
    opening = f'<{tag}c r="{reference}"' + (f' s="{style}"' if style else "")
    return f"{opening}><{tag}f>{text_xml(formula)}</{tag}f></{tag}c>".encode()


def text_xml(text: str) -> str:
    """Return a text as XML; characters XML cannot hold are written `_x0001_` as Excel does."""
    safe = _NOT_XML.sub(lambda match: f"_x{ord(match[0]):04X}_", text)
    return escape(safe, quote=False).replace("\r", "_x000D_")


def serial(value: float | date | datetime | time | timedelta, epoch_1904: bool = False) -> float:
    """Return the number a spreadsheet keeps for a value."""
    match value:
        case datetime():
            return _days(value - (datetime(1904, 1, 1) if epoch_1904 else datetime(1899, 12, 30)))
        case date():
            return serial(datetime(value.year, value.month, value.day), epoch_1904)
        case time():
            return _days(timedelta(hours=value.hour, minutes=value.minute, seconds=value.second))
        case timedelta():
            return _days(value)
    return value


def number_text(number: float) -> str:
    """Return a number as Excel writes it: no decimals for whole ones below 1e15, where a float is exact."""
    return str(int(number)) if float(number).is_integer() and abs(number) < 1e15 else repr(number)


def _days(span: timedelta) -> float:
    return span.days + (span.seconds + span.microseconds / 1e6) / _SECONDS
