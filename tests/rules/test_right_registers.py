"""Registers in which nothing is wrong, written as neither the rules nor most of Finland writes: they are left alone."""

import random
import re
from collections.abc import Sequence

import pytest

from builders import TODAY, keys, register
from tikissa.model.analysis import Settings
from tikissa.model.proposal import CellChange
from tikissa.rules.inspect import propose_fixes
from tikissa.schema.detect import detect

ROWS = 5000
GIVEN = (
    *("Karl-Johan", "Åke", "Märta", "Göran", "Ulla-Britt", "Bo", "Siv", "Tor-Björn", "Anne-Marie", "Yngve", "Jörgen"),
    *("Nguyen", "Aino-Kaisa", "Zoë", "Seán", "José", "Li", "Mary Ann", "J.P.", "Ibrahim", "Oksana", "Håkan", "Kim"),
)
SURNAMES = (
    *("von Wright", "af Ursin", "de la Cruz", "van der Meer", "McDonald", "MacDonald", "O'Brien", "Ek", "Öz", "Å"),
    *("Grönblom-Ståhl", "Söderström", "Åkerlund", "Wrede af Elimä", "Björklund", "Nyby", "Antti", "Kaarlo", "Le", "Ng"),
    *("Virtanen", "Mäki-Kokkila", "Ylä-Outinen", "Härmä", "DiCaprio", "LaFontaine", "Ó Briain", "Håkansson"),
)
COMPANIES = (
    *(
        "KONE Oyj",
        "ABB Oy",
        "VR-Yhtymä Oyj",
        "SOK",
        "HUS-kuntayhtymä",
        "UPM-Kymmene Oyj",
        "Oy Karl Fazer Ab",
        "IKEA Oy",
    ),
    *("eQ Oyj", "iLOQ Oy", "Ålands Penningautomatförening", "Café Å Ab", "S.E.M. Electric Oy", "Müller & Söhne GmbH"),
    *("AB Volvo", "H&M Hennes & Mauritz AB", "Tmi Nyby", "A/S Norsk Fisk", "OÜ Tallinna Kask", "Nokian Palloseura ry"),
)
# Town names and codes that go together, in Finnish and Swedish, former municipalities and villages too.
HOME = (
    *(("02650", "Esbo"), ("20100", "Åbo"), ("65100", "Vasa"), ("22100", "Mariehamn"), ("10600", "Ekenäs")),
    *(("06100", "Borgå"), ("00100", "Helsingfors"), ("00100", "HELSINKI"), ("92140", "Pattijoki"), ("49460", "Hamina")),
    *(("68600", "Jakobstad"), ("25900", "Dalsbruk"), ("99800", "Ivalo"), ("91100", "Ii"), ("07230", "Monninkylä")),
)
ABROAD = (
    *(("114 55", "Stockholm", "SE", "+46 8 123 456 78"), ("903 22", "Umeå", "SE", "+46 90 12 34 56")),
    *(("0150", "Oslo", "NO", "+47 22 12 34 56"), ("1050", "København K", "DK", "+45 33 12 34 56")),
    *(("10115", "Berlin", "DE", "+49 30 1234567"), ("10117", "Tallinn", "EE", "+372 5123 4567")),
    *(("SW1A 2AA", "London", "GB", "+44 20 7946 0958"), ("90210", "Beverly Hills", "US", "+1 310 555 0123")),
    *(("1010", "Wien", "AT", "+43 1 5123456"), ("75001", "Paris", "FR", "+33 1 42 34 56 78")),
)
HOME_PHONES = (
    "+358 (0)40 123 4567",
    "018-12345",
    "040-123 45 67",
    "09 4711",
    "0457 123 4567",
    "050/123 4567",
    "0600-12345",
)
STREETS = (
    "Storgatan 5",
    "Skärgårdsvägen 12 B lgh 3",
    "Rue de l'Église 7",
    "3. linja 5",
    "c/o Nyby, Byvägen 4",
    "PB 12",
    "Åsgatan 1",
)
DOMAINS = (
    "mail.com",
    "email.com",
    "hotmail.se",
    "gmx.de",
    "yahoo.co.uk",
    "aland.net",
    "nic.fi",
    "multi.fi",
    "gov.uk",
    "live.no",
)


def rows(invented: random.Random) -> list[tuple[str, ...]]:
    made = []
    for number in range(ROWS):
        code, town = invented.choice(HOME)
        country, phone = "FI", invented.choice(HOME_PHONES)
        if number % 3 == 0:
            code, town, country, phone = invented.choice(ABROAD)
        email = f"kund{number}@{invented.choice(DOMAINS)}"
        street, company = invented.choice(STREETS), invented.choice(COMPANIES)
        made.append(
            (company, invented.choice(GIVEN), invented.choice(SURNAMES), street, code, town, country, phone, email)
        )
    return made


HEADERS = ("Företag", "Förnamn", "Efternamn", "Adress", "Postnr", "Ort", "Land", "Telefon", "E-post")


def meaning(text: str) -> str:
    """Return what a value says, its writing apart: letter case, blanks and the ways to write a phone number."""
    plain = re.sub(r"\s+", " ", text).strip().casefold()
    number = re.sub(r"\D", "", plain)
    if number and not re.search(r"[a-zåäö@]", plain):
        return re.sub(r"^(00358|358)0?", "0", number) if len(number) > 8 else number
    return plain


def changed_meanings(left_out: Sequence[str]) -> list[CellChange]:
    made = dict(zip(HEADERS, zip(*rows(random.Random(7)), strict=True), strict=True))
    right = register({header: values for header, values in made.items() if header not in left_out})
    fixes = propose_fixes(right, detect(right), keys(ROWS), Settings(TODAY))
    return [change for fix in fixes for change in fix.changes if meaning(change.before) != meaning(change.after)]


@pytest.mark.parametrize("left_out", [(), ("Land",), ("Land", "Ort"), ("Postnr",)])
def test_a_register_without_errors_is_left_alone(left_out: Sequence[str]) -> None:
    changed = changed_meanings(left_out)
    assert len(changed) < 0.005 * ROWS, {(change.before, change.after) for change in changed}
