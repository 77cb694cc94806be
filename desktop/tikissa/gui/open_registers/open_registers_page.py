"""Open registers: what each tells of the customers, how to get it, and what of it is kept on this computer."""

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import QLocale, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QFrame, QLabel, QPushButton, QVBoxLayout

from tikissa.app.folders import data_folder
from tikissa.gui.common.page import Page
from tikissa.gui.common.session_model import SessionModel
from tikissa.gui.common.task_runner import TaskRunner
from tikissa.gui.elements.building_blocks import button, clear, column, framed, label
from tikissa.gui.elements.flow_layout import FlowLayout
from tikissa.gui.elements.page_layout import NARROW, page_layout
from tikissa.gui.elements.theme import SPACE
from tikissa.gui.language import texts
from tikissa.gui.open_registers.company_rows import CompanyRows
from tikissa.open_registers.register_kinds import OPEN_REGISTERS, OpenRegister
from tikissa.store.open_registers.shelf import Kept, kept_registers


class OpenRegistersPage(Page):
    """Works without any register kept, and without one open. Nothing is sent from here: a button opens a page in the
    browser, and the file comes back by being dropped or chosen."""

    key = "open_registers"
    rail_key = "open_registers"
    icon_name = "search"
    needs_session = False

    add_wanted = Signal(Path)
    removal_wanted = Signal(object)
    asking_wanted = Signal()

    def __init__(self, model: SessionModel, runner: TaskRunner) -> None:
        super().__init__(model, runner)
        self.heading = label("title")
        self.lead = label("lead")
        self.companies = CompanyRows()
        self.companies.visit.connect(self.visit)
        self.cards = QVBoxLayout()
        self.cards.setSpacing(2 * SPACE)
        self.ask = button(clicked=self.asking_wanted.emit)
        self.ask_title, self.ask_words, self.told = label("emphasis"), label(""), label("caution")
        self.online = framed(column(self.ask_title, self.ask_words, FlowLayout(self.ask), self.told, margin=2 * SPACE))
        self.setLayout(
            page_layout(self.heading, self.lead, column(self.companies, self.cards, self.online, None), widest=NARROW)
        )

    def title(self) -> str:
        return self.tr("Open registers")

    def retranslate(self) -> None:
        self.heading.setText(self.title())
        self.lead.setText(
            self.tr(
                "Public registers that you download yourself tell what has changed at your customers. They stay on "
                "this computer, and nothing is sent anywhere unless you agree to it. "
                "The program works without them too."
            )
        )
        self.ask_title.setText(self.tr("Ask the trade register about single companies"))
        self.ask_words.setText(
            self.tr(
                "Its open file lacks the companies that have ceased, and does not tell when. The trade register's "
                "service does. You see the business IDs first, and nothing is sent before you agree."
            )
        )
        self.ask.setText(self.tr("Show what would be asked…"))
        self.companies.retranslate()
        self.refresh()

    def tell(self, code: str, arguments: list[str | int]) -> None:
        """Say how asking went, under what was said before."""
        said = texts.say(code, *arguments)
        self.told.setText("\n".join(filter(None, (self.told.text(), said))) if code != "lookup.answered" else said)
        self.told.setVisible(True)

    def refresh(self) -> None:
        self.online.setVisible(self.model.is_analysed)
        self.companies.setVisible(False)
        if self.model.is_analysed:
            self.companies.put(self.model.current.analysis)
        self.told.setVisible(bool(self.told.text()))
        clear(self.cards)
        kept = {each.kind: each for each in kept_registers(data_folder())}
        first = next((register.kind for register in OPEN_REGISTERS if register.kind not in kept), None)
        for register in OPEN_REGISTERS:
            self.cards.addWidget(self._card(register, kept.get(register.kind), register.kind is first))

    def _card(self, register: OpenRegister, kept: Kept | None, is_next: bool) -> QFrame:
        steps = (
            self.tr("1. Open the page and download the file {0}.").format(register.files),
            self.tr("2. Leave the file as it is: it need not be unpacked."),
            self.tr("3. Drag it onto this window, or choose it here."),
        )
        opens = button(self.tr("Open the page"), "primary" if is_next else "", partial(self._open_page, register))
        opens.setToolTip(register.page)
        chooses = button(self.tr("Choose the file…"), clicked=partial(self._choose, register))
        actions = FlowLayout(opens, chooses, *([self._removal(register)] if kept else []), space=2 * SPACE)
        body = column(
            label("emphasis", texts.say(f"{register.words}.name")),
            label("", texts.say(f"{register.words}.gives")),
            *self._standing(register, kept),
            *(label("quiet", step) for step in steps),
            actions,
            label("quiet", texts.say(f"{register.words}.licence")),
            margin=2 * SPACE,
        )
        return framed(body)

    def _standing(self, register: OpenRegister, kept: Kept | None) -> list[QLabel]:
        """Return what is said of the index that is kept: of what day it is, how large, whether it is old or damaged."""
        if kept is None:
            return []
        if kept.facts is None:
            return [label("caution", f"! {texts.say('open_register.damaged', register.kind)}")]
        size = QLocale().formattedDataSize(kept.size, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)
        entries = self.tr("%Ln entries", "", kept.facts.entries)
        of_day = self.tr("In use, as of {0}").format(texts.day(kept.facts.day))
        said = [label("good", " · ".join((f"✓ {of_day}", entries, size)))]
        if register.is_old(kept.facts.day, date.today()):
            old = self.tr("It is over a year old. A newer one knows more.")
            said.append(label("caution", f"! {old}"))
        return said

    def _removal(self, register: OpenRegister) -> QPushButton:
        made = button(self.tr("Remove from this computer"), "quiet", partial(self.removal_wanted.emit, register.kind))
        made.setAccessibleName(self.tr("Remove {0} from this computer").format(texts.say(f"{register.words}.name")))
        return made

    def _open_page(self, register: OpenRegister) -> None:
        QDesktopServices.openUrl(QUrl(register.page))

    def _choose(self, register: OpenRegister) -> None:
        name = texts.say(f"{register.words}.name")
        chosen, _ = QFileDialog.getOpenFileName(self, name, "", f"{register.files};;*")
        if chosen:
            self.add_wanted.emit(Path(chosen))
