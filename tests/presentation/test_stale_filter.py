"""The rows worth checking are found by salesperson, by a way to ask, and with the best customers first."""

import pytest

from builders import analysis, log, register, retire
from tikissa.model.schema import Meaning
from tikissa.presentation.stale_filter import StaleFilter, StaleWish
from tikissa.review.derive import derive

REGISTER = register(
    {
        "Nimi": ["Aino Ahola", "Eino Ek", "Liisa Lampi", "Maija Mäki"],
        "Puhelin": ["040 123 4567", "", "", "040 444 5555"],
        "Sähköposti": ["", "eino@esimerkki.fi", "", ""],
        "Myyjä": ["Virtanen", "aalto", "", "Virtanen"],
        "Ostot": ["120,00", "4 500,50", "", "88"],
    }
)
MEANINGS = {
    "Nimi": Meaning.WHOLE_NAME,
    "Puhelin": Meaning.PHONE,
    "Sähköposti": Meaning.EMAIL,
    "Myyjä": Meaning.SALESPERSON,
    "Ostot": Meaning.PURCHASE_SUM,
}


def filter_of(meanings: dict[str, Meaning]) -> StaleFilter:
    looked_at = analysis(REGISTER, retires=[retire(record) for record in range(4)], meanings=meanings)
    return StaleFilter(looked_at.retires, looked_at, derive(REGISTER, looked_at.keys, log()))


@pytest.mark.parametrize(
    ("wish", "records"),
    [
        (StaleWish(), [0, 1, 2, 3]),
        (StaleWish(words="ai"), [0, 3]),
        (StaleWish(way=Meaning.EMAIL), [1]),
        (StaleWish(seller="Virtanen"), [0, 3]),
        (StaleWish(worth_first=True), [1, 0, 3, 2]),
        (StaleWish(words="virtanen", way=Meaning.PHONE, worth_first=True), [0, 3]),
        (StaleWish(words="nobody"), []),
    ],
)
def test_a_wish_is_answered(wish: StaleWish, records: list[int]) -> None:
    assert [found.record for found in filter_of(MEANINGS).rows(wish)] == records


def test_only_what_the_register_tells_can_be_wished_for() -> None:
    told, untold = filter_of(MEANINGS), filter_of({"Nimi": Meaning.WHOLE_NAME})
    assert told.ways == (Meaning.PHONE, Meaning.EMAIL)
    assert told.sellers == ("aalto", "Virtanen")
    assert told.knows_worth
    assert (untold.ways, untold.sellers, untold.knows_worth) == ((), (), False)
