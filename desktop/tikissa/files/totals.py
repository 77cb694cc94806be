"""Knows the rows between and under the customers that are nobody's record: totals, and the headings of groups."""

import re
from itertools import takewhile

import numpy as np
from numpy.typing import NDArray

from tikissa.files.grid import Grid
from tikissa.text.amounts import parse_amount
from tikissa.text.normalise import fold

_TOTAL = re.compile(
    r"^(yhteensa|yht|summa|kaikki yhteensa|loppusumma|valisumma|total|totals|totalt|summa totalt|sum|grand total"
    r"|subtotal|sub total|delsumma|mellansumma|kokku|insgesamt|summe)\b"
)
_ENDS_IN_TOTAL = re.compile(r".+ (yhteensa|valisumma|total|totalt|subtotal|kokku|insgesamt)[.:]?( \(?\d+( \w+)?\)?)?")
_GROUP_WORD = re.compile(
    r"(alue|ryhma|asiakasryhma|piiri|osasto|luokka|reitti|kaupunki|paikkakunta|kunta|maakunta|kategoria|segmentti|myyja"
    r"|vuosi|postialue|omrade|grupp|kundgrupp|distrikt|region|avdelning|kategori|ort|kommun|saljare|area|group|district"
    r"|department|category|route|city|county|section|zone|piirkond|ruhm|gruppe|gebiet|bezirk)([ :.-].*)?"
)
_MEMBERS = re.compile(
    r"([\w-]+ )?[\w-]*(asiakkaat|asiakkaita|yritykset|jasenet|kunder|kunderna|medlemmar|customers|clients|members"
    r"|kliendid|kunden)( .{1,20})?|henkilot|foretag|companies|persons|leads|liidit"
)
_COMPANY = re.compile(r"\b(oyj?|abp?|ky|tmi|ry|rf|osk|kb|ltd|inc|llc|gmbh|as|ou)\b")
_MARKED = re.compile(r"[-=*#•–—>]{2,}.+|[^:]+:|(19|20)\d\d")
_FEWEST_COLUMNS = 3
_MOST = 0.4
_BLOCK = 5


def is_totals_row(grid: Grid, row: int) -> bool:
    """Say whether the first text of a row is a word for a total and the row holds far fewer cells than the columns."""
    filled = [text for text in grid.texts(row) if text.strip()]
    starts_with_total = bool(filled) and bool(_TOTAL.match(fold(filled[0]).rstrip(":")))
    return starts_with_total and len(filled) <= max(2, len(grid.columns) // 2)


def rows_between(grid: Grid, rows: NDArray[np.intp]) -> tuple[list[int], list[int]]:
    """Return which of these rows hold subtotals and which head a group of the rows below, as positions in the grid.

    Only rows with half as many cells as usual or fewer are looked at, unless they are many: then they are customers.
    """
    widths = np.zeros(len(rows), np.int64)
    for column in grid.columns:
        widths += column.filled()[rows]
    usual = int(np.median(widths)) if len(rows) > 1 else 0
    few = np.flatnonzero(widths <= usual // 2).tolist()
    if usual < _FEWEST_COLUMNS or len(few) > _MOST * len(rows):
        return [], []
    totals = [place for place in few if _is_subtotal(grid, int(rows[place]))]
    lone = [place for place in few if widths[place] == 1 and place not in totals]
    headings = [place for place in lone if _is_heading(grid, rows, place, widths)]
    return [int(rows[place]) for place in totals], [int(rows[place]) for place in headings]


def _is_subtotal(grid: Grid, row: int) -> bool:
    """Say whether a row's first text is or ends in a word for a total, and all that stands beside it is sums."""
    first, *others = [text.strip() for text in grid.texts(row) if text.strip()]
    said = fold(first).rstrip(":")
    sums = all(parse_amount(text) is not None and not any(map(str.isalpha, text)) for text in others)
    if not sums or (not others and not _TOTAL.fullmatch(said) and not _ENDS_IN_TOTAL.fullmatch(said)):
        return False
    return bool(_TOTAL.match(said) or _ENDS_IN_TOTAL.fullmatch(said))


def _is_heading(grid: Grid, rows: NDArray[np.intp], place: int, widths: NDArray[np.int64]) -> bool:
    """Say whether a row's only text heads the rows below: a word for a group or its members, a mark, or what those
    rows say themselves in one of their columns."""
    places = range(place + 1, min(place + 1 + _BLOCK, len(rows)))
    below = [int(rows[at]) for at in takewhile(lambda at: widths[at] > 1, places)]
    if not below:
        return False
    text = next(text.strip() for text in grid.texts(int(rows[place])) if text.strip())
    said = fold(text)
    if _COMPANY.search(said):
        return False
    if any(shape.fullmatch(said) for shape in (_MARKED, _GROUP_WORD, _MEMBERS)):
        return True
    if len(said) == 1:
        return all(fold(_first(grid, row)).startswith(said) for row in below)
    return sum(said in map(fold, grid.texts(row)[1:]) for row in below) * 2 >= len(below)


def _first(grid: Grid, row: int) -> str:
    return next((text.strip() for text in grid.texts(row) if text.strip()), "")
