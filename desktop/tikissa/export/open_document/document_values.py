"""Writes a value as an OpenDocument cell holds it: its attributes, and the paragraphs that show it."""

import re
from datetime import date, datetime, time, timedelta
from html import escape

from tikissa.export.open_document.document_formulas import as_in_document
from tikissa.export.open_document.pointing_tags import escaped
from tikissa.export.workbook.cell_xml import number_text
from tikissa.export.workbook.row_patch import CellEdit
from tikissa.files.number_format import days_since_1899, show_moment, show_number

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_BLANKS = re.compile(r"(?<=[ ]) +|^ +| +$")


def written_content(edit: CellEdit, code: str | None, kind: str) -> tuple[bytes, bytes]:
    """Return the attributes and the paragraphs of a content."""
    if edit.formula:
        return b' table:formula="of:=%b"' % escaped(as_in_document(edit.formula)), b""
    value = edit.value
    match value:
        case None:
            return b"", b""
        case bool():
            said, shown = f'boolean" office:boolean-value="{str(value).lower()}', str(value).upper()
        case str():
            said, shown = "string", value
        case datetime() | date():
            said, shown = (
                f'date" office:date-value="{_iso(value)}',
                show_moment(value, code or "d.m.yyyy"),
            )
        case time():
            return written_content(CellEdit(_length(value)), code, kind)
        case timedelta():
            said, shown = (
                f'time" office:time-value="{_duration(value)}',
                show_number(days_since_1899(value), code or "[h]:mm:ss")[0],
            )
        case _:
            said, shown = f'{kind}" office:value="{number_text(value)}', show_number(value, code or "General")[0]
    return f' office:value-type="{said}"'.encode(), paragraphs(shown)


def _iso(value: date | datetime) -> str:
    is_whole = not isinstance(value, datetime) or value.time() == time()
    return value.strftime("%Y-%m-%d").zfill(10) if is_whole else value.isoformat()


def _length(value: time) -> timedelta:
    return timedelta(hours=value.hour, minutes=value.minute, seconds=value.second, microseconds=value.microsecond)


def _duration(value: timedelta) -> str:
    seconds = abs(value).total_seconds()
    whole = int(seconds)
    fraction = f"{seconds - whole:.6f}"[1:].rstrip("0").rstrip(".")
    sign = "-" if value < timedelta(0) else ""
    return f"{sign}PT{whole // 3600:02}H{whole % 3600 // 60:02}M{whole % 60:02}{fraction}S"


def paragraphs(text: str) -> bytes:
    """Return a text as paragraphs, one a line, its tabs and blanks as the format wants them."""
    lines = _NOT_XML.sub("", text).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return "".join(f"<text:p>{_inline(line)}</text:p>" for line in lines).encode()


def _inline(line: str) -> str:
    blanks = _BLANKS.sub(lambda found: f"\x01{len(found[0])}\x02", line)
    escaped = escape(blanks, quote=False).replace("\t", "<text:tab/>")
    return re.sub("\x01(\\d+)\x02", r'<text:s text:c="\1"/>', escaped)
