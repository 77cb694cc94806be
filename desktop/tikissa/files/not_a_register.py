"""Knows by its content what is no register although it could be cut into lines: other programs' files, code, letters.

A list of names, of telephone numbers or of e-mail addresses is a register; sentences are not.
"""

import json
import re
from collections import Counter
from collections.abc import Callable

import numpy as np

from tikissa.files.encoding import decode, detect_encoding
from tikissa.files.header_words import names_column
from tikissa.files.readers.csv_dialect import find_delimiter, separator_of, split_separator_line
from tikissa.files.readers.csv_records import RecordCutter
from tikissa.model.problems import FileProblem
from tikissa.model.register import Reading

_SAMPLE = 60_000
_WORKBOOK_NAMES = (".xlsx", ".xlsm", ".xltx", ".xls", ".xlsb", ".ods")

_CONTROLS = np.array([*range(1, 9), *range(14, 26), *range(27, 32), 127])
"""Bytes no text is written with. NUL, Ctrl-Z, tabs, line ends and page breaks stand in real exports."""

_MOST_CONTROLS = 0.005
_FEWEST_WORDS = 4
_FEW_LINES = 3
"""So few sentences are prose though none of them has a mark in it."""
_FEW_CONTROLS = 3
_MOST_NULS = 0.4

_MAIL_HEADERS = re.compile(
    r"^(Return-Path|Received|From|To|Subject|Date|Message-ID|MIME-Version|Delivered-To|Reply-To|Content-Type|X-[\w-]+"
    r"|DKIM-Signature|Lähettäjä|Vastaanottaja|Aihe|Från|Till|Ämne): ",
    re.M | re.I,
)
_MARKUP = re.compile(r"\s*<(\?|!|[A-Za-z][\w:.-]*[\s/>])")
_JSON = re.compile(r"\s*(\[\s*)?\{\s*(\"[^\"\n]*\"\s*:|\})|\s*\[\s*(\[|\"[^\"\n]*\"\s*,?\s*[\n\]])")
_CODE = re.compile(
    r"\s*(import [\w.{*]|from [\w.]+ import |def \w+\(|class \w+\s*[({:]|(async )?function\b|#include|#!/|@\w+$"
    r"|package [\w.]+;|using [\w.]+;|(public|private|protected|static) |(const|let|var) \w+ ?=|return\b|else\b|try\b"
    r"|elif |except\b|(if|for|while|switch|catch) ?\(|(if|for|while) .*:$|SELECT .* FROM |INSERT INTO |CREATE TABLE "
    r"|//|/\*|\*/|-- |[\w.]+\(.*\);?$|[}\])]+[;,]?$|.*[{]$|\w+ = )",
)
_SETTING = re.compile(r"\s*([\w.-]+ ?= ?\S*|\[[\w. -]+\]|[#;].*)\s*$")
_LOG_LINE = re.compile(r"\[?(\d{4}-\d\d-\d\d[T ]|\w{3} +\d+ )\d\d:\d\d:\d\d")
_PUNCTUATION = re.compile(r"[.,:!?](\s|$)")
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")


def refuse_other_texts(data: bytes, reading: Reading, name: str) -> None:
    """Raise FileProblem for a text that is no register. Who said where the columns part has seen that it is a table."""
    start = data[:_SAMPLE]
    text = decode(start, reading.encoding or detect_encoding(start)).text.lstrip("\ufeff")
    separator_line, body = split_separator_line(text)
    delimiter = reading.delimiter or separator_of(separator_line) or find_delimiter(body)
    is_told = reading.delimiter is not None or reading.header_row is not None
    code = reason_against(text)
    if code in _LIKE_TABLES and (is_told or _is_headed(_records(body, delimiter))):
        code = None
    if code is None and not is_told:
        code = _reason_against_lines(body, delimiter, name)
    if code is not None:
        raise FileProblem(code, name)


def _reason_against_lines(text: str, delimiter: str, name: str) -> str | None:
    """Return the code that says what lines are that no program wrote and that are no register, None for one."""
    if is_running_text(text, delimiter):
        return "file.is_running_text"
    is_workbook_by_name = is_named_as_workbook(name) and delimiter not in text
    return "file.not_a_workbook" if is_workbook_by_name and not _is_list(text) else None


def _is_list(text: str) -> bool:
    """Say whether lines of one column say what a register's do: a header's word, an address, a number, a name."""
    lines = [line for line in text.splitlines() if line.strip()]
    said = sum(_is_sentence(line) or line.rstrip().endswith((".", "!", "?")) for line in lines)
    return len(lines) > 1 and (names_column(lines[0]) or said * 2 < len(lines))


def is_binary(data: bytes) -> bool:
    """Say whether bytes are no text in any encoding."""
    if detect_encoding(data[:8192]).startswith(("utf-16", "utf-32")):
        return False
    counts = np.bincount(np.frombuffer(data[:1_000_000], np.uint8), minlength=256)
    controls = int(counts[_CONTROLS].sum())
    total = int(counts.sum())
    return (controls > _FEW_CONTROLS and controls > _MOST_CONTROLS * total) or counts[0] > _MOST_NULS * total


def is_named_as_workbook(name: str) -> bool:
    """Say whether a file name ends as those of spreadsheets do, whatever is in the file."""
    return name.lower().endswith(_WORKBOOK_NAMES)


def reason_against(text: str) -> str | None:
    """Return the code that says what a text is that is written for a program and not a register, None otherwise."""
    return next((code for code, is_it in _KINDS.items() if is_it(text)), None)


def is_running_text(text: str, delimiter: str) -> bool:
    """Say whether a text is sentences that make no table; a header of several columns speaks for one."""
    lines = [line for line in text.splitlines() if line.strip()]
    sentences = [line for line in lines if _is_sentence(line)]
    if sum(map(_words, sentences)) <= 0.5 * sum(map(_words, lines)):
        return False
    punctuated = sum(bool(_PUNCTUATION.search(line)) for line in sentences)
    is_prose = punctuated >= 0.3 * len(sentences) or len(lines) < _FEW_LINES
    return is_prose and not _makes_a_table(text, delimiter)


def _words(line: str) -> int:
    return len(_WORD.findall(line))


def _is_sentence(line: str) -> bool:
    """Say whether most of a line's words begin small, as in prose; names and addresses begin with capitals."""
    words = _WORD.findall(line) if len(line.split()) >= _FEWEST_WORDS else []
    return len(words) >= _FEWEST_WORDS and sum(word[0].islower() for word in words) >= 0.6 * len(words)


def _makes_a_table(sample: str, delimiter: str) -> bool:
    records = _records(sample, delimiter)
    widths = Counter(map(len, records))
    width, count = widths.most_common(1)[0] if widths else (0, 0)
    return _is_headed(records) or (width > 1 and len(records) > 2 and count >= 0.8 * len(records))


def _records(sample: str, delimiter: str) -> list[list[str]]:
    return [record for batch in RecordCutter(sample, delimiter).batches() for record in batch if any(record)]


def _is_headed(records: list[list[str]]) -> bool:
    labels = [cell for cell in records[0] if cell.strip()] if records else []
    return len(labels) > 1 and sum(map(names_column, labels)) >= len(labels) / 2


def _is_settings(text: str) -> bool:
    """Say whether lines are settings with remarks between them; a table whose first cells are empty begins alike."""
    return _mostly(_SETTING, 0.8)(text) and not _makes_a_table(text, find_delimiter(text))


def _is_json(text: str) -> bool:
    if _JSON.match(text):
        return True
    if not text.lstrip().startswith(("{", "[")):
        return False
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _is_markup(text: str) -> bool:
    return bool(_MARKUP.match(text)) and ("</" in text or "/>" in text or text.lstrip().startswith(("<?", "<!")))


def _is_message(text: str) -> bool:
    head = text.lstrip().split("\n\n", 1)[0].split("\r\n\r\n", 1)[0]
    names = {match[1].lower() for match in _MAIL_HEADERS.finditer(head)}
    return len(names) >= 3 and bool(_MAIL_HEADERS.match(head))


def _mostly(pattern: re.Pattern[str], share: float) -> Callable[[str], bool]:
    """Make a test of whether so many of a text's lines are of one kind."""

    def is_it(text: str) -> bool:
        lines = [line for line in text.splitlines() if line.strip()][:400]
        return len(lines) > 2 and sum(bool(pattern.match(line)) for line in lines) >= share * len(lines)

    return is_it


_KINDS: dict[str, Callable[[str], bool]] = {
    "file.is_contact_cards": lambda text: text.lstrip().upper().startswith(("BEGIN:VCARD", "BEGIN:VCALENDAR")),
    "file.is_data": lambda text: _is_json(text) or _is_markup(text),
    "file.is_message": _is_message,
    "file.is_code": _mostly(_CODE, 0.3),
    "file.not_a_register": lambda text: _is_settings(text) or _mostly(_LOG_LINE, 0.6)(text),
}
_LIKE_TABLES = ("file.not_a_register", "file.is_code")
"""Lines of settings, logs and code begin as rows of a table may: with an empty first cell, with the time."""
