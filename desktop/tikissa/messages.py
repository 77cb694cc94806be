"""The sentences of the core's codes in the user's language, for the window, the command line and the audit log alike.

Each package's codes have a file of their own, `resources/words/LANGUAGE/PACKAGE.toml`: `"code" = "sentence"` with
placeholders {0}, {1}, …; where a count decides the form, `"code" = { one = "…", other = "…" }` by the first argument.
"""

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING

from tikissa.resources import resource

if TYPE_CHECKING:
    from tikissa.model.finding import Reason

LANGUAGES = ("fi", "sv", "en")

Entry = str | dict[str, str]


@cache
def catalogue(language: str) -> dict[str, Entry]:
    """Return every code's words in a language. Raises ValueError where two files claim one code."""
    import tomllib  # the window comes up before the first sentence is needed

    entries: dict[str, Entry] = {}
    for file in sorted(resource("words", language).glob("*.toml")):
        for code, entry in tomllib.loads(file.read_text(encoding="utf-8")).items():
            if code in entries:
                raise ValueError(f"{file.name}: {code} has words already")
            entries[code] = entry
    return entries


def has_words(code: str) -> bool:
    return code in catalogue("en")


def say(language: str, code: str, *arguments: str | int) -> str:
    """Return the sentence of a code. Raises KeyError for a code without words."""
    entry = catalogue(language)[code]
    if isinstance(entry, dict):
        entry = entry["one" if arguments and str(arguments[0]) == "1" else "other"]
    return entry.format(*arguments)


def title(language: str, code: str) -> str:
    """Return the heading of findings of a code: its `CODE.title`, else its sentence, else the code as it is."""
    return next((say(language, name) for name in (f"{code}.title", code) if has_words(name)), code)


def sentences(language: str, reasons: "Iterable[Reason]") -> str:
    """Return what reasons say, one sentence after another; one whose code has no words is left out."""
    return " ".join(say(language, reason.code, *reason.arguments) for reason in reasons if has_words(reason.code))
