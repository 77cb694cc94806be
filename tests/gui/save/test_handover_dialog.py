"""The question whose customers are shared out: the one who left takes nothing over, and somebody has to."""

from pytestqt.qtbot import QtBot

from tikissa.gui.save.handover_dialog import HandoverDialog
from tikissa.lists.handover import Handover, Share


def test_what_is_chosen_is_what_the_list_is_made_of(qtbot: QtBot) -> None:
    dialog = HandoverDialog({"Virtanen": 4, "Aalto": 1, "Berg": 1})
    qtbot.addWidget(dialog)
    assert dialog.said == Handover("Virtanen", ("Aalto", "Berg"), Share.TOWN)
    dialog.seller.setCurrentIndex(1)
    dialog.by_number.setChecked(True)
    assert dialog.said == Handover("Aalto", ("Virtanen", "Berg"), Share.NUMBER)
    dialog.takers["Virtanen"].setChecked(False)
    dialog.takers["Berg"].setChecked(False)
    assert not dialog.make.isEnabled()
