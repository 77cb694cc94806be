"""A register of a few rows, where every value is rare: what repeats there is not evidence by itself."""

from builders import keys, register
from tikissa.matching.match import Matching, match
from tikissa.schema.detect import detect

PEOPLE = {
    "Etunimi": ["Anna", "Anna", "Sean", "Liisa", "Pekka", "Eero", "Timo", "Ulla"],
    "Sukunimi": ["Virtanen", "Virtanen", "Byrne", "Salo", "Aho", "Laine", "Mäki", "Rinne"],
    "Katuosoite": ["Koivutie 5", "Satamakatu 88", "Rantatie 1", "Torikatu 2", "Aitatie 3", "Latotie 4", "", ""],
    "Postinumero": ["33100", "20100", "00100", "90100", "40100", "04200", "", ""],
}


def matched(columns: dict[str, list[str]]) -> Matching:
    small = register(columns)
    return match(small, detect(small), keys(len(small)))


def test_namesakes_in_two_towns_stay_apart_though_they_are_members_of_one_kind() -> None:
    kinds = ["kannattaja"] * 4 + ["aktiivi"] * 4
    assert matched({**PEOPLE, "Jäsenlaji": kinds}).clusters == ()


def test_a_name_that_stands_twice_on_each_row_counts_once() -> None:
    twice = {"billing_first_name": PEOPLE["Etunimi"], "billing_last_name": PEOPLE["Sukunimi"]}
    assert matched({**PEOPLE, **twice}).clusters == ()


def test_persons_among_companies_are_compared_as_persons() -> None:
    names = ["Kalle Korpi", "Korpi Kalle", "As Oy Suotie 6", "LVI Mäkinen Tmi", "Nordbygg Ab", "Putki Oy", "Sato Oy"]
    phones = ["0401231234", "040 1231234", "", "", "", "", ""]
    assert [cluster.records for cluster in matched({"Asiakas": names, "Puhelin": phones}).clusters] == [(0, 1)]


def test_a_difference_never_stands_among_what_speaks_for() -> None:
    movers = {
        "Nimi": ["Liisa Mäkelä", "Mäkelä Liisa", "Sean Byrne", "Pekka Aho", "Eero Laine", "Timo Mäki"],
        "Sähköposti": ["liisa@example.com", "liisa@example.com", "", "", "", ""],
        "Katuosoite": ["PL 12", "Puistokatu 9", "Rantatie 1", "Torikatu 2", "Aitatie 3", "Latotie 4"],
        "Postinumero": ["20101", "20100", "20100", "20101", "20200", "20300"],
    }
    (cluster,) = matched(movers).clusters
    assert all(weight.weight < 0 for weight in cluster.evidence if weight.level == "different")


def test_a_couple_and_one_of_the_two_are_asked_about_and_never_sure() -> None:
    couple = {
        "Nimi": ["Backman, Rolf & Siv", "Backman Rolf", "Sean Byrne", "Pekka Aho", "Eero Laine", "Timo Mäki"],
        "Sähköposti": ["rolf@example.com", "rolf@example.com", "", "", "", ""],
        "Puhelin": ["019 532 345", "019532345", "", "", "", ""],
        "Katuosoite": ["Rantatie 5", "Rantatie 5", "Rantatie 1", "Torikatu 2", "Aitatie 3", "Latotie 4"],
    }
    (cluster,) = matched(couple).clusters
    assert (cluster.records, cluster.safe) == ((0, 1), False)
