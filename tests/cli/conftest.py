"""The command line for tests, with a data folder of its own."""

from pathlib import Path

import pytest

from command_line import CommandLine, customers


@pytest.fixture
def tikissa(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> CommandLine:
    monkeypatch.setenv("TIKISSA_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    return CommandLine(capsys)


@pytest.fixture
def register(tmp_path: Path) -> Path:
    return customers(tmp_path)
