"""The way from a call to its command."""

from pathlib import Path

import pytest

from command_line import CommandLine
from tikissa.app.crash_log import write_down


def test_without_a_command_the_window_opens(tikissa: CommandLine, register: Path) -> None:
    assert tikissa().status == 0
    assert tikissa(register).status == 0
    assert tikissa.window.opened == [None, register]


def test_a_file_that_is_not_there_does_not_open_the_window(tikissa: CommandLine, tmp_path: Path) -> None:
    said = tikissa(tmp_path / "puuttuu.xlsx")
    assert (said.status, len(said.error.splitlines()), tikissa.window.opened) == (2, 1, [])


@pytest.mark.parametrize("command", [[], ["analyse"], ["clean"], ["verify"]])
@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_every_command_explains_itself_in_every_language(
    tikissa: CommandLine, command: list[str], language: str
) -> None:
    said = tikissa(*command, "--help", language=language)
    assert said.status == 0
    assert "--language" in said.out
    assert "FILE" in said.out or "ORIGINAL" in said.out


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
