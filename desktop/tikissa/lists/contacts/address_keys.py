"""One writing of an address, so that letter case or the coding of its domain does not tell two apart."""

import unicodedata
from contextlib import suppress

from tikissa.matching.preparing.normalised_identifiers import phone_key, phone_keys
from tikissa.model.permission import Channel
from tikissa.text.emails import ADDRESS


def address_key(address: str, channel: Channel) -> str:
    if channel is not Channel.EMAIL:
        return phone_key(address)
    local, _, domain = unicodedata.normalize("NFC", address).casefold().rpartition("@")
    with suppress(UnicodeError):
        domain = domain.encode("ascii").decode("idna") if "xn--" in domain else domain
    return f"{local}@{domain}"


def email_keys_in(text: str) -> tuple[str, ...]:
    """Return every e-mail address of a cell."""
    return tuple(address_key(each, Channel.EMAIL) for each in ADDRESS.findall(text)) if "@" in text else ()


def phone_keys_in(text: str) -> tuple[str, ...]:
    return tuple(filter(None, phone_keys(text)))
