"""The way from a call to its command."""

import os
import subprocess
from pathlib import Path

import pytest

from command_line import CommandLine, customers
from tikissa.app.crash_log import write_down
from tikissa.cli.main import main


def test_without_a_command_the_window_opens(tikissa: CommandLine, register: Path) -> None:
    assert tikissa().status == 0
    assert tikissa(register).status == 0
    assert tikissa.window.opened == [None, register]


def test_a_file_that_is_not_there_does_not_open_the_window(tikissa: CommandLine, tmp_path: Path) -> None:
    said = tikissa(tmp_path / "puuttuu.xlsx")
    assert (said.status, len(said.error.splitlines()), tikissa.window.opened) == (2, 1, [])


@pytest.mark.parametrize("command", [[], ["analyse"], ["clean"], ["verify"], ["gate"], ["restore"]])
@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_every_command_explains_itself_in_every_language(
    tikissa: CommandLine, command: list[str], language: str
) -> None:
    said = tikissa(*command, "--help", language=language)
    assert said.status == 0
    assert "--language" in said.out
    assert any(name in said.out for name in ("FILE", "ORIGINAL", "REGISTER", "CLEANED"))


@pytest.mark.parametrize(
    ("call", "sentence"),
    [
        (["clean", "x.csv"], "Komennosta puuttuu: --accept."),
        (["clean", "x.csv", "--accept", "some"], "Valinnalle --accept ei käy some. Vaihtoehdot:"),
        (["analyse", "x.csv", "--header-row", "kaksi"], "Valinnalle --header-row käy vain numero, ei kaksi."),
        (["analyse", "x.csv", "--json", "--sheet", "A"], "Valinnalta --json puuttuu arvo."),
        (["analyse", "x.csv", "y.csv"], "Komennossa on tuntematonta: y.csv."),
    ],
)
def test_a_mistake_in_a_call_is_told_in_the_users_language(
    tikissa: CommandLine, call: list[str], sentence: str
) -> None:
    said = tikissa(*call, language="fi")
    assert said.status == 2
    assert said.error.startswith(sentence)
    assert said.error.rstrip().endswith("--help")


@pytest.mark.parametrize("said", [["--language", "fi"], ["--language=fi"]])
def test_the_language_may_stand_before_the_command(tikissa: CommandLine, register: Path, said: list[str]) -> None:
    assert main([*said, "analyse", str(register)], tikissa.window) == 0
    assert main([*said, "analyse"], tikissa.window) == 2
    assert tikissa.window.opened == []


@pytest.mark.parametrize("day", ["20260101", "2026-W01-1", "1.2.2026", "2026-02-30", ""])
def test_a_day_is_written_in_one_way_only(tikissa: CommandLine, register: Path, day: str) -> None:
    said = tikissa("analyse", register, f"--today={day}")
    assert (said.status, said.out, len(said.error.splitlines())) == (2, "", 1)


@pytest.mark.parametrize("day", ["0001-01-01", "1900-02-28", "9999-12-31"])
def test_any_day_there_is_will_do(tikissa: CommandLine, register: Path, day: str) -> None:
    assert tikissa("analyse", register, "--today", day).status == 0


def test_a_name_of_nobody_s_home_is_a_name_like_others(
    tikissa: CommandLine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    customers(tmp_path).rename("~eikukaan.csv")
    assert tikissa("clean", "~eikukaan.csv", "--accept", "safe").status == 0
    assert (tmp_path / "~eikukaan-siistitty.csv").exists()


@pytest.mark.skipif(os.name != "posix", reason="names and files of POSIX systems")
@pytest.mark.parametrize("name", ["a" * 300 + ".csv", "/dev/zero", "/dev/null", "putki", "/"])
def test_what_is_no_file_is_one_sentence(tikissa: CommandLine, tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / "putki")
    with subprocess.Popen(["sh", "-c", 'printf PK > "$0"', tmp_path / "putki"]) as writer:
        said = tikissa("analyse", tmp_path / name)
        writer.kill()
    assert (said.status, said.out, len(said.error.splitlines())) == (2, "", 1)
    assert "went wrong" not in said.error


@pytest.mark.parametrize(
    "arguments", [["analyse", ""], ["clean", "", "--accept", "safe"], ["clean", ".", "--accept", "all"]]
)
def test_no_name_at_all_is_one_sentence(tikissa: CommandLine, arguments: list[str]) -> None:
    said = tikissa(*arguments)
    assert (said.status, said.out, len(said.error.splitlines())) == (2, "", 1)
    assert "went wrong" not in said.error


def test_a_file_whose_name_is_not_utf_8_is_cleaned_and_proven(tikissa: CommandLine, tmp_path: Path) -> None:
    try:
        register = customers(tmp_path).rename(tmp_path / "asiakk\udce4t.csv")
    except (OSError, UnicodeEncodeError):
        pytest.skip("the disk has no such names")
    assert tikissa("clean", register, "--accept", "safe").status == 0
    cleaned, log = (register.with_name(f"asiakk\udce4t-{end}") for end in ("siistitty.csv", "muutosloki.xlsx"))
    for form in (log, log.with_suffix(".csv"), log.with_suffix(".jsonl")):
        assert tikissa("verify", register, cleaned, form).status == 0


def test_without_a_display_the_command_line_is_offered(tikissa: CommandLine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    said = tikissa()
    assert (said.status, len(said.error.splitlines()), tikissa.window.opened) == (2, 1, [])
    assert "tikissa analyse" in said.error


def test_the_version_is_told(tikissa: CommandLine) -> None:
    said = tikissa("--version")
    assert (said.status, said.out.startswith("Tikissä ")) == (0, True)


def test_what_goes_wrong_unexpectedly_is_written_down_without_its_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    try:
        raise ValueError("Aino Ahola, 040 123 4567")
    except ValueError as error:
        written = write_down(error).read_text("utf-8")
    assert "ValueError" in written
    assert "test_main.py" in written
    assert "Aino" not in written
