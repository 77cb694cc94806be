"""Makes next month's export of a register, with its truth: what a session must recognise when the file comes back."""

import argparse
import csv
import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import cast

import openpyxl
import xlsxwriter

from registers.next_month import Export, Month, Value, next_month
from tikissa.files.reader import read


def read_csv(source: Path) -> tuple[Export, dict[str, str]]:
    """Return the records of a CSV file as texts, and its dialect."""
    register = read(source)
    headers = tuple(column.header for column in register.columns)
    records = tuple(zip(*(cells.spread().tolist() for cells in register.cells), strict=True))
    dialect = {"encoding": register.source.encoding or "utf-8", "delimiter": register.source.delimiter or ";"}
    return Export(headers, records, tuple(register.row_numbers.tolist())), dialect


def read_xlsx(source: Path) -> tuple[Export, dict[str, str]]:
    """Return the records of a workbook's first sheet with their types, and the sheet's name."""
    sheet = openpyxl.load_workbook(source, data_only=True).worksheets[0]
    lines = [tuple(cast(Value, value) for value in row) for row in sheet.iter_rows(values_only=True)]
    filled = [sum(value is not None for value in line) for line in lines[:20]]
    header = filled.index(max(filled))
    numbered = [(row, line) for row, line in enumerate(lines[header + 1 :], header + 2) if any(line)]
    headers = tuple(str(value or "") for value in lines[header])
    rows, records = zip(*numbered, strict=True)
    return Export(headers, records, rows), {"sheet": sheet.title}


def write_csv(target: Path, export: Export, dialect: dict[str, str]) -> None:
    with target.open("w", encoding=dialect["encoding"], newline="") as lines:
        writer = csv.writer(lines, delimiter=dialect["delimiter"], lineterminator="\r\n")
        writer.writerow(export.headers)
        writer.writerows(export.records)


def write_xlsx(target: Path, export: Export, dialect: dict[str, str]) -> None:
    options = {"strings_to_urls": False, "default_date_format": "d.m.yyyy"}
    with xlsxwriter.Workbook(target, options) as workbook:
        sheet = workbook.add_worksheet(dialect["sheet"])
        workbook.set_properties({"created": datetime(2026, 12, 1)})
        for line, record in enumerate((export.headers, *export.records)):
            sheet.write_row(line, 0, record)


def truth(month: Month) -> dict[str, object]:
    """Return what became of each row: numbers of the new file first, of the old one as values."""
    rows = month.export.rows
    pairs = list(zip(rows, month.earlier_row, strict=True))
    return {
        "same": {str(row): earlier for row, earlier in pairs if earlier is not None},
        "changed": {str(row): columns for row, columns in zip(rows, month.changed, strict=True) if columns},
        "new": [row for row, earlier in pairs if earlier is None],
        "gone": month.gone, "renamed": month.renamed,
    }  # fmt: skip


_Reader = Callable[[Path], tuple[Export, dict[str, str]]]
_Writer = Callable[[Path, Export, dict[str, str]], None]
FORMATS: dict[str, tuple[_Reader, _Writer]] = {".csv": (read_csv, write_csv), ".xlsx": (read_xlsx, write_xlsx)}


def make(source: Path, target: Path, seed: int) -> dict[str, object]:
    """Write next month's export of a register in the source's own format, and return its truth."""
    reader, writer = FORMATS[source.suffix]
    export, dialect = reader(source)
    month = next_month(export, seed)
    writer(target, month.export, dialect)
    return truth(month)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("register", type=Path, help="this month's register, .csv or .xlsx")
    parser.add_argument("output", type=Path, help="next month's, in the same format")
    parser.add_argument("--truth", type=Path, help="where to write what is true of it, as JSON")
    parser.add_argument("--seed", type=int, default=1)
    wanted = parser.parse_args()
    if wanted.register.suffix not in FORMATS or wanted.output.suffix != wanted.register.suffix:
        parser.error("both files must end in .csv, or both in .xlsx")
    facts = make(wanted.register, wanted.output, wanted.seed)
    if wanted.truth:
        wanted.truth.write_text(json.dumps(facts, ensure_ascii=False), encoding="utf-8")


if __name__ == "__main__":
    main()
