"""The facts of the state page, read out of what an analysis tells."""

from tikissa.model.analysis import JsonValue
from tikissa.presentation.register_state import AgeClass, Decay, Reach, state_of


def test_a_profile_that_tells_nothing_gives_an_empty_page() -> None:
    state = state_of({})
    assert (state.duplicate_groups, state.errors, state.out_of_reach) == (0, 0, 0)
    assert (state.reach, state.ages, state.decay) == ((), (), ())


def test_each_way_tells_whom_it_reaches_and_why_not_the_others() -> None:
    email: JsonValue = {"reached": 5, "unknown": 2, "not_allowed": 1, "wrong": 3}
    assert state_of({"reachability": {"email": email}}).reach == (Reach("email", 5, 2, 1, 3),)


def test_ages_come_youngest_first_and_the_unknown_last() -> None:
    years: JsonValue = {"10-200": 1, "0-1": 4, "5-10": 2}
    ages = state_of({"age": {"years": years, "unknown": 7}}).ages
    assert ages == (AgeClass(0, 1, 4), AgeClass(5, 10, 2), AgeClass(10, 200, 1), AgeClass(None, None, 7))


def test_a_source_of_two_figures_is_named_once() -> None:
    rates: JsonValue = [{"source": "Asiakastieto 2021"}, {"source": "Asiakastieto 2021; PRH 2016"}]
    today: JsonValue = {"low": 1, "likely": 2, "high": 3}
    decay: JsonValue = {"addresses": {"rows": 9, "today": today, "rates": rates}, "phones": {"rows": 0}}
    assert state_of({"decay": decay}).decay == (Decay("addresses", 9, 2, 1, 3, ("Asiakastieto 2021", "PRH 2016")),)
