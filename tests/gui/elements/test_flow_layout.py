"""Buttons beside each other: on one line while there is room, then on the next, none ever cut off."""

from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tikissa.gui.elements.flow_layout import FlowLayout


def shown(qtbot: QtBot, width: int, *parts: QWidget | None) -> QWidget:
    frame = QWidget()
    qtbot.addWidget(frame)
    frame.setLayout(FlowLayout(*parts))
    frame.resize(width, 400)
    frame.show()
    return frame


def test_what_follows_the_gap_stands_at_the_right_edge(qtbot: QtBot) -> None:
    left, right = QPushButton("Back"), QPushButton("On")
    frame = shown(qtbot, 600, left, None, right)
    assert left.geometry().left() == 0
    assert right.geometry().right() == frame.width() - 1
    assert left.y() == right.y()


def test_where_the_room_ends_buttons_go_on_to_the_next_line_uncut(qtbot: QtBot) -> None:
    parts = [QPushButton("A rather long name") for _ in range(3)]
    frame = shown(qtbot, parts[0].sizeHint().width() + 10, parts[0], None, *parts[1:])
    assert len({part.y() for part in parts}) == 3
    assert all(part.x() == 0 and part.width() == part.sizeHint().width() for part in parts)
    assert frame.layout().heightForWidth(frame.width()) > 3 * parts[0].sizeHint().height()


def test_lower_parts_stand_in_the_middle_of_their_line(qtbot: QtBot) -> None:
    button, words = QPushButton("On"), QLabel("words")
    frame = shown(qtbot, 600, button, words)
    assert frame.height() > words.height()
    assert abs(button.geometry().center().y() - words.geometry().center().y()) <= 1


def test_a_hidden_part_takes_no_room(qtbot: QtBot) -> None:
    hidden, seen = QPushButton("Hidden"), QPushButton("Seen")
    hidden.hide()
    frame = shown(qtbot, 600, hidden, seen, None)
    assert seen.x() == 0
    assert frame.layout().sizeHint() == seen.sizeHint()
