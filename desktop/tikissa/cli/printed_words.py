"""The language the command line speaks."""

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tikissa.messages import LANGUAGES, say

FALLBACK = "en"


@dataclass(frozen=True, slots=True)
class Words:
    """Says codes in one language: `words("help.sheet")`."""

    language: str

    def __call__(self, code: str, *arguments: str | int) -> str:
        return say(self.language, code, *arguments)


def words_for(arguments: Sequence[str], environment: Mapping[str, str] = os.environ) -> Words:
    """Return the words of `--language`, else of the system, else English."""
    return Words(_asked(arguments) or _of_system(environment) or FALLBACK)


def _asked(arguments: Sequence[str]) -> str | None:
    """Find the language before anything else is understood, so that even help and errors are in it."""
    for place, argument in enumerate(arguments):
        name, equals, value = argument.partition("=")
        if name == "--language":
            said = value if equals else next(iter(arguments[place + 1 :]), "")
            return said if said in LANGUAGES else None
    return None


def _of_system(environment: Mapping[str, str]) -> str | None:
    said = next((environment[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(name)), "")
    language = said.replace("-", "_").split("_")[0].split(".")[0].lower()
    return language if language in LANGUAGES else None
