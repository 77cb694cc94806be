"""What the workflows and `.ci/run` call is there, with the words and flags they call it with."""

import re
import shlex
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

TOP = Path(__file__).resolve().parents[2]
RECIPES = (*sorted((TOP / ".github" / "workflows").glob("*.yml")), TOP / ".ci" / "run")
CALL = re.compile(r"python3? (build_scripts/\w+\.py)([^\n|&]*)")
CALLS = sorted({match.groups() for recipe in RECIPES for match in CALL.finditer(recipe.read_text(encoding="utf-8"))})


@cache
def _help(script: str, *words: str) -> str:
    called = subprocess.run(
        [sys.executable, TOP / script, *words, "--help"], capture_output=True, text=True, check=False, timeout=60
    )
    assert called.returncode == 0, called.stderr
    return called.stdout


@pytest.mark.parametrize(("script", "given"), CALLS, ids=lambda part: part.strip() or "alone")
def test_what_is_called_exists_with_its_flags(script, given):
    arguments = [part for part in shlex.split(given, comments=True) if not part.startswith("$")]
    words = [part for part in arguments if re.fullmatch(r"[a-z]+", part)]
    flags = [part for part in arguments if part.startswith("--")]
    known = _help(script, *words[:1])
    assert [part for part in (*words[1:], *flags) if part not in known] == []


def test_the_scripts_for_signing_and_packing_are_there():
    named = {name for recipe in RECIPES for name in re.findall(r"\./(\S+\.ps1)", recipe.read_text(encoding="utf-8"))}
    assert named
    assert [name for name in named if not (TOP / name).is_file()] == []
