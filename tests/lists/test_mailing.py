"""A mailing list holds everybody it may, once, nobody who forbade it, and accounts for every row that stays."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as some

from builders import DECIDER, TODAY, added_row, analysis, log, merge, register, retire, surviving
from secret_writings import in_clear, secret_writings
from tikissa.lists.mailing import LeftOut, MailingList, mailing_list
from tikissa.lists.mailing_file import about_rows, mailing_rows
from tikissa.messages import LANGUAGES
from tikissa.model.analysis import Analysis
from tikissa.model.decision import Decision, RetireAction
from tikissa.model.matching import Related, Relation
from tikissa.model.permission import Channel
from tikissa.model.problems import Cancelled
from tikissa.model.progress import NoProgress
from tikissa.model.proposal import CellChange
from tikissa.model.record import RecordId
from tikissa.model.schema import Meaning
from tikissa.review.derive import derive

MEANINGS = {
    "Asiakasnro": Meaning.CUSTOMER_NUMBER,
    "Nimi": Meaning.WHOLE_NAME,
    "Puhelin": Meaning.PHONE,
    "Puhelin 2": Meaning.PHONE,
    "Sähköposti": Meaning.EMAIL,
    "Katu": Meaning.STREET,
    "Postinro": Meaning.POSTAL_CODE,
    "Kaupunki": Meaning.TOWN,
    "Osoite": Meaning.WHOLE_ADDRESS,
    "Lupa SMS": Meaning.PERMISSION,
    "Markkinointikielto": Meaning.PROHIBITION,
    "Muistiinpanot": Meaning.NOTES,
}


def _seen(**columns: Sequence[str]) -> Analysis:
    named = {name.replace("_", " "): texts for name, texts in columns.items()}
    rows = len(next(iter(named.values())))
    return analysis(
        register(named),
        merges=[merge([0, 1], [surviving("Markkinointikielto", "x", 1)])] if rows > 1 else [],
        retires=[retire(record) for record in range(rows)],
        meanings=MEANINGS,
    )


def _list(seen: Analysis, way: Channel, *decisions: Decision) -> MailingList:
    decided = log(*decisions)
    return mailing_list(derive(seen.register, seen.keys, decided), seen.schema, decided, seen.keys, way, TODAY)


def _addresses(found: MailingList) -> list[str]:
    return [", ".join(filter(None, recipient.address.shown)) for recipient in found.recipients]


@pytest.mark.parametrize(
    ("way", "written", "listed"),
    [
        (Channel.SMS, "040 123 4567", ["+358401234567"]),
        (Channel.SMS, "0400-123456", ["+358400123456"]),
        (Channel.SMS, "045 123 456", ["+35845123456"]),
        (Channel.SMS, "+358 (0)50 1234567", ["+358501234567"]),
        (Channel.SMS, "401234567", ["+358401234567"]),
        (Channel.SMS, "+46 70 123 45 67", ["+46701234567"]),
        (Channel.SMS, "09 612 3456", []),
        (Channel.SMS, "040 12", []),
        (Channel.SMS, "soita iltaisin", []),
        (Channel.PHONE, "09 612 3456", ["09 612 3456"]),
        (Channel.PHONE, "612 3456", []),
    ],
)
def test_a_number_is_listed_where_the_way_can_use_it(way: Channel, written: str, listed: list[str]) -> None:
    found = _list(_seen(Nimi=["Aino Ahola"], Puhelin=[written]), way)
    assert _addresses(found) == listed
    assert found.reachable == len(listed)


@pytest.mark.parametrize(
    ("written", "is_listed"),
    [
        ("aino.ahola@esimerkki-posti.fi", True),
        ("aino@öljymäki.fi", True),
        ("aino.ahola", False),
        ("aino@esimerkki-posti.fi; eino@esimerkki-posti.fi", True),
        ("aino@gmial.com", False),
        ("aino@example.com", False),
        ("", False),
    ],
)
def test_only_an_address_that_mail_can_reach_is_listed(written: str, is_listed: bool) -> None:
    assert bool(_list(_seen(Nimi=["Aino Ahola"], Sähköposti=[written]), Channel.EMAIL).recipients) is is_listed


def test_a_letter_finds_its_way_where_the_code_and_the_town_share_a_column_beside_the_street() -> None:
    seen = _seen(Nimi=["Aino Ahola"], Katu=["Koivutie 3"], Osoite=["00100 Helsinki"])
    assert _addresses(_list(seen, Channel.POST)) == ["Koivutie 3, 00100, Helsinki"]


def test_letters_go_to_whole_addresses_once_to_a_family_and_to_each_neighbour() -> None:
    found = _list(
        _seen(
            Nimi=["Aino Ahola", "Ahola Eino", "Liisa Lampi", "Ulla Ek", "Olli Ek"],
            Katu=["Koivutie 3", "Koivutie 3", "Koivutie 3", "Koivutie 5", ""],
            Postinro=["00100", "00100", "FI-00100", "100", ""],
            Kaupunki=["Helsinki", "Helsinki", "Helsinki", "Helsinki", ""],
            Osoite=["", "", "", "", "Mäntytie 7, 33100 Tampere"],
        ),
        Channel.POST,
    )
    assert _addresses(found) == [
        "Koivutie 3, 00100, Helsinki",
        "Koivutie 3, 00100, Helsinki",
        "Mäntytie 7, 33100, Tampere",
    ]
    assert [recipient.name for recipient in found.recipients] == ["Aino Ahola, Ahola Eino", "Liisa Lampi", "Olli Ek"]
    assert found.left_out == {LeftOut.SAME_ADDRESS: 1, LeftOut.NO_ADDRESS: 1}


SPOUSES = {"Nimi": ["Aino Ahola", "Eino Ahola"], "Puhelin": ["040 123 4567", "+358401234567"]}


def test_spouses_with_one_phone_get_one_message() -> None:
    found = _list(_seen(**SPOUSES), Channel.SMS)
    assert [recipient.name for recipient in found.recipients] == ["Aino Ahola"]
    assert found.left_out == {LeftOut.SAME_ADDRESS: 1}


def test_a_number_that_one_of_them_forbade_gets_nothing() -> None:
    found = _list(_seen(**SPOUSES, Markkinointikielto=["", "x"]), Channel.SMS)
    assert found.recipients == ()
    assert found.left_out == {LeftOut.FORBIDDEN: 2}


def test_an_archived_row_still_forbids_its_number() -> None:
    seen = _seen(**SPOUSES, Markkinointikielto=["", "x"])
    archived = DECIDER.retired_by_hand(seen.keys, [RecordId(1)], RetireAction.ARCHIVE)
    found = _list(seen, Channel.SMS, archived)
    assert (found.recipients, found.left_out) == ((), {LeftOut.FORBIDDEN: 1})


def test_the_prohibition_of_a_merged_row_holds_for_the_row_that_stays() -> None:
    seen = _seen(**SPOUSES, Markkinointikielto=["", "x"])
    assert _list(seen, Channel.SMS, DECIDER.merges(seen, seen.merges)).left_out == {LeftOut.FORBIDDEN: 1}


def test_a_row_added_from_another_file_is_on_the_list_and_its_prohibition_holds_too() -> None:
    seen = _seen(Nimi=["Aino Ahola"], Puhelin=["040 123 4567"], Markkinointikielto=[""])
    new = DECIDER.added_rows([added_row(2, {"Nimi": "Eino Ek", "Puhelin": "050 123 4567"})])
    assert [recipient.name for recipient in _list(seen, Channel.SMS, new).recipients] == ["Aino Ahola", "Eino Ek"]
    spouse = DECIDER.added_rows([added_row(2, {"Puhelin": "0401234567", "Markkinointikielto": "x"})])
    assert _list(seen, Channel.SMS, spouse).left_out == {LeftOut.FORBIDDEN: 2}


def test_a_second_number_is_used_where_the_first_is_no_mobile() -> None:
    found = _list(_seen(Nimi=["Aino Ahola"], Puhelin=["09 612 3456"], Puhelin_2=["050 123 4567"]), Channel.SMS)
    assert _addresses(found) == ["+358501234567"]


def test_who_has_died_gets_no_mail_unless_the_user_says_that_all_is_up_to_date() -> None:
    seen = _seen(Nimi=["Aino Ahola"], Puhelin=["040 123 4567"], Muistiinpanot=["kuollut 2019"])
    assert _list(seen, Channel.SMS).left_out == {LeftOut.ENDED: 1}
    current = DECIDER.retires(seen.keys, seen.retires, RetireAction.UP_TO_DATE)
    assert len(_list(seen, Channel.SMS, current).recipients) == 1


def test_a_register_without_permissions_says_that_the_owner_has_to_know() -> None:
    assert not _list(_seen(**SPOUSES), Channel.SMS).is_by_word
    assert _list(_seen(**SPOUSES), Channel.POST).is_by_word
    assert _list(_seen(**SPOUSES, Lupa_SMS=["x", ""]), Channel.SMS).is_by_word


class Stopped(NoProgress):
    """The user has asked to stop."""

    def report(self, stage: str, done: int, total: int) -> None:
        raise Cancelled


def test_a_list_that_is_no_longer_wanted_is_not_worked_out() -> None:
    seen = _seen(**SPOUSES)
    outcome = derive(seen.register, seen.keys, log())
    with pytest.raises(Cancelled):
        mailing_list(outcome, seen.schema, log(), seen.keys, Channel.SMS, TODAY, Stopped())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_file_has_what_the_mailing_needs_and_no_more(language: str) -> None:
    seen = _seen(Asiakasnro=["0011"], Nimi=["Aino Ahola"], Puhelin=["040 123 4567"], Muistiinpanot=["allergia"])
    found = _list(seen, Channel.SMS)
    headers, *rows = mailing_rows(found, language)
    assert len(set(headers)) == 3
    assert rows == [("+358401234567", "Aino Ahola", "0011")]
    assert ("asiakkaat.csv",) in about_rows(found, "asiakkaat.csv", language)


PHONES = ("", "040 123 4567", "+358401234567", "0501234567", "09 612 3456", "401234567", "x")
SAID = ("", "x", "ei", "kyllä", "kielto", "sms", "ei sähköpostia", "-", "ehkä")
_FREE_BUT = {way: ("ei sähköpostia",) for way in Channel if way is not Channel.EMAIL}
"""What forbids only another way."""

NOTES = ("", "kuollut", "ei mainoksia", "hyvä asiakas")
ROWS = some.lists(some.tuples(*map(some.sampled_from, (PHONES, PHONES, SAID, SAID, NOTES))), min_size=2, max_size=12)


@given(ROWS, some.booleans(), some.sets(some.integers(0, 11)))
def test_every_row_that_stays_is_on_the_list_or_left_out_for_a_reason(
    rows: list[tuple[str, ...]], merges: bool, archived: set[int]
) -> None:
    phones, others, allowed, forbidden, notes = zip(*rows, strict=True)
    seen = _seen(
        Nimi=[f"Aino Ahola{'n' * place}" for place in range(len(rows))],
        Puhelin=phones,
        Puhelin_2=others,
        Lupa_SMS=allowed,
        Markkinointikielto=forbidden,
        Muistiinpanot=notes,
    )
    leaving = [RecordId(record) for record in sorted(archived) if record < len(rows)]
    decided = [DECIDER.retired_by_hand(seen.keys, leaving, RetireAction.ARCHIVE)]
    if merges:
        decided.append(DECIDER.merges(seen, seen.merges))
    outcome = derive(seen.register, seen.keys, log(*decided))
    for way in Channel:
        found = _list(seen, way, *decided)
        assert len(found.recipients) + sum(found.left_out.values()) == outcome.kept
        on_it = {outcome.text(RecordId(row), "Markkinointikielto") for row, _ in found.taken}
        assert on_it <= {"", "ei", "-", *(("sms",) if way is not Channel.SMS else ()), *_FREE_BUT.get(way, ())}
        keys = [recipient.address.key for recipient in found.recipients]
        assert len(set(keys)) == len(keys)
    sent_to = {recipient.address.key for recipient in _list(seen, Channel.SMS, *decided).recipients}
    for record in range(len(rows)):
        says_no = outcome.text(RecordId(record), "Markkinointikielto") in ("x", "kyllä", "kielto", "ehkä", "sms")
        if says_no and RecordId(record) not in {merged for merged in outcome.leaving if outcome.leaving[merged].into}:
            numbers = {outcome.text(RecordId(record), column) for column in ("Puhelin", "Puhelin 2")}
            assert not (numbers & {"040 123 4567", "+358401234567", "401234567"} and "+358401234567" in sent_to)
            assert not ("0501234567" in numbers and "+358501234567" in sent_to)


def test_beside_the_list_stands_why_the_others_are_not_on_it() -> None:
    found = _list(
        _seen(Nimi=["Aino Ahola", "Eino Ek"], Puhelin=["", "040 123 4567"], Markkinointikielto=["", "x"]), Channel.SMS
    )
    told = [words for (words,) in about_rows(found, "asiakkaat.csv", "fi")]
    assert {"ei matkapuhelinnumeroa 1", "kielto 1"} <= set(told)


def test_one_letter_goes_to_who_lives_together_whatever_their_surnames_addressed_to_both() -> None:
    found = _list(
        _seen(
            Nimi=["Eila Korhonen", "Pekka Nieminen"],
            Katu=["Mäkitie 4 B 12"] * 2,
            Postinro=["00420"] * 2,
            Kaupunki=["Helsinki"] * 2,
        ),
        Channel.POST,
    )
    assert [recipient.name for recipient in found.recipients] == ["Eila Korhonen, Pekka Nieminen"]


def test_those_known_to_live_together_in_a_house_of_their_own_get_one_letter() -> None:
    seen = _seen(
        Nimi=["Eila Korhonen", "Pekka Nieminen", "Ulla Ek"],
        Katu=["Koivutie 3"] * 3,
        Postinro=["00420"] * 3,
        Kaupunki=["Helsinki"] * 3,
    )
    related = [Related((RecordId(0), RecordId(1)), Relation.HOUSEHOLD)]
    outcome = derive(seen.register, seen.keys, log())
    found = mailing_list(outcome, seen.schema, log(), seen.keys, Channel.POST, TODAY, related=related)
    assert [recipient.name for recipient in found.recipients] == ["Eila Korhonen, Pekka Nieminen", "Ulla Ek"]


@pytest.mark.parametrize("street", ["c/o Edunvalvontatoimisto, PL 12", "PL 12", "c/o Toimisto Oy, Katu 3"])
def test_an_office_that_takes_mail_for_many_is_no_home_even_for_people_of_one_name(street: str) -> None:
    found = _list(
        _seen(Nimi=["Veikko Salmi", "Veijo Salmi"], Katu=[street] * 2, Postinro=["00531"] * 2, Kaupunki=["Turku"] * 2),
        Channel.POST,
    )
    assert len(found.recipients) == 2


def test_an_opt_out_the_user_took_off_after_a_merge_keeps_nobody_at_that_number_off_the_list() -> None:
    seen = _seen(
        Nimi=["Aino Ahola", "Aino Ahola", "Eino Ahola"],
        Puhelin=["040 123 4567", "040 765 4321", "040 765 4321"],
        Markkinointikielto=["", "x", ""],
    )
    merged = DECIDER.merges(seen, seen.merges)
    taken_off = DECIDER.edited_cells(seen.keys, [(RecordId(0), CellChange("Markkinointikielto", "x", ""))])
    assert _addresses(_list(seen, Channel.SMS, merged)) == []
    assert _addresses(_list(seen, Channel.SMS, merged, taken_off)) == ["+358401234567", "+358407654321"]


def test_a_secret_number_beside_a_street_is_not_in_the_file_for_the_post() -> None:
    secrets = list(secret_writings(5))
    streets = [f"Koivutie {number} {secret}" for number, secret in enumerate(secrets, 1)]
    names = ["Aino Aalto", "Eino Eerola", "Iida Ilola", "Oiva Ojala", "Unto Uotila"]
    seen = _seen(Nimi=names, Katu=streets, Postinro=["00100"] * 5, Kaupunki=["Helsinki"] * 5)
    written = mailing_rows(_list(seen, Channel.POST), "fi")
    assert len(written) > 1
    assert in_clear(str(written), secrets) == []


def test_a_family_gets_one_letter_though_one_of_its_rows_names_the_country() -> None:
    built = register(
        {
            "Nimi": ["Aino Aalto", "Eino Aalto"],
            "Katu": ["Koivutie 1", "Koivutie 1"],
            "Postinro": ["00100", "00100"],
            "Kaupunki": ["Helsinki", "Helsinki"],
            "Maa": ["Suomi", ""],
        }
    )
    seen = analysis(built, meanings={**MEANINGS, "Maa": Meaning.COUNTRY})
    assert len(_list(seen, Channel.POST).recipients) == 1
