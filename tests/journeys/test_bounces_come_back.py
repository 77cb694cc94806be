"""Messages that came back are dropped on the window: the counts in a sentence, the proposals kind by kind, undoable."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from files.mail_makers import block, report
from journeys.conftest import Walk, customer
from tikissa.app.contact_memory import remembered
from tikissa.gui.contacts.contacts_page import ContactsPage
from tikissa.model.contact_event import ContactNews
from tikissa.model.permission import Channel


def address(number: int) -> str:
    return customer(number).split(";")[4]


def page_of(walk: Walk) -> ContactsPage:
    walk.at("contacts")
    page = walk.window.page
    assert isinstance(page, ContactsPage)
    return page


def headings(page: ContactsPage) -> list[str]:
    return [card.heading.text() for card in page.deck.cards]


def bounces(folder: Path, *numbers: int, month: str) -> Path:
    folder.mkdir()
    for number in numbers:
        content = report(block(address(number), "5.1.1", f"550 5.1.1 User unknown {month}"))
        (folder / f"{number}.eml").write_bytes(content)
    return folder


def test_bounces_are_counted_checked_and_when_they_come_again_asked_about(
    walk: Walk, register: Path, tmp_path: Path
) -> None:
    walk.speak("en")
    walk.open_and_analyse(register)
    walk.drop(bounces(tmp_path / "lokakuu", 4, 9, month="10"))
    page = page_of(walk)
    assert page.lead.text() == "2 addresses: 2 do not work. Nobody is removed."
    assert headings(page) == ["A message came back once: worth checking"]
    walk.drop(bounces(tmp_path / "marraskuu", 9, month="11"))
    walk.until(lambda: len(page.deck.cards) == 2)
    assert headings(page)[0] == "Messages came back more than once: ask for a new address"
    walk.press_first("Add to the ask list")
    assert len(page.deck.cards) == 1
    walk.window.model.undo()
    assert len(page.deck.cards) == 2
    known = remembered(walk.window.model.current)
    assert [event.what for event in known] == [ContactNews.HARD] * 3


def test_unsubscribes_become_prohibitions_in_one_choice_and_are_in_the_saved_file(
    walk: Walk, register: Path, tmp_path: Path
) -> None:
    walk.speak("en")
    walk.open_and_analyse(register)
    listed = tmp_path / "unsubscribed.csv"
    listed.write_text(f"Email;UNSUB_TIME\n{address(4)};2026-10-01 10:00\n{address(17)};2026-10-02 10:00\n", "utf-8")
    walk.drop(listed)
    QApplication.processEvents()
    question = walk.window.arrivals.question
    assert question is not None
    walk.until(question.contacts.isChecked)  # by what the file looks like
    question.accept()
    page = page_of(walk)
    assert headings(page) == ["Unsubscribed"]
    walk.press_first("Enter an opt-out for all 2")
    assert page.deck.cards == []
    outcome = walk.window.model.current.outcome
    assert [(entry.text, entry.channels) for entry in outcome.exclusions] == [
        (address(4), (Channel.EMAIL.value,)),
        (address(17), (Channel.EMAIL.value,)),
    ]
    walk.go("save")
    walk.press_first("Save")
    walk.at("done")
    written = walk.window.model.written
    assert written is not None
    lines = written.cleaned.read_text("cp1252").splitlines()
    assert lines[0].endswith("E-mail opt-out")
    assert [line.split(";")[0] for line in lines if line.endswith(";x")] == ["1004", "1017"]
