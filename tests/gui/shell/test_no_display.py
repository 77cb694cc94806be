"""Where no display can be reached the program says so in one sentence, as any other call that cannot be followed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="other systems always have a display")
@pytest.mark.parametrize(
    "place", [{"DISPLAY": ":77"}, {"DISPLAY": "nowhere.invalid:0"}, {"WAYLAND_DISPLAY": "wayland-77"},
              {"DISPLAY": ":0", "QT_QPA_PLATFORM": "nosuch"}, {"DISPLAY": "0", "WAYLAND_DISPLAY": "x"}]
)  # fmt: skip
def test_a_display_that_cannot_be_reached_is_told_in_one_line(place: dict[str, str], tmp_path: Path) -> None:
    known = {name: value for name, value in os.environ.items() if not name.startswith(("QT_", "DISPLAY", "WAYLAND"))}
    usual = {"LANG": "en_GB.UTF-8", "XDG_RUNTIME_DIR": str(tmp_path)}
    said = subprocess.run(
        [sys.executable, "-m", "tikissa"], env=known | place | usual, capture_output=True, text=True,
        timeout=120, check=False,
    )  # fmt: skip
    assert (said.returncode, said.stdout, len(said.stderr.splitlines())) == (2, "", 1)
    assert "tikissa analyse" in said.stderr
