"""Checks files that many programs wrote of one register: read, understood, saved, proven, and the truth kept.

    check_other_writers.py FOLDER [NAME ...]

FOLDER holds the files and `truth.json` with the header, the rows as they are meant, and the pairs of customer numbers
that are one customer, of which the older row forbids marketing. Prints a line a file: rows read, columns understood as
in the majority of files, pairs found, prohibitions that survive a cleaning, whether cleaning, verifying and the gate
succeed, and the cells that differ from the truth, by column. What a program lost itself differs too, and is to be
judged by hand.
"""

import argparse
import io
import json
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import redirect_stderr, redirect_stdout
from datetime import date, datetime
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tikissa.__main__ import Window
from tikissa.cli.main import main as command_line
from tikissa.files.reader import read
from tikissa.model.problems import FileProblem
from tikissa.model.register import Register

TODAY = ("--today", "2026-12-01")
NUMBER, PERMISSION = "Asiakasnumero", "Markkinointilupa"
FALSE_TEXTS = ("FALSE", "EPÄTOSI", "0", "EI")
_ONE_SECOND = 1.2e-5
_SHOWN_ROUNDING = 0.00501


def run(*arguments: str) -> tuple[int, str]:
    """Run the program's own command line in this process; return its status and what it printed."""
    printed, complained = (io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True) for _ in range(2))
    with redirect_stdout(printed), redirect_stderr(complained):
        status = command_line(list(arguments), Window())
    said = [stream.buffer.getvalue().decode() for stream in (printed, complained)]
    return status, said[0] or said[1]


def is_same(meant: object, text: str, raw: object) -> bool:
    """Say whether a cell says what is meant, however it is shown."""
    if isinstance(meant, bool):
        return raw is meant or text.casefold() in (("true", "tosi", "1") if meant else ("false", "epätosi", "0"))
    if isinstance(meant, int | float):
        number = _number(text, raw)
        allowed = _ONE_SECOND if isinstance(raw, int | float) else _SHOWN_ROUNDING
        return number is not None and abs(number - meant) < allowed
    if isinstance(raw, date):
        moment = raw if isinstance(raw, datetime) else datetime(raw.year, raw.month, raw.day)
        return str(meant)[:16] == moment.isoformat()[: len(str(meant)[:16])]
    return " ".join(str(meant).split()) == " ".join(text.split())


def _number(text: str, raw: object) -> float | None:
    if isinstance(raw, int | float) and not isinstance(raw, bool):
        return float(raw)
    plain = text.replace("\u00a0", "").replace(" ", "").replace("€", "").replace("\u2212", "-").replace(",", ".")
    clock = plain.split(":")
    try:
        if len(clock) == 3:
            return sum(float(part) / unit for part, unit in zip(clock, (24, 1440, 86400), strict=True))
        return float(plain.removesuffix("%")) / (100 if plain.endswith("%") else 1)
    except ValueError:
        return None


def differing(register: Register, truth: dict[str, Any]) -> dict[str, tuple[int, object, str]]:
    """Return how many cells of each column are not what is meant and the first of them; a missing row counts as one."""
    numbers = register.cells_of(NUMBER)
    rows = {numbers[record].zfill(6): record for record in range(len(register))}
    found: Counter[str] = Counter()
    first: dict[str, tuple[object, str]] = {}
    for meant in truth["rows"]:
        record = rows.get(meant[0])
        if record is None:
            found["(row)"] += 1
            continue
        for name, value in zip(truth["header"], meant, strict=True):
            if not register.has_column(name) or not is_same(
                value, register.text(record, name), register.cells_of(name).raw(record)
            ):
                found[name] += 1
                first.setdefault(name, (value, register.text(record, name) if register.has_column(name) else ""))
    return {name: (count, *first.get(name, (None, ""))) for name, count in found.items()}


def checked(path: Path, truth: dict[str, Any], folder: Path) -> dict[str, Any]:
    """Put one file through everything."""
    try:
        register = read(path)
    except FileProblem as problem:
        return {"file": path.name, "read": problem.code}
    status, said = run("analyse", str(path), "--json", "-", *TODAY)
    result: dict[str, Any] = {"file": path.name, "read": len(register)}
    if status or not register.has_column(NUMBER):
        return result | {"analyse": said[-200:]}
    analysis = json.loads(said)
    by_row = {register.row(record): text.zfill(6) for record, text in enumerate(register.cells_of(NUMBER))}
    groups = {frozenset(by_row[row] for row in group["rows"]): group for group in analysis["duplicates"]}
    pairs = [groups.get(frozenset(pair)) for pair in truth["dups"]]
    result["meanings"] = {column["name"]: column["meaning"] for column in analysis["register"]["columns"]}
    result["groups"] = sum(group is not None for group in pairs)
    result["forbidden"] = sum(
        str((group or {"merged": {}})["merged"].get(PERMISSION, {}).get("value", "")).upper() in FALSE_TEXTS
        for group in pairs
    )
    suffix = path.suffix if path.suffix in (".csv", ".xlsx", ".ods") else ".xlsx"
    cleaned, log, new = folder / f"siisti{suffix}", folder / "loki.xlsx", folder / f"portti{suffix}"
    steps = {
        "clean": ("clean", str(path), "--accept", "safe", "--output", str(cleaned), "--audit-log", str(log), *TODAY),
        "verify": ("verify", str(path), str(cleaned), str(log)),
        "gate": (
            *("gate", str(folder / "uusi.csv"), "--register", str(path), "--accept", "new"),
            *("--output", str(new), "--audit-log", str(folder / "portti-loki.xlsx"), *TODAY),
        ),
    }
    (folder / "uusi.csv").write_text("Etunimi;Sukunimi;Puhelin\nUolevi;Uusimies;040 555 9999\n", "utf-8")
    for step, command in steps.items():
        status, said = run(*command)
        result[step] = said[-300:] if status else 0
    if cleaned.exists():
        result["still_forbidden"] = still_forbidden(read(cleaned), truth)
    return result | {"differs": differing(register, truth)}


def still_forbidden(register: Register, truth: dict[str, Any]) -> int:
    """Return of how many pairs a row that is left forbids marketing."""
    texts = zip(register.cells_of(NUMBER), register.cells_of(PERMISSION), strict=True)
    forbidding = {number.zfill(6) for number, text in texts if text.upper() in FALSE_TEXTS}
    return sum(bool(forbidding & set(pair)) for pair in truth["dups"])


def checked_apart(path: Path, truth: dict[str, Any]) -> dict[str, Any]:
    """Put one file through everything in a folder of its own."""
    with TemporaryDirectory() as folder:
        return checked(path, truth, Path(folder))


def main(arguments: Sequence[str] | None = None) -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("names", nargs="*")
    options = parser.parse_args(arguments)
    truth = json.loads((options.folder / "truth.json").read_text("utf-8"))
    names = options.names or sorted(
        path.name for path in options.folder.iterdir() if path.suffix not in (".json", ".md")
    )
    results: list[dict[str, Any]] = []
    with ProcessPoolExecutor(2) as pool:
        for result in pool.map(partial(checked_apart, truth=truth), [options.folder / name for name in names]):
            results.append(result)
            print(
                json.dumps({key: value for key, value in result.items() if key != "meanings"}, ensure_ascii=False),
                flush=True,
            )
    usual = Counter(json.dumps(each["meanings"], sort_keys=True) for each in results if "meanings" in each)
    majority = json.loads(usual.most_common(1)[0][0]) if usual else {}
    for each in results:
        meanings = each.get("meanings", majority)
        other = {name: (meanings.get(name), meant) for name, meant in majority.items() if meanings.get(name) != meant}
        if other:
            print(json.dumps({"file": each["file"], "other_meanings": other}, ensure_ascii=False))


if __name__ == "__main__":
    main()
