"""What our deletion makes of a workbook is what LibreOffice makes of it by itself: references, values, looks."""

import random
from pathlib import Path
from typing import NamedTuple

import pytest
import xlsxwriter

from export.libre_office import Case, Seen, converted, looked_at, needed
from export.workbook.test_odd_workbooks import rewritten, with_shared_formula
from export.workbooks import ROWS, plain_workbook, rich_workbook
from tikissa.export.second_reader.file_contents import contents
from tikissa.export.workbook.deletion import Deletion
from tikissa.export.workbook.patch import WorkbookPlan
from tikissa.export.writing.patched_files import names_in, patch
from tikissa.export.writing.stale_values import stale_after
from tikissa.model.progress import NoProgress
from tikissa.model.register import FileFormat, Reading

SHEET = "Asiakkaat"
RULE_OF_A_LOST_FIRST_ROW = "Asiakkaat!Asiakkaat.B2:B58"
"""A rule's formula is written for the first cell of its range; when that cell goes Excel reads it for the next one,
LibreOffice leaves #REF! in it."""

OTHERS = ("Muu lista", "O'Brien & Co", "Q1", "2024", "Äijät")
RANDOM_BOOKS = 5
RICH_LEAVING = (6, 9, 10, 12, 13, 14, 21, 32, 50, 61)
CUSTOMERS = 30
KINDS = (
    "name",
    "table",
    "autofilter",
    "printed",
    "rule",
    "note",
    "chart",
    "shape",
    "height",
    "shown",
    "look",
    "validation",
    "formula",
    "break",
    "merged",
)


class Difference(NamedTuple):
    kind: str
    where: str
    ours: list[str]
    theirs: list[str]

    @property
    def both_lost(self) -> bool:
        return all("#REF!" in str(side).upper() for side in (self.ours, self.theirs)) and self.kind != "shown"


def random_formula(chance: random.Random, own: bool) -> str:
    """A formula over the register's columns A to F, as people write them and worse."""
    lead = chance.choice(("", "Asiakkaat!", "'Asiakkaat'!", "ASIAKKAAT!")) if own else chance.choice(("Asiakkaat!",))

    def end() -> str:
        dollar = chance.choice
        return f"{dollar(('', '$'))}{chance.choice('ABCDEF')}{dollar(('', '$'))}{chance.randint(1, CUSTOMERS + 1)}"

    def area() -> str:
        first, last = sorted(chance.sample(range(1, CUSTOMERS + 2), 2))
        columns = sorted((chance.choice("ABCDEF"), chance.choice("ABCDEF")))
        whole = (f"{columns[0]}:{columns[1]}", f"${columns[0]}:${columns[1]}")
        part = f"{columns[0]}{first}:{columns[1]}{last}"
        return chance.choice(
            (
                part,
                part,
                f"${columns[0]}${first}:${columns[1]}${last}",
                f"${columns[0]}{first}:{columns[1]}${last}",
                *whole,
            )
        )

    forms = (
        f"{lead}{end()}",
        f"SUM({lead}{area()})",
        f"SUM({lead}{area()},{lead}{area()})-{lead}{end()}",
        f'IF({lead}{end()}>5,{lead}{end()},"A5 {end()}")',
        f'COUNTIF({lead}{area()},">"&{lead}{end()})',
        f"INDEX({lead}{area()},1,1)*2",
        f"-{lead}{end()}+LOG10(100)",
        f"ROWS({lead}{area()})",
        f"SUMPRODUCT({lead}A2:A{CUSTOMERS + 1},{lead}B2:B{CUSTOMERS + 1})",
        f'IFERROR(MATCH({lead}{end()},{lead}A:A,0),"ei")',
        f"SUBTOTAL(9,{lead}{area()})",
        f"MAX({lead}{area()})",
    )
    return "=" + chance.choice(forms)


def random_workbook(path: Path, seed: int) -> tuple[int, ...]:
    """A register of numbers with formulas beside it and on sheets of difficult names; returns the rows to go."""
    chance = random.Random(seed)
    workbook = xlsxwriter.Workbook(str(path))
    sheet = workbook.add_worksheet(SHEET)
    sheet.write_row(0, 0, "abcdef")
    for row in range(1, CUSTOMERS + 1):
        sheet.write_row(row, 0, [chance.randint(1, 99) for _ in range(6)])
        sheet.write_formula(row, 7, f"=SUM(A{row + 1}:F{row + 1})")
        sheet.write_formula(row, 8, random_formula(chance, own=True))
    for name in OTHERS:
        other = workbook.add_worksheet(name)
        other.write_column(0, 1, range(20))
        for row in range(12):
            other.write_formula(row, 0, random_formula(chance, own=False))
        other.write_formula(12, 0, "=SUM(B1:B9)+B5")
    workbook.define_name("Alue", f"={SHEET}!$A${chance.randint(1, 9)}:$C${chance.randint(10, 31)}")
    workbook.define_name("Solu", f"={SHEET}!$B${chance.randint(2, 31)}")
    workbook.define_name("Kaava", f"=SUM({SHEET}!$A$2:$A$31)*2")
    workbook.close()
    sheets = [f"xl/worksheets/sheet{number}.xml" for number in range(1, len(OTHERS) + 2)]
    rewritten(path, dict.fromkeys(sheets, lambda xml: xml.replace("</f><v>0</v>", "</f>")))
    return tuple(sorted(chance.sample(range(2, CUSTOMERS + 2), chance.randint(1, 12))))


def by_us(source: Path, gone: tuple[int, ...]) -> Path:
    target, deletion = source.with_name(f"{source.stem}-siistitty{source.suffix}"), Deletion.of(gone)
    form = FileFormat(source.suffix[1:])
    original = contents(source, form, SHEET, Reading())
    stale = stale_after(names_in(source, original), original, SHEET, deletion, {})
    with target.open("wb") as stream:
        patch(form, source, stream, WorkbookPlan(SHEET, deletion=deletion, stale=stale), NoProgress())
    return target


def compared(ours: Seen, theirs: Seen) -> list[Difference]:
    """Where a reference is lost both must say so; each says it in its own way, and shows another error."""
    found = [
        Difference(kind, where, ours.get(kind, {}).get(where, []), theirs.get(kind, {}).get(where, []))
        for kind in KINDS
        for where in sorted(ours.get(kind, {}).keys() | theirs.get(kind, {}).keys())
    ]
    lost = {each.where for each in found if each.both_lost}
    return [each for each in found if each.ours != each.theirs and each.where not in (*lost, RULE_OF_A_LOST_FIRST_ROW)]


@pytest.fixture(scope="module")
def judged(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[Difference]]:
    """By workbook, where what LibreOffice sees in our file is not what it makes of the original by itself."""
    needed()
    folder = tmp_path_factory.mktemp("office")
    books: dict[Path, tuple[int, ...]] = {
        rich_workbook(folder / "rich.xlsx"): RICH_LEAVING,
        rich_workbook(folder / "first.xlsx"): (2, 3, ROWS + 1),
    }
    for name, formula, gone in (("together", "C2*2", (2, 3, 13)), ("apart", "SUM(C2:C4)", (2, 7))):
        rows = [["Nimi", "b", "c", "d"], *([f"Henkilö {number}", number, number * 1.5, 1] for number in range(12))]
        source = plain_workbook(folder / f"{name}.xlsx", rows)
        books[rewritten(source, {"xl/worksheets/sheet1.xml": with_shared_formula("E", formula)})] = gone
    made = {folder / f"random{seed}.xlsx": seed for seed in range(RANDOM_BOOKS)}
    leaving = {path.name: random_workbook(path, seed) for path, seed in made.items()}
    (folder / "office").mkdir()
    with_results = converted(list(made), "xlsx", folder / "office")
    books |= {path: leaving[path.name] for path in with_results}
    documents = converted([folder / "rich.xlsx", *made], "ods", folder)
    books |= dict(zip(documents, (RICH_LEAVING, *leaving.values()), strict=True))
    cases = [
        case
        for path, gone in books.items()
        for case in (
            Case(by_us(path, gone), recalculated=path not in with_results and path not in documents),
            Case(path, SHEET, gone),
        )
    ]
    seen = looked_at(cases)
    return {
        path.name if path.suffix == ".ods" else path.stem: compared(*pair)
        for path, pair in zip(books, zip(seen[::2], seen[1::2], strict=True), strict=True)
    }


@pytest.mark.parametrize(
    "name",
    [
        *("rich", "first", "together", "apart", *(f"random{seed}" for seed in range(RANDOM_BOOKS))),
        *("rich.ods", *(f"random{seed}.ods" for seed in range(RANDOM_BOOKS))),
    ],
)
def test_rows_go_as_they_go_in_libre_office(judged: dict[str, list[Difference]], name: str) -> None:
    assert judged[name] == []
