"""After saving: whom to ask, which numbers changed, what changed and who left, as lists for other programs."""

from pathlib import Path

import pytest
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from journeys.conftest import Walk
from tikissa.files.reader import read
from tikissa.gui.pages.done import DonePage
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
    return [key for key, (made, _) in page.lists.lines.items() if made.isVisible()]


def _take(walk: Walk, page: DonePage, key: str, target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda *_: True)
    page.lists.lines[key][0].click()
    walk.until(target.exists)
    walk.until(lambda: not walk.window.runner.is_busy)


def test_only_the_lists_with_something_on_them_are_offered(walk: Walk, register: Path) -> None:
    walk.open_and_analyse(register)
    page = _saved(walk)
    assert _offered(page) == []
    assert not page.lists.isVisible()


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
    assert _offered(page) == ["ask", "numbers", "changed", "gone"]
    taken = {}
    for key in _offered(page):
        target = tmp_path / f"{key}.xlsx"
        _take(walk, page, key, target, monkeypatch)
        taken[key] = read(target)
    assert list(taken["ask"].cells_of("Asiakasnro")) == ["1030"]
    assert list(taken["gone"].cells_of("Asiakasnro")) == ["1020"]
    assert list(taken["numbers"].cells[0]) == ["1080"]
    assert set(taken["changed"].cells_of("Asiakasnro")) >= {"1003", "1005"}
