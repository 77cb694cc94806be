"""What is prepared for the frozen program says and does the same as what it was made from."""

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTranslator

from packing.prepare import compile_texts, unpack_qt_support
from tikissa.gui.language.translation import Translator, texts
from tikissa.messages import LANGUAGES


@pytest.fixture(scope="module")
def compiled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("i18n")
    compile_texts(folder)
    return folder


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_compiled_text_is_the_one_that_was_written(language, compiled):
    translator, written = QTranslator(), Translator(language)
    assert translator.load(str(compiled / f"tikissa_{language}.qm"))
    different = [
        (context, source, count)
        for (context, source, comment), forms in texts(language).items()
        for count in ((-1,) if len(forms) == 1 else (1, 2, 21))
        if translator.translate(context, source, comment, count) != written.translate(context, source, comment, count)
    ]
    assert texts(language)
    assert different == []


def test_the_support_of_qt_is_laid_out_whole_and_compiled(tmp_path):
    unpack_qt_support(tmp_path / "files.dir")
    loader = sys.modules["shibokensupport.feature"].__loader__
    carried = {name for name in loader.zfile.namelist() if name.startswith("shibokensupport/") and name[-3:] == ".py"}
    laid_out = {path.relative_to(tmp_path / "files.dir").as_posix() for path in tmp_path.rglob("*.py")}
    assert laid_out == carried
    assert len(list(tmp_path.rglob("*.pyc"))) == len(carried)
