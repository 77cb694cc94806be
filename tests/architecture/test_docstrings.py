"""Public functions of the core say what name and types do not: shapes, units, errors raised, a formula's source."""

import ast
from collections.abc import Iterator
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]
CORE = ("model", "files", "matching", "review", "export", "app")
METHODS_WITHOUT = 216
"""How many public methods say nothing yet. This number only falls."""


def _without(of_classes: bool) -> Iterator[str]:
    """Yield the public functions without a docstring, or the public methods of public classes."""
    for path in (path for package in CORE for path in (TOP / "desktop" / "tikissa" / package).rglob("*.py")):
        bodies = [ast.parse(path.read_text(encoding="utf-8"))]
        if of_classes:
            bodies = [each for each in bodies[0].body if isinstance(each, ast.ClassDef) and each.name[0] != "_"]
        for body in bodies:
            for each in body.body:
                if isinstance(each, ast.FunctionDef) and each.name[0] != "_" and not ast.get_docstring(each):
                    yield f"{path.relative_to(TOP)}: {each.name}"


def test_every_public_function_of_the_core_has_a_docstring() -> None:
    assert list(_without(of_classes=False)) == []


def test_public_methods_without_a_docstring_grow_fewer() -> None:
    assert len(list(_without(of_classes=True))) <= METHODS_WITHOUT
