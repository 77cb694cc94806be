"""Files for the pictures: a list to check, next month's export, a register with questions, one with nothing amiss."""

import csv
import subprocess
import sys
from collections.abc import Iterable, Sequence
from itertools import product
from pathlib import Path

from tikissa.model.schema import Meaning

LIST_ROWS = 40
NAMES = (Meaning.WHOLE_NAME, Meaning.GIVEN_NAME, Meaning.SURNAME, Meaning.COMPANY)

GIVEN = ("Aino", "Eero", "Helmi", "Ilmari", "Kaisa", "Lauri")
FAMILY = ("Ahokas", "Haukkala", "Kuusimaa", "Lehtola", "Niittula", "Ojakorpi")


def list_of(register: Path) -> Path:
    """Write a list with something of everything: rows of the register as they are, with another phone number, with only
    a name left, with a name and a town, and strangers."""
    from tikissa.files.reader import read
    from tikissa.schema.detect import detect

    known = read(register)
    schema, names = detect(known), [column.name for column in known.columns]
    phone, name = schema.columns_of(Meaning.PHONE), schema.columns_of(*NAMES)
    town, street = schema.columns_of(Meaning.TOWN), schema.columns_of(Meaning.STREET)
    rows = []
    for place, record in enumerate(range(0, len(known), max(1, len(known) // LIST_ROWS))):
        row = {column: known.text(record, column) for column in names}
        if place % 4 == 1:
            row |= dict.fromkeys(phone, f"040 555 {1000 + place}")
        if place % 8 == 2:
            row = {column: text for column, text in row.items() if column in name}
        if place % 8 == 6:
            row = {column: text for column, text in row.items() if column in (*name, *town)} | dict.fromkeys(
                street, "Uusitie 1"
            )
        rows.append([row.get(column, "") for column in names])
    fields = (Meaning.SURNAME, Meaning.GIVEN_NAME, Meaning.PHONE, Meaning.EMAIL, Meaning.STREET)
    for number in range(6):
        stranger = dict(zip(map(schema.first, fields), _customer(number)[1:], strict=False))
        rows.append([stranger.get(column, "") for column in names])
    return _write(register.with_name("messut.csv"), names, rows)


def next_month(register: Path, folder: Path) -> None:
    """Put next month's export in the place of a register."""
    maker = [sys.executable, str(Path(__file__).parents[1] / "make_next_export.py")]
    fresh = folder / f"next{register.suffix}"
    subprocess.run([*maker, str(register), str(fresh)], check=True)
    fresh.replace(register)


def unsure_register(folder: Path) -> Path:
    """Write a register with rows above its headers and columns that do not tell what they hold."""
    rows = [[*_customer(number), "x" if number % 3 else "", str(number % 4), "ok"] for number in range(30)]
    path = folder / "kampaamo.csv"
    title = [["Asiakkaat 2026"], [], [*HEADERS, "Lupa", "Luokka", "M"]]
    return _write(path, [], [*title, *rows])


def clean_register(folder: Path) -> Path:
    """Write a register in which everything is in order."""
    return _write(folder / "siisti.csv", HEADERS, map(_customer, range(len(GIVEN) * len(FAMILY))))


HEADERS = ("Asiakasnro", "Sukunimi", "Etunimi", "Puhelin", "Sähköposti", "Katuosoite", "Postinro", "Postitoimipaikka",
           "Viimeisin osto")  # fmt: skip


def _customer(number: int) -> Sequence[str]:
    from datetime import date, timedelta

    family, given = list(product(FAMILY, GIVEN))[number]
    phone, mail = f"040 {311 + 7 * number} {4000 + 137 * number}", f"{given}.{family}@esimerkki.fi".lower()
    bought = date.today() - timedelta(days=9 * number + 3)
    street = f"{family}ntie {3 * number + 1}"
    return (f"{1000 + number}", family, given, phone, mail, street, "00100", "Helsinki", f"{bought:%-d.%-m.%Y}")


def _write(path: Path, headers: Sequence[str], rows: Iterable[Sequence[str]]) -> Path:
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        csv.writer(stream, delimiter=";").writerows([*([headers] if headers else []), *rows])
    return path
