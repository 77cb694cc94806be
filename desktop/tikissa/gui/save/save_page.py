"""The summary before saving: the row arithmetic, what changes by kind, what cannot be kept, and two file names."""

import os
from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFileDialog, QGridLayout, QPushButton, QVBoxLayout

from tikissa.app.preferences import Preferences
from tikissa.app.targets import WORKBOOKS, Targets, for_cleaned, home_folder, targets_in, with_extension
from tikissa.gui.common.page import Page
from tikissa.gui.common.session_model import SessionModel
from tikissa.gui.common.task_runner import TaskRunner
from tikissa.gui.common.workflow import Saving, looking_for_obstacles
from tikissa.gui.elements.building_blocks import button, clear, column, framed, label, row
from tikissa.gui.elements.forms import Hint
from tikissa.gui.elements.page_layout import NARROW, page_layout
from tikissa.gui.elements.proportion_bar import ProportionBar
from tikissa.gui.elements.theme import SPACE
from tikissa.gui.language import texts
from tikissa.gui.language.translation import language
from tikissa.gui.save.numbers_elsewhere import NumbersElsewhere
from tikissa.gui.save.obstacle_choice import ObstacleChoice
from tikissa.gui.save.row_arithmetic import parts_of, row_sentence
from tikissa.model.finding import Finding
from tikissa.model.outcome import Fate

SHOWN_KINDS = 8


class SavePage(Page):
    key = "save"
    rail_key = "save"
    icon_name = "save"

    save_wanted = Signal(object)
    """Carries a Saving."""
    later_wanted = Signal()
    reread_wanted = Signal(Path)

    def __init__(self, model: SessionModel, runner: TaskRunner) -> None:
        super().__init__(model, runner)
        self._chosen: Targets | None = None
        """Names the user gave."""
        self._chosen_folder: Path | None = None
        self._safe_for_excel, self._in_own_folder = False, False
        self._sheet_for_all: bool | None = None
        self._all_kinds = False
        self.others: QPushButton | None = None
        model.opened.connect(self._forget_choices)
        self.heading = label("title")
        self.arithmetic = label("lead")
        self.bar = ProportionBar()
        self.open_work = label("quiet")
        self.changes_title = label("emphasis")
        self._changes = QGridLayout()
        self._changes.setHorizontalSpacing(2 * SPACE)
        self._changes.setColumnStretch(1, 1)
        self.obstacles = ObstacleChoice()
        self.obstacles.on_read_version_changed.connect(self._look_for_obstacles)
        self.obstacles.reread_wanted.connect(lambda: self.reread_wanted.emit(self.model.current.path))
        self.numbers = NumbersElsewhere()
        self.files_title = label("emphasis")
        self.cleaned_name = label()
        self.added_names = label()
        self.log_name = label()
        self.folder = label("quiet")
        self.rename = button(clicked=self._choose_name)
        self.keep_removed = QCheckBox()
        self.keep_removed.toggled.connect(self._show_targets)
        self.with_activity, self.groups, self.with_bought = QCheckBox(), Hint(), QCheckBox()
        self.with_guide = QCheckBox()
        self.checks, self.checks_told = button(look="link", clicked=self._choose_checks), label("quiet")
        self._checked: frozenset[str] = frozenset()
        self.later = button(clicked=self.later_wanted.emit)
        self.save = button(look="primary", clicked=self._save)
        self._lay_out()

    def _lay_out(self) -> None:
        body = column(
            column(self.bar, self.open_work, space=SPACE),
            framed(column(self.changes_title, self._changes, space=SPACE, margin=2 * SPACE)),
            self.obstacles,
            self.numbers,
            framed(self._files()),
            None,
            space=2 * SPACE,
        )
        self.setLayout(page_layout(self.heading, self.arithmetic, body, (None, self.later, self.save), NARROW))

    def take_preferences(self, preferences: Preferences) -> None:
        """Begin from what the user has chosen for every register; what was ticked here holds until that changes."""
        if self._sheet_for_all is not preferences.removed_rows_sheet:
            self._sheet_for_all = preferences.removed_rows_sheet
            self.keep_removed.setChecked(preferences.removed_rows_sheet)
        folder = Path(preferences.save_folder) if preferences.save_folder else None
        folder = folder if folder is not None and os.access(folder, os.W_OK) else None
        wished = folder, preferences.safe_for_excel, preferences.own_folder
        if wished != (self._chosen_folder, self._safe_for_excel, self._in_own_folder):
            self._chosen_folder, self._safe_for_excel, self._in_own_folder = wished
            self._chosen = None

    def title(self) -> str:
        return self.tr("Saving")

    def is_done(self) -> bool:
        return self.model.written is not None

    def take_focus(self) -> None:
        self.save.setFocus()

    def retranslate(self) -> None:
        self.heading.setText(self.tr("Before saving"))
        self.changes_title.setText(self.tr("What will be changed"))
        self.files_title.setText(self.tr("Files that are made"))
        self.rename.setText(self.tr("Other name or folder…"))
        self.with_activity.setText(self.tr("Add a column that says how active each customer is"))
        self.with_bought.setText(texts.say("purchases.window_columns"))
        self.with_guide.setText(self.tr("Add the entry guide on a sheet of its own"))
        self.groups.setText(self.tr("New, active, fading or passive."))
        self.checks.setText(self.tr("Checks for what is typed later…"))
        self.later.setText(self.tr("Continue later"))
        self.save.setText(self.tr("Save the cleaned file"))
        self.obstacles.retranslate()
        self.numbers.retranslate()

    def refresh(self) -> None:
        if not self.model.is_analysed:
            return
        if self.model.written is not None:
            self.obstacles.forget_read_version()
        session = self.model.current
        summary = session.summary
        nothing = self.tr("Nothing has been changed yet, so the saved file would be a copy of the original.")
        self.arithmetic.setText(row_sentence(summary) if summary.anything_changed else nothing)
        self.bar.setVisible(summary.anything_changed)
        self.bar.show_parts(parts_of(summary))
        self.open_work.setText(
            self.tr("%Ln suggestions are still open. They stay as they are.", "", session.work.count)
        )
        self.open_work.setVisible(session.work.count > 0)
        added = {"gate.added": summary.added} if summary.added else {}
        self._show_changes({**added, **summary.changes})
        for part in (self.with_activity, self.groups):
            part.setVisible(session.analysis.profile.has_dates)
        self.with_bought.setVisible(bool(session.analysis.settings.bought.customers))
        self._show_targets()
        self._look_for_obstacles()

    def _files(self) -> QVBoxLayout:
        names = column(self.cleaned_name, self.added_names, self.log_name, self.folder, space=SPACE // 2)
        files = row(names, self.rename, space=2 * SPACE)
        files.setStretch(0, 1)
        checks = row(self.checks, self.checks_told, None, space=2 * SPACE)
        ticks = (self.keep_removed, self.with_activity, self.groups, self.with_bought, self.with_guide)
        return column(self.files_title, files, *ticks, checks, space=SPACE, margin=2 * SPACE)

    @property
    def targets(self) -> Targets:
        """Return the names to be saved under: nothing that is there already is ever written over."""
        if self._chosen is not None:
            return self._chosen.free()
        source = self.model.current.path
        documents = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        folder = self._chosen_folder or home_folder(source, Path(documents))
        return targets_in(folder, source, self._safe_for_excel or bool(self._checked), language(), self._in_own_folder)

    def _show_changes(self, changes: Mapping[str, int]) -> None:
        clear(self._changes)
        if not changes:
            self._changes.addWidget(label("quiet", self.tr("No value is changed.")), 0, 0, 1, 2)
        shown = len(changes) if self._all_kinds else SHOWN_KINDS
        for place, (code, count) in enumerate(list(changes.items())[:shown]):
            number = label("emphasis", texts.number(count), wraps=False)
            self._changes.addWidget(number, place, 0, Qt.AlignmentFlag.AlignRight)
            self._changes.addWidget(label("", texts.heading(code)), place, 1)
        rest = sum(list(changes.values())[shown:])
        if rest:
            self.others = button(self.tr("and %Ln others", "", rest), "link", lambda: self._show_all(changes))
            self._changes.addWidget(self.others, SHOWN_KINDS, 1, Qt.AlignmentFlag.AlignLeft)

    def _show_all(self, changes: Mapping[str, int]) -> None:
        self._all_kinds = True
        self._show_changes(changes)

    def _forget_choices(self) -> None:
        """What was chosen for one register is not another's."""
        self._chosen, self._checked, self._all_kinds = None, frozenset(), False
        self.with_guide.setChecked(False)
        self.obstacles.forget_read_version()

    def _choose_checks(self) -> None:
        """Offer, column by column, the checks that suit the register as it will be saved."""
        from tikissa.export.entry_checks.offers import entry_checks
        from tikissa.gui.save.entry_checks_dialog import EntryChecksDialog

        session = self.model.current
        checks = entry_checks(session.outcome, session.analysis.schema.meanings)
        dialog = EntryChecksDialog(checks, self._checked, self)
        dialog.accepted.connect(lambda: self._take_checks(dialog.chosen))
        dialog.open()

    def _take_checks(self, chosen: frozenset[str]) -> None:
        self._checked = chosen
        self._show_targets()

    def _show_targets(self) -> None:
        if not self.model.is_analysed:
            return
        targets = self.targets
        has_sheets = targets.cleaned.suffix.lower() in WORKBOOKS
        self.keep_removed.setText(
            self.tr("Keep merged and archived rows on a sheet of their own")
            if has_sheets
            else self.tr("Keep merged and archived rows in a file of their own")
        )
        self.with_guide.setVisible(has_sheets)
        self.cleaned_name.setText(self.tr("Cleaned file: {0}").format(targets.cleaned.name))
        added = () if has_sheets else self._added_beside(targets.cleaned)
        words = QCoreApplication.translate("DonePage", "Archived and merged rows: {0}")
        self.added_names.setText(words.format(", ".join(added)))
        self.added_names.setVisible(bool(added))
        told = self.tr("%Ln columns check what is typed into them", "", len(self._checked))
        self.checks_told.setText(told if self._checked else self.tr("none"))
        self.log_name.setText(self.tr("Change log: {0}").format(targets.audit_log.name))
        self.folder.setText(self.tr("In the folder {0}").format(targets.cleaned.parent))

    def _added_beside(self, cleaned: Path) -> tuple[str, ...]:
        """Return the files for the rows that a workbook would have on sheets of their own."""
        count = self.model.current.outcome.count
        removed = self.keep_removed.isChecked() and count(Fate.MERGED) + count(Fate.REMOVED)
        codes = ("save.sheet_archive",) * bool(count(Fate.ARCHIVED)) + ("save.sheet_removed",) * bool(removed)
        return tuple(f"{cleaned.stem}-{texts.say(code)}{cleaned.suffix}" for code in codes)

    def _choose_name(self) -> None:
        offered, option = self.targets.cleaned, QFileDialog.Option.DontConfirmOverwrite
        title = self.tr("Save the cleaned file")
        chosen, _ = QFileDialog.getSaveFileName(self, title, str(offered), f"*{offered.suffix}", options=option)
        if chosen:
            self._chosen = for_cleaned(with_extension(Path(chosen), offered.suffix), language())
            self._show_targets()

    def _look_for_obstacles(self) -> None:
        session, on_read_version = self.model.current, self.obstacles.on_read_version.isChecked()
        content = session.source_content() if on_read_version else None
        work = looking_for_obstacles(session.outcome, session.analysis.schema, content, self.model.password)
        task = self.runner.task(work, quiet=True)
        task.finished.connect(self._show_obstacles)
        task.start()

    def _show_obstacles(self, obstacles: tuple[Finding, ...]) -> None:
        self.obstacles.show_obstacles(self.numbers.take(obstacles))

    def _save(self) -> None:
        self._show_targets()
        on_read_version = self.obstacles.on_read_version.isChecked()
        keep_removed, repointed = self.keep_removed.isChecked(), self.numbers.chosen
        with_activity = self.with_activity.isVisibleTo(self) and self.with_activity.isChecked()
        choice = self.obstacles.choice()
        with_bought = self.with_bought.isVisibleTo(self) and self.with_bought.isChecked()
        with_guide = self.with_guide.isVisibleTo(self) and self.with_guide.isChecked()
        also = repointed, with_activity, with_bought, self._checked, with_guide
        self.save_wanted.emit(Saving(self.targets, choice, keep_removed, on_read_version, *also))
