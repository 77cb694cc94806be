"""Knows by its content what is no register although it could be cut into lines: other programs' files, code, letters.

A text is a table where a row of it names columns or its rows are cut alike. Any other text is a register only where its
lines are what a register's cells are: addresses, numbers, names, or anything short under a header that is known.
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
from tikissa.model.schema import Meaning
from tikissa.schema.shapes import LOOKS, TELLING, has_legal_form, is_person

_SAMPLE = 60_000
_WORKBOOK_NAMES = (".xlsx", ".xlsm", ".xltx", ".xls", ".xlsb", ".ods")

_CONTROLS = np.array([*range(1, 9), *range(14, 26), *range(27, 32), 127])
"""Bytes no text is written with. NUL, Ctrl-Z, tabs, line ends and page breaks stand in real exports."""

_MOST_CONTROLS = 0.005
_FEWEST_WORDS = 4
_FEW_LINES = 3
"""So few sentences are prose though none of them has a mark in it."""
_MOST = 0.6
_NEARLY_ALL = 0.8
_LONGEST_VALUE = 12
_LONGEST_LINE = 200
_LONGEST_NAME = 6
_SHORT_WORD = 3
_SEARCHED = 20
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
_SIGNS_OF_CODE = re.compile(r"[{}<>=|\\^~$`\[\]*]|::|->|(?<!https:)(?<!http:)//|\(\)|\w\(\w*\)")
_NO_LABEL = re.compile(r"[,:;]$|^[^\w\"'(+-]|: ")
_SENTENCE_END = re.compile(r"[^\W\d_]{4,}[.!?:,]+[\"”’)]?$|[!?]$")
_LOOKS = (
    *(look for meaning, look, _ in TELLING if meaning not in (Meaning.WHOLE_NAME, Meaning.ENDED)),
    LOOKS[Meaning.CUSTOMER_NUMBER],
    LOOKS[Meaning.VAT_NUMBER],
    has_legal_form,
)


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
    if not is_running_text(text, delimiter):
        records = _records(text, delimiter)
        if _makes_a_table(records, delimiter) or _lists_customers(records, delimiter):
            return None
    return "file.not_a_workbook" if is_named_as_workbook(name) and delimiter not in text else "file.is_running_text"


def _lists_customers(records: list[list[str]], delimiter: str) -> bool:
    """Say whether lines that make no table are each a customer: most of them hold a value that tells by itself what it
    is, or all of them are names. Under the header of a known column whatever is no sentence is one."""
    lines = [delimiter.join(record).strip() for record in records]
    is_labelled = bool(lines) and _is_label(lines[0])
    if is_labelled and names_column(lines[0]):
        return len(lines) == 1 or sum(map(_is_said, lines[1:])) * 2 < len(lines[1:])
    told = sum(any(map(_tells, [line, *record])) for line, record in zip(lines, records, strict=True))
    if len(lines) == 1:
        return told > 0 and (len(lines[0].split()) > 1 or sum(map(str.isdigit, lines[0])) > 5 or "@" in lines[0])
    named = sum(map(_is_name, lines))
    return told >= _MOST * len(lines) or (named > 1 and named >= _NEARLY_ALL * (len(lines) - is_labelled))


def _tells(text: str) -> bool:
    """Say whether a text is a value of which nobody has to be told what it is: an address, a number, a person."""
    value = text.strip()
    if not value or len(value.split()) > _LONGEST_VALUE or len(value) > _LONGEST_LINE:
        return False
    return LOOKS[Meaning.EMAIL](value) or (
        not _is_said(value) and (is_person(value) or any(look(value) for look in _LOOKS))
    )


def _is_name(text: str) -> bool:
    """Say whether a text is written as a name is: a few words that begin with capitals but for those between them."""
    words = _WORD.findall(text)
    if not 2 <= len(words) <= _LONGEST_NAME or _is_said(text) or not text[0].isalnum():
        return False
    return words[0][0].isupper() and all(word[0].isupper() or len(word) <= _SHORT_WORD for word in words)


def _is_said(text: str) -> bool:
    """Say whether a text is a sentence, the end of one, or has signs of code in it: no value and no label."""
    return _is_sentence(text) or bool(_SENTENCE_END.search(text) or _SIGNS_OF_CODE.search(text))


def _is_label(text: str) -> bool:
    return len(text.split()) <= _LONGEST_NAME and not _is_said(text) and not _NO_LABEL.search(text.strip())


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
    return is_prose and not _makes_a_table(_records(text, delimiter), delimiter)


def _words(line: str) -> int:
    return len(_WORD.findall(line))


def _is_sentence(line: str) -> bool:
    """Say whether most of a line's words begin small, as in prose; names and addresses begin with capitals."""
    words = _WORD.findall(line) if len(line.split()) >= _FEWEST_WORDS else []
    return len(words) >= _FEWEST_WORDS and sum(word[0].islower() for word in words) >= 0.6 * len(words)


def _makes_a_table(records: list[list[str]], delimiter: str) -> bool:
    """Say whether a row names columns or nearly all rows are cut alike; sentences too may have one comma each."""
    if _is_headed(records) or any(_is_headed(records[at:], len(records[at])) for at in range(1, _searched(records))):
        return True
    width, count = Counter(map(len, records)).most_common(1)[0] if records else (0, 0)
    if width == 2 and delimiter == "," and sum(record[-1].startswith(" ") for record in records) * 2 > count:
        return False
    is_parted = sum(any(record[1:]) for record in records) * 2 > len(records)
    return is_parted and width > 1 and len(records) > 2 and count >= 0.8 * len(records)


def _searched(records: list[list[str]]) -> int:
    return min(len(records), _SEARCHED)


def _records(sample: str, delimiter: str) -> list[list[str]]:
    return [record for batch in RecordCutter(sample, delimiter).batches() for record in batch if any(record)]


def _is_headed(records: list[list[str]], width: int | None = None) -> bool:
    """Say whether the first record names columns, and half of those below have several cells, or as many as `width`."""
    labels = [cell for cell in records[0] if cell.strip()] if records else []
    if len(labels) < 2 or sum(_is_label(cell) and names_column(cell) for cell in labels) < len(labels) / 2:
        return False
    below = records[1:]
    return sum(len(record) == width if width else any(record[1:]) for record in below) * 2 >= len(below)


def _is_settings(text: str) -> bool:
    """Say whether lines are settings with remarks between them; a table whose first cells are empty begins alike."""
    return _mostly(_SETTING, 0.8)(text) and not _makes_a_table(_records(text, mark := find_delimiter(text)), mark)


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
