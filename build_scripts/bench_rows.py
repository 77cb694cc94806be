"""Measures the page of all rows on a very large register: to be shown, repainted, scrolled, searched and sorted."""

import statistics
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from time import perf_counter

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget

from bench_clock import Clock, milliseconds
from make_large_register import large_register
from tikissa.gui.common.task_runner import TaskRunner
from tikissa.gui.rows.row_browser import RowBrowser
from tikissa.model.analysis import Analysis, RecordKeys, Settings
from tikissa.model.outcome import Outcome
from tikissa.model.register import Column, Register
from tikissa.model.register_profile import Profile
from tikissa.model.schema import Schema

COLUMNS = 20
WHEEL_STEPS = 40


def rows_figures(rows: int) -> dict[str, float]:
    """Return how long each thing takes, and the longest time without an answer meanwhile, in milliseconds."""
    register = widened(large_register(rows), COLUMNS)
    settings = Settings(date.today())
    analysis = Analysis(register, RecordKeys(()), settings, Schema(()), (), (), (), (), (), Profile(), {})
    runner = TaskRunner()
    browser = RowBrowser(runner)
    browser.resize(1366, 768)
    browser.show()
    clock = Clock()
    figures: dict[str, float] = {}

    def measure(name: str, act: Callable[[], object]) -> None:
        clock.gaps("")
        start = perf_counter()
        act()
        clock.until(lambda: not runner.is_busy)
        QApplication.processEvents()
        figures[f"{name}_ms"] = milliseconds(perf_counter() - start)
        figures.update(clock.gaps(name))

    def search(words: str) -> None:
        browser.search.setText(words)
        clock.until(lambda: not browser.is_waiting)

    def first_rows(words: str) -> None:
        """Time from the key to the first rows."""
        start = perf_counter()
        before = browser.count.text()
        browser.search.setText(words)
        clock.until(lambda: browser.count.text() != before)
        figures["first_rows_ms"] = milliseconds(perf_counter() - start)

    header = browser.table.horizontalHeader()
    start = perf_counter()
    browser.put(analysis, Outcome(register, {}, {}, ()))
    clock.until(lambda: browser.count.text() != "")
    figures |= {"show_ms": milliseconds(perf_counter() - start), **clock.gaps("show")}
    first_rows("v")
    measure("rest_of_first_rows", lambda: None)
    figures["repaint_ms"] = milliseconds(_repaint(browser.table.viewport()))
    figures["wheel_ms"] = milliseconds(_wheel(browser.table.viewport()))
    measure("first_filter", lambda: search("virta"))
    measure("filter", lambda: search("virtanen"))
    measure("unfilter", lambda: search(""))
    measure("first_sort", lambda: header.setSortIndicator(1, Qt.SortOrder.AscendingOrder))
    measure("sort", lambda: header.setSortIndicator(1, Qt.SortOrder.DescendingOrder))
    clock.stop()
    runner.shut_down()
    return {"rows": rows, "columns": COLUMNS, **figures}


def widened(register: Register, columns: int) -> Register:
    """Return the register with its columns repeated under other names, up to as many as these."""
    own = len(register.columns)
    named = tuple(
        replace(register.columns[place % own], index=place, name=f"{register.columns[place % own].name} {place}")
        for place in range(columns)
    )
    made: tuple[Column, ...] = named
    return replace(register, columns=made, cells=tuple(register.cells[place % own] for place in range(columns)))


def _repaint(viewport: QWidget) -> float:
    times = []
    for _ in range(5):
        start = perf_counter()
        viewport.repaint()
        times.append(perf_counter() - start)
    return statistics.median(times)


def _wheel(viewport: QWidget) -> float:
    """Return the time of one step of the wheel with what is painted after it."""
    middle = QPointF(viewport.rect().center())
    nothing, buttons, keys = QPoint(), Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    times = []
    for _ in range(WHEEL_STEPS):
        event = QWheelEvent(
            middle, viewport.mapToGlobal(middle), nothing, QPoint(0, -120), buttons, keys,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        start = perf_counter()
        QApplication.sendEvent(viewport, event)
        QApplication.processEvents()
        times.append(perf_counter() - start)
    return statistics.median(times)
