"""E-mail cells no rule can mend: addresses no mail reaches, and several addresses in one cell."""

from collections.abc import Iterator

from email_validator import EmailNotValidError, validate_email

from tikissa.model.finding import Severity
from tikissa.model.schema import Meaning
from tikissa.reference.email_domains import is_reserved
from tikissa.rules.rule import Cell, Check, Observation
from tikissa.text.emails import domain_of, is_plain


def _needs_a_look(text: str) -> bool:
    return not is_plain(text) or is_reserved(domain_of(text))


def observe(cell: Cell) -> Iterator[Observation]:
    text = cell.text.strip()
    if text.count("@") > 1:
        yield Observation("email.several", (text,))
    elif is_reserved(domain_of(text)):
        yield Observation("email.not_real", (text,))
    elif not is_plain(text) and not is_valid(text):
        yield Observation("email.invalid", (text,))


def is_valid(text: str) -> bool:
    """Say whether mail could be sent to this one address, as far as its form tells."""
    try:
        validate_email(text, check_deliverability=False, allow_smtputf8=False)
    except EmailNotValidError:
        return False
    return True


CHECK = Check(
    {"email.several": Severity.WARNING, "email.not_real": Severity.WARNING, "email.invalid": Severity.ERROR},
    (Meaning.EMAIL,),
    observe,
    hint=_needs_a_look,
)
