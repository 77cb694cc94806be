"""The look: readable in light and dark, at every text size."""

import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from tikissa.gui.common.preferences_model import PreferencesModel
from tikissa.gui.elements import theme
from tikissa.gui.elements.theme import CONTRAST, DARK, LIGHT, MUST_BE_READABLE, Colours, Scheme
from tikissa.gui.shell.application import Dress
from tikissa.gui.shell.settings_dialog import TEXT_SIZES

PAIRS = [(text, ground) for text, grounds in MUST_BE_READABLE for ground in grounds]


@pytest.fixture
def dressed(qapp: QApplication) -> QApplication:
    return qapp


@pytest.mark.parametrize("scheme", [LIGHT, DARK, CONTRAST], ids=["light", "dark", "contrast"])
@pytest.mark.parametrize(("text", "ground"), PAIRS, ids=["-on-".join(pair) for pair in PAIRS])
def test_every_text_can_be_read_on_its_ground(scheme: Colours, text: str, ground: str) -> None:
    assert theme.contrast(getattr(scheme, text), getattr(scheme, ground)) >= 4.5


@pytest.mark.parametrize("scheme", [LIGHT, DARK, CONTRAST], ids=["light", "dark", "contrast"])
def test_borders_of_controls_stand_out_from_what_is_under_them(scheme: Colours) -> None:
    """WCAG asks 3 : 1 of what shows where a control is."""
    assert theme.contrast(scheme.outline, scheme.surface) >= 3
    assert theme.contrast(scheme.outline, scheme.window) >= 3


def test_contrast_is_that_of_the_standard() -> None:
    assert theme.contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert theme.contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("chosen", [LIGHT, DARK, CONTRAST], ids=["light", "dark", "contrast"])
def test_the_style_sheet_has_a_colour_for_every_name_it_uses(chosen: Colours) -> None:
    assert "@" not in theme.style_sheet(chosen, 100)


def test_text_of_two_hundred_per_cent_is_twice_as_large(qtbot: QtBot, qapp: QApplication) -> None:
    heading = QLabel("Tikissä")
    heading.setProperty("look", "title")
    qtbot.addWidget(heading)
    theme.apply_theme(qapp, Scheme.LIGHT, 200)
    heading.ensurePolished()
    assert heading.font().pixelSize() == 2 * theme.TEXT_SIZES["title"]
    theme.apply_theme(qapp, Scheme.LIGHT)


def test_the_dark_scheme_is_known_to_what_is_painted_by_hand(qapp: QApplication) -> None:
    theme.apply_theme(qapp, Scheme.DARK)
    assert theme.colours() == DARK
    theme.apply_theme(qapp, Scheme.LIGHT)
    assert theme.colours() == LIGHT


@pytest.mark.parametrize("percent", TEXT_SIZES)
def test_the_circle_of_a_choice_is_round_and_as_large_chosen_as_not(percent: int) -> None:
    sheet = theme.style_sheet(LIGHT, percent)
    circle, chosen = (_pixels(sheet, f"QRadioButton::indicator{state}") for state in ("", ":checked"))
    across = circle["width"] + 2 * circle["border"]
    assert 2 * circle["border-radius"] <= across
    assert chosen["width"] + 2 * chosen["border"] == across


def _pixels(sheet: str, selector: str) -> dict[str, int]:
    rule = re.search(rf"^{re.escape(selector)} {{([^}}]*)}}", sheet, re.MULTILINE)
    assert rule is not None
    return {name: int(pixels) for name, pixels in re.findall(r"([\w-]+): (\d+)px", rule[1])}


def test_high_contrast_is_aaa_and_what_is_painted_by_hand_follows_it(qapp: QApplication) -> None:
    for written, grounds in MUST_BE_READABLE:
        for ground in grounds:
            assert theme.contrast(getattr(CONTRAST, written), getattr(CONTRAST, ground)) >= 7, (written, ground)
    theme.apply_theme(qapp, Scheme.CONTRAST)
    assert theme.colours() == CONTRAST
    theme.apply_theme(qapp, Scheme.LIGHT)


def test_the_look_is_put_on_again_and_again_as_the_system_wants_it(qapp: QApplication, tmp_path: Path) -> None:
    preferences = PreferencesModel(tmp_path / "preferences.json")
    dress = Dress(qapp, preferences)
    for percent in (125, 150, 100):
        preferences.change(text_size=percent)
        assert qapp.font().pixelSize() == theme.text_pixels("body", percent)
    del dress
    theme.apply_theme(qapp, Scheme.SYSTEM)
