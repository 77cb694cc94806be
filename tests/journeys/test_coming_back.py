"""Next month's export of the same register is dropped on the window."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from gui.test_accessibility import controls, spoken
from journeys.conftest import HEADER, Walk, customer
from tikissa.app.folders import data_folder
from tikissa.gui.overview.since_last_time_page import SinceLastTimePage
from tikissa.gui.rows.rows_page import RowsPage
from tikissa.model.decision import RetireAction
from tikissa.model.record import RecordId
from tikissa.store.recent import forget


def _next_month(register: Path) -> None:
    """One customer moves, one goes, two come; the rows are in another order."""
    header, *rows = register.read_text(encoding="cp1252").splitlines()
    rows = [row.replace("Koivutie 11;", "Mäntytie 2;") for row in rows if not row.startswith("1030;")]
    rows += [customer(90), customer(91)]
    register.write_text("\r\n".join([header, *reversed(rows)]) + "\r\n", encoding="cp1252")


def _decide_everything(walk: Walk, register: Path) -> str:
    walk.open_and_analyse(register)
    walk.go("fixes")
    walk.accept_every_fix()
    walk.go("duplicates")
    walk.press_first("Yhdistä")
    return walk.window.foot.arithmetic.text()


def _come_back(walk: Walk, register: Path) -> SinceLastTimePage:
    walk.drop(register)
    walk.at("read_back")
    walk.press("Kyllä, jatka")
    walk.at("since_last_time")
    page = walk.window.page
    assert isinstance(page, SinceLastTimePage)
    return page


def test_a_newer_version_tells_what_changed_and_brings_the_choices_along(walk: Walk, register: Path) -> None:
    _decide_everything(walk, register)
    _next_month(register)
    page = _come_back(walk, register)
    assert [card.number.text() for card in (page.new, page.changed, page.gone)] == ["2", "1", "1"]
    assert walk.window.model.current.work.merges == ()
    walk.go("overview")
    assert walk.window.foot.arithmetic.text().startswith("82 riviä = 81 säilyy + 1 yhdistetty")


def test_the_numbers_lead_to_the_rows(walk: Walk, register: Path) -> None:
    _decide_everything(walk, register)
    _next_month(register)
    _come_back(walk, register).new.click()
    walk.at("rows")
    page = walk.window.page
    assert isinstance(page, RowsPage)
    assert page.browser.count.text() == "2 / 82 riviä"


def test_every_control_of_the_page_has_a_name_and_takes_the_focus(walk: Walk, register: Path) -> None:
    _decide_everything(walk, register)
    _next_month(register)
    met = controls(_come_back(walk, register))
    assert met
    assert [widget for widget in met if not spoken(widget) or not widget.focusPolicy()] == []


def test_the_page_is_in_the_rail_only_after_a_newer_version_came(walk: Walk, register: Path) -> None:
    walk.open_and_analyse(register)
    assert walk.window.rail.entries["since_last_time"].isHidden()
    _next_month(register)
    _come_back(walk, register)
    QApplication.processEvents()
    assert walk.window.rail.entries["since_last_time"].isVisible()


def test_the_main_button_brings_the_choices_to_a_newer_version_under_another_name(walk: Walk, register: Path) -> None:
    _decide_everything(walk, register)
    newer = register.with_name("asiakkaat-2026-12.csv")
    newer.write_bytes(register.read_bytes())
    _next_month(newer)
    walk.drop_register(newer)
    walk.at("read_back")
    walk.press("Kyllä, tuo valintani mukaan")
    walk.at("since_last_time")
    assert walk.window.foot.arithmetic.text().startswith("82 riviä = 81 säilyy + 1 yhdistetty")


def test_whoever_wants_no_earlier_choices_goes_on_without_them_and_is_not_asked_again(
    walk: Walk, register: Path
) -> None:
    _decide_everything(walk, register)
    other = register.with_name("toinen-myymälä.csv")
    other.write_bytes(register.read_bytes())
    _next_month(other)
    walk.drop_register(other)
    walk.at("read_back")
    walk.press("Jatka ilman niitä")
    walk.at("overview")
    assert walk.window.model.current.log.events == ()
    walk.window.model.close()
    walk.window.workflow.open_file(other)
    walk.at("overview")
    assert walk.window.model.earlier is None


def test_a_register_of_other_customers_is_offered_no_choices(walk: Walk, register: Path) -> None:
    _decide_everything(walk, register)
    other = register.with_name("toiset.csv")
    header, *_ = register.read_text(encoding="cp1252").splitlines()
    rows = [customer(number).replace("Koivutie", "Leppätie") for number in range(300, 380)]
    other.write_text("\r\n".join([header, *rows]) + "\r\n", encoding="cp1252")
    walk.open_and_analyse(other)
    assert walk.window.model.current.log.events == ()


def test_a_known_register_that_falls_on_an_open_window_is_gone_on_with(walk: Walk, register: Path) -> None:
    _decide_everything(walk, register)
    other = register.with_name("toiset.csv")
    rows = [customer(number) for number in range(300, 340)]
    other.write_text("\r\n".join([HEADER, *rows]) + "\r\n", encoding="cp1252")
    walk.open_and_analyse(other)
    _next_month(register)
    _come_back(walk, register)
    assert walk.window.model.current.work.merges == ()


def test_a_newer_version_of_the_open_register_is_offered_as_that_before_it_is_as_a_list(
    walk: Walk, register: Path
) -> None:
    _decide_everything(walk, register)
    newer = register.with_name("asiakkaat-2026-12.csv")
    newer.write_bytes(register.read_bytes())
    _next_month(newer)
    walk.drop(newer)
    question = walk.window.arrivals.question
    assert question is not None
    walk.until(question.own.isChecked)
    question.accept()
    walk.at("read_back")
    walk.press("Kyllä, tuo valintani mukaan")
    walk.at("since_last_time")
    assert walk.window.model.current.work.merges == ()


def test_choices_that_were_being_brought_along_when_it_was_cancelled_are_brought_the_next_time(
    walk: Walk, register: Path
) -> None:
    _decide_everything(walk, register)
    _next_month(register)
    workflow, runner = walk.window.workflow, walk.window.runner
    bring = workflow._take_over

    def stop_at_once(*what: object) -> None:
        bring(*what)  # type: ignore[arg-type]
        runner.cancel_all()

    workflow._take_over = stop_at_once  # type: ignore[method-assign]
    walk.drop(register)
    walk.at("start")
    workflow._take_over = bring  # type: ignore[method-assign]
    _come_back(walk, register)
    assert walk.window.model.current.work.merges == ()


def _after_a_new_start(walk: Walk, register: Path) -> SinceLastTimePage:
    """Open the register again as after closing the program: nothing is held in memory."""
    walk.window.visit("overview")
    walk.window.model.close()
    walk.window.workflow.open_file(register)
    walk.at("overview")
    assert walk.window.model.current.carried is None
    walk.go("since_last_time")
    page = walk.window.page
    assert isinstance(page, SinceLastTimePage)
    return page


def test_what_changed_since_last_time_is_still_told_after_a_new_start(walk: Walk, register: Path) -> None:
    _decide_everything(walk, register)
    _next_month(register)
    page = _come_back(walk, register)
    told = [card.number.text() for card in (page.new, page.changed, page.gone, page.asked)], page.kept.text()
    again = _after_a_new_start(walk, register)
    cards = (again.new, again.changed, again.gone, again.asked)
    assert ([card.number.text() for card in cards], again.kept.text()) == told
    assert again.told.isVisible()


def test_what_was_decided_on_the_earlier_version_afterwards_is_not_mixed_in(walk: Walk, register: Path) -> None:
    earlier = register.read_bytes()
    _decide_everything(walk, register)
    _next_month(register)
    kept, newer = _come_back(walk, register).kept.text(), register.read_bytes()
    register.write_bytes(earlier)
    walk.drop(register)
    walk.at("duplicates")
    model = walk.window.model
    keys = model.current.analysis.keys
    model.decide(model.decider.retired_by_hand(keys, [RecordId(40)], RetireAction.ARCHIVE))
    register.write_bytes(newer)
    walk.drop(register)
    walk.at("since_last_time")
    walk.until(lambda: walk.window.model.current.carried is not None)
    page = walk.window.page
    assert isinstance(page, SinceLastTimePage)
    assert page.kept.text() == kept


def test_an_earlier_version_that_was_forgotten_is_no_longer_compared_with(walk: Walk, register: Path) -> None:
    _decide_everything(walk, register)
    _next_month(register)
    _come_back(walk, register)
    forebear = walk.window.model.current.forebear
    assert forebear is not None
    walk.window.visit("overview")
    walk.window.model.close()
    forget(data_folder(), forebear.session)
    walk.window.workflow.open_file(register)
    walk.at("overview")
    walk.go("since_last_time")
    page = walk.window.page
    assert isinstance(page, SinceLastTimePage)
    assert not page.told.isVisible()
    walk.go("overview")
    assert walk.window.rail.entries["since_last_time"].isHidden()


def test_going_on_with_the_cleaned_file_asks_nothing_that_was_answered(walk: Walk, register: Path) -> None:
    _decide_everything(walk, register)
    model = walk.window.model
    row = RecordId(3)  # its postal code was mended
    model.decide(model.decider.retired_by_hand(model.current.analysis.keys, [row], RetireAction.UP_TO_DATE))
    left = model.current.work.count
    walk.go("save")
    walk.press("Tallenna siistitty tiedosto")
    walk.at("done")
    walk.window.workflow.open_file(register.with_name("asiakkaat-siistitty.csv"))
    walk.at("read_back")
    walk.press("Kyllä, tuo valintani mukaan")
    walk.at("since_last_time")
    page = walk.window.page
    assert isinstance(page, SinceLastTimePage)
    assert page.go_on.hasFocus()
    carried = model.current.carried
    assert carried is not None
    recognition = carried.recognition
    assert (carried.dropped, recognition.new, recognition.changed, recognition.gone) == ((), (), (), ())
    assert model.current.work.count == left
