"""Saves real workbooks with checks in them, and takes the checks out again: what else was in them must be as it was.

    check_entry_checks.py PATH… [--most 60] [--libreoffice]

Each path is a workbook or a folder of them. Their first columns are said to be a postal code, a phone number and so on,
whatever is in them, and are saved with every check that fits, nothing else changed. Of each workbook it is told whether
`verify` holds, whether openpyxl and calamine (and LibreOffice, which shows the sheet as CSV) open it with the same
contents, whether the validations it had are still there, and whether the first and the last check are taken out again
by `restore`. One JSON line at the end.
"""

import argparse
import json
import subprocess
import zipfile
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import openpyxl
import python_calamine

from tikissa.export.log.audit_files import read_audit_log
from tikissa.export.log.audit_line import LineKind
from tikissa.export.proof.verify import verify
from tikissa.export.restore.restore import restore
from tikissa.export.save.writer import write
from tikissa.export.saving_options import WriteOptions, Written
from tikissa.files.reader import read
from tikissa.model.outcome import Outcome
from tikissa.model.problems import Problem
from tikissa.model.schema import Meaning

_GROUP, _SECONDS = 10, 180
_MEANINGS = (
    *(Meaning.CUSTOMER_NUMBER, Meaning.POSTAL_CODE, Meaning.PHONE, Meaning.EMAIL, Meaning.BUSINESS_ID),
    *(Meaning.LAST_PURCHASE, Meaning.PERMISSION),
)


def attempt(path: Path, room: Path) -> str:
    """Return what came of one workbook: `right`, why nothing was put in, or what was wrong."""
    register = read(path)
    names = [column.name for column in register.columns]
    meanings: dict[str, Meaning | None] = dict(zip(names, _MEANINGS, strict=False))
    options = WriteOptions("fi", meanings=meanings, checked=frozenset(names))
    target, log = room / path.name, room / f"{path.name}-log.xlsx"
    written = write(Outcome(register, {}, {}, ()), target, log, options)
    if not written.checks:
        return next((note.code for note in written.notes if note.code.startswith("checks.")), "no column fits")
    wrong = _values(path, target) or _validations(path, target, register.source.sheet, written.checks)
    if differences := verify(path, target, log):
        wrong = wrong or f"verify: {differences[0].code}"
    return wrong or _taken_out(written, room) or "right"


def _values(path: Path, checked: Path) -> str:
    first, second = map(python_calamine.CalamineWorkbook.from_path, (path, checked))
    same = all(
        first.get_sheet_by_name(n).to_python() == second.get_sheet_by_name(n).to_python() for n in first.sheet_names
    )
    return "" if same else "calamine reads other values"


def _validations(path: Path, checked: Path, sheet: str, placed: int) -> str:
    if path.suffix.lower() == ".ods":
        lists = [_content(each).count("<table:content-validation ") for each in (path, checked)]
        return "" if lists[1] == lists[0] + placed else "validations differ"
    try:
        before = openpyxl.load_workbook(path)[sheet]
    except Exception:  # what openpyxl cannot read says nothing of the checks
        return ""
    after = openpyxl.load_workbook(checked)[sheet]
    mine, theirs = (list(map(_told, each.data_validations.dataValidation)) for each in (before, after))
    if theirs[: len(mine)] != mine or len(theirs) != len(mine) + placed:
        return "validations differ"
    ranges = {str(each.sqref) for each in before.conditional_formatting}
    return "" if ranges <= {str(each.sqref) for each in after.conditional_formatting} else "colours differ"


def _content(path: Path) -> str:
    with zipfile.ZipFile(path) as archive:
        return archive.read("content.xml").decode()


def _told(validation: Any) -> tuple[str, ...]:
    return str(validation.sqref), str(validation.type), str(validation.formula1), str(validation.errorStyle)


def _taken_out(written: Written, room: Path) -> str:
    """Take the first and the last check out, each alone; return what does not hold then."""
    log = written.audit_logs[0]
    numbers = [int(line.line) for line in read_audit_log(log).lines if line.kind == LineKind.CHECK]
    for number in {numbers[0], numbers[-1]}:
        target, again = (
            room / f"{written.cleaned.stem}-{number}-without{each}" for each in (written.cleaned.suffix, ".log.xlsx")
        )
        restore(written.cleaned, log, number, target, again)
        if differences := verify(written.cleaned, target, again):
            return f"verify after restore: {differences[0].code}"
    return ""


def libreoffice(room: Path, originals: list[Path]) -> Counter[str]:
    """Convert the originals and the checked ones, all of a kind in one go, and compare what is shown."""
    results: Counter[str] = Counter()
    for name, files in (("before", originals), ("after", [room / path.name for path in originals])):
        command = ["soffice", f"-env:UserInstallation=file://{room}/profile", "--headless", "--convert-to", "csv"]
        for some in batched(files):
            everything = [*command, "--outdir", str(room / name), *map(str, some)]
            with suppress(subprocess.TimeoutExpired):
                subprocess.run(everything, capture_output=True, check=False, timeout=_SECONDS)
    for path in originals:
        texts = [room / name / f"{path.stem}.csv" for name in ("before", "after")]
        if not texts[0].exists():
            results["not opened before either"] += 1
        else:
            same = texts[1].exists() and _lines(texts[0]) == _lines(texts[1])
            results["same" if same else f"differs: {path.name}"] += 1
    return results


def batched(files: list[Path]) -> list[list[Path]]:
    """Return the files in small groups: one that LibreOffice asks about would hold up all the others."""
    return [files[place : place + _GROUP] for place in range(0, len(files), _GROUP)]


def _lines(path: Path) -> list[bytes]:
    return [line.rstrip(b",") for line in path.read_bytes().rstrip(b"\r\n,").splitlines()]


def workbooks(paths: list[Path]) -> Iterator[Path]:
    for path in paths:
        yield from (
            (each for each in sorted(path.rglob("*")) if each.suffix in (".xlsx", ".ods")) if path.is_dir() else (path,)
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", type=Path, nargs="+")
    parser.add_argument("--most", type=int, default=60)
    parser.add_argument("--libreoffice", action="store_true")
    options = parser.parse_args()
    results: Counter[str] = Counter()
    right: list[Path] = []
    with TemporaryDirectory() as folder:
        for path in workbooks(options.paths):
            if len(right) == options.most:
                break
            try:
                came = attempt(path, Path(folder))
            except Problem as problem:
                came = f"refused: {problem.code}"
            except Exception as error:  # one that no reader opens is told of, not stumbled over
                came = f"{type(error).__name__}: {path.name}"
            results[came] += 1
            if came == "right":
                right.append(path)
            elif not came.startswith(("checks.", "no column fits", "refused: file.")):
                print(f"{path.name}: {came}", flush=True)
        shown = libreoffice(Path(folder), right) if options.libreoffice else Counter()
    print(json.dumps({"workbooks": results, "libreoffice": shown}))


if __name__ == "__main__":
    main()
