"""Who may be contacted how: the strictest word in the register holds, and a missing permission is none."""

import pytest

from builders import TODAY, analysis, log, register
from tikissa.lists.marketing_permissions import permissions
from tikissa.model.permission import Channel
from tikissa.model.schema import Meaning
from tikissa.profiling.facts import facts
from tikissa.profiling.views import Found
from tikissa.review.derive import derive
from tikissa.schema.detect import detect

LETTERS = {"s": Channel.SMS, "e": Channel.EMAIL, "p": Channel.POST, "c": Channel.PHONE}
LOOKS = {
    "Nimi": Meaning.WHOLE_NAME,
    "Yritys": Meaning.COMPANY,
    "Muistiinpanot": Meaning.NOTES,
    "Toivottu tapa": Meaning.PREFERRED_CHANNEL,
}


REACHED = {"Puh": "040 123 4567", "Sposti": "aino@posti.fi", "Osoite": "Koivutie 1, 00100 Helsinki"}
DETAILS = {"Puh": Meaning.PHONE, "Sposti": Meaning.EMAIL, "Osoite": Meaning.WHOLE_ADDRESS}


def _meaning(header: str) -> Meaning:
    return LOOKS.get(header) or (Meaning.PROHIBITION if "kielto" in header.casefold() else Meaning.PERMISSION)


def _open_ways(**cells: str) -> str:
    """Return the letters of the ways in which the one customer of a register may be contacted."""
    columns = {name.replace("_", " "): text for name, text in cells.items()}
    built = register({name: [text] for name, text in columns.items()})
    seen = analysis(built, meanings={name: _meaning(name) for name in columns})
    outcome = derive(built, seen.keys, log())
    said = {letter: permissions(outcome, seen.schema, way, TODAY) for letter, way in LETTERS.items()}
    return "".join(letter for letter, of in said.items() if not of.forbidden[0] and (of.allowed[0] or not of.needed[0]))


SAID = (
    ({"Markkinointilupa": "x"}, "sepc"),
    ({"Markkinointilupa": ""}, "pc"),
    ({"Markkinointilupa": "3.5.2020"}, "sepc"),
    ({"Markkinointilupa": "kysytään"}, "pc"),
    ({"Markkinointilupa": "ei"}, ""),
    ({"Markkinointilupa": "sähköposti"}, "epc"),
    ({"Markkinointilupa": "vain sähköposti"}, "e"),
    ({"Markkinointilupa": "kyllä", "Lupa_SMS": "ei"}, "epc"),
    ({"Markkinointilupa": "ei", "Lupa_SMS": "kyllä"}, ""),
    ({"Markkinointilupa": "kyllä", "Lupa_SMS": ""}, "epc"),
    ({"Lupa_SMS": "x"}, "sepc"),
    ({"Lupa_SMS": ""}, "epc"),
    ({"Markkinointikielto": ""}, "sepc"),
    ({"Markkinointikielto": "ei"}, "sepc"),
    ({"Markkinointikielto": "-"}, "sepc"),
    ({"Markkinointikielto": "x"}, ""),
    ({"Markkinointikielto": "kielto"}, ""),
    ({"Markkinointikielto": "kielletty 3.5.2020"}, ""),
    ({"Markkinointikielto": "ei sähköpostia"}, "spc"),
    ({"Puhelinkielto": "x"}, "sep"),
    ({"Puhelinkielto": "x", "Markkinointilupa": "x"}, "sep"),
    ({"Muistiinpanot": "Ei halua mainoksia"}, ""),
    ({"Muistiinpanot": "markkinointikielto pyydetty 2021"}, ""),
    ({"Muistiinpanot": "turvakielto"}, ""),
    ({"Muistiinpanot": "Käy joka kuukausi, ei allergioita"}, "sepc"),
    ({"Toivottu_tapa": "ei tekstiviestejä"}, "epc"),
    ({"Toivottu_tapa": "puhelin"}, "sepc"),
)


@pytest.mark.parametrize(("cells", "ways"), SAID)
def test_what_the_register_says_of_a_private_person(cells: dict[str, str], ways: str) -> None:
    assert _open_ways(Nimi="Aino Ahola", **cells) == ways


@pytest.mark.parametrize(("cells", "ways"), SAID)
def test_the_state_page_counts_as_open_the_ways_the_lists_take(cells: dict[str, str], ways: str) -> None:
    columns = {name.replace("_", " "): text for name, text in cells.items()}
    seen = analysis(
        register({"Nimi": ["Aino Ahola"], **{name: [text] for name, text in (columns | REACHED).items()}}),
        meanings={name: _meaning(name) for name in columns} | DETAILS,
    )
    held = facts(Found(seen.register, seen.schema, seen.settings))
    assert "".join(letter for letter, way in LETTERS.items() if held[f"reachability/{way}/reached"][0]) == ways


@pytest.mark.parametrize(
    ("company", "ways"), [("Esimerkki Oy", "sepc"), ("Kampaamo Ahola Tmi", "pc"), ("T:mi Ahola", "pc")]
)
def test_a_company_needs_no_permission_and_a_sole_trader_does_as_a_person(company: str, ways: str) -> None:
    assert _open_ways(Yritys=company, Markkinointilupa="") == ways


def test_a_column_that_may_hold_prohibitions_allows_nothing_before_the_user_has_said() -> None:
    built = register({"Nimi": ["Aino Ahola"] * 3, "Lupa": ["x", "", "x"]})
    schema = detect(built)
    assert [entry.column for entry in schema.unsure] == ["Lupa"]
    outcome = derive(built, analysis(built).keys, log())
    assert not permissions(outcome, schema, Channel.SMS, TODAY).allowed.any()


def test_a_company_may_forbid_too() -> None:
    assert _open_ways(Yritys="Esimerkki Oy", Markkinointilupa="ei") == ""
