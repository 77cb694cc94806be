"""Every table model keeps what Qt expects of one, and is of use to a screen reader."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QColor, QIcon
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from gui.builders import model_of
from tikissa.app.session import Session
from tikissa.gui.models.comparison import compare
from tikissa.gui.models.comparison_model import ComparisonModel
from tikissa.gui.models.fix_rows_model import FixRowsModel
from tikissa.gui.models.history_model import HistoryModel, history
from tikissa.gui.models.register_model import RegisterModel
from tikissa.gui.models.stale_rows_model import StaleRowsModel
from tikissa.model.record import RecordId

Role = Qt.ItemDataRole

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


def all_models(session: Session) -> list[QAbstractItemModel]:
    analysis, outcome = session.analysis, session.outcome
    return [
        FixRowsModel(analysis.fixes, analysis.register),
        StaleRowsModel(analysis.retires, analysis, outcome),
        HistoryModel(history(session.log), analysis),
        register_model(session),
        comparison_model(session, 5, 6, 7),
    ]


def test_every_model_keeps_the_contract_of_qt(qtmodeltester: ModelTester, session: Session) -> None:
    for model in all_models(session):
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
