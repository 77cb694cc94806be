"""The command line speaks the user's language, and plainly."""

import pytest

from tikissa.cli.printed_words import words_for


@pytest.mark.parametrize(
    ("arguments", "environment", "language"),
    [
        ([], {"LANG": "fi_FI.UTF-8"}, "fi"),
        ([], {"LANG": "sv_FI"}, "sv"),
        ([], {"LANG": "de_DE.UTF-8"}, "en"),
        ([], {"LANG": "C"}, "en"),
        ([], {}, "en"),
        ([], {"LC_ALL": "sv_SE.UTF-8", "LANG": "fi_FI.UTF-8"}, "sv"),
        (["analyse", "--language", "fi"], {"LANG": "sv_FI"}, "fi"),
        (["--language=sv"], {"LANG": "fi_FI"}, "sv"),
        (["--language"], {"LANG": "fi_FI"}, "fi"),
    ],
)
def test_the_language_is_the_asked_one_else_the_systems_else_english(
    arguments: list[str], environment: dict[str, str], language: str
) -> None:
    assert words_for(arguments, environment).language == language
