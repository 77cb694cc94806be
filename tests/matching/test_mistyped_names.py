"""Names written wrong or short: a name nobody else has is the typing error of a common one."""

from collections.abc import Callable
from itertools import product
from random import Random

import pytest

from builders import keys, register
from matching.conftest import Verdict
from tikissa.matching.match import Matching, match
from tikissa.schema.detect import detect

_GIVEN = ("Jari", "Matti", "Anna", "Maria", "Liisa", "Pekka", "Kari", "Leena", "Timo", "Eeva", "Ulla", "Hilkka")
_BEGINNINGS = ("Lahti", "Korpi", "Salo", "Niemi", "Ranta", "Koski", "Harju", "Pelto", "Suo", "Vaara", "Kallio", "Mylly")
_SURNAMES = [
    first + second for first, second in product(_BEGINNINGS, ("nen", "la", "maa", "virta", "saari", "aho", "oja"))
]
_TOWNS = ("Helsinki", "Tampere", "Turku", "Oulu", "Lahti", "Kuopio", "Pori", "Kotka", "Vaasa", "Joensuu")


def matched(*pair: tuple[str, str, str]) -> Matching:
    """Match two rows among 900 of names and towns, every sixth of which stands twice."""
    random = Random(5)
    everyone = list(product(_GIVEN, _SURNAMES, _TOWNS))
    others = random.sample([row for row in everyone if row[0] != "Hilkka"], 900)
    given, surnames, towns = zip(*pair, *others, *others[::6], strict=True)
    made = register({"Etunimi": given, "Sukunimi": surnames, "Paikkakunta": towns})
    return match(made, detect(made), keys(len(given)))


def test_a_surname_with_a_typing_error_is_found_by_name_and_town_alone() -> None:
    found = matched(("Anna", "Myllyvirta", "Kotka"), ("Anna", "Myllyvitta", "Kotka"))
    assert (0, 1) in [cluster.records for cluster in found.clusters]
    assert not any(cluster.safe for cluster in found.clusters if 0 in cluster.records)


def test_two_surnames_that_others_have_are_two_people() -> None:
    found = matched(("Hilkka", "Harjula", "Kotka"), ("Hilkka", "Harjumaa", "Kotka"))
    assert (0, 1) not in [cluster.records for cluster in found.clusters]


def test_the_first_of_two_given_names_may_be_mistyped(verdict_on: Callable[..., Verdict]) -> None:
    hannele = {"Etunimi": "Hannele", "Sukunimi": "Kallioniemi", "Puhelin": "040 7654321", "Osoite": "Lammintie 3"}
    assert verdict_on(hannele, {**hannele, "Etunimi": "Hanncle Maria"}).together
    assert not verdict_on(hannele, {**hannele, "Etunimi": "Kalevi Johannes"}).together


@pytest.mark.parametrize("initials", ["J-P", "J.P.", "JP", "J. P.", "Juha-P."])
def test_a_double_name_is_cut_to_its_initials(initials: str, verdict_on: Callable[..., Verdict]) -> None:
    juha_pekka = {"Etunimi": "Juha-Pekka", "Sukunimi": "Kallioniemi", "Puhelin": "040 7654321", "Osoite": "Lammintie 3"}
    assert verdict_on(juha_pekka, {**juha_pekka, "Etunimi": initials}).together
    assert not verdict_on(juha_pekka, {**juha_pekka, "Etunimi": "M-L"}).together
