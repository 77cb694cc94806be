"""Registers with a row for each thing of a customer: two cars, courses or flats are no one row written twice."""

import re

import numpy as np

from tikissa.matching.compared import Records
from tikissa.matching.safety import Flags
from tikissa.model.register import Register
from tikissa.model.schema import Schema
from tikissa.text.normalise import fold

_THING = re.compile(
    r"\b(?:rek|reg|rekisteri)\W? ?(?:nro|nr|no|num|tun)"
    r"|\b(?:ajoneuv|auto(?:n|t)?\b|merkki\b|malli\b|vene\b|koira|kissa|hevo|rotu\b)"
    r"|lemmik|kurssi|koulutus|laite|laitte|sarjanum|huoneisto|joukkue|\bkohde\b|\btuote\b|tilaus(?:nro|num)|vainaj"
    r"|\b(?:vehicle|plate|pet\b|course|device|serial|apartment|fordon|kurs\b|ras\b|breed)"
    r"|\b(?:husdjur|lagenhet|order (?:no|num))"
)


def names_thing(header: str) -> bool:
    """Return whether a header speaks of what one customer may have several of."""
    return bool(_THING.search(fold(header)))


def of_two_things(register: Register, schema: Schema, first: Records, second: Records) -> Flags:
    """Return which pairs of rows speak of two different things, shape (pairs,)."""
    apart: Flags = np.zeros(len(first), bool)
    for entry in schema.columns:
        if entry.meaning is None and names_thing(entry.column):
            cells = register.cells_of(entry.column)
            said = np.array([fold(text) for text in cells.texts.tolist()], dtype=object)
            mine, theirs = said[cells.codes[first]], said[cells.codes[second]]
            apart |= (mine != theirs) & (mine != "") & (theirs != "")
    return apart
