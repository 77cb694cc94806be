"""Says in sentences what a list of purchases tells of the register's customers, before any of it is taken along."""

from collections.abc import Iterator

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from tikissa.gui.common.dialog_sizes import FittedDialog
from tikissa.gui.elements.building_blocks import button, column, label, row
from tikissa.gui.elements.theme import SPACE, scaled
from tikissa.gui.language import texts
from tikissa.gui.language.translation import language
from tikissa.purchases.purchases import Purchases
from tikissa.text.money_parts import shown_sum


class PurchasesDialog(FittedDialog):
    """Accepted says that what was bought is to be kept with the register."""

    new_wanted = Signal()
    """Those who buy and are not in the register are to be checked as new rows."""

    def __init__(self, purchases: Purchases, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(texts.say("purchases.window_title"))
        joined, customers = purchases.joined, len(purchases.customers)
        self.lead = label("title", texts.say("purchases.window_lead", joined, customers))
        self.notes = [label("quiet", sentence) for sentence in self._told(purchases)]
        self.take = button(texts.say("purchases.window_take"), "primary", self.accept)
        self.take.setEnabled(customers > 0)
        self.check_new = button(
            texts.say("purchases.window_check_new", len(purchases.unknown)), clicked=self._check_new
        )
        self.check_new.setVisible(bool(purchases.unknown))
        self.cancel = button(texts.say("purchases.window_cancel"), "quiet", self.reject)
        promise = label("lead", texts.say("purchases.window_promise"))
        foot = row(None, self.cancel, self.check_new, self.take, space=2 * SPACE)
        file = label("quiet", purchases.list.source.path.name)
        self.setLayout(
            column(self.lead, file, promise, column(*self.notes, space=SPACE), foot, space=2 * SPACE, margin=3 * SPACE)
        )
        self.setMinimumWidth(min(scaled(80 * SPACE), self.screen().availableSize().width()))
        self.take.setFocus()

    def _told(self, purchases: Purchases) -> Iterator[str]:
        for step, count in purchases.by.items():
            yield texts.say("purchases.window_by", count, texts.say(f"purchases.by_{step}"))
        currency = next(iter(purchases.currencies), "")
        both = purchases.sum_joined, purchases.sum_unjoined
        yield texts.say("purchases.sums", *(shown_sum(parts, currency, language()) for parts in both))
        for note in purchases.notes:
            yield texts.say(note.code, *note.arguments)

    def _check_new(self) -> None:
        self.new_wanted.emit()
        self.reject()
