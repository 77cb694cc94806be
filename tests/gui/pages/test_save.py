"""Before saving: a choice is asked only where something would be harmed, and a changed original is told."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from gui.pages.conftest import Open
from tikissa.app.targets import targets_in
from tikissa.export.options import IfUnsafe
from tikissa.gui.pages.save import SavePage
from tikissa.gui.preferences_model import PreferencesModel
from tikissa.gui.session_model import SessionModel
from tikissa.gui.task_runner import TaskRunner
from tikissa.gui.widgets.obstacle_choice import ObstacleChoice
from tikissa.gui.workflow import Saving, Workflow
from tikissa.model.finding import Finding, Severity

SIGNED = Finding("save.signature_lost", Severity.WARNING)
PIVOT = Finding("save.pivot_table", Severity.ERROR)
ENCODING = Finding("save.encoding_cannot_hold", Severity.ERROR, arguments=("cp1252", "ő", "1"))


def shown(qtbot: QtBot, *obstacles: Finding) -> ObstacleChoice:
    choice = ObstacleChoice()
    qtbot.addWidget(choice)
    choice.show_obstacles(obstacles)
    return choice


def offered(choice: ObstacleChoice) -> list[IfUnsafe]:
    return [way for way, chooser in choice._ways.items() if not chooser.isHidden()]


def test_what_is_only_good_to_know_asks_for_no_choice(qtbot: QtBot) -> None:
    choice = shown(qtbot, SIGNED)
    assert not choice.isHidden()
    assert (choice.is_needed, offered(choice), choice.choice()) == (False, [], IfUnsafe.STOP)


def test_harm_asks_for_one_of_three_ways(qtbot: QtBot) -> None:
    choice = shown(qtbot, PIVOT, SIGNED)
    assert (choice.is_needed, offered(choice), choice.choice()) == (True, [*choice._ways], IfUnsafe.MARK)


def test_an_encoding_that_is_too_small_has_a_way_of_its_own(qtbot: QtBot) -> None:
    choice = shown(qtbot, PIVOT)
    choice.show_obstacles((ENCODING,))
    assert (offered(choice), choice.choice()) == ([IfUnsafe.PLAIN], IfUnsafe.PLAIN)
    choice.show_obstacles(())
    assert choice.isHidden()


def test_a_changed_original_can_be_saved_on_the_version_that_was_read(
    open_page: Open[SavePage], model: SessionModel, runner: TaskRunner, qtbot: QtBot, tmp_path: Path
) -> None:
    session = model.current
    session.path.write_bytes(session.path.read_bytes() + b"Uusi Asiakas\r\n")
    page = open_page(SavePage)
    qtbot.waitUntil(lambda: not page.obstacles.on_read_version.isHidden())
    page.obstacles.on_read_version.setChecked(True)
    qtbot.waitUntil(lambda: not page.obstacles.is_needed)
    workflow = Workflow(model, runner, PreferencesModel(tmp_path))
    targets = targets_in(tmp_path, session.path)
    with qtbot.waitSignal(workflow.saved):
        workflow.save(Saving(targets, page.obstacles.choice(), keep_removed=False, on_read_version=True))
    assert model.written is not None
    assert b"Uusi Asiakas" not in targets.cleaned.read_bytes()
