"""Reads an organisation as a row of Bolagsverket's open file, `bolagsverket_bulkfil.txt`, which holds those that were
struck off as well.

Columns, parts within `$`, names within `|`: the file as several public readers and their tests have it, 2026 (certain);
codes of what goes on: Bolagsverket's list of codes as public readers have it (certain of bankruptcy, liquidation and
reconstruction; any other is told as a remark). Rows that go by a personal number are persons in business: left out.
"""

from collections.abc import Iterator, Mapping

from tikissa.model.companies import NOWHERE, Company, CompanyName, NameKind, Place, Situation
from tikissa.text.identifiers import organisation_number
from tikissa.text.normalise import digits

_ID, _NAMES, _ENDED = "organisationsidentitet", "organisationsnamn", "avregistreringsdatum"
_GOING_ON, _ADDRESS = "pagandeAvvecklingsEllerOmstruktureringsforfarande", "postadress"
COLUMNS = (_ID, _NAMES, _ENDED, _GOING_ON, _ADDRESS)
COUNTRY = "SE"

_NUMBER = "ORGNR-IDORG"
_KINDS = {"FORNAMN_FRSPRAK-ORGNAM": NameKind.PARALLEL, "SARS_FORNAMN-ORGNAM": NameKind.AUXILIARY}
_SITUATIONS = {"KK-AVOMFO": "KONK", "LI-AVOMFO": "SELTILA", "FR-AVOMFO": "SANE", "AC-AVOMFO": "SANE"}
_OVER = "-AVSLAVOMFO"
_REGISTERED, _CEASED = 1, 4
_DAY_LENGTH = 10


def company_of_row(row: Mapping[str, str]) -> Company | None:
    """Return the organisation of a row, None where it is none: without a number of its own whose check digit holds, or
    a name."""
    text, _, kind = row[_ID].partition("$")
    number = organisation_number(text) if kind == _NUMBER else None
    names = tuple(_names(row[_NAMES]))
    if number is None or not names:
        return None
    ended = row[_ENDED].strip()
    return Company(
        int(number.replace("-", "")),
        names,
        0,
        _CEASED if ended else _REGISTERED,
        ended,
        tuple(_situations(row[_GOING_ON])),
        NOWHERE,
        _place(row[_ADDRESS]),
        COUNTRY,
    )


def _names(text: str) -> Iterator[CompanyName]:
    for part in filter(None, text.split("|")):
        name, _, rest = part.partition("$")
        if name.strip():
            yield CompanyName(name.strip(), _KINDS.get(rest.partition("$")[0], NameKind.NAME), "")


def _situations(text: str) -> Iterator[Situation]:
    """Yield what goes on, a day behind its code; what is over ends in another way."""
    for part in filter(None, text.split("|")):
        code, *rest = part.split("$")
        if not code.endswith(_OVER):
            since = next((each for each in rest if len(each) == _DAY_LENGTH and each[4] == "-"), "")
            yield Situation(_SITUATIONS.get(code, code), since)


def _place(text: str) -> Place:
    """Return an address written `street$c/o$town$code$country`; some have town and code the other way round."""
    street, _, town, code, *_ = (*text.split("$"), "", "", "", "")
    if digits(town) and not digits(code):
        town, code = code, town
    return Place(street.strip(), code.replace(" ", ""), (town.strip(),) if town.strip() else ())
