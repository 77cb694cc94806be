"""Customers who look like one and are two: households, branches, namesakes."""

from collections.abc import Callable
from dataclasses import replace

from registers import identifiers
from registers.people import Customer, Inventor, plain_letters
from registers.rows import Row, Story


def _at_home_of(customer: Customer, other: Customer) -> Customer:
    return replace(other, street=customer.street, postal_code=customer.postal_code, town=customer.town)


def _of_company(customer: Customer, main: Customer) -> Customer:
    """Return a customer as part of a company: its name, business id and mail domain; address and phone its own."""
    local = f"{plain_letters(customer.given_name)}.{plain_letters(customer.surname)}"
    email = f"{local}@{main.email.partition('@')[2]}"
    return replace(customer, company=main.company, business_id=main.business_id, email=email)


def spouses(inventor: Inventor) -> tuple[Row, ...]:
    woman = replace(inventor.person(), given_name=inventor.given_name(woman=True))
    woman = replace(woman, email=inventor.email(woman.given_name, woman.surname))
    man = replace(
        _at_home_of(woman, inventor.person()), surname=woman.surname, given_name=inventor.given_name(woman=False)
    )
    shared = inventor.random.random()
    man = replace(
        man, phone=woman.phone if shared < 0.35 else man.phone,
        email=woman.email if 0.35 <= shared < 0.5 else inventor.email(man.given_name, man.surname),
    )  # fmt: skip
    return Row(woman), Row(man)


def mother_and_daughter(inventor: Inventor) -> tuple[Row, ...]:
    mother = replace(inventor.person(), given_name=inventor.given_name(woman=True), phone=inventor.phone())
    mother = replace(mother, email=inventor.email(mother.given_name, mother.surname))
    name = inventor.given_name(woman=True)
    while name == mother.given_name:
        name = inventor.given_name(woman=True)
    daughter = replace(
        _at_home_of(mother, inventor.person()), given_name=name, surname=mother.surname, phone=mother.phone, email=""
    )
    return Row(mother), Row(daughter).noted("ajan varaa äiti", "shared_phone")


def namesakes(inventor: Inventor) -> tuple[Row, ...]:
    first, second = inventor.person(), inventor.person()
    email = inventor.email(first.given_name, first.surname)
    return Row(first), Row(replace(second, given_name=first.given_name, surname=first.surname, email=email))


def namesakes_in_one_town(inventor: Inventor) -> tuple[Row, ...]:
    first, second = namesakes(inventor)
    same_town = replace(
        second.customer, postal_code=first.customer.postal_code, town=first.customer.town, phone=inventor.phone()
    )
    return replace(first, customer=replace(first.customer, phone=inventor.phone())), replace(second, customer=same_town)


def two_forms_of_company(inventor: Inventor) -> tuple[Row, ...]:
    limited = inventor.company()
    name = limited.company.removesuffix(" Ab").rpartition(" ")[0].removeprefix("Tmi ") or limited.company
    other = _of_company(inventor.company(), limited)
    other = replace(other, company=f"{name} Ky", business_id=identifiers.business_id(inventor.random))
    return Row(replace(limited, company=f"{name} Oy")), Row(other)


def _branches(inventor: Inventor, count: int) -> tuple[Row, ...]:
    main = inventor.company()
    others = [inventor.company() for _ in range(count)]
    return tuple(Row(_of_company(other, main)) for other in others)


def chain_of_two(inventor: Inventor) -> tuple[Row, ...]:
    return _branches(inventor, 2)


def chain_of_three(inventor: Inventor) -> tuple[Row, ...]:
    return _branches(inventor, 3)


def two_contact_persons(inventor: Inventor) -> tuple[Row, ...]:
    first, person = inventor.company(), inventor.person()
    second = replace(_of_company(_at_home_of(first, person), first), phone=inventor.phone())
    return Row(first), Row(second)


RELATIONS: tuple[tuple[Callable[[Inventor], tuple[Row, ...]], str, int], ...] = (
    (spouses, "household", 24), (mother_and_daughter, "household", 3), (namesakes, "namesake", 7),
    (namesakes_in_one_town, "namesake", 2), (two_forms_of_company, "company_form", 2), (chain_of_two, "branch", 2),
    (chain_of_three, "branch", 1), (two_contact_persons, "contact_person", 4),
)  # fmt: skip
"""Each way of belonging together, the relation, and how often it happens in the sample."""


def relation_stories(inventor: Inventor) -> list[Story]:
    return [Story(way.__name__, way(inventor), relation) for way, relation, count in RELATIONS for _ in range(count)]
