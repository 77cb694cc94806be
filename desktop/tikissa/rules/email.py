"""E-mail addresses: what was pasted around them, commas for points, and mail services with a wrong letter."""

import re
from functools import cache, lru_cache

from tikissa.model.schema import Meaning
from tikissa.reference.email_domains import common_domains, known_domains, known_typing_error
from tikissa.rules.rule import Cell, Kind, Rule, Suggestion
from tikissa.text.emails import is_plain
from tikissa.text.normalise import collapse_blanks
from tikissa.text.similarity import typing_distance

_WRAPPED = re.compile(r"^.*<\s*([^<>\s]+@[^<>\s]+)\s*>$")
_MAILTO = re.compile(r"^(?:mailto|e-?mail|sähköposti|sposti)\s*:\s*", re.IGNORECASE)
_AROUND = " \t\"'<>()[];,.:\u200b\ufeff\u00a0"
_AT = re.compile(r"\s*[(\[]\s*(?:at|ät|miukumauku)\s*[)\]]\s*", re.IGNORECASE)
_MARKS = re.compile(r"[,;]|\.\.|@\.|@@")
_LETTER = re.compile("[^\x00-\x7f]")
_CAPITAL = re.compile("[A-ZÅÄÖ]")
_TLD_ERRORS = {
    **dict.fromkeys(("con", "cmo", "ocm", "vom", "xom", "comm", "coom", "cpm", "c0m", "coml"), "com"),
    **dict.fromkeys(("fii", "ffi", "fi1", "f1", "fl"), "fi"),
}
# Some of these are countries' own, so they are errors only after a service's name.
_SLIPS_AT_SERVICES = {
    **dict.fromkeys(("cm", "om", "co", "cim", "cok", "ccom"), "com"),
    **dict.fromkeys(("fo", "fu", "if", "f", "gi", "di"), "fi"),
}
_LETTERS = str.maketrans("åäöÅÄÖéü", "aaoAAOeu")


def unwrap(cell: Cell) -> Suggestion | None:
    """Take off what surrounds an address: mailto:, brackets, blanks, a full stop; not safe where a name goes too."""
    text = collapse_blanks(cell.text)
    after = _MAILTO.sub("", (_WRAPPED.sub(r"\1", text)).strip(_AROUND)).strip(_AROUND)
    after = _AT.sub("@", after)
    if " " in after and not is_plain(after):
        after = _among_signs(after)
    if after.count("@") == 1:
        after = after.replace(" ", "") if re.search(r"\s*@\s+|\s+@|@.*\s\.|\.\s", after) else after
    if after == cell.text or after.count("@") != 1 or " " in after:
        return None
    named = _WRAPPED.fullmatch(cell.text.strip()) and re.search(r"[^\W\d_].*<", cell.text)
    return Suggestion("email.blanks", after, confidence=0.98, safe=not named)


def _among_signs(text: str) -> str:
    """Return the one word with an @ where nothing beside it has a letter or a digit: "eva@ek.fi :)"."""
    words = [word for word in text.split(" ") if any(map(str.isalnum, word))]
    return words[0] if len(words) == 1 and "@" in words[0].strip("@") else text


def mend_marks(cell: Cell) -> Suggestion | None:
    """Write points for commas, and one for the doubled points or @ that no address has."""
    text = re.sub("@{2,}", "@", cell.text)
    if text.count("@") != 1 or " " in text:
        return None
    local, _, domain = text.partition("@")
    domain = re.sub(r"^\.|\.{2,}", lambda found: "" if found.start() == 0 else ".", re.sub("[,;]", ".", domain))
    after = f"{re.sub(r'[.,]{2,}|,', '.', local)}@{domain}"
    if after == cell.text or not is_plain(after.translate(_LETTERS)):
        return None
    return Suggestion("email.marks", after, confidence=0.93, safe=False)


def mend_domain(cell: Cell) -> Suggestion | None:
    """Write the mail service that was meant, where one is known and the domain typed is nobody's."""
    local, at, domain = cell.text.rpartition("@")
    if not at:
        return None
    meant, confidence = _meant_domain(domain.lower())
    return Suggestion("email.domain_typo", f"{local}@{meant}", confidence, safe=False) if meant else None


@lru_cache(maxsize=4096)
def _meant_domain(domain: str) -> tuple[str | None, float]:
    known = known_typing_error(domain)
    if known:
        return known, 0.97
    if domain in known_domains():
        return None, 0
    near = _near_service(domain)
    if near:
        return near, 0.9
    name, _, ending = domain.rpartition(".")
    if not name:
        return _without_point(domain), 0.9
    return (f"{name}.{_TLD_ERRORS[ending]}", 0.9) if ending in _TLD_ERRORS else (None, 0)


def _without_point(domain: str) -> str | None:
    """Return the service meant by "gmailcom", or by "gmail" where there is but one of that name."""
    meant = {service for service in common_domains() if domain in (service.replace(".", ""), service.split(".")[0])}
    return meant.pop() if len(meant) == 1 else None


def _near_service(domain: str) -> str | None:
    """Return the service one wrong letter away in its name; another country's ending is no error."""
    name, _, ending = domain.rpartition(".")
    slipped = _SLIPS_AT_SERVICES.get(ending)
    if slipped and f"{name}.{slipped}" in _services(slipped):
        return f"{name}.{slipped}"
    for service in _services(_TLD_ERRORS.get(ending, ending)):
        its_name = service.rpartition(".")[0]
        if abs(len(its_name) - len(name)) <= 1 and typing_distance(name, its_name, 1) <= 1:
            return service
    return None


@cache
def _services(ending: str) -> tuple[str, ...]:
    """Return the services with this ending whose name is long enough to be told with a wrong letter."""
    return tuple(
        service for service in common_domains() if service.endswith(f".{ending}") and len(service) >= len(ending) + 6
    )


def put_at_in(cell: Cell) -> Suggestion | None:
    """Write the @ that is missing before a well-known service: "mattigmail.com"."""
    text = cell.text
    if "@" in text or " " in text or not text.isascii():
        return None
    service = next((name for name in common_domains() if text.lower().endswith(name)), None)
    local = text[: -len(service)].rstrip(".") if service else ""
    after = f"{local}@{service}"
    return Suggestion("email.missing_at", after, 0.8, safe=False) if len(local) >= 3 and is_plain(after) else None


def replace_letters(cell: Cell) -> Suggestion | None:
    """Write a and o for å, ä and ö, which hardly any mail service takes; a domain of one's own may well have them."""
    local, _, domain = cell.text.rpartition("@")
    after = f"{local.translate(_LETTERS)}@{domain}"
    if after == cell.text or not is_plain(after.translate(_LETTERS)):
        return None
    return Suggestion("email.letters", after, confidence=0.7, safe=False)


def small_letters(cell: Cell) -> Suggestion | None:
    after = cell.text.lower()
    if after == cell.text or not is_plain(after):
        return None
    return Suggestion("email.capitals", after, confidence=0.98, safe=True)


def _is_unusual(text: str) -> bool:
    return not is_plain(text)


_EMAIL = (Meaning.EMAIL,)
RULES = (
    Rule({"email.blanks": Kind.ERROR}, _EMAIL, unwrap, hint=_is_unusual),
    Rule({"email.marks": Kind.ERROR}, _EMAIL, mend_marks, hint=_MARKS.search),
    Rule({"email.missing_at": Kind.ERROR}, _EMAIL, put_at_in, hint=_is_unusual),
    Rule({"email.domain_typo": Kind.ERROR}, _EMAIL, mend_domain),
    Rule({"email.letters": Kind.ERROR}, _EMAIL, replace_letters, hint=_LETTER.search),
    Rule({"email.capitals": Kind.WRITING}, _EMAIL, small_letters, hint=_CAPITAL.search),
)
