"""A long address goes on to the next line after its @ and not in the middle of a name."""

import pytest
from PySide6.QtGui import QFont, QFontMetrics

from tikissa.gui.elements.wrapped_text import laid_out, may_break

ADDRESS = "harri.varpusalmi@ompelimokaislakello.fi"


@pytest.mark.usefixtures("qapp")
def test_an_address_breaks_after_its_sign() -> None:
    font = QFont()
    layout = laid_out(ADDRESS, font, QFontMetrics(font).horizontalAdvance(ADDRESS) - 5)
    lines = [layout.lineAt(place) for place in range(layout.lineCount())]
    told = [layout.text()[line.textStart() : line.textStart() + line.textLength()] for line in lines]
    assert [text.replace("\u200b", "").replace("\u2060", "") for text in told] == [
        "harri.varpusalmi@",
        "ompelimokaislakello.fi",
    ]


def test_other_texts_are_left_alone() -> None:
    assert may_break("Koivutie 3 A 5, 00100 Helsinki") == "Koivutie 3 A 5, 00100 Helsinki"
