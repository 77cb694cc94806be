"""Before saving: a choice is asked only where something would be harmed, and a changed original is told."""

from pathlib import Path

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from builders import TODAY
from export.invoices import by_xlsxwriter
from export.outcomes import read
from gui.conftest import Open
from tikissa.analysis.analyse import analyse
from tikissa.app.session import Session
from tikissa.app.targets import targets_in
from tikissa.export.saving_options import IfUnsafe
from tikissa.gui.common.preferences_model import PreferencesModel
from tikissa.gui.common.session_model import SessionModel
from tikissa.gui.common.task_runner import TaskRunner
from tikissa.gui.common.workflow import Saving, Workflow
from tikissa.gui.save.before_after_picture import BeforeAfterPicture
from tikissa.gui.save.numbers_elsewhere import NumbersElsewhere
from tikissa.gui.save.obstacle_choice import ObstacleChoice
from tikissa.gui.save.save_page import SavePage
from tikissa.model.analysis import Settings
from tikissa.model.finding import Finding, Severity
from tikissa.model.record import RecordId
from tikissa.model.trend import Measure

SIGNED = Finding("save.signature_lost", Severity.WARNING)
PIVOT = Finding("save.pivot_table", Severity.ERROR)
POINTED = Finding("save.numbers_on_sheet", Severity.NOTE, arguments=("3", "Laskut", "Asiakasnro", "1002", "1001"))
LEFT = Finding("save.numbers_lost", Severity.NOTE, arguments=("1", "Laskut", "Asiakasnro"))
FIRST_TWO = (RecordId(0), RecordId(1))
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
    assert not page.obstacles.reread.isHidden(), "the way to the newer version stays open"
    workflow = Workflow(model, runner, PreferencesModel(tmp_path))
    targets = targets_in(tmp_path, session.path)
    with qtbot.waitSignal(workflow.saved):
        workflow.save(Saving(targets, page.obstacles.choice(), keep_removed=False, on_read_version=True))
    assert model.written is not None
    assert b"Uusi Asiakas" not in targets.cleaned.read_bytes()
    qtbot.waitUntil(lambda: page.obstacles.is_needed)
    assert not page.obstacles.on_read_version.isChecked(), "what was left out once is asked about anew"


def test_a_file_that_is_as_it_was_read_again_is_saved_as_ever(qtbot: QtBot) -> None:
    choice = shown(qtbot, Finding("save.changed_since", Severity.ERROR, arguments=("asiakkaat.csv",)))
    choice.on_read_version.setChecked(True)
    choice.show_obstacles(())
    assert choice.isHidden()
    assert not choice.on_read_version.isChecked()


def test_numbers_on_other_sheets_follow_only_where_they_are_ticked(qtbot: QtBot) -> None:
    numbers = NumbersElsewhere()
    qtbot.addWidget(numbers)
    assert numbers.take((PIVOT,)) == (PIVOT,)
    assert numbers.isHidden()
    assert numbers.take((PIVOT, POINTED, LEFT)) == (PIVOT,)
    assert not numbers.isHidden()
    assert ([*numbers.boxes], numbers.chosen) == (["Laskut"], frozenset())
    numbers.boxes["Laskut"].setChecked(True)
    numbers.take((POINTED,))
    assert numbers.chosen == {"Laskut"}


def test_invoices_follow_a_merged_customer_where_the_user_ticks_their_sheet(
    qtbot: QtBot, runner: TaskRunner, tmp_path: Path
) -> None:
    register = read(by_xlsxwriter(tmp_path / "a.xlsx"), "Asiakkaat")
    session = Session(register.source.path, register, tmp_path)
    session.take_analysis(analyse(register, Settings(TODAY)))
    session.decide(session.decider.merge(session.analysis, None, session.golden_record(FIRST_TWO), FIRST_TWO))
    model = SessionModel()
    model.open(session)
    page = SavePage(model, runner)
    qtbot.addWidget(page)
    page.retranslate()
    page.refresh()
    qtbot.waitUntil(lambda: bool(page.numbers.boxes))
    page.numbers.boxes["Laskut"].setChecked(True)
    workflow = Workflow(model, runner, PreferencesModel(tmp_path))
    page.save_wanted.connect(workflow.save)
    with qtbot.waitSignal(workflow.saved):
        page.save.click()
    assert model.written is not None
    assert ("save.repointed", ("3",)) in [(note.code, note.arguments) for note in model.written.notes]
    model.close()


def test_the_files_are_named_after_the_register_that_is_open(
    open_page: Open[SavePage], model: SessionModel, tmp_path: Path
) -> None:
    page = open_page(SavePage)
    first = page.cleaned_name.text()
    other = tmp_path / "toinen" / "toinen.csv"
    other.parent.mkdir()
    other.write_text("Nimi\nBertta\n", encoding="utf-8")
    session = Session(other, read(other), tmp_path / "data")
    model.open(session)
    model.take_analysis(analyse(session.register, Settings(TODAY)))
    page.refresh()
    assert "toinen" in page.cleaned_name.text() != first
    assert "file" in page.keep_removed.text()


def test_a_column_of_how_active_customers_are_is_added_where_it_is_ticked(
    qtbot: QtBot, runner: TaskRunner, tmp_path: Path
) -> None:
    path = tmp_path / "asiakkaat.csv"
    path.write_text("Nimi;Viimeisin osto\nAino Ahola;1.9.2026\nEino Ek;1.1.2015\n", encoding="utf-8")
    session = Session(path, read(path), tmp_path)
    session.take_analysis(analyse(session.register, Settings(TODAY)))
    model = SessionModel()
    model.open(session)
    page = SavePage(model, runner)
    qtbot.addWidget(page)
    page.retranslate()
    page.refresh()
    assert (page.with_activity.isHidden(), page.with_activity.isChecked()) == (False, False)
    page.with_activity.setChecked(True)
    workflow = Workflow(model, runner, PreferencesModel(tmp_path))
    page.save_wanted.connect(workflow.save)
    with qtbot.waitSignal(workflow.saved):
        page.save.click()
    assert model.written is not None
    assert model.written.cleaned.read_text(encoding="utf-8").splitlines()[1:] == [
        "Aino Ahola;1.9.2026;Active",
        "Eino Ek;1.1.2015;Passive",
    ]
    model.close()


def test_no_such_column_is_offered_where_no_dates_tell(open_page: Open[SavePage]) -> None:
    assert open_page(SavePage).with_activity.isHidden()


def test_the_picture_of_before_and_now_is_told_in_words_and_opens(qtbot: QtBot) -> None:
    picture = BeforeAfterPicture()
    qtbot.addWidget(picture)
    picture.retranslate()
    measures = [
        Measure(f"way_{way}", 600, 600 + place, 1204, 1149)
        for place, way in enumerate(("email", "phone", "sms", "post", "invoice"))
    ]
    picture.show_measures([*measures, Measure("rows", 1204, 1149), Measure("old", 300, 100)])

    def told() -> list[str]:
        bars = [bar for bar in picture.findChildren(QWidget) if "now" in bar.accessibleName()]
        return [bar.accessibleName() for bar in bars if bar.isVisibleTo(picture)]

    assert len(told()) == 6
    assert "Rows: before 1,204, now 1,149" in told()
    picture.more.click()
    qtbot.waitUntil(lambda: len(told()) == 7)
    assert picture.more.isHidden()
