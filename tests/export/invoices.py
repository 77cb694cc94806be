"""Workbooks whose sheet of invoices points at the register's customer numbers, as different programs write them."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import openpyxl
import xlsxwriter

from export.outcomes import WHEN, outcome
from files.makers import open_document, open_document_cell, open_document_row
from tikissa.lists.vanished_numbers import CustomerNumbers, customer_numbers
from tikissa.model.outcome import Outcome
from tikissa.model.register import Register
from tikissa.model.schema import ColumnMeaning, Meaning, Schema

CUSTOMERS = ("01001", "01002", "01003", "01004", "01005", "01006")
SOLD_TO = ("01002", "01001", "01005", "01002", "01003", "09999", "01002")
NAMES = ("Aino Ahola", "Ahola Aino", "Eino Ek", "Veera Vuori", "Onni Oja", "Oja Onni")
HEADINGS = ("Laskunro", "Asiakasnro", "Summa", "Huom")

Rows = list[list[object]]


def sheets(as_numbers: bool) -> dict[str, Rows]:
    """Return the cells of a workbook: prices and texts that happen to be customer numbers stand there too."""

    def number(text: str) -> object:
        return int(text) if as_numbers else text

    customers: Rows = [["Asiakasnro", "Nimi"]]
    customers += [[number(text), name] for text, name in zip(CUSTOMERS, NAMES, strict=True)]
    invoices: Rows = [["Laskut 2026"], [], [*HEADINGS]]
    invoices += [[1001 + place, number(text), 1002, "maksanut 01002"] for place, text in enumerate(SOLD_TO)]
    prices: Rows = [["Tuote", "Hinta"], ["Leikkaus", 1002], ["Väri", 1001], ["Kihara", 1003]]
    return {"Asiakkaat": customers, "Laskut": invoices, "Hinnasto": prices}


def by_xlsxwriter(path: Path, as_numbers: bool = False, in_cells: bool = False) -> Path:
    """As Excel does: texts in a table of their own, numbers shown with zeros; `in_cells` puts texts into the cells."""
    workbook = xlsxwriter.Workbook(str(path), {"constant_memory": in_cells})
    padded = workbook.add_format({"num_format": "00000"})
    for name, rows in sheets(as_numbers).items():
        sheet = workbook.add_worksheet(name)
        for number, row in enumerate(rows):
            for column, value in enumerate(row):
                sheet.write(number, column, value, padded if isinstance(value, int) else None)
    workbook.close()
    return path


def by_openpyxl(path: Path) -> Path:
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.worksheets[0])
    for name, rows in sheets(as_numbers=False).items():
        sheet = workbook.create_sheet(name)
        for row in rows:
            sheet.append(row)
    workbook.save(path)
    return path


def by_open_document(path: Path) -> Path:
    """An .ods file."""
    tables = [
        "".join(open_document_row(*(open_document_cell(str(cell)) for cell in row)) for row in rows)
        for name, rows in sheets(as_numbers=False).items()
        if name != "Hinnasto"
    ]
    return open_document(path, '</table:table><table:table table:name="Laskut">'.join(tables))


MAKERS: dict[str, Callable[[Path], Path]] = {
    "shared texts": by_xlsxwriter,
    "numbers": lambda path: by_xlsxwriter(path, as_numbers=True),
    "texts in cells": lambda path: by_xlsxwriter(path, in_cells=True),
    "openpyxl": by_openpyxl,
}

SCHEMA = Schema(
    (
        ColumnMeaning("Asiakasnro", Meaning.CUSTOMER_NUMBER, 1.0, True),
        ColumnMeaning("Nimi", Meaning.WHOLE_NAME, 1.0, True),
    )
)


def decided(register: Register) -> Outcome:
    """Return what comes of merging row 3 into row 2 by one decision, and of removing row 6 by another."""
    made = outcome(register, merged={3: 2}, removed=[6])
    gone = register.record_at(6)
    leaving = {**made.leaving, gone: made.leaving[gone]._replace(decision=2, when=WHEN)}
    return replace(made, leaving=leaving)


def numbers_of(made: Outcome) -> CustomerNumbers:
    found = customer_numbers(made, SCHEMA)
    assert found is not None
    return found
