"""Invented companies in the shape of the trade register's open data, and the file they come in."""

import json
import zipfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from tikissa.text.identifiers import business_id_check_digit

Json = dict[str, Any]


def business_id_of(number: int) -> str:
    """Return the next business id from a number on that has a check digit."""
    check = business_id_check_digit(f"{number:07d}")
    return f"{number:07d}-{check}" if check is not None else business_id_of(number + 1)


def name_of(text: str, kind: str = "1", ended: str | None = None) -> Json:
    name = {"name": text, "type": kind, "registrationDate": "2001-01-01", "version": 1, "source": "1"}
    return name | ({"endDate": ended} if ended else {})


def address_of(street: str, number: str, code: str, city: str, kind: int = 1, swedish: str = "") -> Json:
    towns = [{"city": city.upper(), "languageCode": "1", "municipalityCode": "091"}]
    if swedish:
        towns.insert(0, {"city": swedish.upper(), "languageCode": "2", "municipalityCode": "091"})
    return {
        "type": kind,
        "street": street,
        "buildingNumber": number,
        "entrance": "",
        "apartmentNumber": "",
        "postCode": code,
        "postOffices": towns,
        "registrationDate": "2019-06-03",
    }


def company_record(
    business_id: str,
    names: Sequence[Json],
    addresses: Iterable[Json] = (),
    situations: Iterable[Json] = (),
    status: str = "1",
    form: str = "16",
    ended: str | None = None,
) -> Json:
    record = {
        "businessId": {"value": business_id, "registrationDate": "2001-01-01", "source": "3"},
        "names": list(names),
        "companyForms": [{"type": form, "registrationDate": "2001-01-01", "version": 1}],
        "companySituations": list(situations),
        "registeredEntries": [],
        "addresses": list(addresses),
        "tradeRegisterStatus": status,
        "status": "2",
        "lastModified": "2026-08-19T10:04:06",
    }
    return record | ({"endDate": ended} if ended else {})


def bulk_file(folder: Path, records: Sequence[Json], day: str = "20261130") -> Path:
    path = folder / f"all_companies_{day}.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(f"data_{day}.json", json.dumps(records, ensure_ascii=False))
    return path


def many(count: int, first: int = 8_000_000) -> list[Json]:
    """Return so many companies with names and houses of their own."""
    made: list[Json] = []
    number = first
    while len(made) < count:
        business_id = business_id_of(number)
        number = int(business_id[:7]) + 1
        place = address_of("Koivukuja", str(len(made) + 1), "00100", "Helsinki", swedish="Helsingfors")
        made.append(company_record(business_id, [name_of(f"Koivu {len(made)} Oy")], [place]))
    return made
