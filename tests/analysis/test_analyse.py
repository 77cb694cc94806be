"""An analysis finds the same however often it is made, obeys what the user has judged, and can be stopped."""

from itertools import combinations
from pathlib import Path

import pytest

import builders
from tikissa.analysis.analyse import analyse
from tikissa.model.analysis import Analysis, Settings
from tikissa.model.decision import Judgement, Sameness
from tikissa.model.problems import Cancelled
from tikissa.model.register import Register
from tikissa.model.schema import Meaning

SETTINGS = Settings(builders.TODAY)
CUSTOMERS = {
    "Asiakasnro": ["1", "2", "3", "4", "5"],
    "Sukunimi": ["Ahola", "AHOLA", "Ek", "Vuori", "Oja"],
    "Etunimi": ["Aino", "Aino", "Eino", "Veera", "Onni"],
    "Katuosoite": ["Koivutie 1", "Koivutie 1", "Pihlajatie 2", "Kuusitie 3", "Haapatie 4"],
    "Postinumero": ["100", "00100", "00200", "33100", "90100"],
    "Postitoimipaikka": ["Helsinki", "Helsinki", "Helsinki", "Tampere", "Oulu"],
    "Puhelin": ["040 1234567", "040 1234567", "050 7654321", "041 5551234", "044 1112223"],
    "Sähköposti": ["aino@example.org", "aino@example.org", "eino@example.org", "veera@example.org", ""],
    "Viimeisin ostos": ["1.6.2026", "1.6.2019", "3.3.2015", "2.2.2026", "3.2.2026"],
}


def _register(rows: tuple[int, ...] = (0, 1, 2, 3, 4)) -> Register:
    return builders.register({name: [values[row] for row in rows] for name, values in CUSTOMERS.items()})


class StopsAt:
    """The user who stops the work at its n-th report."""

    def __init__(self, report: int) -> None:
        self.left = report

    def report(self, stage: str, done: int, total: int) -> None:
        self.left -= 1
        if self.left < 0:
            raise Cancelled


class Counted:
    def __init__(self) -> None:
        self.reports = 0

    def report(self, stage: str, done: int, total: int) -> None:
        self.reports += 1


def _proposals(analysis: Analysis) -> set[str]:
    return {str(each.id) for each in (*analysis.fixes, *analysis.merges, *analysis.retires)}


def test_a_customer_entered_twice_is_found_behind_a_wrong_postal_code_and_capitals() -> None:
    found = analyse(_register(), SETTINGS)
    assert [merge.records for merge in found.merges] == [(0, 1)]
    assert {change.after for fix in found.fixes for change in fix.changes} >= {"00100", "Ahola"}


def test_what_was_found_re_attaches_after_the_rows_were_sorted_anew() -> None:
    assert _proposals(analyse(_register(), SETTINGS)) == _proposals(analyse(_register((4, 2, 1, 0, 3)), SETTINGS))


def test_customers_the_user_called_different_are_not_merged_again() -> None:
    first = analyse(_register(), SETTINGS)
    merge = first.merges[0]
    pairs = combinations(merge.records, 2)
    judged = tuple(Judgement(first.keys[one], first.keys[other], Sameness.DIFFERENT) for one, other in pairs)
    assert analyse(_register(), SETTINGS, judged).merges == ()


def test_what_the_user_says_of_a_column_counts_and_changes_nobodys_key() -> None:
    plain = analyse(_register(), SETTINGS)
    told = analyse(_register(), Settings(builders.TODAY, meanings={"Asiakasnro": None, "Puhelin": Meaning.FAX}))
    assert told.schema.meaning_of("Puhelin") is Meaning.FAX
    assert told.keys == plain.keys


def test_stopping_at_any_report_stops_the_whole_analysis() -> None:
    counted = Counted()
    analyse(_register(), SETTINGS, progress=counted)
    for report in range(0, counted.reports, max(counted.reports // 12, 1)):
        with pytest.raises(Cancelled):
            analyse(_register(), SETTINGS, progress=StopsAt(report))


def test_the_time_of_every_stage_is_told() -> None:
    timings = analyse(_register(), SETTINGS).timings
    assert set(timings) == {"schema_s", "rules_s", "matching_s", "staleness_s", "profile_s"}


def test_a_register_of_one_row_and_of_strange_columns_is_analysed_all_the_same() -> None:
    analyse(_register((0,)), SETTINGS)
    found = analyse(builders.register({"A": ["", "x"], "B": ["1", "1"]}, path=Path("x.csv")), SETTINGS)
    assert found.profile.rows == 2
