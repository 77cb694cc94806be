"""What every test gets: Qt without a screen, a data folder of its own, and `--full` for the long checks."""

import os
from collections.abc import Iterator
from functools import partialmethod
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
for name in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
    os.environ.pop(name, None)
os.environ["LANG"] = "C.UTF-8"  # this computer's own language is nobody's concern; tests of a language choose it

PATIENCE = 60_000
"""Milliseconds after which what has not come never will."""

SHARED = Path(__file__).resolve().parents[2] / "shared"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--full", action="store_true", help="run the long form of every check")


def pytest_configure(config: pytest.Config) -> None:
    """A submission is judged by the same examples every time, on however slow a machine; the long form draws new."""
    patient = [HealthCheck.too_slow, HealthCheck.data_too_large]
    settings.register_profile("new", deadline=None, suppress_health_check=patient, print_blob=True)
    settings.register_profile("same", settings.get_profile("new"), derandomize=True, print_blob=False)
    settings.load_profile("new" if config.getoption("--full") else "same")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    wanted = config.getoption("--full")
    mark = pytest.mark.timeout(3600) if wanted else pytest.mark.skip(reason="the long form: run with --full")
    for item in items:
        if "full" in item.keywords:
            item.add_marker(mark)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item) -> Iterator[None]:
    """Take the windows of a test away with it: else each change of the look dresses those of every test before it,
    and a test takes the longer the more windows were left by others."""
    yield
    if "qapp" in getattr(item, "fixturenames", ()):
        for widget in QApplication.topLevelWidgets():
            if widget.parent() is None:
                widget.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture(autouse=True)
def _own_data_folder(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Keep the tests' sessions and preferences away from the user's."""
    monkeypatch.setenv("TIKISSA_DATA", str(tmp_path_factory.mktemp("data")))


class PatientBot(QtBot):
    """Waits for what is to come as long as a busy machine may need; what comes sooner is taken sooner."""


for name in ("waitUntil", "waitSignal", "waitExposed"):
    setattr(PatientBot, name, partialmethod(getattr(QtBot, name), timeout=PATIENCE))


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    assert qapp is QApplication.instance()
    return PatientBot(request)


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of measured facts beside the checkout; its tests are skipped where it is missing."""
    if not SHARED.is_dir():
        pytest.skip("../shared is not here")
    return SHARED
