"""One page of the window, alone, with the small register in it."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from gui.builders import model_of
from tikissa.gui.common.page import Page
from tikissa.gui.common.session_model import SessionModel
from tikissa.gui.common.task_runner import TaskRunner

SomePage = TypeVar("SomePage", bound=Page)
Open = Callable[[type[SomePage]], SomePage]


@pytest.fixture
def model(tmp_path: Path) -> Iterator[SessionModel]:
    made = model_of(tmp_path)
    yield made
    made.close()


@pytest.fixture
def runner() -> Iterator[TaskRunner]:
    made = TaskRunner()
    yield made
    made.shut_down()


@pytest.fixture
def open_page(qtbot: QtBot, model: SessionModel, runner: TaskRunner) -> Open[SomePage]:
    """Return what opens a page as the frame does: texts on, visible, filled, and told of every change."""

    def opened(page_type: type[SomePage]) -> SomePage:
        page = page_type(model, runner)
        qtbot.addWidget(page)
        page.retranslate()
        page.resize(1134, 684)
        with qtbot.waitActive(page):
            page.show()
            page.activateWindow()
        model.changed.connect(page.refresh)
        page.refresh()
        page.setFocus(Qt.FocusReason.OtherFocusReason)
        return page

    return opened
