"""Whatever came back and in whatever order, nobody who forbade contact may be contacted afterwards."""

from datetime import date

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import DECIDER, TODAY, register
from tikissa.analysis.analyse import analyse
from tikissa.app.contact_cards import accepting, contact_report, open_kinds
from tikissa.lists.marketing_permissions import permissions
from tikissa.model.analysis import Settings
from tikissa.model.contact_event import REFUSALS, ContactEvent, ContactNews
from tikissa.model.decision import DecisionLog
from tikissa.model.permission import Channel
from tikissa.review.derive import derive

ADDRESSES = tuple(f"h{number}@posti.test" for number in range(6))
WORDS = ("", "kyllä", "ei", "kielto", "x", "ei sähköpostia", "2.3.2021")

cells = st.lists(st.sampled_from(WORDS), min_size=6, max_size=6)
told = st.lists(
    st.tuples(st.sampled_from(ADDRESSES), st.sampled_from([*ContactNews]), st.integers(1, 27)), min_size=1, max_size=12
)


@settings(max_examples=25, deadline=None)
@given(
    column=st.sampled_from(["Sähköpostilupa", "Sähköpostikielto", "Markkinointilupa", "Huomautus"]),
    said=cells,
    news=told,
)
def test_accepting_every_kind_forbids_whom_it_should_and_lifts_no_prohibition(
    column: str, said: list[str], news: list[tuple[str, ContactNews, int]]
) -> None:
    names = [f"Henkilö{number} Sukunimi{number}" for number in range(6)]
    people = register({"Nimi": names, "Sähköposti": [*ADDRESSES], column: said})
    analysis = analyse(people, Settings(TODAY))
    before = derive(people, analysis.keys, DecisionLog())
    events = [
        ContactEvent(address, Channel.EMAIL, what, f"{place}", None, date(2026, 10, day))
        for place, (address, what, day) in enumerate(news)
    ]
    report = contact_report(events, analysis, before)
    log = DecisionLog()
    for kind in open_kinds(report, analysis.keys, log):
        log = log.append(accepting(kind, analysis, derive(people, analysis.keys, log), DECIDER))
    after = derive(people, analysis.keys, log)
    for way in Channel:
        forbade = permissions(before, analysis.schema, way, TODAY).forbidden
        assert not np.any(forbade & ~permissions(after, analysis.schema, way, TODAY).forbidden)
    forbidden = permissions(after, analysis.schema, Channel.EMAIL, TODAY).forbidden
    refused = {address for address, what, _ in news if what in REFUSALS}
    assert all(forbidden[ADDRESSES.index(address)] for address in refused)
    assert after.kept == len(people)
    assert open_kinds(report, analysis.keys, log) == ()
