"""`tikissa clean --activity-column` adds a column that says how active each customer is."""

from pathlib import Path

from command_line import CommandLine

CLEAN = ("--accept", "none", "--today", "2026-11-01")


def test_the_column_is_added_where_it_is_asked_for_and_the_saving_still_holds(
    tikissa: CommandLine, register: Path, tmp_path: Path
) -> None:
    target, log = tmp_path / "siisti.csv", tmp_path / "loki.xlsx"
    files = ("--output", target, "--audit-log", log)
    assert tikissa("clean", register, *CLEAN, "--activity-column", *files, language="fi").status == 0
    header, *rows = target.read_text(encoding="utf-8-sig").splitlines()
    assert header.endswith(";Aktiivisuus")
    words = {"Uusi", "Aktiivinen", "Hiljenemässä", "Passiivinen", "Ei tapahtumia"}
    assert {row.rsplit(";", 1)[1] for row in rows} <= words
    assert tikissa("verify", register, target, log).status == 0
