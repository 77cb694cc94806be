"""Signs that come of what the rules and the matching have found."""

from collections.abc import Mapping, Sequence

import pytest

import builders
from tikissa.model.analysis import Settings
from tikissa.model.finding import Finding, Reason, Severity
from tikissa.model.record import RecordId
from tikissa.model.schema import ColumnMeaning, Meaning, Schema
from tikissa.staleness.activity_signs import Found
from tikissa.staleness.assess import ENDED, assess

MEANINGS = {"Puhelin": Meaning.PHONE, "Sähköposti": Meaning.EMAIL, "Ostos": Meaning.LAST_PURCHASE}
SCHEMA = Schema(tuple(ColumnMeaning(name, meaning, 1.0, True) for name, meaning in MEANINGS.items()))


def reasons(columns: Mapping[str, Sequence[str]], findings: tuple[Finding, ...] = ()) -> list[list[Reason]]:
    """Assess a register whose first two rows are one customer."""
    register = builders.register(columns)
    rows = len(register)
    found = Found(register, findings, (builders.merge([0, 1]),))
    retires = assess(register, SCHEMA, builders.keys(rows), Settings(builders.TODAY), found)
    told = {retire.record: list(retire.reasons) for retire in retires}
    return [told.get(RecordId(record), []) for record in range(rows)]


def test_a_sure_double_with_a_newer_purchase_and_another_number_makes_the_older_row_worth_checking() -> None:
    older, newer = reasons(
        {
            "Puhelin": ["040 1234567", "050 7654321"],
            "Sähköposti": ["aino@firma.fi", "Aino@firma.fi"],
            "Ostos": ["1.1.2025", "1.9.2026"],
        }
    )
    assert older == [Reason("double.fresher_phone", ("050 7654321", "3", "9/2026"))]
    assert newer == []


def test_another_address_is_told_too() -> None:
    older, _ = reasons(
        {
            "Puhelin": ["+358401234567", "040 1234567"],
            "Sähköposti": ["aino@firma.fi", "aino@koti.fi"],
            "Ostos": ["1.1.2025", "1.9.2026"],
        }
    )
    assert [reason.code for reason in older] == ["double.fresher_email"]


@pytest.mark.parametrize(
    ("phones", "purchases"),
    [
        (["040 1234567", ""], ["1.1.2025", "1.9.2026"]),
        (["", "040 1234567"], ["1.1.2025", "1.9.2026"]),
        (["040 1234567", "050 7654321"], ["1.9.2026", "1.9.2026"]),
    ],
)
def test_nothing_is_told_where_nothing_differs_or_neither_row_is_newer(phones: list[str], purchases: list[str]) -> None:
    assert reasons({"Puhelin": phones, "Sähköposti": ["", ""], "Ostos": purchases}) == [[], []]


@pytest.mark.parametrize("code", ["phone.invalid", "postal_code.unknown"])
def test_a_number_or_a_code_that_is_not_in_use_is_worth_checking_and_ends_nothing(code: str) -> None:
    columns = {"Puhelin": ["", "", "040 12"], "Sähköposti": ["", "", ""], "Ostos": ["1.9.2026"] * 3}
    finding = Finding(code, Severity.ERROR, RecordId(2), "Puhelin", ("040 12",))
    assert reasons(columns, (finding,))[2] == [Reason(code, ("040 12",))]
    assert code not in ENDED
