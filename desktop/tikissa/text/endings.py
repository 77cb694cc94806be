"""Reads what a register's own column says of customers who have left: resigned, ended, passive, no longer active."""

import re
from datetime import date

from tikissa.text.dates import parse_date
from tikissa.text.normalise import fold
from tikissa.text.permissions import forbids, says_yes

_SAYS_ACTIVE = re.compile(r"(?:onko |ar |is )?(?:aktii|aktiv|active|voimassa|kaytossa|i bruk|in use)")
_GOES_ON = re.compile(
    r"(?:ei|not|ej|inte|inga?|no)\b.*|(?:toistaiseksi|jaady|tauo|paused|frozen|vilande).*|voimassa|jatkuu|aktii?v\w*"
    r"|active|tills vidare|galler|pagar|until further notice|ongoing|null|nan|n/a|puuttuu|[0\s./:-]*"
)
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")


def has_left(header: str, today: date, text: str) -> bool:
    """Tell whether a cell says that the customer has left: a no under "Aktiivinen", else a day or year that has been.

    Words that are no plain no count as well: "x", "oma pyyntö", "lopetti 2020".
    """
    if _SAYS_ACTIVE.match(fold(header)):
        return says_yes(text) is False
    said = fold(text).strip(" .!")
    if not forbids(text) or _GOES_ON.fullmatch(said):
        return False
    day = parse_date(text)
    return day <= today if day else all(int(year) <= today.year for year in _YEAR.findall(said))
