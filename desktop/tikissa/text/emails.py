"""E-mail addresses: the parts of one, and what people write around one."""

import re

_PLAIN = re.compile(
    r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?\.)+[A-Za-z]{2,}"
)
ADDRESS = re.compile(r"[^\s<>\"'(),:;|/\[\]@]{1,128}@[^\s<>\"'(),:;|/\[\]@]{1,254}\w")
"""An address wherever it stands in a text."""
_ROLES = frozenset(
    (
        *("info", "asiakaspalvelu", "myynti", "toimisto", "posti", "laskutus", "laskut", "hallinto"),
        *("tilaukset", "kirjanpito", "asiakas", "palaute", "varaukset", "yhteys", "rekry", "tuki"),
        *("huolto", "office", "sales", "support", "invoice", "invoices", "billing", "contact"),
        *("hello", "admin", "kundtjanst", "forsaljning", "kansli", "faktura", "post", "ekonomi"),
        *("order", "orders", "service", "webmaster", "postmaster", "noreply", "no-reply"),
    )
)


def domain_of(address: str) -> str:
    """Return what stands after the last @, in small letters; "" where there is no @."""
    return address.rpartition("@")[2].lower() if "@" in address else ""


def is_plain(address: str) -> bool:
    """Return whether an address is of the everyday form that needs no closer look."""
    return bool(_PLAIN.fullmatch(address)) and len(address) <= 254


def is_role(address: str) -> bool:
    """Return whether an address belongs to a task ("info@") rather than to a person."""
    return address.partition("@")[0].lower() in _ROLES
