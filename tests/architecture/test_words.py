"""Every code has its words in every language, and the languages agree on what the words speak of."""

import re
import string
from pathlib import Path

import pytest

from tikissa import messages
from tikissa.app.list_catalogue import LISTS
from tikissa.model.schema import Meaning

TOP = Path(__file__).resolve().parents[2]


def _placeholders(entry: messages.Entry) -> set[str]:
    forms = entry.values() if isinstance(entry, dict) else (entry,)
    return {name for form in forms for _, name, _, _ in string.Formatter().parse(form) if name is not None}


def test_every_meaning_of_a_column_has_a_name() -> None:
    assert [meaning for meaning in Meaning if not messages.has_words(f"meaning.{meaning}")] == []


def test_every_list_to_take_along_has_a_name_and_its_file_an_end() -> None:
    codes = [code for entry in LISTS for code in (entry.name_code, entry.file_code)]
    assert [code for code in codes if not messages.has_words(code)] == []


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_every_code_has_words_in_every_language(language: str) -> None:
    assert set(messages.catalogue(language)) == set(messages.catalogue("en"))


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_the_languages_speak_of_the_same_things(language: str) -> None:
    differing = [
        code
        for code, entry in messages.catalogue(language).items()
        if _placeholders(entry) - _placeholders(messages.catalogue("en")[code])
    ]
    assert differing == []


def test_every_code_in_a_reason_or_finding_has_words() -> None:
    """Looks at the codes written where reasons, findings and problems are made."""
    made = re.compile(r'(?:Reason|Finding|Problem|FileProblem|TargetProblem|SessionProblem)\(\s*"([a-z_]+\.[a-z_]+)"')
    codes = {
        code
        for path in (TOP / "desktop" / "tikissa").rglob("*.py")
        for code in made.findall(path.read_text(encoding="utf-8"))
    }
    assert sorted(code for code in codes if not messages.has_words(code)) == []


@pytest.mark.parametrize("language", ["fi", "sv"])
def test_no_sentence_was_left_in_english(language: str) -> None:
    english = messages.catalogue("en")
    left = [
        code
        for code, entry in messages.catalogue(language).items()
        if isinstance(entry, str) and entry == english[code] and len(re.findall(r"[A-Za-z]{2,}", entry)) > 2
    ]
    assert left == []


@pytest.mark.parametrize("language", messages.LANGUAGES)
def test_quotation_marks_and_apostrophes_are_those_of_print(language: str) -> None:
    wanted = {"fi": "”", "sv": "”", "en": "“”"}[language]
    spoken = {code: " ".join(_forms(entry)) for code, entry in messages.catalogue(language).items()}
    assert [code for code, text in spoken.items() if re.search(rf"[\"']|[„“”«»](?<![{wanted}])", text)] == []


def _forms(entry: messages.Entry) -> tuple[str, ...]:
    return tuple(entry.values()) if isinstance(entry, dict) else (entry,)
