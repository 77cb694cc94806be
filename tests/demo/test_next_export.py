"""Next month's export is the same register with a few rows changed, and its truth says which."""

import json

import openpyxl
import pytest

import make_demo_register
import make_next_export

DEMO = make_demo_register.DEMO


@pytest.fixture(scope="module", params=["asiakasrekisteri.xlsx", "asiakasrekisteri.csv"])
def month(request, tmp_path_factory):
    source = DEMO / request.param
    target = tmp_path_factory.mktemp("month") / f"seuraava{source.suffix}"
    facts = make_next_export.make(source, target, seed=3)
    before, after = (make_next_export.FORMATS[source.suffix][0](path)[0] for path in (source, target))
    return before, after, facts


def test_a_month_changes_gains_and_loses_its_shares(month):
    before, after, facts = month
    count = len(before.records)
    assert len(facts["gone"]) == round(count * 0.02)
    assert len(facts["new"]) == round(count * 0.03)
    assert 0.045 * count < len(facts["changed"]) <= round(count * 0.05)
    assert len(after.records) == count - len(facts["gone"]) + len(facts["new"])


def test_rows_named_the_same_differ_only_where_the_truth_says(month):
    before, after, facts = month
    new_names = facts["renamed"]
    old_rows, new_rows = (
        dict(zip(before.rows, before.records, strict=True)),
        dict(zip(after.rows, after.records, strict=True)),
    )
    assert len(new_names) == 1
    for row, earlier in facts["same"].items():
        old = {new_names.get(name, name): value for name, value in zip(before.headers, old_rows[earlier], strict=True)}
        new = dict(zip(after.headers, new_rows[int(row)], strict=True))
        differing = {name for name in new if (old[name] or None) != (new[name] or None)}
        assert differing == {new_names.get(name, name) for name in facts["changed"].get(row, ())}


def test_the_columns_stand_in_another_order(month):
    before, after, _ = month
    assert set(before.headers) != set(after.headers)
    assert before.headers[:3] != after.headers[:3]


def test_dates_stay_dates(tmp_path):
    make_next_export.make(DEMO / "asiakasrekisteri.xlsx", tmp_path / "next.xlsx", seed=1)
    sheet = openpyxl.load_workbook(tmp_path / "next.xlsx").worksheets[0]
    assert sheet.title == "Asiakkaat"
    column = next(cell.column for cell in sheet[1] if cell.value == "Asiakas alkaen")
    assert all(sheet.cell(row, column).is_date for row in range(2, 50))


def test_a_second_month_follows_on_the_first(tmp_path):
    make_next_export.make(DEMO / "asiakasrekisteri.csv", tmp_path / "one.csv", seed=1)
    facts = make_next_export.make(tmp_path / "one.csv", tmp_path / "two.csv", seed=2)
    assert facts["same"]
    assert json.dumps(facts, ensure_ascii=False)
