"""The state page: numbers that add up, each leading to its rows."""

from collections.abc import Sequence
from dataclasses import asdict, replace

import numpy as np

import builders
from tikissa.model.analysis import Analysis
from tikissa.model.finding import Finding, Severity
from tikissa.model.proposal import Fix
from tikissa.model.record import RecordId
from tikissa.model.register_profile import (
    ActivityCounts,
    CompaniesCounted,
    Decay,
    DecayRate,
    Estimate,
    Origin,
    Profile,
    RegisterDate,
)
from tikissa.model.schema import Meaning
from tikissa.profiling.activity import group_of_each
from tikissa.profiling.facts import facts, records_behind
from tikissa.profiling.profile import profile
from tikissa.profiling.views import Found

MEANINGS = {
    "Nimi": Meaning.WHOLE_NAME,
    "Katu": Meaning.STREET,
    "Pnro": Meaning.POSTAL_CODE,
    "Puh": Meaning.PHONE,
    "Sposti": Meaning.EMAIL,
    "Ostos": Meaning.LAST_PURCHASE,
    "Lisätty": Meaning.CREATED,
    "Sähköpostilupa": Meaning.PERMISSION,
    "Kielto": Meaning.PROHIBITION,
    "Lähde": Meaning.SOURCE,
}
CUSTOMERS = {
    "Nimi": ["Aino Ahola", "Eino Ek", "Maalaus Oy", "Onni Oja"],
    "Katu": ["Koivutie 1", "Koivutie 2", "Kauppatie 3", ""],
    "Pnro": ["100", "00100", "00100", ""],
    "Puh": ["040 123 4567", "09 123 456", "", ""],
    "Sposti": ["aino@example.org", "eino@example.org", "info@example.org", ""],
    "Ostos": ["1.6.2026", "1.6.2025", "1.1.2020", ""],
    "Lisätty": ["1.1.2020", "1.1.2020", "1.1.2015", "1.10.2026"],
    "Sähköpostilupa": ["kyllä", "", "", ""],
    "Kielto": ["", "x", "", ""],
    "Lähde": ["messut", "messut", "kauppa", ""],
}
STATES = ("reached", "unknown", "not_allowed", "wrong")


def _is_error(code: str) -> bool:
    return code == "postal_code.leading_zeros"


def _analysis(fixes: Sequence[Fix] = ()) -> Analysis:
    register = builders.register(CUSTOMERS)
    retires = [builders.retire(2)]
    return builders.analysis(register, fixes, [builders.merge([0, 1])], retires, MEANINGS)


def _found(analysis: Analysis) -> Found:
    return Found(
        analysis.register,
        analysis.schema,
        analysis.settings,
        analysis.fixes,
        merges=analysis.merges,
        retires=analysis.retires,
        is_error=_is_error,
    )


def _profile(analysis: Analysis) -> Profile:
    return profile(_found(analysis))


def _states(page: Profile, way: str) -> list[int]:
    told = next(each for each in page.reachability if each.way == way)
    return [told.reached, told.unknown, told.not_allowed, told.wrong]


def _reach(way: str, fixes: Sequence[Fix] = ()) -> list[int]:
    return _states(_profile(_analysis(fixes)), way)


def _decay(page: Profile, kind: str) -> Decay:
    return next(decay for decay in page.decay if decay.kind == kind)


def test_persons_and_companies_add_up_to_the_rows() -> None:
    page = _profile(_analysis())
    assert (page.rows, page.persons, page.companies) == (4, 3, 1)


def test_every_customer_is_in_one_state_of_each_way() -> None:
    held = facts(_found(_analysis()))
    for way in ("invoice", "post", "phone", "sms", "email"):
        assert (sum(held[f"reachability/{way}/{state}"].astype(int) for state in STATES) == 1).all()


def test_every_customer_is_in_one_group_of_activity_and_one_of_age() -> None:
    held = facts(_found(_analysis()))
    activity = ("new", "active", "passivating", "passive", "unknown")
    assert (sum(held[f"activity/{group}"].astype(int) for group in activity) == 1).all()
    ages = [mask for path, mask in held.items() if path.startswith("age/")]
    assert (np.sum(ages, axis=0) == 1).all()


def test_an_opt_out_closes_every_way_it_covers() -> None:
    assert _reach("phone") == [1, 2, 1, 0]
    assert _reach("post") == [2, 1, 1, 0]


def test_email_to_a_person_needs_a_permission_where_the_register_keeps_them_and_to_a_company_none() -> None:
    assert _reach("email") == [2, 1, 1, 0]


def test_a_landline_takes_no_text_messages_and_a_permission_for_email_says_nothing_of_them() -> None:
    assert _reach("sms") == [1, 3, 0, 0]


def test_a_postal_code_that_wants_fixing_makes_the_address_wrong_and_a_way_of_writing_does_not() -> None:
    error = builders.fix(0, "Pnro", "100", "00100", "postal_code.leading_zeros")
    writing = builders.fix(2, "Katu", "Kauppatie 3", "Kauppatie  3", "text.blanks")
    assert _reach("post", [error, writing]) == [1, 1, 1, 1]
    page = _profile(_analysis([error, writing]))
    assert (page.wrong_values.errors, page.wrong_values.writing) == (1, 1)


def test_an_error_that_no_fix_mends_counts_as_a_wrong_value_and_one_that_is_mended_counts_once() -> None:
    mended = builders.fix(0, "Pnro", "100", "00100", "postal_code.leading_zeros")
    findings = [
        Finding("postal_code.unknown", Severity.ERROR, RecordId(0), "Pnro"),
        Finding("phone.invalid", Severity.ERROR, RecordId(1), "Puh"),
        Finding("email.not_real", Severity.WARNING, RecordId(2), "Sposti"),
    ]
    found = replace(_found(_analysis([mended])), findings=tuple(findings))
    assert [finding.column for finding in found.beyond_fixing] == ["Puh"]
    assert np.flatnonzero(facts(found)["wrong_values/rows"]).tolist() == [0, 1]


def test_one_working_phone_of_two_is_enough() -> None:
    register = builders.register({"Puh": ["040 12", "040 12"], "Puh 2": ["040 123 4567", ""]})
    wrong = [builders.fix(record, "Puh", "040 12", "", "postal_code.leading_zeros") for record in (0, 1)]
    analysis = builders.analysis(register, wrong, meanings={"Puh": Meaning.PHONE, "Puh 2": Meaning.PHONE})
    page = _profile(analysis)
    assert _states(page, "phone") == [1, 0, 0, 1]


def test_a_customer_without_any_working_detail_is_out_of_reach() -> None:
    analysis = _analysis()
    assert records_behind(analysis, "out_of_reach", _is_error) == (3,)
    assert _profile(analysis).out_of_reach == 1


def test_duplicates_and_rows_worth_checking_lead_to_their_rows() -> None:
    analysis = _analysis()
    assert records_behind(analysis, "duplicates/rows", _is_error) == (0, 1)
    assert records_behind(analysis, "stale/reasons/contact.old", _is_error) == (2,)


def test_customers_by_their_last_purchase() -> None:
    page = _profile(_analysis())
    assert page.activity == ActivityCounts(new=1, active=1, passivating=1, passive=1, unknown=0, with_purchase_date=3)


def test_likely_wrong_addresses_are_a_range_with_its_source() -> None:
    page = _profile(_analysis())
    addresses = _decay(page, "addresses")
    today = addresses.today
    assert 0 <= today.low <= today.likely <= today.high <= addresses.rows
    assert addresses.in_a_year.likely >= today.likely
    assert all(rate.source for rate in addresses.rates)


def test_a_companys_mobile_number_goes_with_its_person_and_its_switchboard_stays() -> None:
    columns = {"Yritys": ["Sumula Oy"] * 3, "Puhelin": ["040 1234567", "09 123456", ""], "Ostos": ["1.11.2021"] * 3}
    meanings = dict(zip(columns, (Meaning.COMPANY, Meaning.PHONE, Meaning.LAST_PURCHASE), strict=True))
    page = _profile(builders.analysis(builders.register(columns), meanings=meanings))
    phones = _decay(page, "phones")
    assert phones.rows == 1
    assert [rate.field for rate in phones.rates] == ["company_contact"]


def test_sources_and_permissions_are_counted() -> None:
    page = _profile(_analysis())
    assert page.sources == (Origin("messut", 2), Origin("kauppa", 1))
    assert [(entry.column, entry.yes, entry.unknown) for entry in page.permissions] == [
        ("Sähköpostilupa", 1, 3),
        ("Kielto", 1, 3),
    ]


def test_a_register_without_any_known_column_still_has_a_page() -> None:
    analysis = builders.analysis(builders.register({"A": ["1", "2"]}))
    page = _profile(replace(analysis))
    assert page.rows == 2
    assert page.out_of_reach == 2


def test_every_customer_is_in_the_group_the_page_counts_him_in() -> None:
    analysis = _analysis()
    groups = group_of_each(analysis)
    counted = asdict(_profile(analysis).activity)
    assert groups == ("active", "passivating", "passive", "new")
    assert {name: counted[name] for name in groups} == dict.fromkeys(groups, 1)


def _estimated(kind: str, rows: int, *sources: str) -> Decay:
    rates = tuple(DecayRate(kind, 0.1, 0.1, 0.2, source, "source") for source in sources)
    return Decay(kind, rows, 0, Estimate(1, 2, 3), Estimate(2, 3, 4), rates)


def test_a_source_of_two_figures_is_named_once() -> None:
    decay = _estimated("addresses", 9, "Asiakastieto 2021", "Asiakastieto 2021; PRH 2016")
    assert decay.sources == ("Asiakastieto 2021", "PRH 2016")


def test_what_an_open_register_counted_is_no_longer_estimated_nor_is_a_detail_that_nobody_has() -> None:
    page = Profile(decay=(_estimated("phones", 0), _estimated("addresses", 9), _estimated("companies", 4)))
    counted = CompaniesCounted((RegisterDate("PRH", "2026-11-01"),), 4, {}, 0, 0, 0)
    assert [decay.kind for decay in page.estimated] == ["addresses", "companies"]
    assert [decay.kind for decay in replace(page, open_registers=counted).estimated] == ["addresses"]


def test_ages_come_youngest_first_and_the_unknown_last() -> None:
    ages = _profile(_analysis()).ages
    assert [age.start for age in ages] == [0, 1, 2, 3, 5, 10, None]
    assert [age.rows for age in ages] == [2, 1, 0, 0, 1, 0, 0]
