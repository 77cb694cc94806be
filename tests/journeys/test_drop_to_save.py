"""From the drop of a file to the saved one, through the real window and in the words on its buttons."""

from hashlib import sha256
from pathlib import Path

import pytest

from journeys.conftest import Walk
from tikissa.export.proof.verify import verify
from tikissa.gui.common.task_runner import Task

WORDS = {
    "fi": ("Kyllä, jatka", "Aloita selvimmistä", "Yhdistä", "Tallenna siistitty tiedosto"),
    "sv": ("Ja, fortsätt", "Börja med de tydligaste", "Slå ihop", "Spara den städade filen"),
    "en": ("Yes, continue", "Start with the clear cases", "Merge", "Save the cleaned file"),
}


ENDINGS = {
    "fi": ("siistitty.csv", "muutosloki.xlsx"),
    "sv": ("rensad.csv", "ändringslogg.xlsx"),
    "en": ("cleaned.csv", "change-log.xlsx"),
}


@pytest.mark.parametrize("language", WORDS)
def test_a_register_is_dropped_reviewed_and_saved(walk: Walk, register: Path, language: str) -> None:
    yes, start, merge, save = WORDS[language]
    before = sha256(register.read_bytes()).hexdigest()
    walk.speak(language)
    walk.drop(register)
    walk.at("read_back")
    walk.press(yes)
    walk.at("overview")
    walk.press(start)
    walk.at("fixes")
    walk.accept_every_fix()
    walk.go("duplicates")
    walk.press_first(merge)
    walk.go("save")
    walk.press(save)
    walk.at("done")
    cleaned, log = (register.with_name(f"asiakkaat-{ending}") for ending in ENDINGS[language])
    lines = cleaned.read_bytes().decode("cp1252").splitlines()
    assert len(lines) == 81
    assert [line.split(";")[6] for line in lines if line.startswith(("1003;", "1005;"))] == ["00130", "00150"]
    assert verify(register, cleaned, log) == ()
    assert sha256(register.read_bytes()).hexdigest() == before


def test_the_file_can_be_given_when_the_program_starts(walk: Walk, register: Path) -> None:
    walk.window.workflow.open_file(register)
    walk.at("read_back")
    assert walk.window.page.facts.text() == "Luettiin 81 riviä ja 9 saraketta."


def test_nothing_is_changed_by_looking(walk: Walk, register: Path) -> None:
    walk.open_and_analyse(register)
    for key in walk.window.rail.entries:
        walk.window.visit(key)
    assert not walk.window.model.current.outcome.changes
    assert walk.window.foot.arithmetic.text() == "81 riviä · ei muutoksia"


def test_a_register_can_be_opened_again_after_its_opening_was_stopped_midway(walk: Walk, register: Path) -> None:
    started: list[Task] = []

    def stop_the_second(task: Task) -> None:
        started.append(task)
        if len(started) == 2:
            task.cancel()

    walk.window.runner.started.connect(stop_the_second)
    walk.drop_register(register)
    walk.until(lambda: len(started) == 2 and not walk.window.runner.is_busy)
    assert walk.window.model.session is None
    walk.drop_register(register)
    walk.at("read_back")
