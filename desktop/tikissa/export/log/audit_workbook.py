"""Writes the change log as a workbook: a summary anybody can read, and the list of changes."""

import re
from collections import Counter
from typing import IO

import xlsxwriter

from tikissa.export.log.audit_line import AuditLine, LineKind
from tikissa.export.log.audit_log import AuditLog
from tikissa.export.row_by_row import new_workbook
from tikissa.messages import say, title
from tikissa.model.progress import Progress

CUT_MARK = "…(jsonl)"

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_LONGEST = 32_000
_MOST_LINES = 1_048_000
_WIDTHS = (6, 24, 14, 14, 8, 18, 8, 28, 28, 26, 48, 14, 10, 10, 30, 30, 20)
_TECHNICAL = ("before_cell", "after_cell", "previous")
_OFTEN = 500


def write_audit_workbook(log: AuditLog, target: IO[bytes], progress: Progress) -> None:
    """Write the log; past a sheet's length the list goes on in another sheet."""
    language = log.subject.language
    with new_workbook(target) as workbook:
        _write_summary(workbook, log, language)
        for first in range(0, len(log.lines), _MOST_LINES):
            number = f" {first // _MOST_LINES + 1}" if first else ""
            sheet = workbook.add_worksheet(say(language, "audit.sheet_changes") + number)
            _write_list(workbook, sheet, log.lines[first : first + _MOST_LINES], language, progress)


def summary(log: AuditLog, language: str) -> list[tuple[str, str | int]]:
    """Return the lines of the summary: what was done, the row arithmetic, counts by kind, files and settings."""
    subject = log.subject
    arithmetic = [
        ("audit.rows_in", subject.rows_in),
        ("audit.rows_kept", subject.kept),
        ("audit.rows_merged", subject.merged),
        ("audit.rows_archived", subject.archived),
        ("audit.rows_removed", subject.removed),
        *((("audit.rows_added", subject.added),) if subject.added else ()),
    ]
    files = [
        ("audit.original", subject.original),
        ("audit.original_hash", subject.original_sha256),
        ("audit.cleaned", subject.cleaned),
        ("audit.cleaned_hash", subject.cleaned_sha256),
        ("audit.sheet", subject.sheet),
        ("audit.version", subject.version),
        ("audit.saved", log.lines[0].time),
    ]
    return [
        (say(language, "audit.title"), ""),
        ("", ""),
        *((say(language, code), count) for code, count in arithmetic),
        ("", ""),
        (say(language, "audit.counts"), ""),
        *_counts(log, language),
        ("", ""),
        *((say(language, code), text) for code, text in files),
        *((name, value) for name, value in subject.settings.items()),
        ("", ""),
        (say(language, "audit.personal_data"), ""),
        (say(language, "audit.masked_note"), ""),
    ]


def _counts(log: AuditLog, language: str) -> list[tuple[str, str | int]]:
    counts = Counter(line.rule for line in (*log.changes, *log.repointed))
    named = [(title(language, code), count) for code, count in counts.most_common()]
    without_effect = sum(line.kind == LineKind.NO_EFFECT for line in log.lines)
    return [*named, (say(language, "audit.without_effect"), without_effect)]


def _write_summary(workbook: xlsxwriter.Workbook, log: AuditLog, language: str) -> None:
    sheet = workbook.add_worksheet(say(language, "audit.sheet_summary"))
    sheet.set_column(0, 0, 48)
    sheet.set_column(1, 1, 70)
    bold = workbook.add_format({"bold": True, "font_size": 14})
    for number, (name, value) in enumerate(summary(log, language)):
        sheet.write_string(number, 0, name, bold if number == 0 else None)
        if isinstance(value, int):
            sheet.write_number(number, 1, value)
        else:
            _write_cell(sheet, number, 1, value)


def _write_list(
    workbook: xlsxwriter.Workbook,
    sheet: xlsxwriter.worksheet.Worksheet,
    lines: tuple[AuditLine, ...],
    language: str,
    progress: Progress,
) -> None:
    bold = workbook.add_format({"bold": True})
    names = AuditLine.__dataclass_fields__
    for column, (name, width) in enumerate(zip(names, _WIDTHS, strict=True)):
        sheet.set_column(column, column, width, None, {"hidden": name in _TECHNICAL})
        sheet.write_string(0, column, say(language, f"audit.column_{name}"), bold)
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, len(lines), len(names) - 1)
    for number, line in enumerate(lines, 1):
        if number % _OFTEN == 0:
            progress.report("save.log", number, len(lines))
        if line.kind in (LineKind.START, LineKind.END):
            sheet.set_row(number, None, None, {"hidden": True})
        for column, value in enumerate(line.values):
            _write_cell(sheet, number, column, value)


def _write_cell(sheet: xlsxwriter.worksheet.Worksheet, row: int, column: int, value: str) -> None:
    value = _NOT_XML.sub("", value)
    if len(value) > _LONGEST:
        sheet.write_string(row, column, value[:_LONGEST] + CUT_MARK)
    elif value:
        sheet.write_string(row, column, value)
