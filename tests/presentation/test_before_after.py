"""What cleaning has changed is counted from what was decided, and nothing is better where nothing was."""

from dataclasses import replace
from datetime import UTC, datetime

from builders import analysis, fix, merge, register, retire
from tikissa.model.analysis import Analysis
from tikissa.model.decision import DecisionLog
from tikissa.model.schema import Meaning
from tikissa.model.trend import Measure
from tikissa.presentation.before_after import before_and_after
from tikissa.profiling.profile import profile
from tikissa.profiling.views import Found
from tikissa.review.decisions import Decider
from tikissa.review.review import Review
from tikissa.rules import is_error

DECIDER = Decider(datetime(2026, 12, 1, tzinfo=UTC), "user")
MEANINGS = {"Nimi": Meaning.WHOLE_NAME, "Posti": Meaning.EMAIL, "Ostos": Meaning.LAST_PURCHASE}


def _found() -> Analysis:
    made = register(
        {
            "Nimi": ["Aino Ahola", "Aino Ahola", "Eino Ek", "Veli Vuori"],
            "Posti": ["aino@example.fi", "aino@example.fi", "eino@gmial.com", "veli@example.fi"],
            "Ostos": ["1.1.2026", "1.1.2012", "1.2.2026", "1.1.2011"],
        }
    )
    fixes = [fix(2, "Posti", "eino@gmial.com", "eino@gmail.com", "email.domain_typo", safe=False)]
    found = analysis(made, fixes, [merge([0, 1])], [retire(3)], MEANINGS)
    seen = Found(made, found.schema, found.settings, found.fixes, (), found.merges, (), found.retires, is_error)
    return replace(found, profile=profile(seen))


def _told(found: Analysis, log: DecisionLog) -> dict[str, Measure]:
    review = Review(found, log)
    outcome = review.outcome(log)
    return {each.code: each for each in before_and_after(found, outcome, review.open_work(log, outcome), log)}


def test_nothing_decided_is_nothing_changed() -> None:
    told = _told(_found(), DecisionLog())
    assert all(each.then == each.now for each in told.values()), told


def test_what_was_decided_shows_in_every_number() -> None:
    found = _found()
    log = DecisionLog().append(DECIDER.merges(found, found.merges)).append(DECIDER.fixes(found.keys, found.fixes))
    told = _told(found, log)
    assert (told["rows"].then, told["rows"].now) == (4, 3)
    assert (told["duplicate_groups"].then, told["duplicate_groups"].now) == (1, 0)
    assert (told["old"].then, told["old"].now) == (2, 1), "the newer date of a merged customer is what counts"
    assert told["worth_checking"].now == 1, "what still waits is not better yet"
    assert (told["wrong_values"].then, told["wrong_values"].now) == (1, 0)
