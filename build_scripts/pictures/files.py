"""Files for the pictures: a list to check, next month's export, a register with questions, one with nothing amiss."""

import csv
import subprocess
import sys
from collections.abc import Iterable, Sequence
from itertools import product
from pathlib import Path

LIST_ROWS = 40

GIVEN = ("Aino", "Eero", "Helmi", "Ilmari", "Kaisa", "Lauri")
FAMILY = ("Ahokas", "Haukkala", "Kuusimaa", "Lehtola", "Niittula", "Ojakorpi")


def list_of(register: Path) -> Path:
    """Write a list of rows that are in the register, and one put together from several, which is not."""
    from tikissa.files.reader import read

    known = read(register)
    chosen = range(0, len(known), max(1, len(known) // LIST_ROWS))
    rows = [[cells[record] for cells in known.cells] for record in chosen]
    rows.append([cells[7 * place % len(known)] for place, cells in enumerate(known.cells, start=11)])
    return _write(register.with_name("messut.csv"), [column.name for column in known.columns], rows)


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
