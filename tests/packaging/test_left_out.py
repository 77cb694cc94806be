"""What the frozen program leaves out is nothing the product imports, and what Qt needs to run stays in."""

import ast
from pathlib import Path

import pytest

from packing.leave_out import EXCLUDED_MODULES, is_wanted

TOP = Path(__file__).resolve().parents[2]


def _imported(module: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.update({node.module, *(f"{node.module}.{alias.name}" for alias in node.names)})
    return names


def test_the_product_imports_nothing_that_is_left_out():
    imported = set().union(*(_imported(module) for module in (TOP / "desktop").rglob("*.py")))
    assert not imported & set(EXCLUDED_MODULES)


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/plugins/platforms/libqxcb.so", "PySide6/Qt/plugins/platforms/libqoffscreen.so",
        "PySide6/plugins/platforms/qwindows.dll", "PySide6/Qt/plugins/imageformats/libqsvg.so",
        "PySide6/Qt/plugins/iconengines/libqsvgicon.so", "PySide6/Qt/lib/libQt6Svg.so.6",
        "PySide6/Qt/lib/libQt6Core.so.6", "PySide6/Qt/translations/qtbase_fi.qm",
        "tikissa/_resources/demo/asiakasrekisteri.xlsx",
        "tikissa/_resources/words/fi/rules.toml",
    ],
)  # fmt: skip
def test_what_the_window_needs_is_kept(name):
    assert is_wanted(name)


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/lib/libQt6Quick.so.6", "PySide6\\Qt6Qml.dll", "PySide6\\opengl32sw.dll",
        "PySide6/Qt/translations/qtbase_ko.qm", "PySide6/Qt/plugins/tls/libqopensslbackend.so",
    ],
)  # fmt: skip
def test_what_it_never_reaches_is_left_out(name):
    assert not is_wanted(name)
