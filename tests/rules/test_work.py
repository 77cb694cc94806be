"""Rules work on what other rules left, beside the right columns; a chain of guesses is as sure as its weakest."""

from collections.abc import Mapping, Sequence

import pytest

from builders import TODAY, keys, register
from tikissa.model.analysis import Settings
from tikissa.model.proposal import Fix
from tikissa.model.schema import ColumnMeaning, Meaning, Schema
from tikissa.rules.inspect import inspect


def fixes(columns: Mapping[str, tuple[Meaning, Sequence[str]]]) -> tuple[Fix, ...]:
    made = register({name: cells for name, (_, cells) in columns.items()})
    schema = Schema(tuple(ColumnMeaning(name, meaning, 1.0, True) for name, (meaning, _) in columns.items()))
    return inspect(made, schema, keys(len(made)), Settings(TODAY)).fixes


@pytest.mark.parametrize("written", ['"ei@ole.fi"', "test@test.fi,"])
def test_an_address_that_shows_to_be_made_up_once_its_marks_are_off_is_taken_out_whole(written: str) -> None:
    (found,) = fixes({"Sähköposti": (Meaning.EMAIL, [written])})
    assert (found.changes[0].after, found.reason.code) == ("", "text.placeholder")
    assert [reason.code for reason in found.also] == ["email.blanks"]


def test_a_fix_of_two_rules_is_as_sure_as_the_less_sure_of_them() -> None:
    (alone,) = fixes({"Sähköposti": (Meaning.EMAIL, ["ei@ole.fi"])})
    (marks,) = fixes({"Sähköposti": (Meaning.EMAIL, ['"aino@firma.fi"'])})
    (both,) = fixes({"Sähköposti": (Meaning.EMAIL, ['"ei@ole.fi"'])})
    assert alone.confidence < marks.confidence
    assert both.confidence == alone.confidence


def test_of_two_addresses_each_town_is_mended_by_the_postal_code_beside_it() -> None:
    found = fixes(
        {
            "Postinro": (Meaning.POSTAL_CODE, ["00100", "00100"]),
            "Kaupunki": (Meaning.TOWN, ["Helsinki", "Helsnki"]),
            "Puhelin": (Meaning.PHONE, ["", ""]),
            "Laskutuspostinro": (Meaning.POSTAL_CODE, ["33100", "33100"]),
            "Laskutuskaupunki": (Meaning.TOWN, ["Tampre", "Tampere"]),
        }
    )
    assert [(fix.record, fix.changes[0].column, fix.changes[0].after) for fix in found] == [
        (0, "Laskutuskaupunki", "Tampere"),
        (1, "Kaupunki", "Helsinki"),
    ]
