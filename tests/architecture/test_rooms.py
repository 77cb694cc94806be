"""The rooms of the house: each file name once, no imports in circles, and nothing in the window that needs no Qt."""

from pathlib import Path

import pytest

from count_house import House

TOP = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def house() -> House:
    return House(TOP)


def test_every_file_name_is_used_once(house: House) -> None:
    assert house.names_used_twice() == []


def test_no_file_imports_itself_by_way_of_others(house: House) -> None:
    assert house.circle_of_files() == []


def test_no_room_imports_itself_by_way_of_others(house: House) -> None:
    assert house.circle_of_rooms() == []


def test_what_needs_no_qt_is_not_in_the_window(house: House) -> None:
    assert house.window_files_without_qt() == []
