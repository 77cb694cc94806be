"""What leaves no doubt: what a person keeps for life, many witnesses, and groups that safe pairs hold together."""

from builders import keys, register
from matching.conftest import crowd
from tikissa.matching.match import match
from tikissa.model.matching import Cluster
from tikissa.schema.detect import detect

MARI = {
    "Sukunimi": "Kontio", "Etunimi": "Mari", "Henkilötunnus": "131052-919X", "Syntymäaika": "13.10.1952",
    "Osoite": "Lammintie 3", "Postinro": "33100", "Postitmp": "Tampere", "Puhelin": "040 7654321",
    "Sähköposti": "mari@example.fi", "Erä": "a",
}  # fmt: skip


def cluster_of(*rows: dict[str, str]) -> Cluster | None:
    """Return the cluster that holds all the rows, found in a crowd of which some stand twice with one Erä."""
    born = (f"{place % 28 + 1}.{place % 12 + 1}.{1940 + place % 60}" for place in range(1000))
    others = [
        {"Henkilötunnus": "", **row, "Syntymäaika": day, "Erä": str(place)}
        for place, (row, day) in enumerate(zip(crowd(240), born, strict=False))
    ]
    everyone = [*rows, *others, *others[:60]]
    made = register({column: [row.get(column, "") for row in everyone] for column in MARI})
    found = match(made, detect(made), keys(len(everyone)))
    wanted = set(range(len(rows)))
    return next((cluster for cluster in found.clusters if wanted <= set(cluster.records)), None)


def is_safe(*changes: dict[str, str]) -> bool:
    found = cluster_of(MARI, *(MARI | change for change in changes))
    return found is not None and found.safe


def test_another_surname_is_safe_with_the_identity_code_and_given_name_and_with_nothing_less() -> None:
    assert is_safe({"Sukunimi": "Harju", "Puhelin": ""})
    assert not is_safe({"Sukunimi": "Harju", "Puhelin": "", "Henkilötunnus": ""})
    assert not is_safe({"Etunimi": "Paavo", "Sukunimi": "Harju"})


def test_a_surname_that_is_missing_or_quite_mistyped_is_safe_where_a_birth_date_and_more_agree() -> None:
    assert is_safe({"Sukunimi": "Knotioo", "Henkilötunnus": ""})
    assert is_safe({"Sukunimi": "", "Henkilötunnus": ""})
    assert not is_safe({"Sukunimi": "Knotioo", "Henkilötunnus": "", "Syntymäaika": "", "Sähköposti": ""})


def test_an_unknown_column_that_differs_leaves_a_doubt_even_beside_a_birth_date_of_ones_own() -> None:
    assert not is_safe({"Erä": "qqqq", "Henkilötunnus": ""})
    assert not is_safe({"Erä": "qqqq", "Henkilötunnus": "", "Syntymäaika": ""})


def test_a_group_is_safe_where_safe_pairs_alone_hold_it_together() -> None:
    """The first and the third row have little in common; the second has all of both."""
    first, third = {"Sähköposti": "", "Henkilötunnus": "", "Syntymäaika": ""}, {"Puhelin": "", "Osoite": ""}
    found = cluster_of(MARI | first, MARI, MARI | third)
    assert found is not None
    assert found.safe
