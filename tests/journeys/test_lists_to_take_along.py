"""After saving: whom to ask, which numbers changed, what changed and who left, as lists for other programs."""

from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from journeys.conftest import Walk, customer
from tikissa.files.reader import read
from tikissa.gui.save.done_page import DonePage
from tikissa.model.decision import RetireAction
from tikissa.model.record import RecordId


def _saved(walk: Walk) -> DonePage:
    walk.go("save")
    walk.press("Tallenna siistitty tiedosto")
    walk.at("done")
    page = walk.window.page
    assert isinstance(page, DonePage)
    return page


def _offered(page: DonePage) -> list[str]:
    return [key for key, line in page.lists.lines.items() if line.take.isVisible()]


def _take(walk: Walk, page: DonePage, key: str, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda *_: True)
    page.lists.lines[key].take.click()
    walk.until(target.exists)
    walk.until(lambda: not walk.window.runner.is_busy)


WAYS = ["sms", "email", "post", "phone"]


def test_only_the_lists_that_fit_the_register_are_offered(walk: Walk, register: Path, tmp_path: Path) -> None:
    walk.open_and_analyse(register)
    assert _offered(_saved(walk)) == WAYS
    bare = tmp_path / "nimet.csv"
    names = [f"{1000 + number};{customer(number).split(';')[1]}" for number in range(5)]
    bare.write_text("\r\n".join(["Asiakasnro;Sukunimi", *names]), encoding="utf-8")
    walk.open_and_analyse(bare)
    page = _saved(walk)
    assert _offered(page) == []
    assert not page.lists.isVisible()


def test_a_list_says_how_many_are_on_it_and_who_is_not(walk: Walk, register: Path) -> None:
    walk.open_and_analyse(register)
    line = _saved(walk).lists.lines["sms"]
    assert (line.number.text(), "sama\N{NO-BREAK SPACE}numero\N{NO-BREAK SPACE}1" in line.words.text()) == ("80", True)
    walk.speak("sv")
    walk.until(lambda: "samma\N{NO-BREAK SPACE}nummer\N{NO-BREAK SPACE}1" in line.words.text())


def test_a_column_on_permission_that_nobody_has_explained_is_named_above_the_lists(
    walk: Walk, register: Path, tmp_path: Path
) -> None:
    walk.open_and_analyse(register)
    explained = _saved(walk)
    assert "Lupatieto" not in explained.lists.own_word.text()
    path = tmp_path / "luvat.csv"
    rows = [f"{1000 + number};Ahokas;Aino;040 200 40{number};{'AB'[number % 2]}" for number in range(10, 30)]
    path.write_text("\r\n".join(["Asiakasnro;Sukunimi;Etunimi;Puhelin;Lupatieto", *rows]), encoding="utf-8")
    walk.open_and_analyse(path)
    page = _saved(walk)
    walk.until(page.lists.isVisible)
    assert "Lupatieto" in page.lists.own_word.text()


def test_each_list_says_what_was_decided(
    walk: Walk, register: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    walk.open_and_analyse(register)
    walk.go("fixes")
    walk.accept_every_fix()
    walk.go("duplicates")
    walk.press_first("Yhdistä")
    model = walk.window.model
    keys = model.current.analysis.keys
    model.decide(model.decider.retired_by_hand(keys, [RecordId(20)], RetireAction.ARCHIVE))
    model.decide(model.decider.retired_by_hand(keys, [RecordId(30)], RetireAction.ASK))
    page = _saved(walk)
    assert _offered(page) == ["ask", *WAYS, "numbers", "changed", "program", "gone"]
    taken = {}
    for key in _offered(page):
        target = tmp_path / f"{key}.xlsx"
        _take(walk, page, key, target, monkeypatch)
        taken[key] = read(target)
    assert list(taken["ask"].cells_of("Asiakasnro")) == ["1030"]
    assert list(taken["gone"].cells_of("Asiakasnro")) == ["1020"]
    assert list(taken["numbers"].cells[0]) == ["1020", "1080"]
    assert {"1003", "1005"} <= set(taken["program"].cells_of("Asiakasnro"))
    assert taken["sms"].source.sheets == ("Tekstiviestilista", "Tietoja listasta")
    assert "+3582034111" not in list(taken["sms"].cells[0])
    assert len(taken["sms"]) == 79
    assert set(taken["changed"].cells_of("Asiakasnro")) >= {"1003", "1005"}
