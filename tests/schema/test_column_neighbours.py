"""Names and places that no header and no list of names tells: families, e-mail addresses and each other tell them."""

from collections.abc import Mapping, Sequence
from random import Random

import pytest

from builders import register
from tikissa.model.schema import Meaning
from tikissa.schema.detect import detect

_BEGINNINGS = ("Zu", "Kwa", "Tri", "Oxa", "Pli", "Bro", "Dwe", "Hua", "Yol", "Fru")
_ENDINGS = ("mbo", "xel", "qui", "zzat", "ndro", "pfer", "kkul", "wyn", "tzin", "ghor")
Row = Mapping[str, str]


def strangers(count: int) -> list[dict[str, str]]:
    """Return families whose names stand in no list; every second person has an address made of the name."""
    random = Random(7)
    people = []
    for number in range(count):
        surname = random.choice(_BEGINNINGS) + random.choice(_ENDINGS) + random.choice(_ENDINGS)
        place = random.randrange(40)
        for given in random.sample([start + end for start in _BEGINNINGS for end in _ENDINGS], random.choice((1, 2))):
            people.append(
                {
                    "given": given, "surname": surname, "street": f"{number + 1} Elm St",
                    "code": f"{place + 310}",
                    "town": ("Utopia", "Erewhon", "Lilliput")[place % 3], "phone": f"(555) 201-{number + 1000}",
                    "email": f"{given}.{surname}@gmail.com".lower() if random.random() < 0.5 else "",
                }
            )  # fmt: skip
    return people


def meanings(rows: Sequence[Row], *columns: str) -> list[Meaning | None]:
    made = register(
        {
            f"K{place}": [" ".join(row[part] for part in name.split()) for row in rows]
            for place, name in enumerate(columns)
        }
    )
    return [column.meaning for column in detect(made).columns]


@pytest.mark.parametrize("told_by", ["email", "phone"])
def test_names_of_no_list_are_told_by_addresses_and_by_families_and_are_asked_about(told_by: str) -> None:
    rows = strangers(200)
    assert meanings(rows, "given", "surname", told_by)[:2] == [Meaning.GIVEN_NAME, Meaning.SURNAME]
    assert meanings(rows, "surname", "given", told_by)[:2] == [Meaning.SURNAME, Meaning.GIVEN_NAME]
    asked = detect(register({"A": [row["given"] for row in rows], "B": [row["surname"] for row in rows],
                             "C": [row[told_by] for row in rows]})).unsure  # fmt: skip
    assert {"A", "B"} <= {column.column for column in asked}


@pytest.mark.parametrize("told_by", ["email", "phone"])
def test_whole_names_of_no_list_are_told_by_addresses_and_by_families(told_by: str) -> None:
    assert meanings(strangers(200), "given surname", told_by)[0] is Meaning.WHOLE_NAME


def test_names_are_not_guessed_where_nothing_tells_them() -> None:
    assert meanings(strangers(200), "given", "surname", "town")[:2] == [None, None]


def test_what_two_companies_of_one_phone_are_called_is_no_persons_name() -> None:
    rows = [
        {"name": name, "phone": f"(555) 201-{place + 1000}"}
        for place in range(60)
        for name in (f"Pump{chr(97 + place % 26)} Works", f"Valve{chr(97 + place % 26)} Traders")
    ]
    assert meanings(rows, "name", "phone")[0] is None


def test_codes_that_each_go_with_one_of_fewer_names_are_postal_codes_and_their_towns() -> None:
    rows = strangers(200)
    assert meanings(rows, "street", "code", "town")[1:] == [Meaning.POSTAL_CODE, Meaning.TOWN]
    shouted = [row | {"town": row["town"].upper()} if place % 3 else row for place, row in enumerate(rows)]
    assert meanings(shouted, "street", "code", "town")[1:] == [Meaning.POSTAL_CODE, Meaning.TOWN]
    mixed = [row | {"town": rows[place * 7 % len(rows)]["town"]} for place, row in enumerate(rows)]
    assert meanings(mixed, "street", "code", "town")[1:] == [None, None]
