"""Tells companies from persons, by what stands in the row and by the legal forms of company names."""

import re
from collections.abc import Callable
from functools import cache

import numpy as np
from numpy.typing import NDArray

from tikissa.model.register import Register
from tikissa.model.schema import Meaning, Schema
from tikissa.reference.company_forms import forms_by_writing
from tikissa.reference.fillers import looks_empty
from tikissa.reference.tables import rows

_FILLED_BY_COMPANIES = (Meaning.COMPANY, Meaning.BUSINESS_ID, Meaning.VAT_NUMBER, Meaning.CONTACT_PERSON)
_MAY_NAME_EITHER = (Meaning.WHOLE_NAME, Meaning.SURNAME)
NAMES = (Meaning.COMPANY, *_MAY_NAME_EITHER)
"""Where the legal form of a company or of a sole trader may stand."""

_WORDS = re.compile(r"[^\W\d_]+(?:[.:/][^\W\d_]+)*")
_FORM_WORDS = re.compile(r"[^\W\d_]+(?:[.:-][^\W\d_]+)*")
_HOME_COUNTRIES = {"FI", "SE"}
_ALSO_NAMES_OR_WORDS = frozenset(
    {"ok", "rs", "db", "kp", "kpa", "kuolinpesä", "kuolinpesän", "dödsbo", "publ", "stad", "c/o", "c/o:"}
)
_ABROAD = frozenset({"gmbh", "ltd", "llc", "inc", "plc", "oü", "uab", "aps", "asa", "a/s"})


def companies(register: Register, schema: Schema) -> NDArray[np.bool_]:
    """Return which records are companies, shape (records,); the others are persons."""
    filled = register.where(schema.columns_of(*_FILLED_BY_COMPANIES), _is_told)
    return filled | register.where(schema.columns_of(*_MAY_NAME_EITHER), names_company)


def is_company(schema: Schema, text: Callable[[str], str]) -> bool:
    """Say whether one record is a company, by the text of each of its columns."""
    return any(_is_told(text(column)) for column in schema.columns_of(*_FILLED_BY_COMPANIES)) or any(
        names_company(text(column)) for column in schema.columns_of(*_MAY_NAME_EITHER)
    )


def _is_told(text: str) -> bool:
    """Tell a value from a filler: "-" for a business id makes nobody a company."""
    return bool(text.strip()) and not looks_empty(text)


def names_company(text: str) -> bool:
    """Say whether a name carries a legal form (Oy, Ab, Tmi, ry, GmbH) as a word of its own."""
    return not _forms().isdisjoint(word.replace(".", "").casefold() for word in _WORDS.findall(text))


def is_sole_trader(name: str) -> bool:
    """Tell by the legal form in a name: Tmi, toiminimi, firma."""
    forms = forms_by_writing()
    return any(forms.get(word) == "Tmi" for word in _FORM_WORDS.findall(name.casefold()))


@cache
def _forms() -> frozenset[str]:
    """Return the legal forms written as one word, without those that people bear as names."""
    home = (row["variants"] for row in rows("company_forms") if _HOME_COUNTRIES & set(row["countries"].split(",")))
    variants = {variant.replace(".", "").casefold() for entry in home for variant in entry.split(";")}
    return frozenset(variant for variant in variants if " " not in variant) - _ALSO_NAMES_OR_WORDS | _ABROAD
