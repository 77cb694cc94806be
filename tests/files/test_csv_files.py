"""CSV files as programs and people make them: each is read as it was meant, and what was odd is said."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from files.makers import HEADER, ROWS, csv_text
from files.reading import codes_of, names_of, parsed, rows_of
from tikissa.files.readers.csv_dialect import dialect
from tikissa.model.register import FileFormat, Reading

PLAIN = csv_text()
READ = [list(row) for row in ROWS]


@dataclass(frozen=True)
class Case:
    """A file's bytes and how it is read: the encoding, the delimiter, the rows, and the codes of what was odd."""

    name: str
    content: bytes
    encoding: str
    delimiter: str = ";"
    rows: tuple[tuple[str, ...], ...] = ROWS
    odd: frozenset[str] = frozenset()


CASES = (
    Case("UTF-8", PLAIN.encode(), "utf-8"),
    Case("UTF-8 with a mark", PLAIN.encode("utf-8-sig"), "utf-8-sig"),
    Case("UTF-16 with a mark", PLAIN.encode("utf-16"), "utf-16"),
    Case("UTF-16 big-endian with a mark", b"\xfe\xff" + PLAIN.encode("utf-16-be"), "utf-16"),
    Case("UTF-16 without a mark", PLAIN.encode("utf-16-le"), "utf-16-le"),
    Case("UTF-16 big-endian without a mark", PLAIN.encode("utf-16-be"), "utf-16-be"),
    Case("UTF-32 with a mark", PLAIN.encode("utf-32"), "utf-32"),
    Case("UTF-32 without a mark", PLAIN.encode("utf-32-be"), "utf-32-be"),
    Case("Windows", PLAIN.encode("cp1252"), "cp1252"),
    Case("DOS", PLAIN.encode("cp850"), "cp850"),
    Case("old Macintosh", PLAIN.encode("mac_roman"), "mac_roman"),
    Case("commas", csv_text(delimiter=",").encode(), "utf-8", ","),
    Case("tabs", csv_text(delimiter="\t").encode(), "utf-8", "\t"),
    Case("bars", csv_text(delimiter="|").encode(), "utf-8", "|"),
    Case("line feeds only", csv_text(end="\n").encode(), "utf-8"),
    Case("carriage returns only", csv_text(end="\r").encode(), "utf-8"),
    Case("a first line that names the delimiter", b"sep=;\r\n" + PLAIN.encode(), "utf-8"),
    Case(
        "a mark and a first line that names the delimiter",
        ("sep=|\r\n" + csv_text(delimiter="|")).encode("utf-8-sig"),
        "utf-8-sig",
        "|",
    ),
    Case("no line end after the last row", PLAIN.rstrip("\r\n").encode(), "utf-8"),
    Case("Ctrl-Z at the end", PLAIN.encode() + b"\x1a", "utf-8"),
    Case(
        "a NUL in a cell", PLAIN.replace("Liisa", "Lii\0sa").encode(), "utf-8", odd=frozenset({"file.nul_characters"})
    ),
    Case("every cell in quotes", "".join('"' + '";"'.join(row) + '"\r\n' for row in (HEADER, *ROWS)).encode(), "utf-8"),
    Case(
        "quotes inside a cell",
        (PLAIN + '"Oy ""Tähti"" Ab";1;2\r\n').encode(),
        "utf-8",
        rows=(*ROWS, ('Oy "Tähti" Ab', "1", "2")),
    ),
    Case(
        "a quote in the middle of a cell",
        (PLAIN + 'Putki 12" Oy;1;2\r\n').encode(),
        "utf-8",
        rows=(*ROWS, ('Putki 12" Oy', "1", "2")),
    ),
    Case(
        "a line break in a cell",
        (PLAIN + '"Koivu\nKaksi";1;2\r\n').encode(),
        "utf-8",
        rows=(*ROWS, ("Koivu\nKaksi", "1", "2")),
    ),
    Case(
        "a quote that never closes",
        (f'{";".join(HEADER)}\r\n"Baari;1;2\r\n' + "".join(";".join(row) + "\r\n" for row in ROWS)).encode(),
        "utf-8",
        rows=(('"Baari', "1", "2"), *ROWS),
        odd=frozenset({"file.unclosed_quote"}),
    ),
    Case(
        "a quote that never closes above cells in quotes",
        (f'{";".join(HEADER)}\r\n"Baari;1;2\r\n"Mökki";3;4\r\nKoti;5;6\r\n').encode(),
        "utf-8",
        rows=(('"Baari', "1", "2"), ("Mökki", "3", "4"), ("Koti", "5", "6")),
        odd=frozenset({"file.unclosed_quote"}),
    ),
    Case(
        "a quote that never closes in the last cell",
        (PLAIN + 'Baari;"1";"2').encode(),
        "utf-8",
        rows=(*ROWS, ("Baari", "1", '"2')),
        odd=frozenset({"file.unclosed_quote"}),
    ),
    Case(
        "one line in another encoding",
        PLAIN.encode() + "Äly;1;2\r\nÅbo;1;2\r\n".encode() + "Öinen;3;4\r\n".encode("cp1252"),
        "utf-8",
        rows=(*ROWS, ("Äly", "1", "2"), ("Åbo", "1", "2"), ("Öinen", "3", "4")),
        odd=frozenset({"file.mixed_encoding"}),
    ),
    Case(
        "letters encoded twice",
        (PLAIN + "MÃ¤ki;1;2\r\n").encode(),
        "utf-8",
        rows=(*ROWS, ("MÃ¤ki", "1", "2")),
        odd=frozenset({"file.doubly_encoded"}),
    ),
    Case(
        "rows too short and too long",
        (PLAIN + "Vajaa;1\r\nPitkä;1;2;3;4\r\n").encode(),
        "utf-8",
        rows=tuple((*row, *[""] * (5 - len(row))) for row in (*ROWS, ("Vajaa", "1"), ("Pitkä", "1", "2", "3", "4"))),
        odd=frozenset({"file.ragged_row"}),
    ),
    Case(
        "bytes Windows has no letter for",
        (PLAIN + "Outo").encode("cp1252") + b"\x81;1;2\r\n",
        "cp1252",
        rows=(*ROWS, ("Outo\x81", "1", "2")),
    ),
    Case(
        "a customer called None and one called NA",
        f"{';'.join(HEADER)}\r\nNone;NA;null\r\n".encode(),
        "utf-8",
        rows=(("None", "NA", "null"),),
    ),
    Case(
        "formula-like cells",
        f"{';'.join(HEADER)}\r\n=1+1;+358401234567;-5\r\n".encode(),
        "utf-8",
        rows=(("=1+1", "+358401234567", "-5"),),
    ),
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_csv_file_is_read_as_it_was_meant(case: Case, tmp_path: Path) -> None:
    path = tmp_path / "asiakkaat.csv"
    path.write_bytes(case.content)

    register = parsed(path)

    assert rows_of(register) == [list(row) for row in case.rows]
    assert (register.source.encoding, register.source.delimiter) == (case.encoding, case.delimiter)
    assert codes_of(register) == case.odd
    assert names_of(register)[:3] == list(HEADER)
    assert (register.source.format, register.source.sheet, register.source.header_row) == (
        FileFormat.CSV,
        "asiakkaat",
        1,
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_encoding_and_delimiter_found_give_the_same_reading_again(case: Case, tmp_path: Path) -> None:
    path = tmp_path / "asiakkaat.csv"
    path.write_bytes(case.content)
    first = parsed(path)

    again = parsed(path, Reading(None, first.source.header_row, first.source.encoding, first.source.delimiter))

    assert rows_of(again) == rows_of(first)
    assert list(again.row_numbers) == list(first.row_numbers)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_the_dialect_tells_how_the_file_begins_and_ends(case: Case, tmp_path: Path) -> None:
    path = tmp_path / "asiakkaat.csv"
    path.write_bytes(case.content)

    found = dialect(path)

    assert (found.encoding, found.delimiter) == (case.encoding, case.delimiter)
    assert case.content.startswith(found.mark + found.separator_line.encode(found.codec))
    assert case.content.endswith(found.tail)


def test_a_quoted_line_break_starts_no_row_and_a_blank_line_is_one(tmp_path: Path) -> None:
    path = tmp_path / "asiakkaat.csv"
    path.write_text('sep=;\nNimi;Puhelin\n"Koivu\nKaksi";1\n\nMäki;2\n', encoding="utf-8")

    register = parsed(path)

    assert list(register.row_numbers) == [2, 4]


def test_the_users_word_on_encoding_and_delimiter_counts(tmp_path: Path) -> None:
    path = tmp_path / "asiakkaat.csv"
    path.write_bytes("Nimi;Puhelin\nM\xe4ki;1,2\n".encode("cp1252"))

    assert rows_of(parsed(path, Reading(encoding="cp1252", delimiter=";"))) == [["Mäki", "1,2"]]
    assert rows_of(parsed(path, Reading(encoding="cp850", delimiter=","))) == [["Mõki;1", "2"]]


def test_a_file_named_xls_that_is_csv_is_read_as_csv(tmp_path: Path) -> None:
    path = tmp_path / "vienti.xls"
    path.write_bytes(PLAIN.encode())

    assert parsed(path).source.format is FileFormat.CSV


def test_ten_thousand_rows_with_a_quote_that_never_closes_lose_none(tmp_path: Path) -> None:
    path = tmp_path / "asiakkaat.csv"
    lines = [f"Asiakas {number};{number};x" for number in range(10_000)]
    lines[5000] = '"' + lines[5000]
    path.write_text("\n".join([";".join(HEADER), *lines]), encoding="utf-8")

    register = parsed(path)

    assert len(register) == 10_000
    assert register.text(5000, "Nimi") == '"Asiakas 5000'
