"""What is typed into a saved workbook: LibreOffice's own checks refuse or warn of wrong entries and take right ones."""

from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest

from export import libre_office
from export.libre_office import Case
from tikissa.analysis.analyse import analyse
from tikissa.app.cleaning import Accept, Cleaning, clean
from tikissa.export.entry_checks.check_formulas import LONGEST, formula
from tikissa.export.entry_checks.placed import put_in_by
from tikissa.export.log.audit_files import read_audit_log
from tikissa.export.saving_options import WriteOptions
from tikissa.files.reader import read
from tikissa.model.analysis import Settings
from tikissa.review.decisions import Decider

HEADERS = (
    *("Asiakasnro", "Nimi", "Y-tunnus", "Postinumero", "Puhelin", "Sähköposti", "Markkinointilupa"),
    *("Viimeisin osto", "Luotu"),
)
ROWS = (
    ("A-1", "Ahon Auto Oy", "0112038-9", "00100", "040 123 4567", "auto@aho.example", "kyllä", 2026, "1.3.2019"),
    ("A-2", "Eino Ek", None, "33100", "050 765 4321", "eino@ek.example", "ei", 2025, "5.5.2020"),
    ("A-3", "Veera Vuori", None, "90100", "041 555 1234", "veera@vuori.example", "ei", 2024, "17.8.2021"),
)
RIGHT = {
    "postal_code": ("00100", "33100", "02150", "10115", "113 22", "SE-113 22", "EC1A 1BB", "AB10 1XG", "D-10115"),
    "phone": (
        *("040 123 4567", "0401234567", "+358 40 1234567", "+46 70 123 45 67", "(09) 123 4567", "+1 (202) 555-0143"),
        *("+372 5123 4567", "020 7123"),
    ),
    "email": (
        *("a.b@c.fi", "info@yritys.example", "x@y.co.uk", "matti+lasku@posti.example.org", "äiti@esimerkki.fi"),
        "o'neil@firma.example.de",
    ),
    "business_id": ("0112038-9", "0100000-2", "SE556703748501", "EE101234567", "DE136695976"),
    "customer_number": ("17", "A-4", "0003", "B/2026/1"),
    "list": ("kyllä", "ei"),
    "day": ("2026-02-03", "1999-12-31"),
    "day_as_text": ("3.2.2026", "03.02.2019", "2020-02-01", "12/31/2019"),
}
WRONG = {
    "postal_code": ("100", "2150", "0010O", "00100 Helsinki", "Helsinki", "001000", "33.100", "1O100"),
    "phone": ("401234567", "040 12x 4567", "matti@x.fi", "0", "040 123 4567 / 050 1", "ei ole", "-"),
    "email": ("a.b.c.fi", "a@b", "a@b.", "a b@c.fi", "a@b.fi; c@d.fi", "a@@b.fi", "@b.fi", "a@b.fi,", "a@.fi"),
    "business_id": ("0112038-8", "01120389", "112038-9", "ABC", "FI01120389", "1234567-A"),
    "customer_number": ("A-1", "A-3"),
    "list": ("ehkä", "kylla", "x"),
    "day": ("2999-02-03", "joskus", "kesä", "2026", "31.2"),
    "day_as_text": ("3.2.2999", "joskus", "2026", "31.2", "kesä 2020"),
}


@pytest.mark.parametrize("kind", [kind for kind in RIGHT if kind not in ("list", "day")])
@pytest.mark.parametrize(("letter", "first"), [("D", 2), ("AB", 12), ("XFD", 100_002)])
def test_no_formula_is_longer_than_a_check_may_hold(kind: str, letter: str, first: int) -> None:
    assert len(formula(kind, letter, first, first + 100_000, "XFC")) <= LONGEST


def _register(folder: Path, form: str) -> Path:
    workbook = openpyxl.Workbook()
    sheet = workbook.create_sheet("Asiakkaat", 0)
    sheet.append(HEADERS)
    for number, row in enumerate(ROWS, 2):
        sheet.append([*row[:7], datetime(int(str(row[7])), 3, 1), row[8]])
        sheet.cell(number, 8).number_format = "yyyy-mm-dd"
    path = folder / "asiakkaat.xlsx"
    workbook.save(path)
    return path if form == "xlsx" else libre_office.converted([path], form, folder)[0]


def _with_checks(path: Path) -> tuple[Path, dict[str, str]]:
    """Save a register with every check that suits it; return the file, and the letter of each kind's column."""
    register = read(path)
    options = WriteOptions("fi", checked=frozenset(column.name for column in register.columns))
    found = analyse(register, Settings(date(2026, 11, 1)))
    decider = Decider(datetime(2026, 11, 1).astimezone(), "user")
    cleaned, log = path.with_stem("siisti"), path.with_name("loki.xlsx")
    written = clean(found, Cleaning(Accept.NONE), decider, cleaned, log, options)[1]
    placed = put_in_by(read_audit_log(written.audit_logs[0]).lines)
    return cleaned, {check.kind: check.letter for check in placed}


@pytest.mark.full
@pytest.mark.parametrize("form", ["xlsx", "ods"])
def test_forty_wrong_entries_are_refused_or_warned_of_and_forty_right_ones_taken(tmp_path: Path, form: str) -> None:
    libre_office.needed()
    path = _register(tmp_path, form)
    cleaned, letters = _with_checks(path)
    assert {*letters} == {*RIGHT}
    entries = [(kind, text, True) for kind, texts in RIGHT.items() for text in texts]
    entries += [(kind, text, False) for kind, texts in WRONG.items() for text in texts]
    assert min(sum(right for *_, right in entries), sum(not right for *_, right in entries)) >= 40
    first = len(ROWS) + 2
    typed = tuple((f"{letters[kind]}{row}", text) for row, (kind, text, _) in enumerate(entries, first))
    case = Case(cleaned, "Asiakkaat", typed=typed)
    bare = Case(path, "Asiakkaat", typed=typed)
    seen, without = (each["typed"] for each in libre_office.looked_at([case, bare]))
    taken = [bool(seen[cell][0]) for cell, _ in typed]
    assert [entry for entry, took in zip(entries, taken, strict=True) if took != entry[2]] == []
    assert all(without[cell][0] for cell, _ in typed), "without the checks everything is taken"
