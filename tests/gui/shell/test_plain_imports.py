"""Qt for Python must not read the source of whatever is imported after it."""

import linecache
from importlib import import_module
from pathlib import Path

import pytest

import tikissa.gui


def test_an_import_does_not_read_the_source_for_qt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert tikissa.gui is not None
    importing = tmp_path / "importing_another.py"
    importing.write_text("import imported_after_qt\n", encoding="utf-8")
    imported = tmp_path / "imported_after_qt.py"
    imported.write_text("", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    import_module("importing_another")
    assert str(imported) not in linecache.cache
