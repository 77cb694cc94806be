"""Values that stand for one customer, brought to one writing: phones, e-mails, business ids, dates, postal codes."""

import re
from functools import cache

from tikissa.reference.tables import rows
from tikissa.text.marks import without_mark
from tikissa.text.normalise import digits, fold

_COUNTRY_CODE = re.compile(r"^(?:1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|\d{3})(?=0?[1-9]\d{4})")
"""The codes of the countries of the world: of one digit, of two, and all the others of three."""
_FINNISH_CODE = re.compile(r"^358(?=0?[1-9]\d{5})")
_NOT_DIGITS = re.compile(r"[^0-9]+")
_BETWEEN_PHONES = re.compile(r"[/,;|\n]|\b(?:tai|ja|or|and|och|eller)\b|\s(?=\+|00|0[1-9])")
_LONGER_THAN_A_NUMBER = 14
_FEWEST_DIGITS = 6
_ADDRESS = re.compile(r"(?<![^\s,;:|<>()/])[^\s,;:|<>()/]+@[^\s,;|<>()/]+")
_NOT_LETTERS = re.compile(r"[\W\d_]+")
_DATE = re.compile(r"^\D*(\d{1,4})\D+(\d{1,2})\D+(\d{1,4})(?:\D.*)?$")
_COUNTRY = re.compile(r"^[a-z]{1,3}\s*-\s*(?=\d)")
_SCHEME = re.compile(r"^\w+:/+")
_SHARED_HOSTS = frozenset(
    ("facebook.com", "fb.com", "instagram.com", "linkedin.com", "sites.google.com", "twitter.com")
)
_TIME = re.compile(r"[\sT]\d{1,2}:\d{2}.*$")


def phone_key(text: str) -> str:
    """Return the digits of a phone number without the country code and the leading zero."""
    number = text.replace(" ", "")
    abroad = number.startswith(("+", "(+"))
    if not (number.isascii() and number.isdecimal()):
        number = _NOT_DIGITS.sub("", number)
    if len(number) < 5:
        return ""
    if abroad or number.startswith("00"):
        number = _COUNTRY_CODE.sub("", number.removeprefix("00"), count=1)
    elif number[0] == "3":
        number = _FINNISH_CODE.sub("", number, count=1)
    national = number.lstrip("0")
    return "" if national == national[:1] * len(national) else national


def phone_keys(text: str) -> tuple[str, str]:
    """Return up to two numbers of a cell: "040 1234567 / 09 765432" holds two, "09/765432" one."""
    if len(text) < _LONGER_THAN_A_NUMBER:
        return phone_key(text), ""
    several = [
        phone_key(part) for part in _BETWEEN_PHONES.split(text) if len(_NOT_DIGITS.sub("", part)) >= _FEWEST_DIGITS
    ]
    if len(several) < 2:
        return phone_key(text), ""
    first, second = several[:2]
    return first, "" if second == first else second


def email_keys(text: str) -> tuple[str, str]:
    """Return up to two addresses of a cell, whatever else stands there."""
    if text.count("@") < 2 and " " not in text:
        return email_key(text), ""
    several = [email_key(address) for address in _ADDRESS.findall(text)][:2]
    if not several:
        return email_key(text), ""
    return several[0], several[1] if several[1:] and several[1] != several[0] else ""


@cache
def _meant_domains() -> dict[str, str]:
    return {row["typed"]: row["meant"] for row in rows("email_domain_typos")} | {"googlemail.com": "gmail.com"}


@cache
def free_domains() -> frozenset[str]:
    """Return the domains whose addresses anybody may have: they say nothing of a company."""
    return frozenset(row["domain"] for row in rows("email_domains_fi"))


def email_key(text: str) -> str:
    """Return the folded address; a known typing error in the domain is set right."""
    address = fold(text)
    if " " in address or ":" in address:
        address = address.replace(" ", "").removeprefix("mailto:")
    name, at, domain = address.partition("@")
    if not at or not name:
        return ""
    meant = _meant_domains().get(domain)
    return f"{name}@{meant}" if meant else address


def email_name(key: str) -> str:
    """Return what stands before the @ of a normalised address."""
    return key.partition("@")[0]


def email_letters(key: str) -> str:
    """Return only the letters before the at sign: dots and numbers tell apart people of one name, not writings."""
    name = key.partition("@")[0].replace(".", "")
    return name if name.isalpha() else _NOT_LETTERS.sub("", name)


def email_domain(key: str) -> str:
    """Return the domain where it is a company's own, else ""."""
    domain = key.partition("@")[2]
    return "" if domain in free_domains() else domain


def website_key(text: str) -> str:
    """Return the domain of a website without "www"; of one on another's pages, as on Facebook, the page with it."""
    address = _SCHEME.sub("", fold(text)).partition("?")[0].partition("#")[0].rpartition("@")[2].strip("/ ")
    host, _, page = address.partition("/")
    host = host.removeprefix("www.").partition(":")[0]
    if "." not in host or " " in host:
        return ""
    return f"{host}/{page}" if host in _SHARED_HOSTS else host


def business_id_key(text: str) -> str:
    """Return eight digits; a lost leading zero is put back. Ids of other countries are kept folded."""
    number = digits(text)
    if len(number) in (7, 8):
        return number.zfill(8)
    return fold(text).replace(" ", "").replace("-", "") if number else ""


def identity_code_key(text: str) -> str:
    """Return an identity code folded and without blanks, "" for what is too short to tell anybody."""
    code = fold(text).replace(" ", "")
    return code if len(code) >= 5 else ""


def customer_number_key(text: str) -> str:
    """Return a customer number as it is compared: folded, without leading zeros and apostrophe."""
    return (text if text.isdecimal() else fold(without_mark(text))).lstrip("0")


def postal_code_key(text: str) -> str:
    """Return the digits of a postal code without leading zeros, which spreadsheets lose; "SW1A 1AA" keeps its own."""
    plain = _COUNTRY.sub("", fold(text)).replace(" ", "")
    if sum(map(str.isalpha, plain)) > 1:
        return plain
    return digits(text).lstrip("0") or plain


def date_key(text: str) -> str:
    """Return a date as eight digits, year first; what is no date is kept as its digits."""
    found = _DATE.match(_TIME.sub("", text.strip()))
    if found is None:
        return digits(text)
    first, month, last = found.groups()
    year, day = (first, last) if len(first) == 4 else (last, first)
    return f"{year.zfill(4)}{month.zfill(2)}{day.zfill(2)}"
