"""Who is one customer in another writing, and who is another however much is shared: twins, tax groups, branches."""

from collections.abc import Mapping, Sequence

import pytest

from builders import keys, register
from matching.conftest import crowd
from tikissa.matching.match import Matching, match
from tikissa.model.matching import Cluster, Relation
from tikissa.schema.detect import detect

PEOPLE = crowd(60)
FIRMS = [
    {"Yritys": f"{name} {trade} Oy", "Osoite": f"Torikatu {place}", "Puhelin": f"09 {6100000 + 37 * place}"}
    for place, (name, trade) in enumerate(
        (name, trade)
        for name in ("Aallon", "Kosken", "Rinteen", "Salon", "Tammen")
        for trade in ("Putki", "Sähkö", "Maali")
    )
]

Row = Mapping[str, str]


def matched(rows: Sequence[Row], others: Sequence[Row]) -> tuple[Matching, int]:
    everyone = [*others, *rows]
    columns = dict.fromkeys(name for row in everyone for name in row)
    made = register({name: [row.get(name, "") for row in everyone] for name in columns})
    return match(made, detect(made), keys(len(everyone))), len(others)


def group_of(rows: Sequence[Row], others: Sequence[Row] = PEOPLE) -> Cluster | None:
    found, first = matched(rows, others)
    return next((cluster for cluster in found.clusters if first in cluster.records), None)


def named(*names: str, **more: str) -> list[Row]:
    home = {"Sukunimi": "Rinne", "Osoite": "Harjukatu 2", "Postinro": "15100", "Puhelin": "040 2223344"}
    return [{**home, **more, "Etunimi": name} for name in names]


@pytest.mark.parametrize(
    "twins", [("Anna", "Anni"), ("Hanna", "Hanni"), ("Sanna", "Sanni"), ("Elias", "Eliel"), ("Liam", "Lian")]
)
def test_twins_with_names_alike_are_neither_safe_nor_nearly_so(twins: tuple[str, str]) -> None:
    found = group_of(named(*twins, Syntynyt="4.5.2012"))
    assert found is None or not (found.safe or found.nearly_sure)


@pytest.mark.parametrize(
    "forms",
    [
        ("William", "Bill"), ("Aleksandr", "Alexander"), ("Vesku", "Vesa"), ("Sergei", "Sergey"),
        ("Elizabeth", "Betty"),
        ("Henrik", "Heikki"), ("Yulia", "Julia"), ("Niina", "Nina"), ("Michael", "Mike"),
    ],
)  # fmt: skip
def test_forms_of_one_name_are_asked_and_not_hidden_as_a_household(forms: tuple[str, str]) -> None:
    found = group_of(named(*forms, Sähköposti="rinne@posti.example"))
    assert found is not None
    assert not found.safe


def test_a_name_parted_otherwise_is_the_same_name() -> None:
    shared = {"Osoite": "Opintie 3", "Puhelin": "044 9012233", "Sähköposti": "lan@posti.example"}
    rows = [
        {"Etunimi": "Nguyen", "Sukunimi": "Thi Lan", **shared},
        {"Etunimi": "Lan", "Sukunimi": "Nguyen Thi", **shared},
    ]
    assert group_of(rows) is not None


def test_a_father_and_his_son_of_one_name_belong_together() -> None:
    rows = [
        row | {"Syntynyt": born}
        for row, born in zip(named("Juhani", "Juhani"), ("12.3.1961", "25.4.1991"), strict=True)
    ]
    found, first = matched(rows, PEOPLE)
    assert not [cluster for cluster in found.clusters if first in cluster.records]
    assert [related.relation for related in found.related if first in related.records] == [Relation.HOUSEHOLD]


def test_two_business_ids_never_meet_in_one_group_though_a_row_without_one_stands_between() -> None:
    home = {"Osoite": "Kotikatu 3", "Puhelin": "02 2775000"}
    names = (("Aallonmäki", "0198765-2"), ("Aallonranta", "2034567-1"), ("Aallonmäki", ""))
    rows = [{"Yritys": f"Asunto Oy {name}", "Y-tunnus": number, **home} for name, number in names]
    found = group_of(rows, FIRMS)
    assert found is not None
    assert [record - len(FIRMS) for record in found.records] == [0, 2]


def test_the_members_of_a_tax_group_belong_together_and_are_no_one_customer() -> None:
    home = {"Osoite": "Satamakatu 2", "Puhelin": "010 2231000", "ALV-tunnus": "FI29876540"}
    rows = [{"Yritys": f"Kide {trade} Oy", **home} for trade in ("Kiinteistöt", "Hoiva", "Ravintolat")]
    found, first = matched(rows, FIRMS)
    assert not [cluster for cluster in found.clusters if first in cluster.records]
    assert [related.relation for related in found.related if first in related.records] == [Relation.BRANCH]


@pytest.mark.parametrize(
    ("whole", "short"),
    [
        ("Pohjanmaan Sähkö ja Automaatio Oy", "PSA Oy"),
        ("Aurora Engineering Ltd", "Aurora Eng. Ltd"),
        ("Northern Plastics Inc", "Nthn Plastics Inc"),
        ("Global Industries", "GlobalInd"),
        ("Lindqvist and Sons Corporation", "Lindqvist & Sons Corp"),
        ("Harbour Packaging Ltd", "Packaging, Harbour Limited"),
    ],
)
def test_a_company_is_known_by_initials_and_shortened_names_at_one_place(whole: str, short: str) -> None:
    home = {"Osoite": "Teollisuustie 4", "Verkkosivut": "www.aurora.example"}
    rows = [{"Yritys": whole, **home, "Puhelin": "06 1234567"}, {"Yritys": short, **home, "Puhelin": "050 7654321"}]
    found = group_of(rows, FIRMS)
    assert found is not None
    assert not found.safe
