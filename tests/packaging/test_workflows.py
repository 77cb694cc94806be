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
    named = {
        name for recipe in RECIPES for name in re.findall(r"\./(\S+\.(?:ps1|sh))", recipe.read_text(encoding="utf-8"))
    }
    assert named
    assert [name for name in named if not (TOP / name).is_file()] == []


WORKFLOWS = {path.stem: path.read_text(encoding="utf-8") for path in (TOP / ".github" / "workflows").glob("*.yml")}


@pytest.mark.parametrize("name", sorted(WORKFLOWS))
def test_every_action_is_pinned_by_its_commit_with_its_version_beside_it(name):
    used = re.findall(r"uses: (\S+)(.*)", WORKFLOWS[name])
    loose = [action for action, said in used if not action.startswith("./") and not (
        re.search(r"@[0-9a-f]{40}$", action) and re.match(r" # v\d+\.\d+\.\d+", said)
    )]  # fmt: skip
    assert used
    assert loose == []


@pytest.mark.parametrize("name", sorted(WORKFLOWS))
def test_no_checkout_leaves_the_token_on_the_disk(name):
    steps = re.split(r"\n      - ", WORKFLOWS[name])
    assert [step for step in steps if "actions/checkout@" in step and "persist-credentials: false" not in step] == []


def test_containers_are_pinned_by_digest():
    images = re.findall(r"container: (\S+)", "\n".join(WORKFLOWS.values()))
    assert images
    assert [image for image in images if not re.search(r"@sha256:[0-9a-f]{64}$", image)] == []


def _jobs(workflow):
    """Return the text of each job by its name."""
    parts = re.split(r"^  ([\w-]+):(?: #.*)?\n", WORKFLOWS[workflow].partition("\njobs:\n")[2], flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def test_nothing_is_published_before_every_check_and_every_package_has_passed():
    jobs = _jobs("release")
    needs = {
        name: set(re.findall(r"[\w-]+", " ".join(re.findall(r"needs: (.*)", text)))) for name, text in jobs.items()
    }
    before, waiting = set(), ["publish"]
    while waiting:
        waiting += needs[name := waiting.pop()] - before
        before |= needs[name]
    assert before == set(jobs) - {"publish"}
    assert "uses: ./.github/workflows/checks.yml" in jobs["checks"]


def test_secrets_reach_only_steps_that_sign_in_jobs_that_are_protected():
    for name, text in _jobs("release").items():
        steps = re.split(r"\n      - ", text)
        assert not re.search(r"secrets\.", steps[0])
        with_secrets = [step for step in steps[1:] if "secrets." in step]
        assert all("/sign." in step for step in with_secrets)
        assert not with_secrets or "environment: signing" in steps[0], name


def test_every_python_the_readme_promises_is_tried():
    assert re.findall(r"python: \[(.*)\]", WORKFLOWS["checks"]) == ['"3.11", "3.12", "3.13", "3.14"']
