"""A large register as the product's own noun in memory, as a CSV file, as a workbook, and its truth."""

import csv
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import xlsxwriter

from registers.large import TODAY, Large
from registers.large_people import Texts, texts
from tikissa.model.register import Column, ColumnCells, FileFormat, Register, Source

FIRST_ROW = 2
_REACH = (
    ("Katuosoite", "street"), ("Postinro", "postal_code"), ("Postitoimipaikka", "town"), ("Puhelin", "phone"),
    ("Sähköposti", "email"), ("Viimeisin osto", "last_purchase"),
)  # fmt: skip
_HEADERS = {
    "consumer": (("Asiakasnro", "number"), ("Sukunimi", "surname"), ("Etunimi", "given_name"), *_REACH),
    "business": (
        ("Asiakasnro", "number"), ("Yritys", "company"), ("Y-tunnus", "business_id"), ("Yhteyshenkilö", "contact"),
        *_REACH,
    ),
    "mixed": (
        ("Asiakasnro", "number"), ("Sukunimi", "surname"), ("Etunimi", "given_name"), ("Yritys", "company"),
        ("Y-tunnus", "business_id"), *_REACH,
    ),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Table:
    """The columns of a large register under the headers a file of its kind has."""

    headers: tuple[str, ...]
    columns: tuple[Texts, ...]
    header_of: dict[str, str]


def table(large: Large, kind: str) -> Table:
    days, codes = np.unique(large.last_purchase, return_inverse=True)
    written = texts([f"{day.day}.{day.month}.{day.year}" for day in days.tolist()])[codes]
    columns = large.columns | {
        "number": texts([str(1000 + row) for row in range(len(large))]), "last_purchase": written,
        "contact": large.columns["given_name"] + " " + large.columns["surname"],
    }  # fmt: skip
    chosen = _HEADERS[kind]
    header_of = {name: header for header, name in chosen}
    return Table(tuple(header for header, _ in chosen), tuple(columns[name] for _, name in chosen), header_of)


def as_register(made: Table) -> Register:
    """Return the table as a register that was never in a file."""
    source = Source(Path("large.csv"), "0" * 64, FileFormat.CSV, "large", FIRST_ROW - 1, "utf-8", ";")
    columns = tuple(Column(place, name, chr(65 + place), name) for place, name in enumerate(made.headers))
    cells = tuple(ColumnCells.of(column.tolist()) for column in made.columns)
    rows = np.arange(FIRST_ROW, FIRST_ROW + len(made.columns[0]), dtype=np.int32)
    return Register(source, columns, cells, rows)


def write_csv(target: Path, made: Table) -> None:
    with target.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines, delimiter=";", lineterminator="\r\n")
        writer.writerow(made.headers)
        writer.writerows(zip(*made.columns, strict=True))


def write_xlsx(target: Path, made: Table) -> None:
    with xlsxwriter.Workbook(target, {"constant_memory": True, "strings_to_urls": False}) as workbook:
        sheet = workbook.add_worksheet("Asiakkaat")
        sheet.write_row(0, 0, made.headers)
        for line, row in enumerate(zip(*made.columns, strict=True), FIRST_ROW - 1):
            for place, value in enumerate(row):
                if value:
                    sheet.write_string(line, place, value)


def truth(large: Large, made: Table, path: str) -> dict[str, object]:
    """Return the truth in the form the benchmarks' scoring script reads."""
    header = made.header_of
    stale = np.flatnonzero(large.last_purchase < TODAY - np.timedelta64(1096 + 15, "D")) + FIRST_ROW
    edge = np.abs(large.last_purchase - (TODAY - np.timedelta64(1096, "D"))) <= np.timedelta64(15, "D")
    errors = [
        (row + FIRST_ROW, header[name], wrong, right) for row, name, wrong, right in large.errors if name in header
    ]
    return {
        "path": path, "first_row": FIRST_ROW, "today": str(TODAY),
        "columns": header,
        "cluster": {str(row): entity for row, entity in enumerate(large.entity.tolist(), FIRST_ROW)},
        "ignore": (large.ignored + FIRST_ROW).tolist(), "related": (large.related + FIRST_ROW).tolist(),
        "errors": errors,
        "free": [[row + FIRST_ROW, header[name]] for row, name in large.free if name in header],
        "stale": {str(row): ["inactive"] for row in stale.tolist()},
        "borderline": (np.flatnonzero(edge) + FIRST_ROW).tolist(),
    }  # fmt: skip
