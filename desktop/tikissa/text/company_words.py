"""Company names taken apart: the name itself, its legal form."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from tikissa.text.normalise import fold

_NOT_WORD = re.compile(r"[^\w\s:./&+-]+|_")
_WORD_EDGES = ".:/-"

Forms = Mapping[tuple[str, ...], str]
"""Legal forms as folded words without marks, and the class each belongs to."""


class CompanyName(NamedTuple):
    """`core` is the folded name without its form; `form` the class of the form, "" where none is written."""

    core: str
    form: str


def company_words(text: str) -> list[str]:
    """Return the folded words of a company's name; dots and colons inside a form are dropped (`t:mi`, `o.y.`)."""
    words = (word.strip(_WORD_EDGES) for word in _NOT_WORD.sub(" ", fold(text)).replace("/", " ").split())
    return [word for word in words if word]


def form_words(text: str) -> tuple[str, ...]:
    """Return a legal form the way `split_company` looks it up."""
    return tuple(_plain(word) for word in company_words(text))


def split_company(text: str, forms: Forms) -> CompanyName:
    """Take the legal form off both ends of a company's name, and of what stands before ` / ` and a branch's name.

    A name that is nothing but a form stays whole.
    """
    head, _, branch = text.partition(" / ")
    words, form = _without_form(company_words(head), forms)
    return CompanyName(" ".join([*words, *company_words(branch)]), form)


def _without_form(words: list[str], forms: Forms) -> tuple[list[str], str]:
    form = ""
    for start in (False, True):
        found = _form_at(words, forms, start)
        while found and found < len(words):
            piece = words[:found] if start else words[len(words) - found :]
            form = form or forms[tuple(_plain(word) for word in piece)]
            words = words[found:] if start else words[: len(words) - found]
            found = _form_at(words, forms, start)
    return words, form


def _plain(word: str) -> str:
    return word.replace(".", "").replace(":", "").replace("-", "") if len(word) <= 6 else word


def _form_at(words: list[str], forms: Forms, start: bool) -> int:
    """Return how many words at that end make a legal form, 0 for none."""
    for length in (3, 2, 1):
        piece = words[:length] if start else words[len(words) - length :]
        if len(words) > length and tuple(_plain(word) for word in piece) in forms:
            return length
    return 0
