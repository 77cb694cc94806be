"""A formula after rows are deleted reads as Excel would write it."""

import pytest

from tikissa.export.workbook.deletion import Deletion
from tikissa.export.workbook.formulas import after_deletion, cannot_be_followed, copied, moves_as_one

ROWS_5_6_10 = Deletion.of((5, 6, 10))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("A4+A7", "A4+A5"),
        ("A5", "#REF!"),
        ("$B$11*C$11", "$B$8*C$8"),
        ("SUM(A1:A10)", "SUM(A1:A7)"),
        ("SUM(A5:A9)", "SUM(A5:A7)"),
        ("SUM(A5:A6)", "SUM(#REF!)"),
        ("SUM(A:A)", "SUM(A:A)"),
        ("SUM(7:8)", "SUM(5:6)"),
        ("SUM(A1:A1048576)", "SUM(A1:A1048576)"),
        ("VLOOKUP(A7,$A$2:$C$1048575,2,FALSE)", "VLOOKUP(A5,$A$2:$C$1048572,2,FALSE)"),
        ("Asiakkaat!A7", "Asiakkaat!A5"),
        ("'Asiakkaat'!A7", "'Asiakkaat'!A5"),
        ("asiakkaat!A5", "asiakkaat!#REF!"),
        ("Muu!A7", "Muu!A7"),
        ("[1]Asiakkaat!A7", "[1]Asiakkaat!A7"),
        ("'[kirja.xlsx]Asiakkaat'!A7", "'[kirja.xlsx]Asiakkaat'!A7"),
        ('"A7"&A7', '"A7"&A5'),
        ('"rivi ""A7"""', '"rivi ""A7"""'),
        ("LOG10(A7)", "LOG10(A5)"),
        ("Lista[A7]+A7", "Lista[A7]+A5"),
        ("Lista[[#This Row],[A7]]", "Lista[[#This Row],[A7]]"),
        ("_xlfn.XLOOKUP(A7,B:B,C:C)", "_xlfn.XLOOKUP(A5,B:B,C:C)"),
        ("'Äijän lista A7'!nimi+A7", "'Äijän lista A7'!nimi+A5"),
        ("1E5+A7", "1E5+A5"),
        ("INDEX(A1:B9,7,2)", "INDEX(A1:B7,7,2)"),
    ],
)
def test_references_shift_as_in_excel(before: str, after: str) -> None:
    assert after_deletion(before, own_sheet=True, sheet="Asiakkaat", deletion=ROWS_5_6_10) == after


def test_a_formula_on_another_sheet_shifts_only_where_it_names_this_one() -> None:
    assert after_deletion("A7+Asiakkaat!A7", own_sheet=False, sheet="Asiakkaat", deletion=ROWS_5_6_10) == (
        "A7+Asiakkaat!A5"
    )


def test_a_sheet_name_with_a_quote_is_known() -> None:
    formula = "'Matin ''uusi'' lista'!B11"
    moved = after_deletion(formula, own_sheet=False, sheet="Matin 'uusi' lista", deletion=ROWS_5_6_10)
    assert moved == "'Matin ''uusi'' lista'!B8"


def test_a_copied_formula_moves_what_has_no_dollar_sign() -> None:
    assert copied("A5*$B5+C$5+$D$5", rows=2, columns=1) == "B7*$B7+D$5+$D$5"
    assert copied("A1", rows=-1, columns=0) == "#REF!"


@pytest.mark.parametrize("formula", ['INDIRECT("A7")', 'HYPERLINK("#Asiakkaat!A7")', 'indirect ("B"&C1)'])
def test_a_reference_by_text_cannot_be_followed(formula: str) -> None:
    assert cannot_be_followed(formula)


def test_copies_move_as_one_only_when_they_speak_of_their_own_row() -> None:
    assert moves_as_one("B2*C2+$D$1", own_sheet=True, sheet="Asiakkaat", row=2)
    assert not moves_as_one("B2-B1", own_sheet=True, sheet="Asiakkaat", row=2)
    assert not moves_as_one("Asiakkaat!B2", own_sheet=False, sheet="Asiakkaat", row=2)
