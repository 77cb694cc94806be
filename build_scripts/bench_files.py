"""Measures reading a large register against what reads its cells alone: processor seconds and memory, as JSON lines.

Usage: bench_files.py [--rows 100000] [--large-rows 500000] [--rounds 3]
Ours and the alternative run in turn, each in a process of its own; a figure is the median of the rounds. Ours is all
of it: the child process, the text as shown, structure, findings, the register handed over. Memory is the peak of both
processes together. Saving is measured by bench_writing.py.
"""

import argparse
import csv
import json
import multiprocessing
import random
import resource
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

HEADER = (
    "Asiakasnro", "Sukunimi", "Etunimi", "Osoite", "Postinumero", "Postitoimipaikka", "Puhelin", "Sähköposti",
    "Y-tunnus", "Asiakas alkaen", "Viimeisin osto", "Ostot", "Kpl", "Lupa", "Huomautus",
)  # fmt: skip


def made_up_rows(count: int) -> Iterator[tuple[object, ...]]:
    dice = random.Random(1)
    for number in range(count):
        yield (
            1000 + number,
            dice.choice(("Virtanen", "Korhonen", "Mäkinen")) + str(dice.randrange(300)),
            dice.choice(("Matti", "Liisa", "Åke")) + str(dice.randrange(100)),
            f"Katu{dice.randrange(2000)} {dice.randrange(100)} A {dice.randrange(60)}",
            f"{dice.randrange(100_000):05}",
            dice.choice(("HELSINKI", "ESPOO", "TURKU")),
            f"0{dice.randrange(400_000_000, 509_999_999)}",
            f"a{number}.b{dice.randrange(1_000_000)}@example.fi",
            f"{dice.randrange(10_000_000):07}-{dice.randrange(10)}",
            datetime(2000, 1, 1) + timedelta(dice.randrange(9000)),
            datetime(2000, 1, 1) + timedelta(dice.randrange(9000)),
            round(dice.random() * 10_000, 2),
            dice.randrange(100),
            dice.choice(("x", "", "")),
            f"Huom {dice.randrange(100_000)}" if dice.random() > 0.8 else "",
        )


def make_workbook(path: Path, rows: int) -> None:
    import xlsxwriter

    workbook = xlsxwriter.Workbook(str(path))
    sheet = workbook.add_worksheet("Asiakkaat")
    day = workbook.add_format({"num_format": "d.m.yyyy"})
    sheet.write_row(0, 0, HEADER)
    for number, row in enumerate(made_up_rows(rows), 1):
        for column, value in enumerate(row):
            if isinstance(value, datetime):
                sheet.write_datetime(number, column, value, day)
            elif value != "":
                sheet.write(number, column, value)
    workbook.close()


def make_csv(path: Path, rows: int) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(HEADER)
        writer.writerows(made_up_rows(rows))


def make(maker: Callable[[Path, int], None], path: Path, rows: int) -> None:
    """Make a file in a process of its own: Linux counts this one's peak of memory for those it starts later."""
    process = multiprocessing.get_context("spawn").Process(target=maker, args=(path, rows))
    process.start()
    process.join()


def with_calamine(path: Path) -> None:
    from python_calamine import load_workbook

    for _ in load_workbook(path).get_sheet_by_index(0).iter_rows():
        pass


def with_csv_module(path: Path) -> None:
    with path.open(newline="", encoding="utf-8") as file:
        list(csv.reader(file, delimiter=";"))


def ours(path: Path) -> None:
    from tikissa.files.reader import read

    read(path)


def previewed(path: Path) -> None:
    from tikissa.files.reader import preview

    preview(path)


READERS: dict[str, Callable[[Path], None]] = {
    "calamine": with_calamine,
    "csv": with_csv_module,
    "ours": ours,
    "preview": previewed,
}


def measure_here(reader: str, path: Path) -> None:
    """Read once in this process and print seconds and peak megabytes."""
    __import__("tikissa.files.reader" if reader in ("ours", "preview") else "python_calamine")
    before = processor_seconds()
    READERS[reader](path)
    seconds = processor_seconds() - before
    peaks = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    print(json.dumps({"seconds": seconds, "megabytes": sum(peaks) / 1024}))


def processor_seconds() -> float:
    """Return the seconds this process and its children have worked; what else the machine does is left out."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in used)


def measured(reader: str, path: Path, rounds: int) -> tuple[float, float]:
    call = (sys.executable, __file__, "--reader", reader, "--path", str(path))
    runs = [json.loads(subprocess.run(call, check=True, capture_output=True).stdout) for _ in range(rounds)]
    return statistics.median(run["seconds"] for run in runs), max(run["megabytes"] for run in runs)


def compare(path: Path, rows: int, other: str, most: float, rounds: int) -> None:
    pairs = [(measured("ours", path, 1)[0], measured(other, path, 1)[0]) for _ in range(rounds)]
    seconds, other_seconds = (statistics.median(column) for column in zip(*pairs, strict=True))
    say(
        measure=f"read {path.suffix}",
        rows=rows,
        ours_s=round(seconds, 3),
        other=other,
        other_s=round(other_seconds, 3),
        ratio=round(statistics.median(first / second for first, second in pairs), 2),
        at_most=most,
    )


def say(**figures: object) -> None:
    print(json.dumps(figures, ensure_ascii=False), flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--large-rows", type=int, default=500_000)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--reader", choices=READERS)
    parser.add_argument("--path", type=Path)
    options = parser.parse_args()
    if options.reader:
        measure_here(options.reader, options.path)
        return
    with tempfile.TemporaryDirectory() as folder:
        workbook, text, large = (Path(folder, name) for name in ("rekisteri.xlsx", "rekisteri.csv", "suuri.xlsx"))
        make(make_workbook, workbook, options.rows)
        make(make_csv, text, options.rows)
        compare(workbook, options.rows, "calamine", 2.5, options.rounds)
        compare(text, options.rows, "csv", 3.0, options.rounds)
        say(
            measure="preview .xlsx",
            rows=options.rows,
            ours_s=round(measured("preview", workbook, options.rounds)[0], 3),
        )
        if options.large_rows:
            make(make_workbook, large, options.large_rows)
            seconds, megabytes = measured("ours", large, 1)
            say(
                measure="read .xlsx",
                rows=options.large_rows,
                ours_s=round(seconds, 1),
                megabytes=round(megabytes),
                at_most_megabytes=2000,
            )


if __name__ == "__main__":
    main()
