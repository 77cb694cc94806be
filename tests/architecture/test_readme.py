"""The README cannot rot: what it names is there, and its example of a rule works."""

import re
from pathlib import Path

import pytest

from builders import TODAY
from tikissa.model.schema import Meaning
from tikissa.rules.habits import Habits
from tikissa.rules.rule import Cell, Rule

TOP = Path(__file__).resolve().parents[2]
README = (TOP / "README.md").read_text(encoding="utf-8")
HABITS = Habits(TODAY)


def test_pictures_and_scripts_it_names_are_there() -> None:
    named = re.findall(r"\]\(([^)]+)\)|`?(build_scripts/[\w.]+)`?", README)
    paths = {first or second for first, second in named}
    assert sorted(path for path in paths if "://" not in path and not (TOP / path).exists()) == []


@pytest.mark.parametrize("guide", ["desktop/ARCHITECTURE.md", ".github/CONTRIBUTING.md"])
def test_what_the_guides_for_developers_name_is_there(guide: str) -> None:
    text = (TOP / guide).read_text(encoding="utf-8")
    named = re.findall(r"\b(?:[\w.]+/)+[a-z]\w*\.(?:py|csv|sh)\b", text)
    places = (TOP, TOP / "desktop" / "tikissa", TOP / "resources")
    assert named
    assert sorted(path for path in named if not any((place / path).exists() for place in places)) == []


def test_the_picture_of_the_rooms_names_every_room() -> None:
    picture = (TOP / "desktop" / "ARCHITECTURE.md").read_text(encoding="utf-8").split("```")[1]
    rooms = {path.parent.name for path in (TOP / "desktop" / "tikissa").glob("*/__init__.py")}
    assert rooms - set(re.findall(r"\w+", picture)) == set()


def test_the_package_map_names_every_room() -> None:
    rooms = {path.name for path in (TOP / "desktop" / "tikissa").iterdir() if (path / "__init__.py").exists()}
    assert rooms - set(re.findall(r"`(\w+)`", README)) == set()


def test_the_rule_it_shows_works() -> None:
    code = re.search(r"```python\n(.*?)```", README, re.DOTALL)
    assert code is not None
    shown: dict[str, object] = {}
    exec(code[1], shown)
    rule = shown["RULE"]
    assert isinstance(rule, Rule)
    example = re.search(r"`(\w+(?:;[^;`]*){5})`", README)
    assert example is not None
    meaning, value, _, after, reason, safe = example[1].split(";")
    suggestion = rule.propose(Cell(value, HABITS, meaning=Meaning(meaning)))
    assert suggestion is not None
    assert (suggestion.after, suggestion.code, suggestion.safe) == (after, reason, safe == "yes")
    assert rule.propose(Cell(after, HABITS, meaning=Meaning(meaning))) is None
