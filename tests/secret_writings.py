"""Made-up secret numbers (individual numbers 900-999) in the writings people use, from a seed."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import cycle
from random import Random

from stdnum import iban, luhn

CHECKS = "0123456789ABCDEFHJKLMNPRSTUVWXY"

COLUMNS = (
    *("Asiakasnro", "Etunimi", "Sukunimi", "Lähiosoite", "Postinumero", "Postitoimipaikka", "Puhelin", "Sähköposti"),
    *("Henkilötunnus", "Huomautus", "Oma"),
)
PLACES = (
    ("Huomautus", "{}"),
    ("Huomautus", "vanha tunnus {}, soita ensin"),
    ("Huomautus", "HETU_{}"),
    ("Henkilötunnus", "{}"),
    ("Oma", "{}"),
    ("Sukunimi", "Testaaja {}"),
    ("Lähiosoite", "Koivutie 1 {}"),
    ("Puhelin", "{}"),
    ("Sähköposti", "{}"),
    ("Postitoimipaikka", " {} "),
)

_HASH = re.compile("[0-9a-f]{32,}")
_DASHES = "-‐‑–—−"
_BLANKS = ("", "", " ", "\u00a0")
_CARDS = ("4", "51", "55", "2221", "6011", "65", "3528")
_COUNTRIES = {"FI": 14, "EE": 16, "DE": 18, "DK": 14}


def secret_writings(count: int, seed: int = 7) -> Iterator[str]:
    """Yield so many writings of identity codes of Finland and Sweden, account numbers and card numbers."""
    chance = Random(seed)
    kinds = (_finnish, _finnish, _swedish, _account, _card)
    for _ in range(count):
        yield chance.choice(kinds)(chance)


def rows_with(secrets: list[str]) -> list[list[str]]:
    """Return customers in twos, each twice in a row, so that one of them is merged away with what it holds."""
    rows = []
    for number, (secret, (column, words)) in enumerate(zip(secrets, cycle(PLACES), strict=False)):
        person = number // 2
        row = {
            "Asiakasnro": str(1000 + number),
            "Etunimi": f"Aino{'aeiou'[person % 5]}",
            "Sukunimi": f"Kokeilu{'abcdefghij'[person // 5 % 10]}",
            "Lähiosoite": f"koivutie {person}",
            "Postinumero": "100",
            "Postitoimipaikka": "helsinki",
            "Puhelin": f"040{5000000 + person}",
            "Sähköposti": f"aino{person}@example.org",
        }
        row[column] = words.format(secret)
        rows.append([row.get(name, "") for name in COLUMNS])
    return rows


def in_clear(text: str, secrets: list[str]) -> list[str]:
    """Return the secrets whose last letters and digits stand in a text, whatever is between them; hashes apart."""
    plain = digits_of(_HASH.sub("|", text))
    return [secret for secret in secrets if digits_of(secret)[-9:] in plain]


def digits_of(text: str) -> str:
    """Return the letters and digits of a text: what is left of a secret whatever stands between."""
    return "".join(character for character in text.upper() if character.isalnum())


def _born(chance: Random) -> date:
    return date(1930, 1, 1) + timedelta(chance.randrange(29_000))


def _finnish(chance: Random) -> str:
    born, number = _born(chance), chance.randint(900, 999)
    check = CHECKS[int(f"{born:%d%m%y}{number}") % 31]
    signs = [*_DASHES, *("YXWVU" if born.year < 2000 else "ABCDEF"), *("", ".") * check.isalpha()]
    first, second, third = (chance.choice(_BLANKS) for _ in range(3))
    day = chance.choice((f"{born:%d%m%y}", f"{born:%d%m%Y}"))
    written = f"{day}{first}{chance.choice(signs)}{second}{number}{third}{check}"
    return chance.choice((written, written.lower()))


def _swedish(chance: Random) -> str:
    born = _born(chance)
    day, rest = f"{born:%y%m%d}", str(chance.randint(900, 999))
    century = chance.choice(("", f"{born:%Y}"[:2]))
    return f"{century}{day}{chance.choice(_DASHES)}{rest}{luhn.calc_check_digit(day + rest)}"


def _account(chance: Random) -> str:
    country = chance.choice([*_COUNTRIES])
    bank = "".join(chance.choices("0123456789", k=_COUNTRIES[country]))
    number = f"{country}{iban.calc_check_digits(f'{country}xx{bank}')}{bank}"
    written = _grouped(number, chance.choice(("", " ", "\u00a0", "-")))
    return chance.choice((written, written.lower()))


def _card(chance: Random) -> str:
    start = chance.choice(_CARDS)
    digits = start + "".join(chance.choices("0123456789", k=15 - len(start)))
    return _grouped(digits + luhn.calc_check_digit(digits), chance.choice(("", " ", "\u00a0", "-", "–", ".")))


def _grouped(number: str, between: str) -> str:
    return between.join(number[place : place + 4] for place in range(0, len(number), 4))
