"""What the user makes of a group before it is decided: left-out rows, chosen values, what cannot be chosen away."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import Qt

from builders import keys, log, register
from gui.builders import model_of
from tikissa.app.session import Session
from tikissa.gui.side_by_side.comparison_model import KEPT, ComparisonModel
from tikissa.gui.side_by_side.group_comparison import ComparedField, Comparison, compare, likely_relation
from tikissa.matching.surviving.survivorship import golden_record
from tikissa.model.matching import Relation
from tikissa.model.record import RecordId
from tikissa.model.register import FormulaCell
from tikissa.model.schema import ColumnMeaning, Meaning, Schema
from tikissa.review.derive import derive


@pytest.fixture
def session(tmp_path: Path) -> Session:
    return model_of(tmp_path).current


def comparison_of(session: Session, *records: int) -> Comparison:
    ids = tuple(map(RecordId, records))
    return compare(session.outcome, session.analysis.schema, session.golden_record(ids), ids)


def line(comparison: Comparison, column: str) -> ComparedField:
    return next(entry for entry in comparison.fields if entry.column == column)


def test_a_value_chosen_from_a_row_survives(session: Session) -> None:
    comparison = comparison_of(session, 0, 2)
    street = line(comparison, "Katuosoite")
    for record, text in ((RecordId(0), "Koivutie 3"), (RecordId(2), "Esplanadi 5")):
        chosen = comparison.choose(street, record)
        assert chosen.value(street).value == text
        assert any(value.column == "Katuosoite" and value.value == text for value in chosen.result.values)


def test_a_prohibition_cannot_be_chosen_away(session: Session) -> None:
    comparison = comparison_of(session, 0, 2)
    prohibition = line(comparison, "Markkinointikielto")
    assert comparison.choose(prohibition, RecordId(2)).value(prohibition).value == "x"
    assert comparison.write(prohibition, "").value(prohibition).value == "x"
    assert comparison.in_force == (prohibition,)


def test_the_row_whose_customer_number_is_chosen_stays(session: Session) -> None:
    comparison = comparison_of(session, 0, 2)
    number = line(comparison, "Asiakasnro")
    for record in map(RecordId, (0, 2)):
        assert comparison.choose(number, record).survivor == record
        assert comparison.choose(number, record).result.survivor == record


def test_what_was_chosen_from_a_row_is_forgotten_when_the_row_is_left_out(session: Session) -> None:
    comparison = comparison_of(session, 5, 6, 7)
    phone = line(comparison, "Puhelin")
    chosen = comparison.choose(phone, RecordId(6))
    staying = (RecordId(5), RecordId(7))
    without = chosen.leave_out(frozenset({RecordId(6)}), session.golden_record(staying))
    assert without.taken == staying
    assert without.value(phone).source in staying


def test_a_result_of_ones_own_comes_from_no_row(session: Session) -> None:
    comparison = comparison_of(session, 0, 2)
    street = line(comparison, "Katuosoite")
    written = comparison.write(street, "Koivutie 3 B")
    assert (written.value(street).value, written.value(street).source) == ("Koivutie 3 B", None)


def test_prohibitions_and_customer_numbers_come_first_and_empty_columns_not_at_all(session: Session) -> None:
    columns = [entry.column for entry in comparison_of(session, 0, 2).fields]
    assert columns[:2] == ["Asiakasnro", "Markkinointikielto"]
    assert "Markkinointikielto" not in [entry.column for entry in comparison_of(session, 3, 4).fields]


@pytest.mark.usefixtures("qapp")
def test_what_the_workbook_works_out_by_itself_is_nobodys_to_choose() -> None:
    made = register({"Nimi": ["Aino Jäkälä", "AINO JÄKÄLÄ"], "Vuosia": ["10", "4"]})
    raws = np.array([FormulaCell("2026-YEAR(A2)"), FormulaCell("2026-YEAR(A3)")], dtype=object)
    made = replace(made, cells=(made.cells[0], replace(made.cells[1], raws=raws)))
    schema = Schema((ColumnMeaning("Nimi", Meaning.WHOLE_NAME, 1.0, True), ColumnMeaning("Vuosia", None, 1.0, True)))
    records = (RecordId(0), RecordId(1))
    golden = golden_record(made, schema, records)
    comparison = compare(derive(made, keys(2), log()), schema, golden, records)
    years = line(comparison, "Vuosia")
    assert comparison.choose(years, RecordId(1)) == comparison.write(years, "5") == comparison
    model = ComparisonModel(comparison, lambda record: record + 2)
    place = comparison.fields.index(years)
    shown = [model.index(place, column).data() for column in range(3)]
    assert shown == ["10", "4", "worked out anew"]
    assert [model.index(place, column).data(KEPT) for column in range(3)] == [None, None, None]
    assert not model.index(place, 2).flags() & Qt.ItemFlag.ItemIsEditable


def test_people_are_offered_as_a_household(session: Session) -> None:
    assert likely_relation(comparison_of(session, 3, 4)) is Relation.HOUSEHOLD


def test_what_only_a_left_out_row_says_otherwise_no_longer_differs(session: Session) -> None:
    comparison = comparison_of(session, 5, 6, 7)
    street = line(comparison, "Katuosoite")
    assert comparison.differs(street)
    staying = (RecordId(5), RecordId(6))
    assert not comparison.leave_out(frozenset({RecordId(7)}), session.golden_record(staying)).differs(street)


def hidden(comparison: Comparison, *records: int) -> Comparison:
    return replace(comparison, hidden=frozenset(map(RecordId, records)))


def test_a_row_that_is_seen_can_stay_instead_of_a_hidden_one(session: Session) -> None:
    comparison = hidden(comparison_of(session, 0, 2), 0)
    assert (comparison.survivor, comparison.in_sight) == (0, 2)
    seen = comparison.stay(RecordId(2))
    assert (seen.result.survivor, seen.in_sight) == (2, None)
    assert seen.value(line(seen, "Asiakasnro")).value == "90"
    assert seen.value(line(seen, "Markkinointikielto")).value == "x"
    assert seen.choose(line(seen, "Asiakasnro"), RecordId(0)).in_sight == 2


def test_without_customer_numbers_the_row_that_is_to_stay_does(session: Session) -> None:
    comparison = hidden(comparison_of(session, 0, 2), 0)
    without = replace(comparison, fields=tuple(entry for entry in comparison.fields if entry.column != "Asiakasnro"))
    seen = without.stay(RecordId(2))
    assert (seen.survivor, seen.in_sight) == (2, None)
    assert seen.leave_out(frozenset({RecordId(2)}), session.golden_record((RecordId(0),))).survivor == 0


def test_nothing_is_brought_to_sight_where_no_row_of_the_group_is_seen_or_the_one_that_stays_is(
    session: Session,
) -> None:
    assert hidden(comparison_of(session, 0, 2), 0, 2).in_sight is None
    assert hidden(comparison_of(session, 0, 2), 2).in_sight is None
