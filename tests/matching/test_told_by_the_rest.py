"""What one row leaves open and the rest of both rows tells: initials, private customers, numbered companies."""

from collections.abc import Sequence

import pytest

from builders import register
from matching.conftest import Row, crowd
from matching.test_told_apart import FIRMS, group_of, matched, named
from tikissa.matching.preparing.features import fields_of
from tikissa.model.matching import Relation
from tikissa.schema.detect import detect

HOME = {
    "Sukunimi": "Rinne", "Osoite": "Harjukatu 2", "Postinro": "15100", "Postitmp": "Lahti", "Puhelin": "040 2223344"
}  # fmt: skip


def is_safe(rows: Sequence[Row], others: Sequence[Row] | None = None) -> bool:
    found = group_of(rows, crowd(60) if others is None else others)
    return found is not None and found.safe


def test_an_initial_is_safe_where_the_shared_address_spells_the_name_and_not_where_it_does_not() -> None:
    spelt, cut = "kaarina.rinne@posti.example", "k.rinne@posti.example"
    assert is_safe(named("Kaarina", "K.", **HOME, Sähköposti=spelt))
    assert not is_safe(named("Kaarina", "K.", **HOME, Sähköposti=cut))


def test_an_initial_of_two_in_one_home_is_nobodys_for_sure() -> None:
    found = group_of(named("Kaarina", "Kalevi", "K.", **HOME, Sähköposti="rinteet@posti.example"))
    assert found is None or not (found.safe or found.nearly_sure)


def test_a_row_of_nothing_but_name_and_phone_is_safe_where_the_rest_is_missing_and_not_where_it_differs() -> None:
    bare = HOME | {"Osoite": "", "Postinro": "", "Postitmp": ""}
    assert is_safe([HOME | {"Etunimi": "Kaarina"}, bare | {"Etunimi": "Kaarina"}])
    moved = {"Osoite": "Purotie 8", "Sähköposti": "kaarina@posti.example"}
    other = {"Sähköposti": "kaarinarinne@toinen.example"}
    assert not is_safe([HOME | {"Etunimi": "Kaarina"} | other, HOME | {"Etunimi": "Kaarina"} | moved])


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("As Oy Lepola A", "As Oy Lepola B"),
        ("As Oy Lepola I", "As Oy Lepola II"),
        ("Rinteen Putki 1 Oy", "Rinteen Putki 2 Oy"),
        ("Hof Lepola e.K.", "Hof Lepola GmbH"),
        ("Lepola V.O.F.", "Lepola B.V."),
        ("Lepola Sp. j.", "Lepola Sp. z o.o."),
        ("Lepola S. Coop.", "Lepola S.L."),
    ],
)
def test_companies_told_apart_by_a_letter_a_number_or_a_form_are_neither_safe_nor_nearly_so(
    first: str, second: str
) -> None:
    rest = {"Osoite": "Purotie 4", "Puhelin": "09 7654321", "Sähköposti": "toimisto@lepola.example"}
    found = group_of([{"Yritys": first, **rest}, {"Yritys": second, **rest}], FIRMS)
    assert found is None or not (found.safe or found.nearly_sure)


def test_a_private_customer_is_not_the_firm_of_the_same_name_without_asking() -> None:
    named_too = zip(FIRMS, crowd(15), strict=True)
    firms = [firm | {"Etunimi": row["Etunimi"], "Sukunimi": row["Sukunimi"]} for firm, row in named_too]
    person = HOME | {"Etunimi": "Kaarina", "Sähköposti": "kaarina.rinne@posti.example"}
    assert is_safe([person | {"Yritys": "Kaarina Rinne Oy"}, person | {"Yritys": "KAARINA RINNE OY"}], firms)
    assert not is_safe([person | {"Yritys": "Kaarina Rinne Oy"}, person], firms)


def test_branches_are_never_safe_through_a_row_without_a_street() -> None:
    firm = {"Yritys": "Rinteen Kivi Oy", "Puhelin": "09 7654321", "Sähköposti": "toimisto@rinteenkivi.example"}
    branches = [firm | {"Osoite": "Purotie 4"}, firm | {"Osoite": ""}, firm | {"Osoite": "Satamakatu 9"}]
    assert not is_safe(branches, FIRMS)


def test_a_street_of_one_name_and_number_in_another_town_is_another_street() -> None:
    people = named("Kaarina", "Kaarina", **HOME | {"Puhelin": ""})
    elsewhere = [people[0], people[1] | {"Postinro": "90100", "Postitmp": "Oulu"}]
    assert group_of(people) is not None
    assert group_of(elsewhere) is None


@pytest.mark.parametrize("header", ["Potilas", "Jäsen nro 2", "Asiakasnro"])
def test_names_under_a_header_short_for_a_number_are_no_numbers(header: str) -> None:
    kinds = ("Rekku", "Musti", "Halla", "Tessu")
    crowded = [row | {header: kinds[place % 4]} for place, row in enumerate(crowd(60))]
    person = HOME | {"Etunimi": "Kaarina", "Sähköposti": "kaarina.rinne@posti.example"}
    assert not is_safe([person | {header: "Rekku"}, person | {header: "Musti"}], crowded)
    assert is_safe([person | {header: "Rekku"}, person | {header: "REKKU"}], crowded)


def test_brother_and_sister_stay_apart_though_a_third_row_has_the_initial_of_both() -> None:
    siblings = named("Kaarina", "Kalevi", "K.", **HOME, Syntynyt="10.12.1999")
    found = group_of(siblings)
    assert found is None or len(found.records) == 2


def test_names_in_each_others_columns_are_asked_however_much_else_agrees() -> None:
    person = HOME | {"Etunimi": "Kaarina", "Sähköposti": "kaarina.rinne@posti.example"}
    found = group_of([person, person | {"Etunimi": "Rinne", "Sukunimi": "Kaarina"}])
    assert found is not None
    assert not found.safe


def test_two_firms_of_one_owner_are_related_and_the_many_clients_of_one_manager_are_not() -> None:
    owner = HOME | {"Etunimi": "Kaarina", "Sähköposti": "kaarina.rinne@posti.example"}
    firms = [owner | {"Yritys": f"Rinteen {trade} Oy"} for trade in ("Rakennus", "Kiinteistöt")]
    found, first = matched(firms, FIRMS)
    assert {(Relation.CONTACT_PERSON, (first, first + 1))} == {
        (group.relation, group.records) for group in found.related if first in group.records
    }
    clients = [
        owner | {"Yritys": f"As Oy Lepolan {tree}"} for tree in ("Koivu", "Mänty", "Kuusi", "Leppä", "Haapa", "Paju")
    ]
    found, first = matched(clients, FIRMS)
    assert not any(group.relation is Relation.CONTACT_PERSON for group in found.related)


def test_a_name_of_one_word_in_a_whole_name_and_a_part_is_told_once() -> None:
    people = [row | {"Koko nimi": f"{row['Etunimi']} {row['Sukunimi']}"} for row in crowd(60)]
    people += [
        {"Koko nimi": "Aino Salo"},
        {"Koko nimi": "Virtanen", "Etunimi": "Virtanen"},
        {"Koko nimi": "Matti", "Etunimi": "Matti"},
    ]
    made = register({name: [row.get(name, "") for row in people] for name in ("Koko nimi", "Etunimi", "Sukunimi")})
    fields = fields_of(made, detect(made))
    given, surname = (fields[name].codes[0][-2:].tolist() for name in ("given_name", "surname"))
    assert [code >= 0 for code in given] == [False, True]
    assert [code >= 0 for code in surname] == [True, False]
