"""The register in plain words: each sentence where it is true, none where there is nothing to say."""

from hypothesis import given
from hypothesis import strategies as st

from tikissa.messages import LANGUAGES, say
from tikissa.model.register_profile import AgeClass, DuplicateCounts, Profile, Reach, WrongValues
from tikissa.presentation.plain_summary import plain_summary


def told(profile: Profile) -> list[str]:
    return [sentence.code.removeprefix("plain.") for sentence in plain_summary(profile, str)]


def test_who_is_in_it_is_told_by_what_most_are() -> None:
    assert told(Profile(rows=900, persons=899, companies=1))[0] == "persons"
    assert told(Profile(rows=900, persons=2, companies=898))[0] == "companies"
    assert told(Profile(rows=900, persons=400, companies=500))[0] == "mixed"


def test_a_register_in_shape_is_told_so_and_one_that_is_not_is_told_what_to_do_first() -> None:
    assert told(Profile(rows=10, persons=10)) == ["persons", "fine"]
    wrong = WrongValues(fixes={"email.domain_typo": 3, "phone.format": 90}, errors=3)
    shabby = Profile(
        rows=100,
        persons=100,
        ages=(AgeClass(0, 1, 40), AgeClass(3, 5, 60)),
        reachability=(Reach("email", 20, 80, 0, 0), Reach("phone", 70, 30, 0, 0), Reach("invoice", 99, 1, 0, 0)),
        out_of_reach=30,
        duplicates=DuplicateCounts(rows=12, groups=5),
        wrong_values=wrong,
    )
    assert told(shabby) == ["persons", "fresh", "reach_phone", "out_of_reach", "duplicates", "errors"]
    nobody = Profile(rows=100, persons=100, reachability=(Reach("email", 0, 0, 100, 0),))
    assert told(nobody) == ["persons", "fine"], "nobody is reached best by 0 %"
    errors = [*plain_summary(shabby, str)][-1]
    assert errors.arguments == ("email.domain_typo", "3"), "a mere way of writing is no error"


@given(st.integers(0, 10**6), st.integers(0, 10**6), st.integers(0, 10**6))
def test_every_register_can_be_told_in_every_language(persons: int, companies: int, groups: int) -> None:
    rows = persons + companies
    reached = (Reach("sms", rows // 2, rows - rows // 2, 0, 0),)
    counts = DuplicateCounts(rows=2 * groups, groups=groups)
    profile = Profile(rows=rows, persons=persons, companies=companies, reachability=reached, duplicates=counts)
    for sentence in plain_summary(profile, str):
        assert all(say(language, sentence.code, *sentence.arguments) for language in LANGUAGES)
