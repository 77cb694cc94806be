"""Puts checks into real workbooks and takes them out again: what else was in them must be as it was.

    check_entry_checks.py FOLDER [--most 60] [--libreoffice]

Every first sheet's first columns get a check of each kind, whatever is in them. Of each workbook it is told whether
openpyxl and calamine (and LibreOffice, which shows the sheet as CSV) open it with the same contents, whether the
validations it had are still there, and whether each part is as before once the checks are taken out. One JSON line at
the end.
"""

import argparse
import io
import json
import subprocess
import zipfile
from collections import Counter
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import openpyxl
import python_calamine

from tikissa.export.entry_checks.offers import BUSINESS_ID, DAY, EMAIL, LIST, NUMBER, PHONE, POSTAL_CODE, EntryCheck
from tikissa.export.entry_checks.sheet_survey import survey
from tikissa.export.entry_checks.taken_out import without_checks
from tikissa.export.entry_checks.workbook_checks import put_checks_in
from tikissa.export.proof.proof_of_elements import parsed
from tikissa.export.workbook.package import Package
from tikissa.export.workbook.sheet_stream import OddSheet
from tikissa.files.letters import column_letter

_GROUP, _SECONDS = 10, 60
KINDS = (NUMBER, POSTAL_CODE, PHONE, EMAIL, BUSINESS_ID, DAY, LIST)


def attempt(path: Path, room: Path) -> str:
    """Return what came of one workbook: `right`, why nothing was put in, or what was wrong."""
    with Package(path) as package:
        sheet = next((each.name for each in package.sheets if each.kind == "worksheet"), None)
    rows = _rows(path, sheet) if sheet else 0
    if sheet is None or rows < 2:
        return "no rows"
    letters = {kind: column_letter(place) for place, kind in enumerate(KINDS)}
    checks = tuple(EntryCheck(kind, kind, False, ("a", "b") if kind == LIST else ()) for kind in KINDS)
    found = survey(path, sheet, range(2, rows + 1), checks, letters)
    if not found.checks:
        return found.findings[0].code
    checked, bare = room / f"{path.stem}.xlsx", io.BytesIO()
    with checked.open("wb") as target:
        placed, made = put_checks_in(path, target, sheet, found, letters, 2, "fi")
    without_checks(checked, bare, sheet, placed, made, True)
    return _parts(path, bare) or _values(path, checked) or _validations(path, checked, sheet, len(placed)) or "right"


def _rows(path: Path, sheet: str) -> int:
    return len(python_calamine.CalamineWorkbook.from_path(path).get_sheet_by_name(sheet).to_python(False))


def _parts(path: Path, bare: io.BytesIO) -> str:
    with zipfile.ZipFile(path) as before, zipfile.ZipFile(bare) as after:
        if before.namelist() != after.namelist():
            return "other parts"
        for name in before.namelist():
            first, second = before.read(name), after.read(name)
            if first != second and _shape(first) != _shape(second):
                return f"part differs: {name}: {_first(_shape(first), _shape(second))}"
    return ""


def _first(before: list[object], after: list[object]) -> str:
    return next((f"{one} {other}" for one, other in zip(before, after, strict=False) if one != other), "")[:200]


def _shape(xml: bytes) -> list[object]:
    return [(each.tag, sorted(each.attrib.items()), (each.text or "").strip()) for each in parsed(xml).iter()]


def _values(path: Path, checked: Path) -> str:
    first, second = map(python_calamine.CalamineWorkbook.from_path, (path, checked))
    same = all(
        first.get_sheet_by_name(n).to_python() == second.get_sheet_by_name(n).to_python() for n in first.sheet_names
    )
    return "" if same else "calamine reads other values"


def _validations(path: Path, checked: Path, sheet: str, placed: int) -> str:
    try:
        before = openpyxl.load_workbook(path)[sheet]
    except Exception as error:  # what openpyxl cannot read says nothing of the checks
        return f"openpyxl cannot read the original ({type(error).__name__})"
    after = openpyxl.load_workbook(checked)[sheet]
    mine, theirs = (list(map(_told, each.data_validations.dataValidation)) for each in (before, after))
    if theirs[: len(mine)] != mine or len(theirs) != len(mine) + placed:
        return "validations differ"
    ranges = {str(each.sqref) for each in before.conditional_formatting}
    return "" if ranges <= {str(each.sqref) for each in after.conditional_formatting} else "colours differ"


def _told(validation: Any) -> tuple[str, ...]:
    return str(validation.sqref), str(validation.type), str(validation.formula1), str(validation.errorStyle)


def libreoffice(room: Path, originals: list[Path]) -> Counter[str]:
    """Convert the originals and the checked ones, all of a kind in one go, and compare what is shown."""
    results: Counter[str] = Counter()
    for name, files in (("before", originals), ("after", [room / f"{path.stem}.xlsx" for path in originals])):
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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--most", type=int, default=60)
    parser.add_argument("--libreoffice", action="store_true")
    options = parser.parse_args()
    results: Counter[str] = Counter()
    right: list[Path] = []
    with TemporaryDirectory() as folder:
        for path in sorted(options.folder.rglob("*.xlsx")):
            if len(right) == options.most:
                break
            try:
                came = attempt(path, Path(folder))
            except OddSheet:
                came = "refused"
            except Exception as error:  # one that no reader opens is told of, not stumbled over
                came = f"{type(error).__name__}: {path.name}"
            results[came] += 1
            if came == "right":
                right.append(path)
            elif not came.startswith(("checks.", "no rows", "refused")):
                print(f"{path.name}: {came}", flush=True)
        shown = libreoffice(Path(folder), right) if options.libreoffice else Counter()
    print(json.dumps({"workbooks": results, "libreoffice": shown}))


if __name__ == "__main__":
    main()
