"""Persons and companies in one column of names: a company is one also where its legal form was left out."""

from random import Random

from builders import keys, register
from tikissa.matching.match import Matching, match
from tikissa.matching.preparing.whole_names import only_companies, only_persons
from tikissa.model.register import ColumnCells
from tikissa.schema.detect import detect

PERSONS = [
    f"{given} {surname}"
    for given in ("Matti", "Liisa", "Kari", "Anna", "Pekka", "Leena", "Timo", "Eeva", "Jaana", "Olli")
    for surname in ("Virtanen", "Korhonen", "Laine", "Aho", "Salo", "Heikkinen", "Niemi", "Mäkelä")
]
COMPANIES = ["Parturi-kampaamo Hiusparatiisi Oy", "Hiusparatiisi", "Kukka ja Korte", "Kukka ja Korte Ky"]
BESIDE = ["Rakennus Heikkinen Oy", "Heikkinen", "Matti Virtanen Tmi"]


def test_a_name_that_stands_elsewhere_with_a_legal_form_is_a_companys_unless_it_is_a_persons() -> None:
    cells = ColumnCells.of([*PERSONS, *COMPANIES, *BESIDE])
    companies = {text for text in only_companies(cells).texts if text}
    assert companies == {*COMPANIES, "Rakennus Heikkinen Oy", "Matti Virtanen Tmi"}
    assert {text for text in only_persons(cells).texts if text} == {*PERSONS, "Heikkinen"}


def matched(*rows: tuple[str, str, str]) -> Matching:
    random = Random(2)
    others = [
        (name, f"040 {random.randrange(10**6, 10**7)}", f"Rantatie {place + 1}") for place, name in enumerate(PERSONS)
    ]
    names, phones, streets = zip(*rows, *others, strict=True)
    made = register({"Nimi": names, "Puhelin": phones, "Osoite": streets})
    return match(made, detect(made), keys(len(names)))


def test_a_company_without_its_form_among_persons_is_the_company() -> None:
    there = ("040 7654321", "Torikatu 3")
    said = [cluster.records for cluster in matched((COMPANIES[0], *there), (COMPANIES[1], *there)).clusters]
    assert said == [(0, 1)]
    assert not matched(("Rakennus Heikkinen Oy", *there), ("Heikkinen", *there)).clusters
