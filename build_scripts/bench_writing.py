"""Measures saving a large workbook against openpyxl's load and save: processor seconds and memory, as JSON lines.

Usage: bench_writing.py [--rows 100000] [--rounds 3] [--without-openpyxl]
Each run has a process of its own, so that its peak memory is its own. `patch` is the writing alone, `write` all of it:
the log in three forms, reading again and comparing, too. A ratio is to openpyxl's median without deletions.
"""

import argparse
import json
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

COLUMNS = 15
EDITS = 2_000
DELETIONS = 1_000


def make_register(path: Path, rows: int) -> None:
    import xlsxwriter

    workbook = xlsxwriter.Workbook(str(path))
    sheet = workbook.add_worksheet("Asiakkaat")
    dates = workbook.add_format({"num_format": "d.m.yyyy"})
    names = ("Nro", "Sukunimi", "Etunimi", "Katu", "Postinumero", "Kaupunki", "Puhelin", "Sposti", "Lupa", "Viimeksi")
    sheet.write_row(0, 0, [*names, *(f"Tieto {number}" for number in range(COLUMNS - len(names)))])
    for row in range(1, rows + 1):
        texts = (f"Esimerkki{row % 5000}", f"Nimi{row % 300}", f"Katu {row % 900} A {row % 40}", f"{row % 99999:05}")
        sheet.write_number(row, 0, 100_000 + row)
        sheet.write_row(row, 1, texts)
        sheet.write_row(row, 5, ("Helsinki", f"040 {row % 10_000_000:07}", f"e{row}@example.invalid", "kyllä"))
        sheet.write_datetime(row, 9, datetime(2015, 1, 1) + timedelta(row % 4000), dates)
        sheet.write_row(row, 10, (row * 1.5, f"teksti {row % 1000}", row % 7, "x", f"huom {row % 77}"))
    workbook.close()


def with_openpyxl(source: Path, folder: Path) -> float:
    import openpyxl

    start = time.process_time()
    workbook = openpyxl.load_workbook(source)
    sheet = workbook["Asiakkaat"]
    for number in range(EDITS):
        sheet.cell(2 + number * 40, 2).value = f"Muutettu {number}"
    workbook.save(folder / "openpyxl.xlsx")
    return time.process_time() - start


def patching(source: Path, folder: Path) -> float:
    from tikissa.export.workbook.deletion import Deletion
    from tikissa.export.workbook.patch import WorkbookPlan, patch_workbook
    from tikissa.export.workbook.row_patch import CellEdit

    edits = {2 + number * 40: {1: CellEdit(f"Muutettu {number}")} for number in range(EDITS)}
    deletion = Deletion.of(range(11, 11 + 90 * DELETIONS, 90))
    start = time.process_time()
    with (folder / "patched.xlsx").open("wb") as target:
        patch_workbook(source, target, WorkbookPlan("Asiakkaat", edits, deletion))
    return time.process_time() - start


def writing(source: Path, folder: Path) -> float:
    from tikissa.export.save.writer import write
    from tikissa.files.reader import read
    from tikissa.model.finding import Reason
    from tikissa.model.outcome import AppliedChange, Fate, Leaving, Outcome
    from tikissa.model.record import RecordId

    register = read(source)
    when, reason = datetime.now(UTC), Reason("hand.edit")
    edited = [RecordId(number * 40) for number in range(EDITS)]
    gone = [RecordId(9 + number * 90) for number in range(DELETIONS)]
    changes = tuple(
        AppliedChange(
            record, "Sukunimi", register.text(record, "Sukunimi"), f"Muutettu {record}", reason, 0, when, "user"
        )
        for record in edited
    )
    leaving = {record: Leaving(record, Fate.REMOVED, None, (reason,), 1, when, "user") for record in gone}
    changed = {"Sukunimi": {change.record: change.after for change in changes if change.record not in leaving}}
    outcome = Outcome(register, changed, leaving, changes)
    start = time.process_time()
    write(outcome, folder / "cleaned.xlsx", folder / "log.xlsx")
    return time.process_time() - start


WAYS: dict[str, Callable[[Path, Path], float]] = {"openpyxl": with_openpyxl, "patch": patching, "write": writing}
MAKE = "make"


def measure(way: str, source: Path) -> dict[str, float]:
    """Run one way in a process of its own; return its seconds and its peak memory in MB.

    A child's peak counts from what its parent held, so this process stays small: the register too is made by a child.
    """
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, __file__, "--run", way, "--source", str(source), "--folder", folder]
        done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True)
    result: dict[str, float] = json.loads(done.stdout)
    return result


def run_one(way: str, source: Path, folder: Path) -> None:
    seconds = WAYS[way](source, folder)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"seconds": seconds, "megabytes": peak}))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--without-openpyxl", action="store_true")
    parser.add_argument("--run", choices=[*WAYS, MAKE], help=argparse.SUPPRESS)
    parser.add_argument("--source", type=Path, help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.run == MAKE:
        make_register(options.source, options.rows)
        return
    if options.run:
        run_one(options.run, options.source, options.folder)
        return
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "register.xlsx"
        command = [sys.executable, __file__, "--run", MAKE, "--source", str(source), "--rows", str(options.rows)]
        subprocess.run(command, check=True)
        report(source, options.rounds, [way for way in WAYS if way != "openpyxl" or not options.without_openpyxl])


def report(source: Path, rounds: int, ways: list[str]) -> None:
    base = None
    for way in ways:
        runs = [measure(way, source) for _ in range(rounds)]
        seconds = statistics.median(run["seconds"] for run in runs)
        base = seconds if way == "openpyxl" else base
        megabytes = round(max(run["megabytes"] for run in runs))
        line = {"way": way, "seconds": round(seconds, 2), "megabytes": megabytes}
        print(json.dumps({**line, "ratio": base and round(seconds / base, 3)}), flush=True)


if __name__ == "__main__":
    main()
