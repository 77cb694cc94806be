"""Which whole names are persons' and which companies', where both stand in one column."""

from collections.abc import Callable, Mapping, Sequence
from functools import cache

import numpy as np

from tikissa.matching.preparing.name_order import is_named_as_person, mostly_persons
from tikissa.model.register import ColumnCells
from tikissa.reference.company_forms import forms_by_writing
from tikissa.text.company_words import CompanyName, form_words, split_company
from tikissa.text.names import name_words

_SHORTEST = 6
"""Letters of a word of a company's name that may stand for the company by itself."""


_FEW = 0.05
"""Where so few names in a column look like persons', they are companies called after one."""


@cache
def company_forms() -> Mapping[tuple[str, ...], str]:
    """Return the legal forms by the words of each of their writings."""
    return {form_words(written): form for written, form in forms_by_writing().items()}


def only_companies(cells: ColumnCells) -> ColumnCells:
    """Return a column of whole names with those of persons blank."""
    return _only(cells, _is_company(cells.texts.tolist()))


def only_persons(cells: ColumnCells) -> ColumnCells:
    """Return a column of whole names with those of companies blank."""
    is_company = _is_company(cells.texts.tolist())
    return _only(cells, lambda text: not is_company(text))


def _only(cells: ColumnCells, wanted: Callable[[str], bool]) -> ColumnCells:
    """Return the column with the texts that are not wanted blanked."""
    texts = np.array([text if text and wanted(text) else "" for text in cells.texts], dtype=object)
    return ColumnCells(cells.codes, texts, cells.raws)


def _is_company(texts: Sequence[str]) -> Callable[[str], bool]:
    """Return what tells companies from persons among whole names: where few look like persons, given names tell.

    Where most do, a legal form tells, and that the same name stands elsewhere with one.
    """
    split = {text: split_company(text, company_forms()) for text in texts if text}
    if not mostly_persons(list(split)):
        persons = {text for text in split if not split[text].form and is_named_as_person(text)}
        few = len(persons) < _FEW * len(split)
        return lambda text: few or text not in persons
    cores = {name.core for name in split.values() if name.form}
    telling = _words_of_companies_alone(split, cores)

    def is_company(text: str) -> bool:
        core, form = split[text]
        return bool(form) or core in telling or (core in cores and not is_named_as_person(text))

    return is_company


def _words_of_companies_alone(split: Mapping[str, CompanyName], cores: set[str]) -> set[str]:
    """Return long words that stand in the names of companies and in nobody's name of several words."""
    words = {word for core in cores for word in core.split() if len(word) >= _SHORTEST}
    if not words:
        return words
    named = (name_words(text) for text, name in split.items() if not name.form and name.core not in cores)
    return words.difference(*(parts for parts in named if len(parts) > 1))
