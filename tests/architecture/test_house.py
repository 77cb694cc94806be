"""The house stays one a newcomer finds their way in: small rooms, whole words, nothing that leaks."""

import ast
import re
import statistics
from collections.abc import Iterator
from functools import cache
from pathlib import Path

TOP = Path(__file__).resolve().parents[2]
PACKAGE = TOP / "desktop" / "tikissa"
MODULES = sorted(PACKAGE.rglob("*.py"))
SCRIPTS = sorted((TOP / "build_scripts").rglob("*.py"))
TESTS = sorted((TOP / "tests").rglob("*.py"))
UNWANTED_NAMES = {"df", "idx", "cfg", "mgr", "utils", "helpers", "tmp", "obj"}


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def _name(path: Path) -> str:
    return str(path.relative_to(TOP))


def _names(path: Path) -> Iterator[ast.Name]:
    return (node for node in ast.walk(_tree(path)) if isinstance(node, ast.Name))


@cache
def _functions(path: Path) -> tuple[ast.FunctionDef | ast.AsyncFunctionDef, ...]:
    return tuple(node for node in ast.walk(_tree(path)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


def _lines(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def test_no_file_is_over_500_lines() -> None:
    assert [_name(path) for path in MODULES + SCRIPTS + TESTS if _lines(path) > 500] == []


def test_the_main_window_stays_within_250_lines() -> None:
    assert _lines(PACKAGE / "gui" / "shell" / "main_window.py") <= 250


def test_no_function_is_over_60_lines() -> None:
    long = [
        f"{_name(path)}: {node.name}"
        for path in MODULES
        for node in _functions(path)
        if (node.end_lineno or 0) - node.lineno + 1 > 60
    ]
    assert long == []


def test_a_usual_module_and_a_usual_function_stay_short() -> None:
    lengths = [(node.end_lineno or 0) - node.lineno + 1 for path in MODULES for node in _functions(path)]
    assert statistics.median(map(_lines, MODULES)) <= 90
    assert statistics.median(lengths) <= 5


def test_every_module_says_in_a_sentence_why_it_exists() -> None:
    silent = [
        _name(path)
        for path in MODULES
        if path.read_text(encoding="utf-8").strip() and not ast.get_docstring(_tree(path))
    ]
    assert silent == []


def test_names_are_whole_words() -> None:
    cut_short = {
        _name(path): words
        for path in MODULES
        if (words := ({node.id for node in _names(path)} | {path.stem}) & UNWANTED_NAMES)
    }
    assert cut_short == {}


def test_nothing_is_waved_through_by_a_pragma() -> None:
    pragma = re.compile(r"#\s*(type:\s*ignore|noqa|pragma)")
    assert [_name(path) for path in MODULES if pragma.search(path.read_text(encoding="utf-8"))] == []


def test_the_program_does_not_read_what_only_developers_have() -> None:
    assert [_name(path) for path in MODULES if "shared/" in path.read_text(encoding="utf-8")] == []


def test_only_the_agreed_things_stand_at_the_top() -> None:
    agreed = {"pyproject.toml", "desktop", "resources", "tests", "build_scripts", "README.md"}
    beside = {"LICENSE", ".gitignore", ".ci", ".github", "CHANGELOG.md", "findings"}
    made_here = {".git", ".venv", "build", "dist", ".hypothesis"}
    found = {path.name for path in TOP.iterdir() if not path.name.endswith("_cache")}
    assert found - beside - made_here == agreed
