"""Asks what files that came in are: registers of their own, or a list to be checked against a register."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QButtonGroup, QComboBox, QFormLayout, QRadioButton, QWidget

from tikissa.gui.common.dialog_sizes import FittedDialog
from tikissa.gui.elements.building_blocks import button, column, framed, label, row
from tikissa.gui.elements.forms import Hint, field_name, form
from tikissa.gui.elements.theme import SPACE, scaled
from tikissa.gui.language import texts
from tikissa.model.kind_of_file import FileKind, KindReading


@dataclass(frozen=True, slots=True)
class Intent:
    """What the user wants: `checked` against `register`, `contacts` told of the open one, `purchases` joined to it, or
    `registers` opened."""

    registers: tuple[Path, ...]
    register: Path | None = None
    checked: Path | None = None
    contacts: tuple[Path, ...] = ()
    purchases: Path | None = None


class WhatFilesDialog(FittedDialog):
    """`is_open`: the register that is open now; it is the likeliest to be checked against."""

    def __init__(self, files: Sequence[Path], is_open: Path | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._files = tuple(files)
        self._registers = self._files if is_open is None else (is_open, *files) if len(files) > 1 else (is_open,)
        self.setWindowTitle(self.tr("Files came in"))
        self.check = QRadioButton(self._check_words())
        self.own = QRadioButton(self._own_words())
        self.contacts = QRadioButton(self.tr("Bounces or unsubscribes from a mailing program"))
        self.register, self.checked = QComboBox(), QComboBox()
        self.purchases = QRadioButton(texts.say("purchases.window_choice"))
        self.seen = label("lead")
        self.seen.hide()
        self._fill()
        choices = QButtonGroup(self)
        for choice in (self.check, self.purchases, self.contacts, self.own):
            choices.addButton(choice)
        self.check.setChecked(True)
        self.go_on = button(self.tr("Continue"), "primary", self.accept)
        cancel = button(self.tr("Cancel"), "quiet", self.reject)
        names = label("quiet", " · ".join(file.name for file in files))
        heading = label("title", self.tr("What are these %Ln file(s)?", "", len(files)))
        promise = self.tr("You see which of its rows are already in the register. Neither file is changed.")
        which = QWidget()
        which.setLayout(self._form())
        which.setVisible(len(self._registers) > 1)
        checking = framed(column(self.check, Hint(promise), which, margin=2 * SPACE))
        self.own_more = Hint(self._own_more())
        owning = framed(column(self.own, self.own_more, margin=2 * SPACE))
        about = Hint(self.tr("You see whose messages came back and who opted out. Nobody is removed."))
        telling = framed(column(self.contacts, about, margin=2 * SPACE))
        telling.setVisible(is_open is not None)
        buying = framed(column(self.purchases, Hint(texts.say("purchases.window_hint")), margin=2 * SPACE))
        buying.setVisible(is_open is not None and len(files) == 1)
        foot = row(None, cancel, self.go_on, space=2 * SPACE)
        parts = (heading, names, self.seen, checking, buying, telling, owning, foot)
        self.setLayout(column(*parts, space=2 * SPACE, margin=3 * SPACE))
        self.setMinimumWidth(min(scaled(72 * SPACE), self.screen().availableSize().width()))
        self.register.currentIndexChanged.connect(self._part)
        self.check.toggled.connect(self._follow)
        self._part()
        self.check.setFocus()
        self._is_untouched = True
        choices.idClicked.connect(self._touch)

    def _touch(self) -> None:
        self._is_untouched = False

    def prefer_kind(self, reading: KindReading) -> None:
        """Say what a file looks like that is no list of customers, and offer that first unless the user has chosen."""
        if reading.is_customers or not reading.signs:
            return
        self.seen.setText(texts.say("purchases.window_seen", texts.say(f"kind.of_{reading.kind}")))
        self.seen.show()
        self.fit()
        choice = {FileKind.CONTACTS: self.contacts, FileKind.PURCHASES: self.purchases}.get(reading.kind)
        if choice is not None and self._is_untouched and choice.isVisibleTo(self):
            choice.setChecked(True)
            choice.setFocus()

    def prefer_own(self, name: str | None) -> None:
        """Offer first to open the file as a newer version of the register of that name, unless the user has chosen."""
        if name is None or not self._is_untouched:
            return
        words = self.tr("It looks like a newer version of {0}. Your choices on that one hold here too.")
        self.own_more.setText(words.format(name))
        self.own.setChecked(True)
        self.own.setFocus()

    @property
    def intent(self) -> Intent:
        if self.own.isChecked():
            return Intent(self._files)
        if self.contacts.isChecked():
            return Intent((), contacts=self._files)
        if self.purchases.isChecked():
            return Intent((), purchases=self._files[0])
        return Intent((), self._registers[self.register.currentIndex()], self.checked.currentData())

    def _check_words(self) -> str:
        if len(self._registers) == 1:
            return self.tr("A list to be checked against {0}").format(self._registers[0].name)
        return self.tr("A list to be checked against a register")

    def _own_words(self) -> str:
        if len(self._files) == 1:
            return self.tr("A register to be worked on, or a newer version of one")
        return self.tr("Registers, each to be worked on by itself")

    def _own_more(self) -> str:
        if len(self._files) == 1:
            return self.tr("It is opened here. What you have decided on the other register is kept.")
        return self.tr("The first is opened here, the others in windows of their own.")

    def _form(self) -> QFormLayout:
        fields = ((self.tr("Register"), self.register), (self.tr("List"), self.checked))
        for words, field in fields:
            field.setAccessibleName(words)
        return form((field_name(words), field) for words, field in fields)

    def _fill(self) -> None:
        for path in self._registers:
            self.register.addItem(path.name, path)
        self.register.setEnabled(self.register.count() > 1)

    def _part(self) -> None:
        """Offer as the list what is not the register."""
        chosen = self.checked.currentData()
        register = self.register.currentData()
        rest = [file for file in self._files if file != register]
        self.checked.clear()
        for path in rest:
            self.checked.addItem(path.name, path)
        self.checked.setCurrentIndex(rest.index(chosen) if chosen in rest else 0)
        self.checked.setEnabled(len(rest) > 1)

    def _follow(self, checks: bool) -> None:
        self.register.setEnabled(checks and self.register.count() > 1)
        self.checked.setEnabled(checks and self.checked.count() > 1)
