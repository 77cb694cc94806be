"""A formula that always gives the same value is its value; one that works something out of other cells is a formula."""

from pathlib import Path

import pytest

from files.makers import (
    open_document,
    open_document_cell,
    open_document_row,
    row_xml,
    sheet_xml,
    table_rows,
    text_cell,
    workbook,
)
from files.reading import parsed
from tikissa.files.constant_formula import is_constant
from tikissa.model.register import FormulaCell, RawValue, Register

HEADER = ("Nimi", "Lupa", "Numero")


@pytest.mark.parametrize(
    "formula",
    ["TRUE()", "false", "FALSE( )", "1", "+358401234567", "-12.5E3", '"00100"', '"a ""b"""', "DATE(2019,5,3)", "25%"],
)
def test_what_names_nothing_else_is_a_constant(formula: str) -> None:
    assert is_constant(formula)


@pytest.mark.parametrize(
    "formula",
    [
        "",
        " ",
        "A1",
        "$A$1",
        "TRUE1",
        "1:1",
        "NOW()",
        "[.A1]",
        "Lista[Nimi]",
        '"a"&A1',
        "SUM(1,2)",
        "lupa",
        '"auki',
        "E5",
    ],
)
def test_what_names_a_cell_a_name_or_a_function_that_may_change_is_none(formula: str) -> None:
    assert not is_constant(formula)


def test_a_long_formula_that_is_none_is_told_at_once() -> None:
    assert not is_constant('""' * 20_000 + " " * 20_000 + "1" * 20_000 + "A1")


def _seen(register: Register, column: str) -> list[tuple[str, RawValue]]:
    cells = register.cells_of(column)
    return [(cells[record], cells.raw(record)) for record in range(len(register))]


def _xlsx(path: Path, *contents: str) -> Register:
    rows = [
        row_xml(number, [text_cell(f"A{number}", f"Koivu {number}"), f'<c r="B{number}"{content}</c>'])
        for number, content in enumerate(contents, 2)
    ]
    return parsed(workbook(path, {"Asiakkaat": sheet_xml(table_rows([HEADER[:2]]) + "".join(rows))}))


def test_libreoffices_truth_values_are_truth_values(tmp_path: Path) -> None:
    register = _xlsx(
        tmp_path / "r.xlsx",
        ' t="b"><f aca="false">TRUE()</f><v>1</v>',
        ' t="b"><f aca="false">FALSE()</f><v>0</v>',
        ' t="b"><f>A2="x"</f><v>0</v>',
    )
    assert _seen(register, "Lupa") == [("TRUE", True), ("FALSE", False), ("FALSE", FormulaCell('A2="x"'))]


def test_a_constant_that_cells_share_is_the_value_of_each(tmp_path: Path) -> None:
    shared = ' t="b"><f t="shared" ref="B2:B4" si="0">FALSE()</f><v>0</v>'
    follower = ' t="b"><f t="shared" si="0"/><v>0</v>'
    other = ' t="b"><f t="shared" ref="B5:B6" si="1">A5=1</f><v>0</v>'
    last = ' t="b"><f t="shared" si="1"/><v>1</v>'
    register = _xlsx(tmp_path / "r.xlsx", shared, follower, follower, other, last)
    assert [type(raw) for _, raw in _seen(register, "Lupa")] == [bool, bool, bool, FormulaCell, FormulaCell]


def test_texts_and_numbers_written_as_formulas_are_what_they_show(tmp_path: Path) -> None:
    register = _xlsx(
        tmp_path / "r.xlsx", ' t="str"><f>"00100"</f><v>00100</v>', "><f>+358401234567</f><v>358401234567</v>"
    )
    assert _seen(register, "Lupa") == [("00100", None), ("358401234567", None)]


def test_a_constant_without_a_kept_result_stays_a_formula(tmp_path: Path) -> None:
    assert _seen(_xlsx(tmp_path / "r.xlsx", "><f>TRUE()</f>"), "Lupa") == [("", FormulaCell("TRUE()"))]


@pytest.mark.parametrize("written", ["of:=TRUE()", "msoxl:=TRUE()", "=TRUE()", "of:=true"])
def test_open_documents_say_it_in_several_languages(tmp_path: Path, written: str) -> None:
    truth = f'table:formula="{written}" office:value-type="boolean" office:boolean-value="true"'
    rows = [open_document_row(*map(open_document_cell, HEADER[:2]))]
    rows += [open_document_row(open_document_cell(f"Koivu {at}"), open_document_cell("TRUE", truth)) for at in range(3)]
    register = parsed(open_document(tmp_path / "r.ods", "".join(rows)))
    assert _seen(register, "Lupa") == [("TRUE", True)] * 3
