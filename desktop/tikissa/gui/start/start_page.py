"""Where a register comes in: the whole window takes a drop; two buttons; the registers worked on before."""

from collections.abc import Iterable
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout

from tikissa.gui.common.page import Page
from tikissa.gui.common.session_model import SessionModel
from tikissa.gui.common.task_runner import TaskRunner, Work
from tikissa.gui.elements import theme
from tikissa.gui.elements.building_blocks import button, clear, column, framed, label, picture_label, row, scrolled
from tikissa.gui.elements.flow_layout import FlowLayout
from tikissa.gui.elements.theme import SPACE
from tikissa.gui.language import texts
from tikissa.gui.start.register_watch import RegisterWatch
from tikissa.model.problems import SessionProblem
from tikissa.model.progress import Progress

if TYPE_CHECKING:
    from tikissa.app.registers import KnownRegister

SHOWN = 5
MOST_NAMED = 12


class DropZone(QFrame):
    """The place that shows where a file may be dropped, though it may be anywhere on the window."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("outline"), 1.5, Qt.PenStyle.DashLine))
        painter.setBrush(theme.color("surface"))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -2, -2), 2 * SPACE, 2 * SPACE)


class StartPage(Page):
    key = "start"
    rail_key = "start"
    icon_name = "file"
    needs_session = False

    choose_wanted = Signal()
    sample_wanted = Signal()
    recent_wanted = Signal(Path)
    month_wanted = Signal(Path)

    def __init__(self, model: SessionModel, runner: TaskRunner) -> None:
        super().__init__(model, runner)
        self.call = label("large")
        self.call.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.promise = label("lead")
        self.promise.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.choose = button(look="primary", clicked=self.choose_wanted.emit)
        self.sample = button(clicked=self.sample_wanted.emit)
        self.recent_title = label("emphasis")
        self._recent = QVBoxLayout()
        self._watch = RegisterWatch(self)
        self._watch.changed.connect(self.refresh)
        self._came: dict[object, int | None] = {}
        """How many rows more each changed file has, by the file as it was then; None while it is being counted."""
        sign = picture_label("app", 8 * SPACE)
        zone = DropZone()
        zone.setLayout(
            column(
                None,
                row(None, sign, None),
                self.call,
                self.promise,
                row(None, self.choose, self.sample, None, space=2 * SPACE),
                None,
                space=3 * SPACE,
                margin=4 * SPACE,
            )
        )
        zone.setMinimumHeight(44 * SPACE)
        body = column(None, zone, self.recent_title, self._recent, None, space=2 * SPACE, margin=4 * SPACE)
        self.setLayout(column(scrolled(body, widest=120 * SPACE)))

    def title(self) -> str:
        return self.tr("File")

    def is_done(self) -> bool:
        return self.model.is_analysed

    def take_focus(self) -> None:
        self.choose.setFocus()

    def retranslate(self) -> None:
        self.call.setText(self.tr("Drag your customer register here"))
        self.promise.setText(
            self.tr("An Excel or CSV file. The file stays on your computer and the original is not changed.")
        )
        self.choose.setText(self.tr("Choose a file"))
        self.sample.setText(self.tr("Try the sample"))
        self.recent_title.setText(self.tr("Continue where you left off"))

    def refresh(self) -> None:
        from tikissa.app.folders import data_folder
        from tikissa.app.registers import known_registers

        clear(self._recent)
        known = known_registers(data_folder())
        self.recent_title.setVisible(bool(known))
        for register in known[:SHOWN]:
            self._recent.addWidget(self._entry(register))
        self._watch.watch(register.path for register in known[:SHOWN])
        if self.isVisible():
            self._count(register for register in known[:SHOWN] if register.has_changed)

    def _count(self, changed: "Iterable[KnownRegister]") -> None:
        """Count off the window's thread how many rows came to those that have changed, each of them once."""
        for register in changed:
            key = _as_it_is(register.path)
            if key not in self._came:
                self._came[key] = None
                task = self.runner.task(_counting(register), quiet=True)
                task.finished.connect(partial(self._take_count, key))
                task.start()

    def _take_count(self, key: object, rows: int | None) -> None:
        self._came[key] = rows
        if rows is not None:
            self.refresh()

    def _entry(self, register: "KnownRegister") -> QFrame:
        path = register.path
        opener = button(path.name, "link", partial(self.recent_wanted.emit, path))
        opener.setToolTip(str(path))
        opener.setEnabled(path.exists())
        rows = self.tr("%Ln rows", "", register.rows)
        size = QLocale().formattedDataSize(register.size, 1, QLocale.DataSizeFormat.DataSizeTraditionalFormat)
        kept = label("quiet", " · ".join((rows, self.tr("{0} kept").format(size))), wraps=False)
        kept.setToolTip(self.tr("How much the program keeps of this register on your computer"))
        when = label("quiet", texts.moment(register.opened), wraps=False)
        forget = button(self.tr("Forget"), "quiet", partial(self._ask_to_forget, register))
        forget.setAccessibleName(self.tr("Forget the register {0}").format(path.name))
        session = self.model.session
        is_open = session is not None and session.path.resolve() == path
        forget.setEnabled(not is_open)
        forget.setToolTip(self.tr("It is open now. Open another register first.") if is_open else "")
        line = FlowLayout(opener, kept, None, when, *self._month_buttons(register), forget, space=2 * SPACE)
        notice = self._notice(register)
        if not notice:
            return framed(column(line, margin=SPACE))
        return framed(column(line, row(label("caution", f"! {notice}"), margin=SPACE), space=0, margin=SPACE))

    def _month_buttons(self, register: "KnownRegister") -> tuple[QPushButton, QPushButton]:
        """Return what does the register's month, and what shows how the computer does it every month by itself."""
        name, is_there = register.path.name, register.path.exists()
        month = button(self.tr("Do the month"), "", partial(self.month_wanted.emit, register.path))
        month.setToolTip(
            self.tr(
                "Brings your choices along, accepts again what you have accepted as a whole each time before, "
                "and saves. Everything else waits for you."
            )
        )
        every = button(self.tr("Every month…"), "quiet", partial(self._show_schedule, register.path))
        for made in (month, every):
            made.setAccessibleName(f"{made.text()} · {name}")
            made.setEnabled(is_there)
        return month, every

    def _show_schedule(self, path: Path) -> None:
        from tikissa.gui.start.month_dialog import MonthDialog

        MonthDialog(path, self).open()

    def _notice(self, register: "KnownRegister") -> str:
        """Return what is to be said of a register that is not where it was, or has not been visited for long."""
        if not register.path.exists():
            return self.tr("The file is not in {0} any more. If it was moved, choose it again.").format(
                register.path.parent
            )
        if register.has_changed:
            changed = self.tr("The file has changed since it was last checked, {0}.")
            told = changed.format(texts.day(register.opened.astimezone().date()))
            return f"{told} {self._rows_came(register)}".strip()
        if not register.is_due(date.today()):
            return ""
        months = register.months_ago(date.today())
        return self.tr("%Ln months since the last visit. A check is worth doing now.", "", months)

    def _rows_came(self, register: "KnownRegister") -> str:
        rows = self._came.get(_as_it_is(register.path))
        if rows is None:
            return ""
        if rows < 0:
            return self.tr("It has %Ln rows fewer than then.", "", -rows)
        return self.tr("It has %Ln rows more than then.", "", rows) if rows else self.tr("It has as many rows as then.")

    def _ask_to_forget(self, register: "KnownRegister") -> None:
        """Erase what the program keeps of a register, after asking; the user's own files stay."""
        from tikissa.app.folders import data_folder
        from tikissa.app.registers import forget_register
        from tikissa.gui.common.problem_dialog import show_problem
        from tikissa.gui.common.sure_dialog import is_sure

        if is_sure(self, self.question_about(register), self.tr("Forget")):
            try:
                forget_register(data_folder(), register)
            except SessionProblem as problem:
                show_problem(self, problem)
            self.refresh()

    def question_about(self, register: "KnownRegister") -> str:
        """Return what is asked before a register is forgotten: what is erased, and what is not."""
        question = self.tr(
            "Forget {0}? Your choices on it and the copies of it that the program keeps are erased for good. "
            "The register itself and the files you have saved stay where they are."
        ).format(register.path.name)
        if not register.written:
            return question
        names = "\n".join(f"• {path}" for path in register.written[:MOST_NAMED])
        also = self.tr("These hold the customers’ details too. Delete them yourself if you need them no more:")
        return f"{question}\n\n{also}\n{names}"


def _as_it_is(path: Path) -> object:
    """Return what tells a file from what it was before it was saved."""
    try:
        seen = path.stat()
    except OSError:
        return path
    return path, seen.st_mtime_ns, seen.st_size


def _counting(register: "KnownRegister") -> Work:
    def work(progress: Progress) -> object:
        from tikissa.app.folders import data_folder
        from tikissa.app.registers import rows_more

        return rows_more(register, data_folder(), progress)

    return work
