"""What had better not stand in a customer register: identity codes, account and card numbers, words about health."""

import re
from collections.abc import Iterator

from tikissa.model.finding import Severity
from tikissa.model.schema import Meaning
from tikissa.rules.rule import Cell, Check, Kind, Observation, Rule, Suggestion
from tikissa.text.secret_numbers import MANY_DIGITS, Secret, SecretKind, find_secrets, masked, secrets_of

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

_FOUND = {kind: f"{kind}.found" for kind in SecretKind}
_REMOVED = {kind: f"{kind}.remove" for kind in SecretKind}
_AT_HOME = {
    SecretKind.IBAN: (Meaning.EINVOICE_ADDRESS,),
    SecretKind.CARD_NUMBER: (Meaning.EINVOICE_ADDRESS, Meaning.PHONE),
}
"""Where a number of this kind is nothing to be told of: the right one, or another that only adds up the same."""

# The word that announces a number goes with it.
_LABEL = re.compile(
    r"(?:(?<![^\W_])(?:hetu|sotu|henkilötunnus|henk\.?tunnus|personbeteckning|kortti|luottokortti|kort|card"
    r"|iban|tilinumero|tilinro|konto|kontonummer)[:.]?[\s_]*)$",
    re.IGNORECASE,
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
    for secret in find_secrets(cell.text, cell.meaning):
        if secret.is_proven and cell.meaning not in _AT_HOME.get(secret.kind, ()):
            yield Observation(_FOUND[secret.kind], (secret.covered_in(cell.text),))


def find_wrong_codes(cell: Cell) -> Iterator[Observation]:
    """Tell of identity codes in their own column that were mistyped or cut off."""
    text = cell.text.strip()
    is_right = not text[6:].isdigit() and bool(secrets_of(SecretKind.IDENTITY_CODE, text))
    if cell.habits.is_finnish and _CODE_SHAPE.fullmatch(text) and not is_right:
        yield Observation("identity_code.invalid", (masked(text, Meaning.IDENTITY_CODE),))


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
    removed = [
        secret
        for secret in find_secrets(cell.text, cell.meaning)
        if secret.is_proven and (secret.kind is not SecretKind.IBAN or cell.meaning in _FREE_TEXTS)
    ]
    if not removed:
        return None
    kind = next(kind for kind in SecretKind if any(secret.kind is kind for secret in removed))
    return Suggestion(_REMOVED[kind], _without(cell.text, removed), 0.9, safe=False)


def _without(text: str, secrets: list[Secret]) -> str:
    """Return the text without these numbers, the words that announce them and the commas behind them."""
    for secret in reversed(secrets):
        before, after = _LABEL.sub("", text[: secret.start]), text[secret.end :]
        text = before + " " + (after[1:] if after[:1] in (",", ";") else after)
    return re.sub(" {2,}", " ", text).strip(" ,;:-/_")


RULE = Rule(
    {"identity_code.remove": Kind.ERROR, "card_number.remove": Kind.ERROR, "iban.remove": Kind.ERROR},
    (),
    propose_removal,
    hint=MANY_DIGITS.search,
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
        hint=MANY_DIGITS.search,
        as_read=True,
    ),
    Check({"identity_code.invalid": Severity.WARNING}, (Meaning.IDENTITY_CODE,), find_wrong_codes),
    Check({"health_word.found": Severity.NOTE}, _FREE_TEXTS, find_health_words),
)
