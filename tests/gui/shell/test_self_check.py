"""An installed program's window is gone through without anybody watching."""

import os
from pathlib import Path

import pytest

from tikissa import resources
from tikissa.gui.shell.self_check import open_and_close

pytestmark = pytest.mark.usefixtures("qapp")


def test_the_sample_is_looked_through_in_the_window_and_drawn(tmp_path: Path) -> None:
    before = os.environ.get("TIKISSA_DATA")
    open_and_close(tmp_path)
    assert (tmp_path / "window.png").read_bytes().startswith(b"\x89PNG")
    assert os.environ.get("TIKISSA_DATA") == before


def test_what_the_window_would_tell_fails_the_check_instead_of_waiting_for_somebody(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "empty.xlsx").write_bytes(b"")
    real = resources.resource
    monkeypatch.setattr(
        resources, "resource", lambda *parts: tmp_path / "empty.xlsx" if "demo" in parts else real(*parts)
    )
    with pytest.raises(RuntimeError, match=r"empty\.xlsx"):
        open_and_close(tmp_path)
