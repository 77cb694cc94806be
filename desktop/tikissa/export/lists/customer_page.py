"""Writes what the register holds on one customer as a file for the owner alone: a page to print, or a workbook."""

from collections.abc import Iterator
from html import escape
from pathlib import Path
from typing import IO

from tikissa.export.lists.list_file import Sheet, fill_workbook, is_workbook
from tikissa.export.target import Drafts
from tikissa.lists.customer_data import CustomerData, Part
from tikissa.model.progress import NoProgress

_STYLE = """
body { font-family: sans-serif; font-size: 10.5pt; color: #1C2321; }
body { max-width: 21cm; margin: 1.5cm auto; padding: 0 1cm; }
h1 { font-size: 18pt; margin: 0 0 .4cm; }
h2 { font-size: 13pt; color: #0B6B5D; margin: .8cm 0 .2cm; }
p { color: #55605C; margin: .1cm 0; }
table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 1px solid #D9DDD8; padding: 3px 8px 3px 0; text-align: left; vertical-align: top; }
th { color: #55605C; font-weight: normal; }
td { white-space: pre-line; overflow-wrap: anywhere; }
@media print { body { margin: 0; max-width: none; padding: 0; } tr { break-inside: avoid; } }
"""


def write_customer_document(data: CustomerData, language: str, target: Path) -> None:
    """Write the document, readable by its owner alone. Raises TargetProblem where the file cannot be written."""
    with Drafts() as drafts:
        drafts.write(target, lambda stream: _write(data, language, is_workbook(target), stream))
        drafts.publish()


def _write(data: CustomerData, language: str, as_workbook: bool, stream: IO[bytes]) -> None:
    if as_workbook:
        fill_workbook([*_sheets(data)], stream, NoProgress())
    else:
        stream.write(document(data, language).encode())


def _sheets(data: CustomerData) -> Iterator[Sheet]:
    yield Sheet(data.title, [(data.title,), *((line,) for line in data.lead)], has_headers=False)
    for part in data.parts:
        yield Sheet(part.title, [part.headers, *part.rows])


def document(data: CustomerData, language: str) -> str:
    """Return the document as an HTML page of its own."""
    title = escape(data.title)
    lead = "".join(f"<p>{escape(line)}</p>" for line in data.lead)
    return (
        f'<!DOCTYPE html>\n<html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>'
        f"<style>{_STYLE}</style></head><body><h1>{title}</h1>{lead}{''.join(map(_table, data.parts))}</body></html>\n"
    )


def _table(part: Part) -> str:
    head = "".join(f'<th scope="col">{escape(header)}</th>' for header in part.headers)
    rows = "".join(f"<tr>{''.join(f'<td>{escape(cell)}</td>' for cell in row)}</tr>\n" for row in part.rows)
    return f"<h2>{escape(part.title)}</h2><table><tr>{head}</tr>\n{rows}</table>"
