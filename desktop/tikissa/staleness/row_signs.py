"""Signs that a row is no customer at all: somebody tried the program out, or typed a heading or a total among them."""

import re
from collections.abc import Callable, Iterator
from functools import partial

import numpy as np
from numpy.typing import NDArray

from tikissa.model.finding import Reason
from tikissa.model.record import RecordId
from tikissa.model.schema import Meaning
from tikissa.staleness.activity_signs import Rows, Sign
from tikissa.staleness.decay import Records
from tikissa.text.normalise import fold

_NAMES = (Meaning.GIVEN_NAME, Meaning.SURNAME, Meaning.WHOLE_NAME, Meaning.COMPANY)
_REACHES = (
    *(Meaning.PHONE, Meaning.EMAIL, Meaning.STREET, Meaning.WHOLE_ADDRESS, Meaning.POSTAL_CODE, Meaning.TOWN),
    *(Meaning.BUSINESS_ID, Meaning.LAST_CONTACT, Meaning.LAST_PURCHASE),
)
_TRY = (
    r"testi?|testaaja|testinen|testiasiakas|testikayttaja|testiyritys|testerson|tester|asdf+|qwerty|esimerkki|example"
)
_TEST = re.compile(rf"(?:{_TRY})(?:[ ,]+(?:{_TRY}|asiakas|customer|client|kund|henkilo|kayttaja|user|yritys|oy|ab))*")
_TOTAL = re.compile(r"yhteensa|summa|loppusumma|kaikki yhteensa|total|totals|totalt|sammanlagt|in total|sum")
_HEADING = re.compile(r"[-=*_#. ]{2,}.*|.*:|nimi|asiakas|asiakkaat|sukunimi|name|customer|namn|kund")


def tried_out(rows: Rows) -> Iterator[Sign]:
    """Yield rows in which every name is a word for trying out."""
    named = rows.register.filled(rows.schema.columns_of(*_NAMES))
    tried = named & ~_says(rows, _is_real_name)
    yield from _each(tried, "row.test")


def no_customer(rows: Rows) -> Iterator[Sign]:
    """Yield totals, and headings and lines on rows that tell nothing to reach or know a customer by.

    A row with one text and no name, such as a town over its customers, is a heading too, and so are the headers where
    they stand once more, over a second table.
    """
    names = rows.schema.columns_of(*_NAMES)
    bare = ~rows.register.filled(rows.schema.columns_of(*_REACHES))
    heading = _says(rows, lambda text: bool(_HEADING.fullmatch(fold(text))))
    total = _says(rows, lambda text: bool(_TOTAL.fullmatch(fold(text).rstrip(":"))))
    texts = _count(rows, lambda _, text: bool(text.strip()))
    headers = _count(rows, lambda header, text: text.strip().casefold() == header != "")
    lone = bool(names) & ~rows.register.filled(names) & (texts == 1)
    again = (headers == texts) & (headers > 1)
    yield from _each(bare & (heading | total | lone) | again, "row.no_customer")


def _count(rows: Rows, claim: Callable[[str, str], bool]) -> NDArray[np.int16]:
    """Count the cells of each row for which a claim on header (in small letters) and text holds, shape (records,)."""
    count = np.zeros(len(rows.register), np.int16)
    for column, cells in zip(rows.register.columns, rows.register.cells, strict=True):
        rows.tick()
        header = column.header.strip().casefold()
        count += cells.where(partial(claim, header))
    return count


def _is_real_name(text: str) -> bool:
    return bool(text.strip()) and not _TEST.fullmatch(fold(text))


def _says(rows: Rows, claim: Callable[[str], bool]) -> Records:
    rows.tick()
    return rows.register.where(rows.schema.columns_of(*_NAMES), claim)


def _each(records: Records, code: str) -> Iterator[Sign]:
    for record in np.flatnonzero(records).tolist():
        yield RecordId(record), Reason(code)
