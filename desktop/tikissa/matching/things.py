"""What two rows of one customer may hold apart: two cars, courses or flats, or two agreements on how to pay."""

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

_TERMS = re.compile(
    r"maksu(?:ehto|ehdot|aika|tapa)|hinnasto|hinta(?:ryhm|luokka|lista)|asiakas(?:ryhm|luokka|luokitus)|alennus"
    r"|(?:toimitus|rahti)(?:ehto|ehdot|tapa)|luottoraja"
    r"|betalnings(?:villkor|satt|tid)|prislista|prisgrupp|kund(?:grupp|klass|kategori)|rabatt|leverans(?:villkor|satt)"
    r"|kreditgrans|payment (?:term|method)|price (?:list|group)|customer (?:group|class|categ)|discount|credit limit"
    r"|delivery term|maksetingimus|maksetahtaeg|hinnakiri|hinnagrupp|kliendigrupp|soodustus"
)


def names_terms(header: str) -> bool:
    """Return whether a header speaks of what is agreed with a customer: which of two holds only the user knows."""
    return bool(_TERMS.search(fold(header)))


def names_thing(header: str) -> bool:
    """Return whether a header speaks of what one customer may have several of."""
    return bool(_THING.search(fold(header)))


def of_two_things(register: Register, schema: Schema, first: Records, second: Records) -> Flags:
    """Return which pairs of rows speak of two different things, or of different terms, shape (pairs,)."""
    apart: Flags = np.zeros(len(first), bool)
    for entry in schema.columns:
        if entry.meaning is None and (names_thing(entry.column) or names_terms(entry.column)):
            cells = register.cells_of(entry.column)
            said = np.array([fold(text) for text in cells.texts.tolist()], dtype=object)
            mine, theirs = said[cells.codes[first]], said[cells.codes[second]]
            apart |= (mine != theirs) & (mine != "") & (theirs != "")
    return apart
