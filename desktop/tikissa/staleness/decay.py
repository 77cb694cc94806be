"""The chance that something in a record is wrong by now, from its age and how fast such details change."""

import numpy as np
from numpy.typing import NDArray

from tikissa.model.register import Register
from tikissa.model.schema import Meaning, Schema
from tikissa.reference.customer_kind import spread
from tikissa.reference.decay_rates import continuous, decay_rates

_ADDRESS = (Meaning.STREET, Meaning.WHOLE_ADDRESS)
_CONTACT = (Meaning.CONTACT_PERSON, Meaning.GIVEN_NAME, Meaning.SURNAME)

OF_PERSONS: tuple[tuple[str, tuple[Meaning, ...]], ...] = (
    ("person_address", _ADDRESS),
    ("person_phone", (Meaning.PHONE,)),
    ("person_email", (Meaning.EMAIL,)),
)
OF_COMPANIES: tuple[tuple[str, tuple[Meaning, ...]], ...] = (
    ("company_address", _ADDRESS),
    ("company_contact", _CONTACT),
)


def chances_wrong(
    register: Register, schema: Schema, is_company: NDArray[np.bool_], years: NDArray[np.float64]
) -> NDArray[np.float64]:
    """Return the chance (0-1) that something in each record has changed in so many years, shape (records,).

    Only details that stand in the record can be wrong; a company may besides have ceased.
    """
    person = _lambdas(register, schema, OF_PERSONS)
    company = _lambdas(register, schema, OF_COMPANIES) + continuous(decay_rates()["company_ceased"].yearly)
    chances: NDArray[np.float64] = 1 - np.exp(-np.where(is_company, company, person) * years)
    return chances


def _lambdas(
    register: Register, schema: Schema, details: tuple[tuple[str, tuple[Meaning, ...]], ...]
) -> NDArray[np.float64]:
    total = np.zeros(len(register))
    for field, meanings in details:
        total += filled(register, schema, meanings) * continuous(decay_rates()[field].yearly)
    return total


def filled(register: Register, schema: Schema, meanings: tuple[Meaning, ...]) -> NDArray[np.bool_]:
    """Return which records have something in a column of one of these meanings."""
    found = np.zeros(len(register), dtype=np.bool_)
    for column in schema.columns_of(*meanings):
        cells = register.cells_of(column)
        found |= spread(cells, [bool(text.strip()) for text in cells.texts.tolist()])
    return found
