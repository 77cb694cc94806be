"""What had better not stand in a customer register: identity codes, account and card numbers, words about health."""

import re
from collections.abc import Iterator

from tikissa.model.finding import Severity
from tikissa.model.schema import Meaning
from tikissa.rules.rule import Cell, Check, Kind, Observation, Rule, Suggestion
from tikissa.text.identifiers import card_numbers, ibans, identity_codes, masked

_NUMBERS = re.compile(r"\d{6}[-+A-FU-Ya-fu-y]\d{3}|[A-Z]{2}\d{2} ?[0-9A-Z]{4} ?[0-9A-Z]{4}|\d{4}[ -]?\d{4}[ -]?\d{4}")
_CODE_SHAPE = re.compile(r"\d{6}[-+A-FU-Y][0-9A-Z]{1,5}|\d{9}[0-9A-Z]?", re.IGNORECASE)
_MEANT_FOR_NUMBERS = (
    Meaning.IDENTITY_CODE,
    Meaning.BUSINESS_ID,
    Meaning.EINVOICE_ADDRESS,
    Meaning.PHONE,
    Meaning.CUSTOMER_NUMBER,
)
_FREE_TEXTS = (Meaning.NOTES, Meaning.OPEN_MATTER)
"""Where an account number has strayed to; a column full of them may be kept for paying back."""
# The word that announces a number goes with it.
_LABEL = (
    r"(?:\b(?:hetu|sotu|henkilötunnus|henk\.?tunnus|personbeteckning|kortti|luottokortti|kort|card"
    r"|iban|tilinumero|tilinro|konto|kontonummer)\b[:.]?\s*)?"
)
_HEALTH = re.compile(
    r"\b(\w*allerg\w*|\w*yliherk\w*|överkänslig\w*|astma\w*|diabe\w*|raskaana|raskaus\w*|gravid\w*|pregnan\w*|sairau\w*|sairas\w*|sjukdom\w*|lääki\w*|lääke\w*"
    r"|medicin\w*|medication\w*|syöpä\w*|cancer\w*|epileps\w*|masennu\w*|masentunut|depress\w*|mielenterve\w*|sydänvi\w*"
    r"|verenpaine\w*|blodtryck\w*|invalidi\w*|deaf|vammai\w*|pyörätuoli\w*|rullstol\w*|wheelchair\w*|dementi\w*|muistisairau\w*"
    r"|psoria\w*|atoop\w*|keliaki\w*|celiak\w*|coeliac\w*|hiv|uskonno\w*|uskonto\w*|uskovai\w*|religio\w*|ammattiliit\w*|fackförbund\w*"
    r"|(?:polvi|lonkka|selkä|sydän|kaihi)leikkau\w*|sairaalas\w*|sjukhus\w*|liikuntarajoit\w*|liikuntaest\w*|huonokuul\w*|kuuloko\w*|kuulolai\w*|näkövam\w*|tahdisti\w*|diagnoo\w*|diagnos(?:is|e[dnrt]|erna)?)\b",
    re.IGNORECASE,
)


def find_numbers(cell: Cell) -> Iterator[Observation]:
    """Tell of numbers that name or pay for a person, only their beginning shown."""
    yield from (Observation("identity_code.found", (masked(code),)) for code in identity_codes(cell.text))
    if cell.meaning is not Meaning.EINVOICE_ADDRESS:
        yield from (Observation("iban.found", (masked(number),)) for number in ibans(cell.text))
    if cell.meaning not in (Meaning.EINVOICE_ADDRESS, Meaning.PHONE):
        yield from (Observation("card_number.found", (masked(number),)) for number in card_numbers(cell.text))


def find_wrong_codes(cell: Cell) -> Iterator[Observation]:
    """Tell of identity codes in their own column that were mistyped or cut off."""
    text = cell.text.strip()
    if cell.habits.is_finnish and _CODE_SHAPE.fullmatch(text) and not [*identity_codes(text)]:
        yield Observation("identity_code.invalid", (masked(text),))


def find_health_words(cell: Cell) -> Iterator[Observation]:
    """Tell of words about health in free text; an allergy may be there for safety, so nothing is proposed."""
    words = dict.fromkeys(found[0] for found in _HEALTH.finditer(cell.text))
    if words:
        yield Observation("health_word.found", (", ".join(words),))


def propose_removal(cell: Cell) -> Suggestion | None:
    """Propose to take out what names or pays for a person, but not from a column meant for identity codes.

    In place of a business id it is what a private customer is invoiced by.
    """
    if cell.meaning in _MEANT_FOR_NUMBERS:
        return None
    kinds = {
        "identity_code.remove": [*identity_codes(cell.text)],
        "card_number.remove": [*card_numbers(cell.text)],
        "iban.remove": [*ibans(cell.text)] if cell.meaning in _FREE_TEXTS else [],
    }
    secrets = [secret for found in kinds.values() for secret in found]
    if not secrets:
        return None
    code = next(code for code, found in kinds.items() if found)
    return Suggestion(code, _without(cell.text, secrets), 0.9, safe=False)


def _without(text: str, secrets: list[str]) -> str:
    for secret in secrets:
        text = re.sub(f"{_LABEL}{re.escape(secret)}[,;]?", " ", text, flags=re.IGNORECASE)
    return re.sub(" {2,}", " ", text).strip(" ,;:-/")


RULE = Rule(
    {"identity_code.remove": Kind.ERROR, "card_number.remove": Kind.ERROR, "iban.remove": Kind.ERROR},
    (),
    propose_removal,
    hint=_NUMBERS.search,
)
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
        as_read=True,
    ),
    Check({"identity_code.invalid": Severity.WARNING}, (Meaning.IDENTITY_CODE,), find_wrong_codes),
    Check({"health_word.found": Severity.NOTE}, _FREE_TEXTS, find_health_words),
)
