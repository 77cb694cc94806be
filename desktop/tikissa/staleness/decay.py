"""The chance that each detail of a record is still right, from its last proof and how fast such details change."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from tikissa.model.progress import Tick, nothing
from tikissa.model.register import Register
from tikissa.model.schema import Meaning, Schema
from tikissa.reference.decay_rates import continuous, decay_rates
from tikissa.staleness.life import DAYS_IN_YEAR, SignsOfLife
from tikissa.text.emails import is_role
from tikissa.text.phones import is_mobile

Records = NDArray[np.bool_]

_ADDRESS = (Meaning.STREET, Meaning.WHOLE_ADDRESS)
_CONTACT = (Meaning.CONTACT_PERSON, Meaning.GIVEN_NAME, Meaning.SURNAME)


def _newest(life: SignsOfLife) -> NDArray[np.int32]:
    return life.newest


def _met(life: SignsOfLife) -> NDArray[np.int32]:
    """Return the day the contact person was last proven; a purchase proves the company, unless nothing else is told."""
    return np.where(life.met > 0, life.met, life.newest)


def _has_address(register: Register, schema: Schema) -> Records:
    return register.filled(schema.columns_of(*_ADDRESS))


def _has_phone(register: Register, schema: Schema) -> Records:
    return register.filled(schema.columns_of(Meaning.PHONE))


def _has_email(register: Register, schema: Schema) -> Records:
    return register.filled(schema.columns_of(Meaning.EMAIL))


def _has_contact(register: Register, schema: Schema) -> Records:
    """Return which records hold something of one person's own: a name, a mobile number or an address with a name."""
    return (
        register.filled(schema.columns_of(*_CONTACT))
        | register.where(schema.columns_of(Meaning.PHONE), is_mobile)
        | register.where(schema.columns_of(Meaning.EMAIL), lambda text: "@" in text and not is_role(text))
    )


def _everybody(register: Register, _schema: Schema) -> Records:
    return np.ones(len(register), dtype=np.bool_)


@dataclass(frozen=True, slots=True)
class Detail:
    """A detail that grows old: its rates among persons and among companies, who has it, and when it was last proven."""

    person: str | None
    company: str | None
    held: Callable[[Register, Schema], Records]
    proven: Callable[[SignsOfLife], NDArray[np.int32]]


DETAILS: dict[str, Detail] = {
    "address": Detail("person_address", "company_address", _has_address, _newest),
    "phone": Detail("person_phone", None, _has_phone, _newest),
    "email": Detail("person_email", None, _has_email, _newest),
    "contact": Detail(None, "company_contact", _has_contact, _met),
    "company": Detail(None, "company_ceased", _everybody, _newest),
}
"""A proof resets the details it proves only. A company's mobile numbers and named addresses go with their person."""


def chances_right(
    register: Register, schema: Schema, is_company: Records, life: SignsOfLife, tick: Tick = nothing
) -> dict[str, NDArray[np.float64]]:
    """Return by detail the chance (0-1) that it is still right in each record; 1 where the record has none."""
    chances = {}
    for name, detail in DETAILS.items():
        tick()
        yearly = _lambda(detail, is_company) * detail.held(register, schema)
        chances[name] = np.exp(-yearly * _years(detail.proven(life), life))
    return chances


def chances_wrong(
    register: Register, schema: Schema, is_company: Records, life: SignsOfLife, tick: Tick = nothing
) -> NDArray[np.float64]:
    """Return the chance (0-1) that something in each record is wrong by now, shape (records,)."""
    right = np.ones(len(register))
    for chances in chances_right(register, schema, is_company, life, tick).values():
        right = right * chances
    return 1 - right


def _lambda(detail: Detail, is_company: Records) -> NDArray[np.float64]:
    person, company = (
        continuous(decay_rates()[rate].yearly) if rate else 0.0 for rate in (detail.person, detail.company)
    )
    return np.where(is_company, company, person)


def _years(proven: NDArray[np.int32], life: SignsOfLife) -> NDArray[np.float64]:
    return np.maximum(life.today.toordinal() - proven, 0) / DAYS_IN_YEAR
