"""What had better not stand in a customer register: identity codes, account and card numbers, words about health."""

import re
from collections.abc import Iterator

from tikissa.model.finding import Severity
from tikissa.model.schema import Meaning
from tikissa.rules.rule import Cell, Check, Observation
from tikissa.text.identifiers import card_numbers, ibans, identity_codes, masked

_NUMBERS = re.compile(r"\d{6}[-+A-FU-Ya-fu-y]\d{3}|[A-Z]{2}\d{2} ?[0-9A-Z]{4} ?[0-9A-Z]{4}|\d{4}[ -]?\d{4}[ -]?\d{4}")
_HEALTH = re.compile(
    r"\b(allerg\w*|astma\w*|diabe\w*|raskaa?n?a?\b|raskaus\w*|gravid\w*|pregnan\w*|sairau\w*|sairas\w*|sjukdom\w*|lääki\w*|lääke\w*"
    r"|medicin\w*|medication\w*|syöpä\w*|cancer\w*|epileps\w*|masennu\w*|masentunut|depress\w*|mielenterve\w*|sydänvi\w*"
    r"|verenpaine\w*|blodtryck\w*|invalid\w*|vammai\w*|pyörätuoli\w*|rullstol\w*|wheelchair\w*|dementi\w*|muistisairau\w*"
    r"|psoria\w*|atoop\w*|keliaki\w*|celiak\w*|coeliac\w*|hiv|uskon\w*|uskonto\w*|religio\w*|ammattiliit\w*|fackförbund\w*"
    r"|leikkau\w*|diagnoo\w*|diagnos\w*)\b",
    re.IGNORECASE,
)


def find_numbers(cell: Cell) -> Iterator[Observation]:
    """Tell of numbers that name or pay for a person, only their beginning shown."""
    yield from (Observation("identity_code.found", (masked(code),)) for code in identity_codes(cell.text))
    if cell.meaning is not Meaning.EINVOICE_ADDRESS:
        yield from (Observation("iban.found", (masked(number),)) for number in ibans(cell.text))
    if cell.meaning not in (Meaning.EINVOICE_ADDRESS, Meaning.PHONE):
        yield from (Observation("card_number.found", (masked(number),)) for number in card_numbers(cell.text))


def find_health_words(cell: Cell) -> Iterator[Observation]:
    """Tell of words about health in free text; an allergy may be there for safety, so nothing is proposed."""
    words = dict.fromkeys(found[0] for found in _HEALTH.finditer(cell.text))
    if words:
        yield Observation("health_word.found", (", ".join(words),))


CHECKS = (
    Check(
        {
            "identity_code.found": Severity.WARNING,
            "iban.found": Severity.NOTE,
            "card_number.found": Severity.WARNING,
        },
        (),
        find_numbers,
        hint=_NUMBERS.search,
    ),
    Check({"health_word.found": Severity.NOTE}, (Meaning.NOTES, Meaning.OPEN_MATTER), find_health_words),
)
