"""Each language has letters of its own for the buttons: on no page do two buttons in sight wait for one key."""

from collections import Counter
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from journeys.conftest import Walk
from tikissa.gui.elements.key_button import KeyButton
from tikissa.gui.fixes.fixes_page import FixesPage
from tikissa.gui.rows.rows_page import RowsPage
from tikissa.gui.stale.stale_page import StalePage
from tikissa.presentation.stale_groups import stale_groups


def keys_in_sight(walk: Walk) -> list[str]:
    """Return the keys of the buttons that can be pressed now, as often as they are waited for."""
    QApplication.processEvents()
    buttons = walk.window.page.findChildren(KeyButton)
    return [button.key for button in buttons if button.key and button.isVisible() and button.isEnabled()]


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_no_two_buttons_in_sight_share_a_key(walk: Walk, register: Path, language: str) -> None:
    walk.speak(language)
    walk.open_and_analyse(register)
    seen: dict[str, list[str]] = {}
    for key in ("fixes", "duplicates", "stale", "rows"):
        walk.go(key)
        seen[key] = keys_in_sight(walk)
        match walk.window.page:
            case FixesPage() as page:
                page.deck.cards[0].buttons[1].click()
            case StalePage() as page:
                page.most.click()
                seen["one stale row"] = keys_in_sight(walk)
                page.one.back.click()
                page.deck.cards[0].buttons[0].click()
            case RowsPage() as page:
                page.browser.table.selectAll()
        seen[f"inside {key}"] = keys_in_sight(walk)
    assert stale_groups(walk.window.model.current.work.retires)
    assert all(keys for keys in seen.values()), seen
    assert [(place, keys) for place, keys in seen.items() if max(Counter(keys).values()) > 1] == []
