"""Simulates offices that go on making errors at known rates, and what the months' rounds make of it.

    evaluate_months.py [--registers 5] [--rows 300] [--months 3] [--libreoffice]

Each register begins with rows made from a seed; each month the office enters new ones, some with an error of a known
kind. In the first month every card and every sure group is accepted by hand; afterwards one copy goes on by hand with
what was accepted then, and another by the month's round: their files must be the same, and `verify` must hold. Prints
for each register whether the entry guide named the five commonest of the errors made, and with --libreoffice of the
errors that came after the first month, by kind, how many the checks in the workbook would have stopped or warned of as
they were typed, and of how many right rows they would have warned. One JSON line a register.
"""

import argparse
import csv
import json
import random
import shutil
import subprocess
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl

from tikissa.app.guide.common_errors import common_errors
from tikissa.app.month.opening import look_through, opened
from tikissa.app.month.round import Saving, accept_again, save
from tikissa.app.session import Session
from tikissa.app.targets import targets_in
from tikissa.export.entry_checks.check_formulas import formula
from tikissa.export.proof.verify import verify
from tikissa.files.letters import column_letter
from tikissa.model.progress import NoProgress
from tikissa.review.kinds import SAFE_MERGES

HEADER = (
    *("Asiakasnro", "Sukunimi", "Etunimi", "Katuosoite", "Postinro", "Postitoimipaikka"),
    *("Puhelin", "Sähköposti", "Lähde"),
)
SURNAMES = ("Ahola", "Berg", "Eklund", "Forsman", "Haavisto", "Itkonen", "Jokela", "Kallio", "Lampi", "Nurmi")
NAMES = ("Aino", "Eero", "Helmi", "Ilmari", "Kaisa", "Lauri", "Maija", "Niilo", "Oona", "Paavo", "Riitta", "Urho")
STREETS = ("Koivutie", "Kuusitie", "Haapatie", "Leppäkatu", "Mäntytie", "Pihlajakuja", "Tammikatu", "Vaahterapolku")
PLACES = (("00100", "Helsinki"), ("00530", "Helsinki"), ("02600", "Espoo"), ("01300", "Vantaa"), ("04400", "Järvenpää"))

Row = dict[str, str]
Slip = Callable[[Row, random.Random], None]


def _set(column: str, change: Callable[[str], str]) -> Slip:
    def slip(row: Row, _: random.Random) -> None:
        row[column] = change(row[column])

    return slip


SLIPS: dict[str, tuple[float, Slip]] = {
    "postal_code.leading_zeros": (0.14, _set("Postinro", lambda text: text.lstrip("0"))),
    "email.domain_typo": (0.10, _set("Sähköposti", lambda text: text.split("@")[0] + "@gmial.com")),
    "phone.lost_zero": (0.07, _set("Puhelin", lambda text: text.replace(" ", "")[1:])),
    "town.typing_error": (0.05, _set("Postitoimipaikka", lambda text: text[:2] + text[3] + text[2] + text[4:])),
    "email.missing_at": (0.015, _set("Sähköposti", lambda text: text.replace("@", ""))),
    "postal_code.letters": (0.01, _set("Postinro", lambda text: "O" + text[1:])),
}
"""What goes wrong, how often, and how; beside these one customer in thirty is entered again."""

AGAIN = 0.033
CHECKED = {"Asiakasnro": "customer_number", "Postinro": "postal_code", "Puhelin": "phone", "Sähköposti": "email"}
"""The kinds of checks that the columns get; the others have none."""


def entered(count: int, start: int, draw: random.Random, known: list[Row]) -> tuple[list[Row], list[str]]:
    """Return the rows an office enters, and the error that each has, "" where it has none."""
    rows, made = [], []
    for number in range(start, start + count):
        if (there := [*known, *rows]) and draw.random() < AGAIN:
            row, slip = {**draw.choice(there), "Asiakasnro": str(number)}, "guide.duplicates"
        else:
            row = _customer(number, draw)
            slip = draw.choices([*SLIPS, ""], [*(rate for rate, _ in SLIPS.values()), 1 - _rates()])[0]
            if slip:
                SLIPS[slip][1](row, draw)
        rows.append(row)
        made.append(slip)
    return rows, made


def _rates() -> float:
    return sum(rate for rate, _ in SLIPS.values())


def _customer(number: int, draw: random.Random) -> Row:
    surname, name = draw.choice(SURNAMES), draw.choice(NAMES)
    code, town = draw.choice(PLACES)
    email = f"{name}.{surname}{number}@gmail.com".lower().replace("ä", "a")
    phone = f"040 {draw.randrange(100, 999)} {draw.randrange(1000, 9999)}"
    street = f"{draw.choice(STREETS)} {draw.randrange(1, 99)}"
    values = (str(number), surname, name, street, code, town, phone, email, draw.choice(("puhelin", "verkko")))
    return dict(zip(HEADER, values, strict=True))


def write(path: Path, rows: list[Row]) -> None:
    with path.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, HEADER, delimiter=";")
        writer.writeheader()
        writer.writerows(rows)


@dataclass
class Person:
    """Accepts whole cards, then the groups that are surely one customer; later only what was accepted at first."""

    codes: set[str] = field(default_factory=set)
    is_first: bool = True

    def decide(self, session: Session) -> None:
        for group in session.work.fix_groups:
            if self.is_first or group.code in self.codes:
                session.decide(session.decider.fixes(session.analysis.keys, group.fixes))
                self.codes.add(group.code)
        if session.work.safe_merges and (self.is_first or SAFE_MERGES in self.codes):
            session.decide(session.decider.merges(session.analysis, session.work.safe_merges))
            self.codes.add(SAFE_MERGES)
        self.is_first = False


def visit(path: Path, folder: Path, today: date, decide: Callable[[Session], object]) -> tuple[bytes, bool, list[str]]:
    """Look a register through, decide and save; return the cleaned file, whether it is proven, the guide's codes."""
    with opened(path, folder, NoProgress(), "user") as session:
        look_through(session, session.settings(today), NoProgress())
        guide = [error.code for error in common_errors(session.analysis)]
        decide(session)
        written = save(session, targets_in(path.parent, path), Saving("fi"), NoProgress())
    holds = not verify(path, written.cleaned, written.audit_logs[0])
    content = written.cleaned.read_bytes()
    for made in (written.cleaned, *written.audit_logs):
        made.unlink()
    return content, holds, guide


def simulate(seed: int, rows: int, months: int, room: Path, with_checks: bool) -> dict[str, object]:
    draw = random.Random(seed)
    every, made = entered(rows, 1000, draw, [])
    register, hand, alone = room / f"asiakkaat{seed}.csv", room / f"hand{seed}", room / f"alone{seed}"
    person = Person()
    same, proven, named = [], [], []
    for month in range(1, months + 1):
        write(register, every)
        today = date(2026, 8 + month, 1)
        if month == 1:
            results = [visit(register, hand, today, person.decide)]
            shutil.copytree(hand, alone)
        else:
            results = [visit(register, hand, today, person.decide), visit(register, alone, today, accept_again)]
            same.append(results[0][0] == results[1][0])
        proven += [holds for _, holds, _ in results]
        counts = Counter(filter(None, made))
        named.append(sorted(counts[code] for code in results[0][2]) == sorted(n for _, n in counts.most_common(5)))
        new, more = entered(rows // 6, 1000 + len(every), draw, every)
        every, made = every + new, made + more
    return {
        "register": seed,
        "errors": dict(Counter(filter(None, made))),
        "as_by_hand": same,
        "verify_holds": proven,
        "guide_names_five": named,
        **(stopped(every, made, rows, room) if with_checks else {}),
    }


def stopped(rows: list[Row], made: list[str], first: int, room: Path) -> dict[str, object]:
    """Have LibreOffice work out the checks of the rows from number `first` on, each as it was when the row was typed;
    count, by kind of error, the rows that have one and those of them that a check stops or warns of."""
    workbook = openpyxl.Workbook()
    sheet = workbook.create_sheet("tarkistus", 0)
    letters = {column: column_letter(place) for place, column in enumerate(CHECKED)}
    for line, row in enumerate(rows, 1):
        for place, (column, kind) in enumerate(CHECKED.items(), 1):
            sheet.cell(line, place, row[column]).number_format = "@"
            claim = formula(kind, letters[column], 1, line).replace(f"{letters[column]}1", f"{letters[column]}{line}")
            sheet.cell(line, place + len(CHECKED), f"={claim}")
    workbook.save(room / "kirjatut.xlsx")
    command = ["soffice", f"-env:UserInstallation=file://{room}/profile", "--headless", "--convert-to", "csv"]
    subprocess.run([*command, "--outdir", str(room), str(room / "kirjatut.xlsx")], capture_output=True, check=True)
    with (room / "kirjatut.csv").open(encoding="latin-1") as lines:
        halted = ["FALSE" in line[len(CHECKED) :] for line in csv.reader(lines)]
    new = list(zip(made, halted, strict=True))[first:]
    came, held = Counter(slip for slip, _ in new if slip), Counter(slip for slip, halt in new if slip and halt)
    alarms = sum(halt for slip, halt in new if not slip)
    by_checks = {
        "stopped": dict(held),
        "stopped_share": round(held.total() / max(came.total(), 1), 3),
        "right_rows_warned_of": alarms,
    }
    return {"new_errors": dict(came), **by_checks}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--registers", type=int, default=5)
    parser.add_argument("--rows", type=int, default=300)
    parser.add_argument("--months", type=int, default=3)
    parser.add_argument("--libreoffice", action="store_true")
    options = parser.parse_args()
    with TemporaryDirectory() as folder:
        for seed in range(1, options.registers + 1):
            found = simulate(seed, options.rows, options.months, Path(folder), options.libreoffice)
            print(json.dumps(found), flush=True)


if __name__ == "__main__":
    main()
