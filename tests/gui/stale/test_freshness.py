"""What usually changes is told by what a row is: people move, contact persons change jobs."""

import pytest

import builders
from tikissa.gui.stale.freshness import usual_changes
from tikissa.model.outcome import Outcome
from tikissa.model.record import RecordId
from tikissa.model.schema import Meaning

MEANINGS = {
    "Yritys": Meaning.COMPANY,
    "Yhteyshenkilö": Meaning.CONTACT_PERSON,
    "Katu": Meaning.STREET,
    "Puhelin": Meaning.PHONE,
}
ROWS = {
    "Yritys": ["", "Sumula Oy"],
    "Yhteyshenkilö": ["", "Aino Ahola"],
    "Katu": ["Koivutie 1", "Torikatu 1"],
    "Puhelin": ["040 1234567", "040 7654321"],
}


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize(
    ("record", "told", "not_told"),
    [
        (0, ("phone number", "moves"), ("company", "contact person")),
        (1, ("contact person", "company"), ("Finn",)),
    ],
)
def test_rates_are_those_of_persons_or_of_companies(
    record: int, told: tuple[str, ...], not_told: tuple[str, ...]
) -> None:
    register = builders.register(ROWS)
    analysis = builders.analysis(register, meanings=MEANINGS)
    sentences = " ".join(usual_changes(analysis, Outcome(register, {}, {}, ()), RecordId(record)))
    assert all(words in sentences for words in told)
    assert not any(words in sentences for words in not_told)
