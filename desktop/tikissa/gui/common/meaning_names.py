"""What each meaning of a column is called on the screen: its words are `meaning.NAME` in `resources/words`."""

from tikissa.gui.language import texts
from tikissa.messages import has_words
from tikissa.model.schema import Meaning


def meaning_name(meaning: Meaning) -> str:
    """Return a meaning's name in the language in force, its plain key where it has none."""
    code = f"meaning.{meaning}"
    return texts.say(code) if has_words(code) else meaning.replace("_", " ")


def named_meanings() -> tuple[tuple[str, Meaning], ...]:
    """Return all meanings with their names, in alphabetical order of the language in force."""
    return tuple(
        sorted(((meaning_name(meaning), meaning) for meaning in Meaning), key=lambda named: named[0].casefold())
    )
