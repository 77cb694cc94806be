"""Whatever the numbers and the merges: the saved file proves itself, other cells stay, and every line can be undone."""

from pathlib import Path
from tempfile import TemporaryDirectory

import openpyxl
from hypothesis import given, settings
from hypothesis import strategies as st

from export.invoices import SCHEMA
from export.outcomes import outcome, read
from tikissa.export.log.audit_files import read_audit_log
from tikissa.export.proof.verify import verify
from tikissa.export.restore.restore import restore
from tikissa.export.save.writer import write
from tikissa.export.saving_options import WriteOptions
from tikissa.lists.vanished_numbers import customer_numbers, number_key

NUMBERS = st.one_of(
    st.integers(0, 40),
    st.integers(0, 40).map(lambda number: f"{number:04}"),
    st.sampled_from(["A-1", "a-1", "A-2", " 7 ", "x", "", "0", "00"]),
)
ROWS, FIRST = 12, 2


@settings(max_examples=40)
@given(
    st.lists(NUMBERS, min_size=ROWS, max_size=ROWS),
    st.lists(NUMBERS, min_size=6, max_size=20),
    st.dictionaries(st.integers(FIRST + 1, FIRST + ROWS - 1), st.just(FIRST), max_size=6),
    st.sets(st.integers(FIRST + 1, FIRST + ROWS - 1), max_size=2),
)
def test_what_follows_is_proven_and_can_be_taken_back(
    own: list[object], invoices: list[object], merged: dict[int, int], removed: set[int]
) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        source = _workbook(folder / "a.xlsx", own, invoices)
        register = read(source, "Asiakkaat")
        if not register.has_column("Asiakasnro"):
            return
        made = outcome(register, merged=merged, removed=sorted(removed - merged.keys()))
        numbers = customer_numbers(made, SCHEMA)
        cleaned, log = folder / "b.xlsx", folder / "l.xlsx"
        write(made, cleaned, log, WriteOptions(numbers=numbers, repointed=frozenset({"Laskut"})))
        assert verify(source, cleaned, log) == ()
        before, after = _invoices(source), _invoices(cleaned)
        lines = [*read_audit_log(log).repointed]
        changed = {int(line.row): line for line in lines}
        staying = {number_key(made.text(record, "Asiakasnro")) for record in range(len(register)) if made.stays(record)}
        for row, (was, now) in enumerate(zip(before, after, strict=True), 1):
            assert (was != now or type(was) is not type(now)) == (row in changed)
            assert row not in changed or (number_key(was) not in staying and number_key(now) in staying)
        for line in lines[:2]:
            target = folder / f"c{line.line}.xlsx"
            restore(cleaned, log, int(line.line), target, folder / f"c{line.line}-l.xlsx")
            row = int(line.row) - 1
            assert _invoices(target) == [*after[:row], before[row], *after[row + 1 :]]


def _workbook(path: Path, own: list[object], invoices: list[object]) -> Path:
    workbook = openpyxl.Workbook()
    workbook.remove(workbook.worksheets[0])
    customers, other = workbook.create_sheet("Asiakkaat"), workbook.create_sheet("Laskut")
    customers.append(("Asiakasnro", "Nimi"))
    for place, number in enumerate(own):
        customers.append((number, f"Esimerkki Henkilö {place}"))
    other.append(("Asiakasnro",))
    for number in invoices:
        other.append((number,))
    workbook.save(path)
    return path


def _invoices(path: Path) -> list[object]:
    return [cell.value for cell in openpyxl.load_workbook(path)["Laskut"]["A"]]
