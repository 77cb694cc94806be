"""Checks files that many programs wrote of one register: read, understood, saved, proven, and the truth kept.

    check_other_writers.py FOLDER [NAME ...]

FOLDER holds the files and `truth.json` with the header, the rows as they are meant, and the pairs of customer numbers
that are one customer, of which the older row forbids marketing. Prints a line a file: rows read, columns understood as
in the majority of files, pairs found, prohibitions that survive, whether cleaning, verifying and the gate succeed, and
the cells that differ from the truth, by column. What a program lost itself differs too, and is to be judged by hand.
"""

import argparse
import json
import subprocess
import sys
from collections import Counter
from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from tikissa.files.reader import read
from tikissa.model.problems import FileProblem
from tikissa.model.register import Register

TODAY = ("--today", "2026-12-01")
NUMBER, PERMISSION = "Asiakasnumero", "Markkinointilupa"
_ONE_SECOND = 1.2e-5


def run(*arguments: str) -> tuple[int, str]:
    """Run the program's own command line; return its status and what it printed."""
    done = subprocess.run([sys.executable, "-m", "tikissa", *arguments], capture_output=True, text=True, check=False)
    return done.returncode, done.stdout or done.stderr


def is_same(meant: object, text: str, raw: object) -> bool:
    """Say whether a cell says what is meant, however it is shown."""
    if isinstance(meant, bool):
        return raw is meant or text.casefold() in (("true", "tosi", "1") if meant else ("false", "epätosi", "0"))
    if isinstance(meant, int | float):
        return _number(text, raw) is not None and abs((_number(text, raw) or 0) - meant) < _ONE_SECOND
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


def differing(register: Register, truth: dict[str, Any]) -> Counter[str]:
    """Return how many cells of each column are not what is meant; a row that is missing counts as one."""
    numbers = register.cells_of(NUMBER)
    rows = {numbers[record].zfill(6): record for record in range(len(register))}
    found: Counter[str] = Counter()
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
    return +found


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
        str((group or {"merged": {}})["merged"].get(PERMISSION, {}).get("value", "")).upper()
        in ("FALSE", "EPÄTOSI", "0")
        for group in pairs
    )
    suffix = path.suffix if path.suffix in (".csv", ".xlsx", ".ods") else ".xlsx"
    cleaned, log, new = folder / f"siisti{suffix}", folder / "loki.xlsx", folder / f"portti{suffix}"
    result["clean"] = run(
        "clean", str(path), "--accept", "all", "--output", str(cleaned), "--audit-log", str(log), *TODAY
    )[0]
    result["verify"] = run("verify", str(path), str(cleaned), str(log))[0]
    (folder / "uusi.csv").write_text("Etunimi;Sukunimi;Puhelin\nUolevi;Uusimies;040 555 9999\n", "utf-8")
    gate = ("--accept", "new", "--output", str(new), "--audit-log", str(folder / "portti-loki.xlsx"), *TODAY)
    result["gate"] = run("gate", str(folder / "uusi.csv"), "--register", str(path), *gate)[0]
    return result | {"differs": dict(differing(register, truth))}


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
    for name in names:
        with TemporaryDirectory() as folder:
            results.append(checked(options.folder / name, truth, Path(folder)))
    usual = Counter(json.dumps(each["meanings"], sort_keys=True) for each in results if "meanings" in each)
    majority = json.loads(usual.most_common(1)[0][0]) if usual else {}
    for each in results:
        meanings = each.pop("meanings", {})
        other = {name: (meanings.get(name), meant) for name, meant in majority.items() if meanings.get(name) != meant}
        print(json.dumps(each | ({"other_meanings": other} if meanings and other else {}), ensure_ascii=False))


if __name__ == "__main__":
    main()
