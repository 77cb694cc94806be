"""Identity codes are masked wherever a change is shown; what the user edits is the text itself."""

from PySide6.QtCore import Qt

from builders import fix, register
from tikissa.gui.models.fix_rows_model import FixRowsModel
from tikissa.gui.models.record_words import change_words
from tikissa.model.proposal import CellChange

SECRET = "131052-9085"


def test_the_table_of_fixes_shows_no_identity_code() -> None:
    built = register({"Huom": [f"hetu {SECRET}, soita"]})
    swapped = fix(0, "Huom", f"hetu {SECRET}, soita", f"{SECRET} soita", "identity_code.remove", safe=False)
    model = FixRowsModel((swapped,), built)
    before, after = model.index(0, FixRowsModel.BEFORE), model.index(0, FixRowsModel.AFTER)
    assert before.data() == "hetu 131052-****, soita"
    assert before.data(Qt.ItemDataRole.EditRole) == before.data()
    assert after.data() == "131052-**** soita"
    assert after.data(Qt.ItemDataRole.EditRole) == f"{SECRET} soita"


def test_a_change_told_in_words_shows_none_either() -> None:
    assert change_words(CellChange("Huom", SECRET, "")) == "Huom: 131052-**** → –"
