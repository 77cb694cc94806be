"""How the computer does a register's month by itself: lines to copy for its own scheduler, and a calendar entry."""

import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFileDialog, QPlainTextEdit, QVBoxLayout, QWidget

from tikissa.app.month.next_check import calendar_entry, next_month
from tikissa.app.month.schedule import cron_line, systemd_units, windows_line
from tikissa.gui.common.dialog_sizes import open_at
from tikissa.gui.common.problem_dialog import show_problem
from tikissa.gui.elements.building_blocks import button, column, label, row, scrolled
from tikissa.gui.elements.theme import SPACE
from tikissa.gui.language import texts
from tikissa.gui.language.translation import language
from tikissa.model.problems import TargetProblem


class MonthDialog(QDialog):
    """`lines` are the texts that can be copied, the one for this computer first."""

    def __init__(self, register: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._register = register
        self.setWindowTitle(self.tr("Every month"))
        open_at(self, 96 * SPACE, 76 * SPACE)
        lead = self.tr(
            "The program never runs by itself. If you want, the computer’s own scheduler does the month of {0}: "
            "it accepts what you have accepted as a whole each time before, leaves the rest open, and saves beside the "
            "register. Copy one of these."
        ).format(register.name)
        self.lines = [*self._lines()]
        self.calendar = button(self.tr("Put the next check into the calendar…"), "", self._save_entry)
        close = button(self.tr("Close"), "primary", self.accept)
        body = column(*(self._copyable(code, text) for code, text in self.lines), None, space=2 * SPACE)
        heading = label("title", self.tr("Every month by the computer itself"))
        foot = row(self.calendar, None, close)
        self.setLayout(column(heading, label("", lead), scrolled(body), foot, space=2 * SPACE, margin=3 * SPACE))

    def _lines(self) -> Iterator[tuple[str, str]]:
        every = [
            ("month.on_windows", windows_line(self._register)),
            ("month.on_cron", cron_line(self._register)),
            ("month.on_systemd", systemd_units(self._register)),
        ]
        yield from every if sys.platform == "win32" else (*every[1:], every[0])

    def _copyable(self, code: str, text: str) -> QVBoxLayout:
        shown = QPlainTextEdit(text)
        shown.setReadOnly(True)
        shown.setAccessibleName(texts.say(code))
        shown.setTabChangesFocus(True)
        shown.setFixedHeight(shown.fontMetrics().lineSpacing() * min(12, max(3, text.count("\n") + 2)) + 2 * SPACE)
        copy = button(self.tr("Copy"), "", lambda: QGuiApplication.clipboard().setText(text))
        copy.setAccessibleName(f"{copy.text()}: {texts.say(code)}")
        heading = row(label("emphasis", texts.say(code)), copy)
        heading.setStretch(0, 1)
        return column(heading, shown)

    def _save_entry(self) -> None:
        day = next_month(date.today())
        offered = str(self._register.with_name(f"{self._register.stem}-{day.isoformat()}.ics"))
        chosen, _ = QFileDialog.getSaveFileName(self, self.calendar.text(), offered, "*.ics")
        if not chosen:
            return
        try:
            Path(chosen).write_bytes(calendar_entry(self._register, day, language(), datetime.now(UTC)))
        except OSError:
            show_problem(self, TargetProblem("target.cannot_write", Path(chosen).name))
