"""`tikissa clean --mailing-list` writes whom a mailing may go to, and says how many are left out and why."""

from pathlib import Path

from command_line import CommandLine

CLEAN = ("--accept", "all", "--today", "2026-11-01")


def test_a_list_for_text_messages_has_numbers_in_international_form(
    tikissa: CommandLine, register: Path, tmp_path: Path
) -> None:
    target = tmp_path / "viestit.csv"
    said = tikissa("clean", register, *CLEAN, "--mailing-list", "sms", target, language="fi")
    lines = target.read_bytes().decode("utf-8-sig").splitlines()
    assert said.status == 0
    assert lines[0].startswith("Puhelin;Nimi")
    assert len(lines) > 1
    assert all(line.startswith("+358") for line in lines[1:])
    assert f"Tekstiviestilista: {target}. Listalla {len(lines) - 1}" in said.out
    assert "ei ole markkinointilupia" in said.out


def test_several_lists_are_written_at_once(tikissa: CommandLine, register: Path, tmp_path: Path) -> None:
    targets = {way: tmp_path / f"{way}.xlsx" for way in ("email", "post")}
    named = [part for way, target in targets.items() for part in ("--mailing-list", way, target)]
    assert tikissa("clean", register, *CLEAN, *named).status == 0
    assert all(target.exists() for target in targets.values())


def test_an_unknown_way_is_told_before_anything_is_written(
    tikissa: CommandLine, register: Path, tmp_path: Path
) -> None:
    said = tikissa("clean", register, *CLEAN, "--mailing-list", "fax", tmp_path / "x.csv")
    assert said.status == 2
    assert "fax" in said.error
    assert not list(tmp_path.glob("*siistitty*"))
