"""Addresses taken apart: the number stands before the street in some countries, behind it in others."""

import pytest

from tikissa.text.addresses import bare_street, split_street

_ABBREVIATIONS = {"k": "katu", "t": "tie"}


@pytest.mark.parametrize(
    ("written", "name", "number"),
    [
        ("Hämeenkatu 75 A 4", "hameenkatu", "75"),
        ("3. linja 5", "3linja", "5"),
        ("2746 Jefferson Ave Apt 33", "jeffersonavenue", "2746"),
        ("2 Harrison St.  near Hudson St.", "harrisonstreet", "2"),
        ("102 5th Ave. between 15th and 16th Sts.", "5thavenue", "102"),
        ("102 Fifth Ave", "5thavenue", "102"),
        ("12b High Street #4", "highstreet", "12"),
        ("Tartu mnt 5-12", "tartumnt", "5"),
    ],
)
def test_a_street_and_its_number_are_found_in_either_order(written: str, name: str, number: str) -> None:
    street = split_street(written, _ABBREVIATIONS)
    assert (street.name, street.number) == (name, number)


@pytest.mark.parametrize(
    "written", ["2414 S Albany Ave", "2414 South Albany Avenue", "2414 S. Albany", "2414 s albany av."]
)
def test_an_english_street_is_one_in_all_its_writings(written: str) -> None:
    assert bare_street(written, {}) == ("salbany", "2414", "")


def test_an_english_street_keeps_a_name_that_is_only_a_kind() -> None:
    assert bare_street("12 Broadway", {}).name == "broadway"
    assert bare_street("9 North Street", {}).name == "n"
    assert bare_street("Mäkikatu 5", {}).name == "makikatu"
