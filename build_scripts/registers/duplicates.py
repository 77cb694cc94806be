"""How one customer comes to stand in a register twice: one small function for each way an office knows."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from registers.people import Customer, Inventor
from registers.places import swedish_places
from registers.rows import Row, Story
from registers.typing_errors import slip

_NICKNAMES = (
    ("Katariina", "Kati"), ("Aleksandra", "Sandra"), ("Johannes", "Hannes"), ("Aleksanteri", "Ale"),
    ("Elisabet", "Liisa"),
)  # fmt: skip


def two_visits(inventor: Inventor, customer: Customer) -> tuple[Customer, Customer]:
    """Return a customer as entered first and as entered again some years later."""
    random = inventor.random
    since = date(2012, 3, 1) + timedelta(days=random.randrange(2900))
    last = since + timedelta(days=random.randrange(30, 700))
    again = max(last, date(2021, 1, 1)) + timedelta(days=random.randrange(60, 600))
    latest = max(again, date(2024, 3, 1)) + timedelta(days=random.randrange(0, 800))
    newest = min(latest, date(2026, 10, 28))
    last = date(2023, 9, 1) if date(2023, 9, 20) < last < date(2023, 12, 10) else last
    older = replace(customer, since=since, last_purchase=last)
    return older, replace(
        customer, since=again, last_purchase=newest, purchases=round(customer.purchases / 3, 2), notes=""
    )


def _reached(inventor: Inventor) -> Customer:
    """Return a person with a phone and an e-mail address, whatever the draw said."""
    person = inventor.person()
    return replace(
        person,
        phone=person.phone or inventor.phone(),
        email=person.email or inventor.email(person.given_name, person.surname),
    )


def moved(inventor: Inventor) -> tuple[Row, ...]:
    older, newer = two_visits(inventor, _reached(inventor))
    place = inventor.place()
    newer = replace(newer, street=inventor.street(), postal_code=place.postal_code, town=place.town)
    free = frozenset({"Katuosoite", "Postinro", "Postitoimipaikka"})
    return Row(older, free=free), Row(newer, free=free)


def mistyped_surname(inventor: Inventor) -> tuple[Row, ...]:
    older, newer = two_visits(inventor, _reached(inventor))
    return Row(older), Row(
        replace(newer, surname=slip(inventor.random, newer.surname), email=""), free=frozenset({"Sukunimi"})
    )


def nickname(inventor: Inventor) -> tuple[Row, ...]:
    given_name, short = inventor.random.choice(_NICKNAMES)
    person = replace(_reached(inventor), given_name=given_name)
    older, newer = two_visits(inventor, replace(person, email=inventor.email(given_name, person.surname)))
    return Row(older), Row(replace(newer, given_name=short, email=""), free=frozenset({"Etunimi"}))


def turned_round(inventor: Inventor) -> tuple[Row, ...]:
    older, newer = two_visits(inventor, _reached(inventor))
    newer = replace(newer, surname=older.given_name, given_name=older.surname)
    return Row(older), Row(newer, free=frozenset({"Sukunimi", "Etunimi"}))


def shouted(inventor: Inventor) -> tuple[Row, ...]:
    older, newer = two_visits(inventor, _reached(inventor))
    row = Row(replace(newer, email="")).restyled("Puhelin", f"{newer.phone[:3]}-{newer.phone[3:]}")
    return Row(older), row.spoilt("Sukunimi", newer.surname.upper(), newer.surname)


def married(inventor: Inventor) -> tuple[Row, ...]:
    bride = replace(_reached(inventor), given_name=inventor.given_name(woman=True))
    older, newer = two_visits(inventor, replace(bride, email=inventor.email(bride.given_name, bride.surname)))
    return Row(older, free=frozenset({"Sukunimi"})), Row(
        replace(newer, surname=inventor.surname()), free=frozenset({"Sukunimi"})
    )


def one_forbids_marketing(inventor: Inventor) -> tuple[Row, ...]:
    older, newer = two_visits(inventor, _reached(inventor))
    forbidding = replace(older, permission="ei sähköpostimarkkinointia")
    return Row(forbidding, signs=("prohibition_on_one",)), Row(replace(newer, permission="kyllä"))


def new_phone_and_email(inventor: Inventor) -> tuple[Row, ...]:
    older, newer = two_visits(inventor, _reached(inventor))
    return Row(older), Row(
        replace(newer, phone=inventor.phone(), email=inventor.email(newer.given_name, newer.surname))
    )


def entered_twice(inventor: Inventor) -> tuple[Row, ...]:
    older, newer = two_visits(inventor, _reached(inventor))
    return Row(older), Row(newer)


def three_times(inventor: Inventor) -> tuple[Row, ...]:
    older, newer = two_visits(inventor, _reached(inventor))
    place = inventor.place()
    middle = replace(
        older,
        since=older.since + timedelta(days=200),
        email="",
        street=inventor.street(),
        postal_code=place.postal_code,
        town=place.town,
    )
    mistyped = replace(newer, given_name=slip(inventor.random, newer.given_name))
    return Row(older), Row(middle), Row(mistyped, free=frozenset({"Etunimi"}))


def two_languages(inventor: Inventor) -> tuple[Row, ...]:
    place = next(place for place in swedish_places() if place.town == "Hanko")
    person = inventor.swedish_person()
    person = replace(person, postal_code=place.postal_code, phone=inventor.phone())
    older, newer = two_visits(inventor, person)
    number = inventor.random.randrange(1, 50)
    finnish = replace(older, street=f"Rantatie {number}", town=place.town)
    return Row(finnish), Row(replace(newer, street=f"Strandvägen {number}", town=place.swedish_town, email=""))


def company_again(inventor: Inventor) -> tuple[Row, ...]:
    older, newer = two_visits(inventor, inventor.company())
    bare = newer.business_id.replace("-", "")
    row = Row(
        replace(newer, phone=inventor.phone(), company=newer.company.replace(" Oy", " OY")), free=frozenset({"Yritys"})
    )
    return Row(older), row.spoilt("Y-tunnus", bare, newer.business_id)


def company_mistyped(inventor: Inventor) -> tuple[Row, ...]:
    older, newer = two_visits(inventor, inventor.company())
    name, _, form = newer.company.rpartition(" ")
    return Row(older), Row(
        replace(newer, company=f"{slip(inventor.random, name)} {form}", business_id=""), free=frozenset({"Yritys"})
    )


def company_with_credit_block(inventor: Inventor) -> tuple[Row, ...]:
    older, newer = two_visits(inventor, replace(inventor.company(), credit_block=""))
    return Row(replace(older, credit_block="X"), signs=("credit_block_on_one",)), Row(newer)


DUPLICATES: tuple[tuple[Callable[[Inventor], tuple[Row, ...]], int], ...] = (
    (moved, 5), (mistyped_surname, 5), (nickname, 2), (turned_round, 3), (shouted, 2), (married, 1),
    (one_forbids_marketing, 2), (new_phone_and_email, 2), (entered_twice, 3), (three_times, 2), (two_languages, 1),
    (company_again, 4), (company_mistyped, 3), (company_with_credit_block, 1),
)  # fmt: skip
"""Each way with how often it happens in the sample."""


def duplicate_stories(inventor: Inventor) -> list[Story]:
    return [Story(way.__name__, way(inventor)) for way, count in DUPLICATES for _ in range(count)]
