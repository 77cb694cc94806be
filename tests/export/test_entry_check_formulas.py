"""The formulas tell right from wrong by a spreadsheet's own working out, foreign values among the right ones."""

import csv
from pathlib import Path

import openpyxl
import pytest

from export import libre_office
from tikissa.export.entry_checks.check_formulas import LONGEST, formula

RIGHT = {
    "postal_code": ("00100", "33100", "02150", "10115", "113 22", "SE-113 22", "EC1A 1BB", "AB10 1XG", "D-10115"),
    "phone": (
        "040 123 4567",
        "0401234567",
        "+358 40 1234567",
        "+46 70 123 45 67",
        "(09) 123 4567",
        "+1 (202) 555-0143",
    ),
    "email": ("a.b@c.fi", "info@yritys.example", "x@y.co.uk", "matti+lasku@posti.example.org", "äiti@esimerkki.fi"),
    "business_id": ("0112038-9", "0100000-2", "SE556703748501", "EE101234567", "DE136695976"),
    "customer_number": ("1", "A-2", "0003"),
    "day_as_text": ("3.2.2026", "03.02.2019", "2020-02-01", "12/31/2019"),
}
WRONG = {
    "postal_code": ("100", "2150", "0010O", "00100 Helsinki", "Helsinki", "001000", "33.100", "1O100", 100, 33100),
    "phone": ("401234567", "040 12x 4567", "matti@x.fi", "0", "040 123 4567 / 050 1", "ei ole", "-", 401234567),
    "email": ("a.b.c.fi", "a@b", "a@b.", "a b@c.fi", "a@b.fi; c@d.fi", "a@@b.fi", "@b.fi", "a@b.fi,", "a@.fi"),
    "business_id": ("0112038-8", "01120389", "112038-9", "ABC", "FI01120389", "1234567-A"),
    "day_as_text": ("3.2.2999", "joskus", "2026", "31.2", "kesä 2020"),
}


@pytest.mark.parametrize("kind", [*RIGHT])
@pytest.mark.parametrize(("letter", "first"), [("D", 2), ("AB", 12), ("XFD", 100_002)])
def test_no_formula_is_longer_than_a_check_may_hold(kind: str, letter: str, first: int) -> None:
    assert len(formula(kind, letter, first, first + 100_000, "XFC")) <= LONGEST


@pytest.mark.full
def test_libreoffice_tells_forty_wrong_ones_from_the_right_ones(tmp_path: Path) -> None:
    libre_office.needed()
    cases = [(kind, value, True) for kind, values in RIGHT.items() for value in values]
    cases += [(kind, value, False) for kind, values in WRONG.items() for value in values]
    workbook = openpyxl.Workbook()
    sheet = workbook.create_sheet("tarkistus", 0)
    for row, (kind, value, _) in enumerate(cases, 1):
        sheet.cell(row, 1, value).number_format = "@"
        sheet.cell(row, 2, f"={formula(kind, 'A', row, row)}")
    workbook.save(tmp_path / "kaavat.xlsx")
    (text,) = libre_office.converted([tmp_path / "kaavat.xlsx"], "csv", tmp_path)
    shown = text.read_bytes().decode("latin-1").splitlines()
    told = [row[1] == "TRUE" for row in csv.reader(shown)]
    assert [case for case, said in zip(cases, told, strict=True) if said != case[2]] == []
