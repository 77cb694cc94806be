"""Every table model keeps what Qt expects of one, and is of use to a screen reader."""

from datetime import date
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

import numpy as np
import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QColor, QIcon
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

import tikissa.gui
from gui.builders import model_of
from tikissa.analysis.gate_verdicts import GateVerdict
from tikissa.app.checked_list import check_list
from tikissa.app.session import Session
from tikissa.gui.answers.answers_model import AnswersModel
from tikissa.gui.duplicates.group_list_model import GroupListModel
from tikissa.gui.fixes.fix_rows_model import FixRowsModel
from tikissa.gui.gate.checked_rows_model import CheckedRowsModel
from tikissa.gui.gate.pair_model import PairModel
from tikissa.gui.history.history_model import HistoryModel, history
from tikissa.gui.open_registers.company_rows import CompanyRowsModel, CompanySidesModel
from tikissa.gui.read_back.reading_preview import ReadingPreview
from tikissa.gui.rows.register_model import RegisterModel
from tikissa.gui.side_by_side.comparison_model import ComparisonModel
from tikissa.gui.side_by_side.group_comparison import compare
from tikissa.gui.stale.stale_rows_model import StaleRowsModel
from tikissa.lists.returned_ask_list import Answer, Answers
from tikissa.model.companies import CompanyRow, CompanyVerdict, OpenSource
from tikissa.model.proposal import CellChange
from tikissa.model.record import RecordId
from tikissa.presentation.company_sides import CompanySides
from tikissa.review.open_groups import open_groups

Role = Qt.ItemDataRole

ANSWERS = Answers(
    (
        Answer(RecordId(0), (CellChange("Puhelin", "", "045 111 2222"),), True, ""),
        Answer(RecordId(1), (), True, ""),
        Answer(RecordId(2), (), False, "soita uudestaan"),
    ),
    unanswered=1,
    gone=0,
)

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def session(tmp_path: Path) -> Session:
    model = model_of(tmp_path)
    model.decide(model.decider.fixes(model.current.analysis.keys, model.current.analysis.fixes))
    return model.current


def register_model(session: Session) -> RegisterModel:
    return RegisterModel(session.outcome, np.arange(len(session.register)), QColor, QIcon())


def comparison_model(session: Session, *records: int) -> ComparisonModel:
    ids = tuple(map(RecordId, records))
    golden = session.golden_record(ids)
    return ComparisonModel(compare(session.outcome, session.analysis.schema, golden, ids), session.register.row)


def checked_rows(session: Session) -> CheckedRowsModel:
    checked = check_list(session.register, session.analysis, session.analysis.settings)
    model = CheckedRowsModel(checked, session.analysis, session.outcome)
    model.show_of(tuple(GateVerdict), np.ones(len(checked.rows), dtype=bool))
    return model


def pair_model(session: Session) -> PairModel:
    checked = check_list(session.register, session.analysis, session.analysis.settings)
    return PairModel(checked, checked.rows[0], session.outcome, session.analysis.schema)


def group_list(session: Session) -> GroupListModel:
    model = GroupListModel(session.analysis, session.outcome)
    model.show(open_groups(session.work, {}))
    return model


def company_models(session: Session) -> tuple[CompanyRowsModel, CompanySidesModel]:
    source = OpenSource("PRH", date(2026, 11, 30))
    row = CompanyRow(RecordId(0), "0112038-9", CompanyVerdict.NOT_IN_REGISTER, None, None, source, name="Sumu Oy")
    rows, lines = CompanyRowsModel(session.analysis), CompanySidesModel("PRH 30.11.2026")
    rows.show([row])
    lines.show([*CompanySides(session.analysis, [row]).lines(row)])
    return rows, lines


def all_models(session: Session) -> list[QAbstractItemModel]:
    analysis, outcome = session.analysis, session.outcome
    return [
        ReadingPreview(session.register, frozenset({(0, "Nimi")})),
        checked_rows(session),
        pair_model(session),
        FixRowsModel(analysis.fixes, analysis.register),
        StaleRowsModel(analysis.retires, analysis, outcome),
        HistoryModel(history(session.log), analysis),
        register_model(session),
        comparison_model(session, 5, 6, 7),
        AnswersModel(ANSWERS, analysis, outcome),
        group_list(session),
        *company_models(session),
    ]


def models_of_the_window() -> set[type]:
    """Return every model class of the program, wherever in the window it was written."""
    for module in walk_packages(tikissa.gui.__path__, "tikissa.gui."):
        import_module(module.name)
    found: set[type] = set()
    waiting: list[type] = [QAbstractItemModel]
    while waiting:
        for kind in waiting.pop().__subclasses__():
            waiting.append(kind)
            if kind.__module__.startswith("tikissa.") and not kind.__subclasses__():
                found.add(kind)
    return found


def test_no_model_of_the_window_is_forgotten_here(session: Session) -> None:
    assert {type(model) for model in all_models(session)} == models_of_the_window()


def test_every_model_keeps_the_contract_of_qt(qtmodeltester: ModelTester, session: Session) -> None:
    for model in all_models(session):
        assert model.rowCount()
        assert model.columnCount()
        qtmodeltester.check(model)


def test_a_changed_cell_tells_what_it_was(session: Session) -> None:
    model = register_model(session)
    changed = model.index(1, model.place_of("Postinro"))
    assert changed.data() == "02150"
    assert "2150" in changed.data(Role.ToolTipRole)
    assert changed.data(Role.BackgroundRole) is not None
    assert model.index(0, model.place_of("Postinro")).data(Role.BackgroundRole) is None


def test_editing_a_cell_only_asks_for_a_decision(qtbot: QtBot, session: Session) -> None:
    model = register_model(session)
    with qtbot.waitSignal(model.edited) as asked:
        model.setData(model.index(0, model.place_of("Nimi")), "Matti V.")
    assert asked.args == [0, "Nimi", "Matti Virtanen", "Matti V."]
    assert model.index(0, model.place_of("Nimi")).data() == "Matti Virtanen"


def test_the_comparison_is_read_aloud_with_field_row_and_what_survives(session: Session) -> None:
    model = comparison_model(session, 0, 2)
    line = next(
        place
        for place in range(model.rowCount())
        if "Katuosoite" in str(model.headerData(place, Qt.Orientation.Vertical))
    )
    spoken = [model.index(line, place).data(Role.AccessibleTextRole) for place in range(3)]
    assert all("Katuosoite" in words for words in spoken)
    assert sum("survives" in words for words in spoken[:2]) == 1


def test_a_fix_left_out_and_a_text_of_ones_own_are_kept_until_decided(session: Session) -> None:
    model = FixRowsModel(session.analysis.fixes, session.register)
    first, second = session.analysis.fixes[:2]
    model.toggle(model.index(0, FixRowsModel.AFTER))
    model.setData(model.index(1, FixRowsModel.AFTER), "00130")
    assert model.left == {first.id}
    assert {proposal: changes[0].after for proposal, changes in model.edited.items()} == {second.id: "00130"}
