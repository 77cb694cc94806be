"""Reads a company as the Finnish trade register's open data write it, in the shape of 2024 and in that of 2026.

What is missing may be left out, null or "". `status` is never read: it says 2, valid, of companies that have ceased.
Source: the schema of opendata-ytj-api v3 and answers read in 2024 and 2026.
"""

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from operator import mul
from typing import Any

from tikissa.model.companies import NOWHERE, Company, CompanyName, Place, Situation
from tikissa.text.identifiers import WEIGHTS

Json = Mapping[str, Any]

VISITING, POSTAL = "1", "2"
_STREET = ("street", "buildingNumber", "entrance", "apartmentNumber")
_ID = re.compile(r"[0-9]{7}-[0-9]")
_LONGEST_NUMBER = 8


def company_of(record: object) -> Company | None:
    """Return the company of a JSON object, None where it is none: without an id whose check digit holds, or a name."""
    if not isinstance(record, dict):
        return None
    number = _number(record.get("businessId"))
    names = _names(record.get("names"))
    if number is None or not names:
        return None
    places = {str(each.get("type")): each for each in _objects(record.get("addresses"))}
    situations = record.get("companySituations")
    return Company(
        number,
        names,
        _form(record.get("companyForms")),
        _whole(record.get("tradeRegisterStatus")),
        _text(record.get("endDate")),
        _situations(situations) if situations else (),
        _place(places.get(VISITING)),
        _place(places.get(POSTAL)),
    )


def _objects(value: object) -> list[Json]:
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def _text(value: object) -> str:
    return value.strip() if value and isinstance(value, str) else ""


@lru_cache(maxsize=1024)
def _as_number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < _LONGEST_NUMBER else 0


def _whole(value: object) -> int:
    """Return a code as a number, 0 for none that is one."""
    return _as_number(value) if isinstance(value, str) else value if type(value) is int and value > 0 else 0


def _number(value: object) -> int | None:
    text = value.get("value") if isinstance(value, dict) else value
    if not (isinstance(text, str) and _ID.fullmatch(text)):
        return None
    number, check = int(text[:7]), int(text[8])
    first, last = _sums()
    # the check digit by sums made beforehand, for half a million ids; 11 stands for 0, and 10 for no digit at all
    remainder = (first[number // 1000] + last[number % 1000]) % 11
    return number * 10 + check if remainder != 1 and (11 - remainder) % 11 == check else None


@cache
def _sums() -> tuple[list[int], list[int]]:
    """Return the weighted sums of an id's first four digits and of its next three."""
    first = [sum(map(mul, WEIGHTS, map(int, f"{part:04d}"))) for part in range(10_000)]
    last = [sum(map(mul, WEIGHTS[4:], map(int, f"{part:03d}"))) for part in range(1_000)]
    return first, last


def _names(value: object) -> tuple[CompanyName, ...]:
    return tuple(
        [
            CompanyName(text, _whole(each.get("type")), _text(each.get("endDate")))
            for each in _objects(value)
            if (text := _text(each.get("name")))
        ]
    )


def _form(value: object) -> int:
    """Return the number of the legal form in use, or of the last one."""
    forms = _objects(value)
    current = next((each for each in forms if not _text(each.get("endDate"))), forms[0] if forms else {})
    return _whole(current.get("type"))


def _situations(value: object) -> tuple[Situation, ...]:
    return tuple(
        Situation(code, _text(each.get("registrationDate")))
        for each in _objects(value)
        if not _text(each.get("endDate")) and (code := _text(each.get("type")))
    )


def _place(address: Json | None) -> Place:
    if address is None:
        return NOWHERE
    towns = {each.get("languageCode"): _text(each.get("city")) for each in _objects(address.get("postOffices"))}
    names = dict.fromkeys([towns.get("1", ""), towns.get("2", "")])
    names.pop("", None)
    return Place(_street(address), _text(address.get("postCode")), tuple(names))


def _street(address: Json) -> str:
    if box := _text(address.get("postOfficeBox")):
        return f"PL {box}"
    parts = [text for key in _STREET if (text := address.get(key)) and isinstance(text, str)]
    suffix = _text(address.get("apartmentIdSuffix"))
    return (" ".join(parts) + suffix).strip() or _text(address.get("freeAddressLine"))
