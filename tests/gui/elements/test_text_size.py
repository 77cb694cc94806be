"""Another text size in the settings is seen at once, in tables that are already shown too."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QApplication, QTableView
from pytestqt.qtbot import QtBot

from tikissa.gui.elements.table_look import dress, fit
from tikissa.gui.elements.theme import Scheme, apply_theme


@pytest.fixture
def table(qtbot: QtBot, qapp: QApplication) -> Iterator[QTableView]:
    apply_theme(qapp, Scheme.LIGHT, 100)
    view, model = QTableView(), QStandardItemModel(2, 1)
    model.setParent(view)
    qtbot.addWidget(view)
    view.setModel(model)
    dress(view)
    view.show()
    fit(view, model)
    yield view
    apply_theme(qapp, Scheme.LIGHT, 100)


def test_rows_grow_with_the_text_and_shrink_back(table: QTableView, qapp: QApplication) -> None:
    before = table.rowHeight(0)
    apply_theme(qapp, Scheme.LIGHT, 200)
    qapp.processEvents()
    assert table.rowHeight(0) > table.fontMetrics().height() > before / 2
    assert table.rowHeight(1) == table.rowHeight(0) > before
    apply_theme(qapp, Scheme.LIGHT, 100)
    qapp.processEvents()
    assert table.rowHeight(0) == before


def test_columns_keep_the_share_the_user_gave_them(table: QTableView, qapp: QApplication) -> None:
    table.setColumnWidth(0, 300)
    apply_theme(qapp, Scheme.LIGHT, 200)
    qapp.processEvents()
    assert table.columnWidth(0) > 300
    apply_theme(qapp, Scheme.LIGHT, 100)
    qapp.processEvents()
    assert abs(table.columnWidth(0) - 300) <= 2


def test_another_colour_scheme_leaves_the_columns_alone(table: QTableView, qapp: QApplication) -> None:
    before = table.columnWidth(0)
    apply_theme(qapp, Scheme.DARK, 100)
    qapp.processEvents()
    assert table.columnWidth(0) == before
