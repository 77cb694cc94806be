"""Makes the sample register that ships with the program, with its truth, from a seed: the same bytes every time."""

import argparse
import csv
import json
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from random import Random

from registers.blemishes import spoil
from registers.duplicates import duplicate_stories
from registers.people import Inventor
from registers.relations import relation_stories
from registers.rows import FORMULA_HEADER, HEADERS, Row, Story
from registers.truth import truth
from registers.workbook import CREATED, FIRST_ROW, customer_number, write_workbook

DEMO = Path(__file__).resolve().parents[1] / "resources" / "demo"
SEED = 20261101
PERSONS, SWEDES, COMPANIES = 757, 22, 260


def invent(seed: int = SEED) -> tuple[list[Row], list[Story]]:
    """Return all rows in the order they were entered, and the stories that tie some of them together."""
    inventor = Inventor(Random(seed))
    stories = [*duplicate_stories(inventor), *relation_stories(inventor)]
    makers = (inventor.person,) * PERSONS + (inventor.swedish_person,) * SWEDES + (inventor.company,) * COMPANIES
    alone = [Story("alone", (Row(make()),)) for make in makers]
    flat = [(position, row) for position, story in enumerate((*stories, *alone)) for row in story.rows]
    rows = spoil(inventor.random, [row for _, row in flat])
    spoilt = [
        Story(
            story.name,
            tuple(row for (owner, _), row in zip(flat, rows, strict=True) if owner == position),
            story.relation,
        )
        for position, story in enumerate(stories)
    ]
    return sorted(rows, key=lambda row: row.customer.since), spoilt


def _as_text(header: str, value: object) -> str:
    if isinstance(value, date):
        return f"{value.day}.{value.month}.{value.year}"
    if isinstance(value, float):
        return f"{value:05.0f}" if header == "Postinro" else f"{value:.2f}".replace(".", ",")
    return "" if value is None else str(value)


def write_csv(target: Path, rows: Sequence[Row]) -> None:
    """Write the same rows as an invoicing program exports them: Windows-1252, semicolons, no title rows."""
    with target.open("w", encoding="cp1252", newline="") as lines:
        writer = csv.writer(lines, delimiter=";", lineterminator="\r\n")
        writer.writerow(HEADERS)
        for position, row in enumerate(rows):
            known = {"Asiakasnro": customer_number(position), FORMULA_HEADER: CREATED.year - row.customer.since.year}
            cells = row.cells() | known
            writer.writerow([_as_text(header, cells[header]) for header in HEADERS])


def _write_truth(target: Path, source: str, first_row: int, rows: Sequence[Row], stories: Sequence[Story]) -> None:
    facts = truth(source, first_row, list(enumerate(rows, first_row)), stories)
    lines = (f"{json.dumps(name)}: {json.dumps(fact, ensure_ascii=False)}" for name, fact in facts.items())
    target.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8", newline="\n")


def make(output: Path) -> None:
    """Write the workbook, its CSV cousin and the truth of both into a folder."""
    rows, stories = invent()
    output.mkdir(parents=True, exist_ok=True)
    write_workbook(output / "asiakasrekisteri.xlsx", rows)
    write_csv(output / "asiakasrekisteri.csv", rows)
    _write_truth(output / "truth.json", "asiakasrekisteri.xlsx", FIRST_ROW, rows, stories)
    _write_truth(output / "truth_csv.json", "asiakasrekisteri.csv", 2, rows, stories)
    repeated = sum(story.relation is None for story in stories)
    print(f"{len(rows)} rows, {repeated} customers entered more than once: {output}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=Path, default=DEMO, help="folder to write into")
    make(parser.parse_args().output)


if __name__ == "__main__":
    main()
