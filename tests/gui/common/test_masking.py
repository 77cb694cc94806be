"""Secret numbers are masked wherever a cell is shown; what the user edits is the text itself."""

from collections.abc import Iterator

import numpy as np
import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QColor, QIcon

from builders import TODAY, fix, register
from secret_writings import COLUMNS, in_clear, rows_with, secret_writings
from tikissa.analysis.analyse import analyse
from tikissa.app.checked_list import check_list
from tikissa.app.session import Session
from tikissa.files.parse import Request, parse
from tikissa.gui.common.decision_words import details, headline
from tikissa.gui.common.row_facts import RowFacts
from tikissa.gui.fixes.fix_rows_model import FixRowsModel
from tikissa.gui.gate.checked_rows_model import CheckedRowsModel
from tikissa.gui.gate.pair_model import PairModel
from tikissa.gui.read_back.reading_preview import ReadingPreview
from tikissa.gui.rows.register_model import RegisterModel
from tikissa.gui.side_by_side.comparison_model import ComparisonModel
from tikissa.gui.side_by_side.group_comparison import compare
from tikissa.lists.take_away import changed_list, leaving_list
from tikissa.model.analysis import Settings
from tikissa.model.decision import Decision
from tikissa.model.progress import NoProgress
from tikissa.model.proposal import CellChange
from tikissa.model.record import RecordId
from tikissa.model.register import Reading
from tikissa.presentation.record_names import change_words
from tikissa.presentation.telling_cells import examples

SECRET = "131052-9085"


def test_the_table_of_fixes_shows_no_identity_code() -> None:
    built = register({"Huom": [f"hetu {SECRET}, soita"]})
    swapped = fix(0, "Huom", f"hetu {SECRET}, soita", f"{SECRET} soita", "identity_code.remove", safe=False)
    model = FixRowsModel((swapped,), built)
    before, after = model.index(0, FixRowsModel.BEFORE), model.index(0, FixRowsModel.AFTER)
    assert before.data() == "hetu 131052-****, soita"
    assert before.data(Qt.ItemDataRole.EditRole) == before.data()
    assert after.data() == "131052-**** soita"
    assert after.data(Qt.ItemDataRole.EditRole) == f"{SECRET} soita"


def test_a_change_told_in_words_shows_none_either() -> None:
    assert change_words(CellChange("Huom", SECRET, ""), {}) == "Huom: 131052-**** → –"


SHOWN = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
SECRETS = [*secret_writings(80)]


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Session:
    """A register with secrets in cells of every kind, everything in it accepted, and two rows put away."""
    folder = tmp_path_factory.mktemp("register")
    path = folder / "rekisteri.csv"
    path.write_text("\n".join(";".join(line) for line in (COLUMNS, *rows_with(SECRETS))), "utf-8")
    read = parse(path.read_bytes(), Request(path, Reading()), NoProgress())
    session = Session(path, read, folder)
    session.take_analysis(analyse(read, Settings(TODAY)))
    analysis, decider = session.analysis, session.decider
    session.decide(decider.fixes(analysis.keys, analysis.fixes))
    session.decide(decider.merges(analysis, analysis.merges))
    return session


def _models(session: Session) -> Iterator[QAbstractItemModel]:
    analysis, outcome, schema = session.analysis, session.outcome, session.analysis.schema
    yield RegisterModel(outcome, np.arange(len(session.register)), QColor, QIcon(), schema)
    yield ReadingPreview(session.register, frozenset(), schema)
    yield FixRowsModel(analysis.fixes, session.register, schema)
    for first in range(0, len(session.register), 2):
        records = (RecordId(first), RecordId(first + 1))
        yield ComparisonModel(compare(outcome, schema, session.golden_record(records), records), session.register.row)
    checked = check_list(session.register, analysis, analysis.settings)
    rows = CheckedRowsModel(checked, analysis, outcome)
    rows.show(checked.rows)
    yield rows
    for row in checked.rows[:20]:
        yield PairModel(checked, row, outcome, schema)


def _told(model: QAbstractItemModel) -> Iterator[str]:
    for line in range(model.rowCount()):
        for place in range(model.columnCount()):
            yield from (str(model.index(line, place).data(role) or "") for role in SHOWN)


@pytest.mark.usefixtures("qapp")
def test_no_table_shows_a_secret_number(session: Session) -> None:
    for model in _models(session):
        assert in_clear("|".join(_told(model)), SECRETS) == [], type(model).__name__


@pytest.mark.usefixtures("qapp")
def test_no_sentence_tells_one(session: Session) -> None:
    analysis, outcome = session.analysis, session.outcome
    facts = RowFacts(analysis, outcome, session.work)
    told = [line for record in range(len(session.register)) for line in facts.sentences(RecordId(record))]
    told += [facts.name(RecordId(record)) for record in range(len(session.register))]
    for event in session.log.events:
        assert isinstance(event, Decision)
        told += [headline(event, analysis), *details(event, analysis)]
    for entry in analysis.schema.columns:
        told += examples(session.register, entry.column, entry.meaning, 100)
    assert in_clear("|".join(told), SECRETS) == []


def test_no_list_that_travels_holds_one(session: Session) -> None:
    schema = session.analysis.schema
    rows = [*changed_list(session.outcome, schema, "fi"), *leaving_list(session.outcome, "fi", schema)]
    assert in_clear("|".join(cell for row in rows for cell in row), SECRETS) == []
