"""What `import tikissa` offers on DataFrames: the index is kept, texts stay texts, nothing is changed in place."""

import doctest
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import ModuleType

import numpy as np
import pandas as pd
import pytest

import tikissa
from tikissa.frames import customer_frames, frame_accessor
from tikissa.frames.frame_register import register_of

TODAY = date(2026, 12, 1)
EXAMPLE = Path(tikissa.__file__).parents[1] / "docs" / "from_python.md"


def customers(index: list[str] | None = None) -> pd.DataFrame:
    columns = {
        "Nimi": ["Korpi Aino", "Salo Eero", "Aino Korpi"],
        "Puhelin": ["040 123 4567", None, "+358401234567"],
        "Sähköposti": ["aino@korpi.test", "", "aino@korpi.test"],
        "Postinro": ["100", "20100", np.nan],
        "Postitoimipaikka": ["Helsinki", "Turku", "Helsinki"],
        "Bonus": [3, 5, 7],
    }
    return pd.DataFrame(columns, index=index)


@pytest.mark.parametrize("module", [customer_frames, frame_accessor])
def test_the_examples_in_the_documentation_are_true(module: ModuleType) -> None:
    found = doctest.testmod(module, optionflags=doctest.NORMALIZE_WHITESPACE)
    assert found.attempted > 0
    assert found.failed == 0


def test_the_example_from_end_to_end_is_true() -> None:
    assert doctest.testfile(str(EXAMPLE), module_relative=False, encoding="utf-8").failed == 0


def test_pandas_is_loaded_only_when_it_is_needed() -> None:
    asking = "import sys, tikissa, tikissa.cli.main; print('pandas' in sys.modules)"
    told = subprocess.run([sys.executable, "-c", asking], capture_output=True, text=True, check=True)
    assert told.stdout.strip() == "False"


def test_the_labels_of_the_index_name_the_rows_also_where_they_repeat() -> None:
    frame = customers(["x", "y", "x"])
    assert set(tikissa.duplicates(frame, today=TODAY).index) == {"x"}
    cleaned, log = tikissa.clean(frame, today=TODAY)
    assert {*cleaned.index} == {"x", "y"}
    assert {*log["label"]} == {"x"}


def test_the_frame_given_stays_as_it_was() -> None:
    frame = customers()
    before = frame.copy(deep=True)
    tikissa.clean(frame, accept="all", today=TODAY)
    frame.tikissa.stale(today=TODAY)
    pd.testing.assert_frame_equal(frame, before)


def test_columns_nothing_was_changed_in_keep_their_type() -> None:
    cleaned, log = tikissa.clean(customers(), accept="all", today=TODAY)
    assert cleaned["Bonus"].dtype == np.int64
    assert "00100" in [*cleaned["Postinro"]]
    assert len(cleaned) == 3 - (log["kind"] == "merged").sum()
    nothing, log = tikissa.clean(customers(), accept="none", today=TODAY)
    pd.testing.assert_frame_equal(nothing, customers())
    assert len(log) == 0


def test_no_result_turns_texts_into_numbers_or_holds_missing_values() -> None:
    found = tikissa.fixes(customers(), today=TODAY)
    assert not found.isna().any().any()
    assert {*map(type, found["proposal"])} == {str}
    empty = tikissa.duplicates(pd.DataFrame({"Nimi": []}), today=TODAY)
    assert (empty["group"].dtype, empty["safe"].dtype, len(empty)) == (np.int64, np.bool_, 0)


def test_a_cell_is_the_text_a_person_would_see() -> None:
    frame = pd.DataFrame(
        {
            "number": [1001.0, np.nan],
            "day": [pd.Timestamp("2026-02-03"), pd.NaT],
            "text": ["007", None],
            "half": [0.5, 2.0],
        }
    )
    register = register_of(frame)
    assert [register.text(0, name) for name in frame.columns] == ["1001", "3.2.2026", "007", "0.5"]
    assert [register.text(1, name) for name in frame.columns] == ["", "", "", "2"]


def test_columns_of_one_name_are_told_apart() -> None:
    frame = pd.DataFrame([["Korpi Aino", "040 1234567", "050 7654321"]], columns=["Nimi", "Puhelin", "Puhelin"])
    cleaned, _ = tikissa.clean(frame, accept="all", today=TODAY)
    assert [*cleaned.columns] == ["Nimi", "Puhelin", "Puhelin"]


@pytest.mark.parametrize(
    ("wrong", "error"),
    [
        (lambda: tikissa.fixes([1, 2]), TypeError),
        (lambda: tikissa.fixes(pd.DataFrame()), ValueError),
        (lambda: tikissa.clean(customers(), accept="everything"), ValueError),
        (lambda: tikissa.fixes(customers(), meanings={"Nimi": "shoe size"}), ValueError),
        (lambda: tikissa.nothing_of_the_kind, AttributeError),
    ],
)
def test_what_cannot_be_done_raises_a_plain_error(wrong: Callable[[], object], error: type[Exception]) -> None:
    with pytest.raises(error):
        wrong()
