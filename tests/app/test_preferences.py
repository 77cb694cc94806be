"""A preference of no use, written by a later version or by a slip of the hand, is the default; the others stay."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tikissa.app.preferences import SCHEMES, Preferences, load_preferences, save_preferences
from tikissa.gui.elements.theme import Scheme

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=5,
)
NAMES = list(Preferences.__slots__)


@pytest.mark.parametrize(
    "chosen",
    [
        {"language": 5}, {"language": "xx"}, {"scheme": "zz"}, {"scheme": ["dark"]}, {"text_size": "big"},
        {"text_size": -400}, {"text_size": 100_000}, {"text_size": True}, {"text_size": 110.5}, {"who": None},
        {"who": "  "}, {"passive_after_months": "x"}, {"passive_after_months": -5}, {"passive_after_months": 0},
        {"phone_style": "foo"}, {"date_style": 3}, {"keep_years": "many"}, {"keep_years": 0}, {"save_folder": 7},
        {"save_folder": "a\0b"}, {"removed_rows_sheet": "no"}, {"safe_for_excel": []}, {"safe_for_excel": 1},
    ],
)  # fmt: skip
def test_a_value_of_no_use_is_the_default_and_the_others_hold(tmp_path: Path, chosen: dict[str, object]) -> None:
    file = tmp_path / "preferences.json"
    file.write_text(json.dumps({"language": "sv", "who": "Impi"} | chosen), encoding="utf-8")
    expected = {"language": "sv", "who": "Impi"} | {name: getattr(Preferences(), name) for name in chosen}
    assert load_preferences(file) == Preferences(**expected)  # type: ignore[arg-type]


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"null", b"7", b'"a"', b"\xff\xfe", b"[" * 5000, b"{}"])
def test_a_file_that_says_nothing_gives_the_defaults(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "preferences.json"
    file.write_bytes(content)
    assert load_preferences(file) == Preferences()


@given(st.dictionaries(st.sampled_from(NAMES), JSON))
def test_whatever_stands_in_the_file_what_is_read_of_it_is_kept_as_it_is(
    tmp_path_factory: pytest.TempPathFactory, chosen: dict[str, object]
) -> None:
    file = tmp_path_factory.mktemp("chosen") / "preferences.json"
    file.write_text(json.dumps(chosen), encoding="utf-8")
    read = load_preferences(file)
    save_preferences(file, read)
    assert load_preferences(file) == read


def test_every_colour_scheme_can_be_kept() -> None:
    assert set(SCHEMES) == {scheme.value for scheme in Scheme}
