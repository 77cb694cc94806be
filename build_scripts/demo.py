"""The main job without a screen: cleans the sample register and leaves workbook, log and a picture in `build/demo/`."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

TOP = Path(__file__).resolve().parents[1]
FOLDER = TOP / "build" / "demo"
SIZE = "1366x768"
TIKISSA = str(Path(sys.executable).with_name("tikissa"))


def main(sample: Path, with_picture: bool) -> int:
    shutil.rmtree(FOLDER, ignore_errors=True)
    FOLDER.mkdir(parents=True)
    os.environ.setdefault("TIKISSA_DATA", str(FOLDER / "data"))
    before = _sha256(sample)
    print(f"Cleaning {sample.name}: analysed, cleaned and proven, about half a minute …", flush=True)
    analysis, cleaned, log = (
        FOLDER / "analysis.json",
        FOLDER / f"{sample.stem}-siistitty.xlsx",
        FOLDER / "muutosloki.xlsx",
    )
    _tikissa("analyse", str(sample), "--json", str(analysis))
    _tikissa("clean", str(sample), "--accept", "safe", "--output", str(cleaned), "--audit-log", str(log))
    _tikissa("verify", str(sample), str(cleaned), str(log))
    picture = _picture(sample) if with_picture else None
    _tell(json.loads(analysis.read_text(encoding="utf-8")))
    print(f"Original unchanged         {'yes' if _sha256(sample) == before else 'NO'} (SHA-256 {before[:16]}…)")
    print(f"Cleaned workbook           {cleaned.relative_to(TOP)} (re-read and compared)")
    print(f"Change log                 {log.relative_to(TOP)}")
    if picture:
        print(f"Picture of the window      {picture.relative_to(TOP)}")
    return 0 if _sha256(sample) == before else 1


def _tell(found: dict) -> None:
    register, duplicates, fixes = found["register"], found["duplicates"], found["fixes"]
    safe_merges = [group for group in duplicates if group["safe"]]
    safe_fixes = sum(fix["safe"] for fix in fixes)
    merged_away = sum(len(group["rows"]) - 1 for group in safe_merges)
    where = f"sheet {register['sheet']}, headers on row {register['header_row']}"
    print(f"Read                       {register['rows']} rows, {where}")
    print(f"Same customer twice        {len(duplicates)} groups, {len(safe_merges)} of them beyond doubt")
    print(f"Related, kept apart        {len(found['related'])} groups (household, branch, contact person, namesake)")
    print(f"Suggested fixes            {len(fixes)} cells, {safe_fixes} of them keep the meaning")
    print(f"Worth checking             {len(found['stale'])} rows")
    print(f"Merged now                 {merged_away} rows; the other suggestions wait for somebody's verdict")


def _picture(sample: Path) -> Path:
    """Take the window's pictures and keep the one of the state of the register."""
    script = str(TOP / "build_scripts" / "screenshots.py")
    with TemporaryDirectory() as pictures:
        size = ("--size", SIZE, "--languages", "en", "--only", "1-overview")
        _run(sys.executable, script, "--register", str(sample), "--output", pictures, *size)
        taken = Path(pictures) / SIZE / "en" / "light" / "1-overview.png"
        return Path(shutil.copy(taken, FOLDER / "window.png"))


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _tikissa(*arguments: str) -> None:
    _run(TIKISSA, *arguments)


def _run(*command: str) -> None:
    result = subprocess.run(command, check=False, stdout=subprocess.DEVNULL)
    if result.returncode != 0:
        sys.exit(result.returncode)


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]).resolve(), "--no-picture" not in sys.argv))
