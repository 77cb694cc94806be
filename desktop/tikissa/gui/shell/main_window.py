"""The frame of the one window: header, rail, pages, progress and foot. It leads from page to page, decides nothing."""

from collections.abc import Iterator
from contextlib import suppress

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDragLeaveEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from tikissa.gui.common.page import Page
from tikissa.gui.common.preferences_model import PreferencesModel
from tikissa.gui.common.session_model import SessionModel
from tikissa.gui.common.task_runner import TaskRunner
from tikissa.gui.common.workflow import Workflow
from tikissa.gui.elements.building_blocks import column, row
from tikissa.gui.elements.drop_overlay import DropOverlay, dropped_files
from tikissa.gui.shell import actions
from tikissa.gui.shell.arrivals import Arrivals
from tikissa.gui.shell.foot import Foot
from tikissa.gui.shell.progress_strip import ProgressStrip
from tikissa.gui.shell.rail import Rail
from tikissa.gui.shell.warm_up import warm_up
from tikissa.gui.shell.window_header import Header
from tikissa.gui.start.start_page import StartPage
from tikissa.model.problems import SessionProblem


class MainWindow(QMainWindow):
    def __init__(self, preferences: PreferencesModel) -> None:
        super().__init__()
        self.setWindowTitle("Tikissä")
        self.resize(1366, 768)
        self.setMinimumSize(960, 600)
        self.setAcceptDrops(True)
        self.preferences = preferences
        self.runner = TaskRunner(self)
        self.model = SessionModel(self)
        self.workflow = Workflow(self.model, self.runner, preferences)
        self.arrivals = Arrivals(self, self.workflow)
        self.actions_by_name = actions.actions_for(self)
        self.header = Header(self.model, self.actions_by_name)
        self.foot = Foot(self.model)
        self.progress = ProgressStrip()
        self.stack = QStackedWidget()
        self.pages: dict[str, Page] = {}
        self._coming = self._pages_to_come()
        self.rail = Rail([])
        self._middle = row(self.rail, self.stack, space=0)
        frame = QWidget()
        frame.setLayout(column(self.header, self._middle, self.progress, self.foot, space=0))
        self.setCentralWidget(frame)
        self._overlay = DropOverlay(frame)
        self._connect(StartPage(self.model, self.runner))
        self.retranslate()
        self.page.take_focus()

    def complete(self) -> None:
        """Add the pages that are not needed for the first sight of the window, once.

        What they import is loaded off the window's thread first, and they come one between two answers of the window;
        whoever cannot wait calls this and waits here.
        """
        for _ in self._coming:
            continue

    def _complete_by_and_by(self) -> None:
        if next(self._coming, None) is not None:
            QTimer.singleShot(0, self, self._complete_by_and_by)

    def _pages_to_come(self) -> Iterator[Page]:
        from tikissa.gui.shell.page_connections import connect_page
        from tikissa.gui.shell.page_list import page_types

        for page_type in page_types():
            if page_type.key not in self.pages:
                page = page_type(self.model, self.runner)
                self._add(page)
                connect_page(self, page)
                yield page
        self.header.complete()
        rail = Rail(list(self.pages.values()))
        rail.visited.connect(self._follow_rail)
        self._middle.replaceWidget(self.rail, rail)
        self.rail.deleteLater()
        self.rail = rail
        self._refresh()

    @property
    def page(self) -> Page:
        """Return the page that is shown."""
        page = self.stack.currentWidget()
        assert isinstance(page, Page)
        return page

    def visit(self, key: str) -> None:
        """Show the page of that name, if there is one."""
        if key not in self.pages:
            return
        if key != self.page.key:
            self.pages[key].came_from = self.page.key
        self.stack.setCurrentWidget(self.pages[key])
        if self.model.is_analysed and self.pages[key].needs_session:
            with suppress(SessionProblem):  # a full disk is told where a choice would be lost, not on every step
                self.model.current.place = key
        self._refresh()
        self.page.take_focus()

    def undo(self) -> None:
        self.model.undo()

    def redo(self) -> None:
        self.model.redo()

    def open_file(self) -> None:
        self.arrivals.choose_register()

    def check_list(self) -> None:
        self._visit_if_ready("list_check")

    def save(self) -> None:
        self._visit_if_ready("save")

    def history(self) -> None:
        self._visit_if_ready("history")

    def settings(self) -> None:
        from tikissa.gui.shell.settings_dialog import SettingsDialog
        from tikissa.text.phones import STYLES

        dialog = SettingsDialog(self.preferences, STYLES, self)
        changed: list[bool] = []
        dialog.analysis_changed.connect(lambda: changed.append(True))
        dialog.exec()
        if changed and self.model.is_analysed:
            self.workflow.analyse()

    def keys(self) -> None:
        from tikissa.gui.shell.keys_dialog import KeysDialog

        KeysDialog(self.pages.values(), self).exec()

    def help(self) -> None:
        from tikissa.gui.shell.help_dialog import HelpDialog

        HelpDialog(self).exec()

    def quit(self) -> None:
        self.close()

    def retranslate(self) -> None:
        actions.retranslate(self.actions_by_name)
        self.header.retranslate()
        self.progress.retranslate()
        for page in self.pages.values():
            page.retranslate()
        if self.pages:
            self._refresh()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if len(self.pages) == 1:
            warming = self.runner.task(warm_up, quiet=True)
            warming.finished.connect(self._complete_by_and_by)
            warming.failed.connect(self.arrivals.tell_problem)
            QTimer.singleShot(60, warming.start)  # milliseconds: the window is drawn first

    def closeEvent(self, event: QCloseEvent) -> None:
        self.runner.shut_down()
        self.model.close()
        super().closeEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event.mimeData()):
            event.acceptProposedAction()
            self._overlay.cover()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._overlay.hide()

    def dropEvent(self, event: QDropEvent) -> None:
        self._overlay.hide()
        event.acceptProposedAction()
        self.arrivals.take(dropped_files(event.mimeData()))

    def _connect(self, start: StartPage) -> None:
        self._add(start)
        start.choose_wanted.connect(self.open_file)
        start.sample_wanted.connect(self.workflow.open_sample)
        start.recent_wanted.connect(self.workflow.open_file)
        start.month_wanted.connect(self.workflow.do_month)
        self.header.language_chosen.connect(lambda chosen: self.preferences.change(language=chosen))
        self.model.changed.connect(self._refresh)
        self.runner.started.connect(self.progress.follow)
        self.workflow.read.connect(self._after_reading)
        self.workflow.analysed.connect(self._after_analysis)
        self.workflow.failed.connect(self.arrivals.tell_problem)
        self.workflow.cancelled.connect(self._after_cancelling)
        self.model.rescued.connect(self.arrivals.tell_problem, Qt.ConnectionType.QueuedConnection)
        self.arrivals.check.checked.connect(lambda: self.visit("list_check"))

    def _add(self, page: Page) -> None:
        self.pages[page.key] = page
        self.stack.addWidget(page)
        page.visit.connect(self.visit)
        page.retranslate()

    def _refresh(self) -> None:
        self.header.refresh()
        self.foot.refresh()
        self.rail.refresh(self.page, self.model.is_analysed)
        if self.model.is_analysed or not self.page.needs_session:
            was_inside = self._is_focus_inside()
            self.page.refresh()
            if was_inside and not self._is_focus_inside():  # the button that was pressed is gone or of no use any more
                self.page.take_focus()

    def _is_focus_inside(self) -> bool:
        focus = self.focusWidget()
        return focus is not None and self.page.isAncestorOf(focus)

    def _follow_rail(self, key: str) -> None:
        self.visit("read_back" if key == "start" and self.model.session else key)

    def _visit_if_ready(self, key: str) -> None:
        if self.model.is_analysed and key in self.pages:
            self.visit(key)

    def _after_cancelling(self) -> None:
        """Go to the start where the register that was shown has been closed for the one that did not come."""
        is_closed = self.page.needs_session and self.model.session is None
        self.visit("start") if is_closed else self.page.take_focus()

    def _after_reading(self) -> None:
        """Ask whether it was read right; a register that was worked on before goes on where it was left."""
        self.complete()
        if self.model.current.place is None:
            self.visit("read_back")
        else:
            self.workflow.analyse()

    def _after_analysis(self) -> None:
        self.complete()
        page = self.pages.get(self.model.current.place or "")
        first = "overview" if self.model.current.carried is None else "since_last_time"
        self.visit(page.key if page is not None and page.is_offered() else first)
