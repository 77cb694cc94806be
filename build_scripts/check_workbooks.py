"""Saves real workbooks of other programs with an edit, a deleted row and an added row, and judges what came back.

    check_workbooks.py [FOLDER] [--only PART_OF_A_NAME] [--seconds 20] [--megabytes 1000] [--jobs 2] [--read-only]

FOLDER is ../shared/workbooks if none is named. Each file has a process of its own, with limits. Every one must end in a
result or one sentence; of those that are .xlsx or .xlsm registers every save must come back whole or be refused with a
reason. Prints a JSON line for each file in which something is wrong, then the counts.
"""

import argparse
import json
import multiprocessing
import os
import resource
import traceback
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from multiprocessing.connection import Connection
from pathlib import Path
from tempfile import TemporaryDirectory

from evaluation.saved_workbook import harm
from tikissa.analysis.analyse import analyse
from tikissa.export.log.audit_files import read_audit_log
from tikissa.export.proof.explained_changes import explained_by
from tikissa.export.proof.verify import verify
from tikissa.export.save.writer import write
from tikissa.files.parse import Request, parse
from tikissa.messages import say
from tikissa.model.analysis import Settings
from tikissa.model.finding import Reason
from tikissa.model.outcome import AddedRow, AppliedChange, Fate, Leaving, Outcome
from tikissa.model.problems import FileProblem, TargetProblem
from tikissa.model.progress import NoProgress
from tikissa.model.proposal import add_row_id
from tikissa.model.record import RecordId
from tikissa.model.register import FileFormat, FormulaCell, Provenance, Reading, Register

FOLDER = Path(__file__).resolve().parents[2] / "shared" / "workbooks"
WAYS = ("edit", "deletion", "addition")
_WHEN = datetime(2026, 11, 1, tzinfo=UTC)
_BY_HAND = Reason("hand.edit")
_HARD_SECONDS = 120


def outcomes(register: Register) -> Iterator[tuple[str, Outcome]]:
    """Yield the ways of saving and their outcomes; the row in the middle is edited, or goes."""
    middle = RecordId(len(register) // 2)
    column = next((column for column in register.columns if not _is_formula(register, middle, column.index)), None)
    if column is not None:
        change = AppliedChange(
            middle, column.name, register.text(middle, column.name), "Muutettu", _BY_HAND, 0, _WHEN, "u"
        )
        yield "edit", Outcome(register, {column.name: {middle: "Muutettu"}}, {}, (change,))
    leaving = Leaving(middle, Fate.REMOVED, None, (_BY_HAND,), 1, _WHEN, "u")
    yield "deletion", Outcome(register, {}, {middle: leaving}, ())
    source = Provenance("lista.csv", "lista", 2)
    texts = {column.name: "Lisätty" for column in register.columns[:3]}
    reason = Reason("gate.added", ("lista.csv", "2"))
    added = AddedRow(add_row_id(source, texts), source, texts, reason, 2, _WHEN, "u")
    yield "addition", Outcome(register, {}, {}, (), (added,))


def _is_formula(register: Register, record: RecordId, place: int) -> bool:
    cells = register.cells[place]
    return isinstance(cells.raws[cells.codes[record]], FormulaCell)


def check(path: Path, read_only: bool) -> Iterator[tuple[str, str]]:
    """Yield what happens, step by step, so that the last word is known of one that never ends."""
    try:
        register = parse(path.read_bytes(), Request(path, Reading()), NoProgress())
        yield "ended", "read"
        analyse(register, Settings(today=_WHEN.date()))
        yield "ended", "analysed"
    except FileProblem as problem:
        yield "ended", problem.code
        return
    if read_only or register.source.format not in (FileFormat.XLSX, FileFormat.XLSM):
        return
    for way, outcome in outcomes(register):
        yield way, "did not end"
        yield way, saved(path, outcome)


def saved(path: Path, outcome: Outcome) -> str:
    """Save and judge: `right`, `refused` with its reason, or `wrong` with what is."""
    with TemporaryDirectory() as folder:
        cleaned, log = Path(folder) / f"cleaned{path.suffix}", Path(folder) / "log.xlsx"
        try:
            write(outcome, cleaned, log)
        except (TargetProblem, FileProblem) as problem:
            sentence = say("en", problem.code, *problem.arguments)
            return f"refused: {problem.code}: {sentence[:150]}"
        except Exception as error:
            return f"wrong: no sentence: {type(error).__name__} {error} {traceback.extract_tb(error.__traceback__)[-1]}"
        if differences := verify(path, cleaned, log):
            return f"wrong: verify: {differences[0]}"
        explained = explained_by(read_audit_log(log))
        sheet, rows = outcome.register.source.sheet, explained.rows
        found = next(harm(path, cleaned, sheet, rows.row, explained.added.keys()), None)
        return f"wrong: {found}" if found else "right"


def _serve(sender: "Connection[object, object]", path: Path, read_only: bool) -> None:

    resource.setrlimit(resource.RLIMIT_CPU, (_HARD_SECONDS, _HARD_SECONDS))
    for name, said in check(path, read_only):
        if said == "analysed":
            used = resource.getrusage(resource.RUSAGE_SELF)
            sender.send(("seconds", used.ru_utime + used.ru_stime))
            sender.send(("megabytes", used.ru_maxrss / 1024))
        sender.send((name, said))
    used = resource.getrusage(resource.RUSAGE_SELF)
    sender.send(("all_seconds", used.ru_utime + used.ru_stime))
    sender.send(("all_megabytes", used.ru_maxrss / 1024))
    os._exit(0)


def checked(path: Path, read_only: bool) -> dict[str, object]:
    receiver, sender = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.get_context("fork").Process(target=_serve, args=(sender, path, read_only))
    process.start()
    sender.close()
    found: dict[str, object] = {"file": path.name, "ended": "nothing"}
    try:
        while True:
            name, said = receiver.recv()
            found[name] = said
    except EOFError:
        process.join()
        if process.exitcode:
            found["crashed"] = process.exitcode
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path, nargs="?", default=FOLDER)
    parser.add_argument("--only", default="")
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--megabytes", type=int, default=1000)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--read-only", action="store_true")
    options = parser.parse_args()
    paths = [path for path in sorted(options.folder.rglob("*.*")) if options.only in path.name and path.suffix != ".md"]
    counts: Counter[str] = Counter()
    with ThreadPoolExecutor(options.jobs) as pool:
        for found in pool.map(lambda path: checked(path, options.read_only), paths):
            counts.update(_counted(found))
            print(json.dumps(found, ensure_ascii=False), flush=True)
    print(json.dumps(dict(sorted(counts.items())), ensure_ascii=False, indent=1))


def _counted(found: dict[str, object]) -> Iterator[str]:
    yield f"ended: {found['ended']}"
    if "crashed" in found:
        yield "crashed"
    for way in WAYS:
        if way in found:
            said = str(found[way])
            yield f"{way} {':'.join(said.split(':')[:2])}"


if __name__ == "__main__":
    main()
