"""Long work: off the window's thread, heard on it, stopped at once."""

import gc
from collections.abc import Iterator
from threading import Event, current_thread, main_thread

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tikissa.gui.common.task_runner import TaskRunner
from tikissa.model.progress import Progress


@pytest.fixture
def runner(qapp: QApplication) -> Iterator[TaskRunner]:
    runner = TaskRunner(qapp)
    yield runner
    runner.shut_down()


def test_work_is_done_elsewhere_and_its_result_comes_to_the_window(runner: TaskRunner, qtbot: QtBot) -> None:
    heard: list[tuple[object, bool]] = []
    task = runner.task(lambda _progress: current_thread() is main_thread())
    task.finished.connect(lambda result: heard.append((result, current_thread() is main_thread())))
    with qtbot.waitSignal(task.ended):
        task.start()
    assert heard == [(False, True)]


def test_progress_comes_before_the_result(runner: TaskRunner, qtbot: QtBot) -> None:
    heard: list[str] = []

    def work(progress: Progress) -> str:
        progress.report("analysis.fixes", 1, 2)
        return "done"

    task = runner.task(work)
    task.progressed.connect(lambda stage, _done, _total: heard.append(stage))
    task.finished.connect(heard.append)
    with qtbot.waitSignal(task.ended):
        task.start()
    assert heard == ["analysis.fixes", "done"]


def test_a_thousand_reports_of_one_stage_do_not_flood_the_window(runner: TaskRunner, qtbot: QtBot) -> None:
    heard: list[int] = []

    def work(progress: Progress) -> None:
        for done in range(1000):
            progress.report("analysis.fixes", done, 1000)

    task = runner.task(work)
    task.progressed.connect(lambda _stage, done, _total: heard.append(done))
    with qtbot.waitSignal(task.ended):
        task.start()
    assert len(heard) < 100


def test_what_goes_wrong_in_the_work_is_told_and_not_raised(runner: TaskRunner, qtbot: QtBot) -> None:
    problem = ValueError("odd")

    def work(_progress: Progress) -> None:
        raise problem

    task = runner.task(work)
    with qtbot.waitSignal(task.failed) as told:
        task.start()
    assert told.args == [problem]


def test_cancelled_work_stops_and_gives_no_result(runner: TaskRunner, qtbot: QtBot) -> None:
    begun = Event()
    heard: list[object] = []

    def work(progress: Progress) -> None:
        while True:
            progress.report("analysis.matching", 0, 1)
            begun.set()

    task = runner.task(work)
    task.finished.connect(heard.append)
    task.failed.connect(heard.append)
    task.start()
    assert begun.wait(10)
    with qtbot.waitSignal(task.cancelled):
        task.cancel()
    assert heard == []


def test_nothing_is_left_running_when_the_program_ends(runner: TaskRunner) -> None:
    begun, over = Event(), Event()

    def work(progress: Progress) -> None:
        try:
            while True:
                progress.report("analysis.matching", 0, 1)
                begun.set()
        finally:
            over.set()

    runner.task(work).start()
    assert begun.wait(10)
    runner.shut_down()
    assert over.is_set()


def test_the_search_for_cycles_rests_only_while_work_goes_on(runner: TaskRunner, qtbot: QtBot) -> None:
    task = runner.task(lambda _progress: gc.isenabled())
    with qtbot.waitSignal(task.finished) as told:
        task.start()
    assert told.args == [False]
    qtbot.waitUntil(gc.isenabled)
