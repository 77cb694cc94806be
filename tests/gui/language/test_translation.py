"""Three languages, complete: every text of the window, its plural forms, and the switch while running."""

import ast
import importlib.util
from collections.abc import Iterator
from math import ceil, floor
from pathlib import Path
from types import ModuleType
from xml.etree.ElementTree import Element

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton

from tikissa.gui.language import texts, translation
from tikissa.gui.language.translation import STRETCH, Languages, Translator
from tikissa.messages import LANGUAGES

CHECKOUT = Path(__file__).resolve().parents[3]
GUI = CHECKOUT / "desktop" / "tikissa" / "gui"


@pytest.fixture(scope="module")
def script() -> ModuleType:
    place = importlib.util.spec_from_file_location("translations", CHECKOUT / "build_scripts" / "translations.py")
    assert place is not None
    assert place.loader is not None
    module = importlib.util.module_from_spec(place)
    place.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def needed(script: ModuleType) -> dict[tuple[str, str, str], Element]:
    found: dict[tuple[str, str, str], Element] = script.needed_texts()
    return found


@pytest.fixture
def languages(qapp: QApplication) -> Iterator[Languages]:
    made = Languages(qapp)
    yield made
    made.use("en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_lacks_a_translation(
    language: str, script: ModuleType, needed: dict[tuple[str, str, str], Element]
) -> None:
    assert script.unfinished(language, needed) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_translation_has_the_same_places_to_fill(language: str) -> None:
    odd = [
        (source, form)
        for (_, source, _), forms in translation.texts(language).items()
        for form in forms
        if any((place in source) != (place in form) for place in ("{0}", "{1}"))
        or ("%Ln" in source) != ("%Ln" in forms[-1])
    ]
    assert odd == []


def test_every_text_in_the_code_is_seen_by_the_translators_tool(
    needed: dict[tuple[str, str, str], Element],
) -> None:
    seen = {source for _, source, _ in needed}
    missed = [(path.name, text) for path in GUI.rglob("*.py") for text in _translated(path) if text not in seen]
    assert missed == []


def test_no_text_stands_inside_an_f_string_where_the_translators_tool_overlooks_it() -> None:
    hidden = [
        (path.name, text)
        for path in GUI.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.JoinedStr)
        for text in _texts_in(node)
    ]
    assert hidden == []


def test_counts_take_the_right_form(languages: Languages) -> None:
    languages.use("fi")
    forms = [QCoreApplication.translate("Foot", "%Ln rows", None, count) for count in (1, 2)]
    assert forms == ["1 rivi", "2 riviä"]


def test_english_has_its_plurals_too(languages: Languages) -> None:
    languages.use("en")
    assert QCoreApplication.translate("Foot", "%Ln rows", None, 1) == "1 row"


def test_numbers_are_grouped_as_the_language_does(languages: Languages) -> None:
    written = []
    for language in LANGUAGES:
        languages.use(language)
        written.append(texts.number(1204))
    assert written == ["1\u00a0204", "1\u00a0204", "1,204"]


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_the_dialog_for_files_has_no_english_word(languages: Languages, language: str) -> None:
    languages.use("en")
    english = _words_of_file_dialog()
    languages.use(language)
    assert english
    assert english.isdisjoint(_words_of_file_dialog())


def _words_of_file_dialog() -> set[str]:
    dialog = QFileDialog(options=QFileDialog.Option.DontUseNativeDialog)
    dialog.show()
    parts = [*dialog.findChildren(QLabel), *dialog.findChildren(QPushButton)]
    return {part.text() for part in parts if part.text()}


def test_rows_and_counts_are_grouped_within_sentences_too(languages: Languages) -> None:
    languages.use("fi")
    assert "rivillä 14\u00a0130" in texts.say("double.fresher_phone", "041 924 4989", "14130", "10/2025")
    assert texts.say("file.hidden_rows", "1204").startswith("1\u00a0204 piilotettua")
    assert "00420" in texts.say("postal_code.town_mismatch", "00420", "Espoo")


def test_a_language_we_do_not_speak_gives_english() -> None:
    assert translation.supported("de_DE") == "en"
    assert translation.supported("sv_SE") == "sv"


def test_the_language_in_force_is_the_locale(languages: Languages) -> None:
    languages.use("sv")
    assert translation.language() == "sv"
    assert QLocale().name() == "sv_FI"


def test_stretched_texts_are_half_as_long_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(STRETCH, "1")
    stretched = Translator("fi").translate("Actions", "Undo")
    assert stretched is not None
    assert len(stretched) >= 1.5 * len("Kumoa")


def _translated(path: Path) -> Iterator[str]:
    yield from _texts_in(ast.parse(path.read_text(encoding="utf-8")))


def _texts_in(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            place = {"tr": 0, "translate": 1, "QT_TRANSLATE_NOOP": 1}.get(name)
            if place is not None and len(node.args) > place and isinstance(node.args[place], ast.Constant):
                yield str(node.args[place].value)


@pytest.mark.parametrize(("counted", "told"), [(0, 0), (7, 7), (42, 42), (128, 130), (30_605, 31_000)])
def test_an_estimate_does_not_claim_to_be_exact(counted: int, told: int) -> None:
    assert texts.estimate(counted) == texts.number(told)


def test_the_ends_of_a_spread_are_rounded_to_its_outside() -> None:
    low, likely, high = texts.estimate(187, floor), texts.estimate(216), texts.estimate(224, ceil)
    assert (low, likely, high) == tuple(map(texts.number, (180, 220, 230)))
