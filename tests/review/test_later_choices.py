"""Before a choice is taken back it is told which later ones were made on the same rows."""

from builders import DECIDER, analysis, fix, log, merge, register
from tikissa.model.proposal import CellChange
from tikissa.model.record import RecordId
from tikissa.review.later_choices import later_choices

ROWS = register({"Nimi": ["Aino", "Eero", "Helmi"], "Postinro": ["100", "200", "00300"]})
FOUND = analysis(ROWS, [fix(0, "Postinro", "100", "00100"), fix(1, "Postinro", "200", "00200")], [merge([0, 2], [])])
EDIT = CellChange("Postinro", "00100", "00180")
DECIDED = log(
    DECIDER.fixes(FOUND.keys, FOUND.fixes[:1]),
    DECIDER.fixes(FOUND.keys, FOUND.fixes[1:]),
    DECIDER.edited_cells(FOUND.keys, [(RecordId(0), EDIT)]),
    DECIDER.merges(FOUND, FOUND.merges),
)


def test_later_choices_on_the_same_rows_are_found_and_others_not() -> None:
    assert later_choices(DECIDED, 0) == (2, 3)
    assert later_choices(DECIDED, 1) == ()
    assert later_choices(DECIDED, 3) == ()
