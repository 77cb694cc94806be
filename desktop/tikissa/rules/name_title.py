"""Mr and Mrs before a name, or behind it as hotels write; a profession or a degree stays, for it is chosen."""

import re

from tikissa.model.schema import Meaning
from tikissa.reference.customer_kind import names_company
from tikissa.rules.rule import Cell, Kind, Rule, Suggestion

_TITLES = "hra|rva|nti|herra|rouva|herr|fru|fröken|mr|mrs|ms"
_TITLE = re.compile(
    rf"^(?:{_TITLES})\b\.?\s+(?=[^\W\d_]{{2,}})|(?<=[^\W\d_]{{2}})[\s/](?:mr|mrs|ms)\.?$", re.IGNORECASE
)


def take_off(cell: Cell) -> Suggestion | None:
    """Leave the name; a company may be called by a title ("Rouva Kahvila Oy")."""
    after = _TITLE.sub("", cell.text)
    if names_company(cell.text) or after == cell.text:
        return None
    return Suggestion("name.title", after, confidence=0.9, safe=False)


RULE = Rule(
    {"name.title": Kind.WRITING},
    (Meaning.GIVEN_NAME, Meaning.SURNAME, Meaning.WHOLE_NAME, Meaning.CONTACT_PERSON),
    take_off,
    hint=_TITLE.search,
)
