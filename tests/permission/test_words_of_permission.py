"""What a mark in a permission column says, and which ways of contact its header speaks of."""

import pytest

from tikissa.model.permission import NONE, Channel
from tikissa.permission.notes import objection, said_in_words
from tikissa.permission.permission_cells import is_marked as forbids
from tikissa.permission.permission_cells import says_yes
from tikissa.permission.permission_headers import sense_of
from tikissa.permission.phrases import channels_in


@pytest.mark.parametrize("text", ["x", "X", "Kyllä", "k", "1", "on", "Saa lähettää", "ja", "Yes", "jah", "lupa 2020"])
def test_yes_in_many_writings(text: str) -> None:
    assert says_yes(text) is True


@pytest.mark.parametrize(
    "text", ["ei", "E", "0", "KIELTO", "ei saa soittaa", "kieltänyt", "nej", "No", "NEVER_SUBSCRIBED", "opt-out"]
)
def test_no_in_many_writings(text: str) -> None:
    assert says_yes(text) is False


@pytest.mark.parametrize("text", ["", "-", "2", "kysytään", "?"])
def test_what_is_not_understood_is_neither(text: str) -> None:
    assert says_yes(text) is None


@pytest.mark.parametrize("text", ["x", "kielto", "Kielletty", "ei saa soittaa", "3.5.2020", "kyllä", "?"])
def test_whatever_is_no_plain_no_forbids_in_an_opt_out_column(text: str) -> None:
    assert forbids(text)


@pytest.mark.parametrize("text", ["", "Ei", "0", "-", "nej", "ei kieltoa"])
def test_a_plain_no_in_an_opt_out_column_forbids_nothing(text: str) -> None:
    assert not forbids(text)


def test_a_text_may_name_ways_of_contact() -> None:
    assert channels_in("sähköposti, sms") == {Channel.EMAIL, Channel.SMS}
    assert channels_in("x") == NONE


@pytest.mark.parametrize(
    ("header", "channels"),
    [
        ("Sähköpostilupa", [Channel.EMAIL]),
        ("S-postilupa", [Channel.EMAIL]),
        ("SMS-lupa", [Channel.SMS]),
        ("Puhelinkielto", [Channel.PHONE]),
        ("Postituslupa", [Channel.POST]),
        ("Uutiskirje", [Channel.EMAIL]),
        ("E-postförbud", [Channel.EMAIL]),
        ("Lupa sähköposti / sms", [Channel.EMAIL, Channel.SMS]),
        ("Markkinointilupa", list(Channel)),
        ("Suoramarkkinointikielto", list(Channel)),
    ],
)
def test_a_header_names_its_ways_of_contact_or_means_all(header: str, channels: list[Channel]) -> None:
    sense = sense_of(header)
    assert sense is not None
    assert sense.channels == set(channels)


@pytest.mark.parametrize("text", ["opt-in 8.8.2020", "Subscribed", "8.8.2020", "2020-08-08 10:00"])
def test_the_day_or_the_act_of_saying_yes_is_a_yes(text: str) -> None:
    assert says_yes(text) is True


@pytest.mark.parametrize("text", ["opt-out 8.8.2020", "unsubscribed 2022", "kielto 8.8.2020"])
def test_the_day_of_saying_no_is_a_no(text: str) -> None:
    assert says_yes(text) is False


@pytest.mark.parametrize(
    ("note", "channels"),
    [
        ("Vill ej ha e-post", [Channel.EMAIL]),
        ("önskar inte brev, bara telefon", [Channel.POST, Channel.EMAIL, Channel.SMS]),
        ("vill inte ha sms", [Channel.SMS]),
        ("Får ej ringas", [Channel.PHONE]),
        ("hana EI SAA SOITTAA", [Channel.PHONE]),
        ("ei halua sähköpostia", [Channel.EMAIL]),
        ("Doesn't want emails", [Channel.EMAIL]),
        ("Inga utskick, tack", list(Channel)),
        ("don't contact", list(Channel)),
    ],
)
def test_a_note_says_which_way_the_customer_does_not_want_to_be_contacted(note: str, channels: list[Channel]) -> None:
    assert said_in_words(note).forbidden == set(channels)
    assert objection(note)


@pytest.mark.parametrize("note", ["ej e-post", "ei sähköpostia", "inget sms-kort", "no email yet", "vill ha reklam"])
def test_a_note_that_something_is_not_there_forbids_nothing(note: str) -> None:
    assert not objection(note)


@pytest.mark.parametrize(
    ("plain", "noted"),
    [
        ("Lupa", "Lupatieto"),
        ("Markkinointilupa", "Markkinointilupatiedot"),
        ("Suostumus", "Suostumusmerkintä"),
        ("Esto", "Estotieto"),
        ("Samtycke", "Samtyckesuppgift"),
        ("Consent", "Consentflag"),
    ],
)
def test_a_word_that_only_says_that_something_is_noted_changes_nothing(plain: str, noted: str) -> None:
    assert sense_of(noted) is not None
    assert sense_of(noted) == sense_of(plain)


@pytest.mark.parametrize(
    "header", ["Lisätieto", "Asiakastiedot", "Tuotekoodi", "Postikoodi", "Yhteystiedot", "Ajolupatieto"]
)
def test_what_else_is_noted_of_a_customer_is_no_permission(header: str) -> None:
    assert sense_of(header) is None
