"""The settings on one page: every change counts at once, and the defaults need no visit."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QDialog, QFileDialog, QFormLayout, QLineEdit, QWidget

from tikissa.app.preferences import Preferences
from tikissa.gui.common.dialog_sizes import open_at
from tikissa.gui.common.preferences_model import PreferencesModel
from tikissa.gui.elements.building_blocks import button, column, framed, label, row, scrolled
from tikissa.gui.elements.forms import Hint, field_name, form
from tikissa.gui.elements.theme import SPACE, Scheme
from tikissa.gui.language.translation import LANGUAGE_NAMES
from tikissa.text.date_styles import DAY_STYLES

TEXT_SIZES = (100, 115, 130, 150, 175, 200)
SHORTEST = 14
"""Letters a list shows at least."""
PERIODS = (6, 12, 24, 36, 60)
KEEP_YEARS = (1, 2, 5)

NOBODY = Preferences().who
"""Who made the choices where the user gives no name."""

ANOTHER = "?"
"""Stands for a folder that is yet to be chosen."""

Entries = Sequence[tuple[str, object]]


class SettingsDialog(QDialog):
    """`analysis_changed` says that something an analysis depends on was changed."""

    analysis_changed = Signal()

    def __init__(
        self, preferences: PreferencesModel, phone_styles: Sequence[str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self._phone_styles = phone_styles
        self.heading = label("title")
        self.look_title, self.register_title = label("emphasis"), label("emphasis")
        self.language, self.scheme, self.text_size = (QComboBox() for _ in range(3))
        self.period, self.phone_style, self.date_style, self.keep, self.folder = (QComboBox() for _ in range(5))
        for box in self._boxes:
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(SHORTEST)
        self.who = QLineEdit("" if preferences.current.who == NOBODY else preferences.current.who)
        self.own_folder, self.one_log = QCheckBox(), QCheckBox()
        self.own_folder.setChecked(preferences.current.own_folder)
        self.one_log.setChecked(preferences.current.one_log)
        self.removed_rows = QCheckBox()
        self.removed_rows.setChecked(preferences.current.removed_rows_sheet)
        self.safe_for_excel = QCheckBox()
        self.safe_for_excel.setChecked(preferences.current.safe_for_excel)
        self.zeros = Hint()
        self.done_button = button(look="primary", clicked=self.accept)
        self.names = {field: field_name() for field in self._fields}
        look = self._form(self.language, self.scheme, self.text_size)
        register = self._form(self.period, self.phone_style, self.date_style, self.folder, self.who, self.keep)
        register.addRow(self.own_folder)
        register.addRow(self.one_log)
        register.addRow(self.removed_rows)
        register.addRow(column(self.safe_for_excel, self.zeros, space=SPACE // 2))
        body = column(
            framed(column(self.look_title, look, space=2 * SPACE, margin=2 * SPACE)),
            framed(column(self.register_title, register, space=2 * SPACE, margin=2 * SPACE)),
            None,
        )
        whole = column(self.heading, scrolled(body), row(None, self.done_button), space=2 * SPACE, margin=2 * SPACE)
        self.setLayout(whole)
        self.retranslate()
        self._open_at_size()
        self._connect()

    @property
    def _fields(self) -> tuple[QWidget, ...]:
        *before_name, keep = self._boxes
        return *before_name, self.who, keep

    @property
    def _boxes(self) -> tuple[QComboBox, ...]:
        look = (self.language, self.scheme, self.text_size)
        return *look, self.period, self.phone_style, self.date_style, self.folder, self.keep

    def retranslate(self) -> None:
        """Put the texts on, and the entries of the lists, which are words too."""
        self.setWindowTitle(self.tr("Settings"))
        self.heading.setText(self.tr("Settings"))
        self.look_title.setText(self.tr("The program"))
        self.register_title.setText(self.tr("Your registers"))
        self.own_folder.setText(self.tr("Put the files of a saving into a folder of their own"))
        self.one_log.setText(self.tr("Save the change log as an Excel workbook only"))
        self.removed_rows.setText(self.tr("Keep merged and archived rows on a sheet of their own"))
        self.safe_for_excel.setText(self.tr("Save a CSV register as an Excel workbook"))
        self.zeros.setText(self.tr("Excel drops the zeros in front of numbers in a CSV file; a workbook keeps them."))
        self.who.setPlaceholderText(self.tr("No name given"))
        self.done_button.setText(self.tr("Close"))
        self._name(self.language, self.tr("Language"))
        self._name(self.scheme, self.tr("Colours"))
        self._name(self.text_size, self.tr("Text size"))
        self._name(self.period, self.tr("A customer is passive after"))
        self._name(self.phone_style, self.tr("Phone numbers are written"))
        self._name(self.date_style, self.tr("Dates are written"))
        self._name(self.folder, self.tr("Saved files go"))
        self._name(self.who, self.tr("Your name in the change log"))
        self._name(self.keep, self.tr("Your choices are kept"))
        self._even_names()
        self._fill_lists()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() is QEvent.Type.FontChange and self.isVisible():
            QTimer.singleShot(0, self, self._open_at_size)  # Qt is still dressing the program

    def _open_at_size(self) -> None:
        open_at(self, 88 * SPACE, 92 * SPACE)
        self._even_names()

    def _fill_lists(self) -> None:
        current = self._preferences.current
        as_system = self.tr("As in the system")
        languages = [(as_system, None), *((name, code) for code, name in LANGUAGE_NAMES.items())]
        schemes = [
            (as_system, None),
            (self.tr("Light"), Scheme.LIGHT.value),
            (self.tr("Dark"), Scheme.DARK.value),
            (self.tr("High contrast"), Scheme.CONTRAST.value),
        ]
        as_most = (self.tr("As most of them in the register"), None)
        _fill(self.language, languages, current.language)
        _fill(self.scheme, schemes, current.scheme)
        _fill(self.text_size, [(f"{size} %", size) for size in TEXT_SIZES], current.text_size)
        _fill(self.period, [(self._period(months), months) for months in PERIODS], current.passive_after_months)
        _fill(self.phone_style, [as_most, *((style, style) for style in self._phone_styles)], current.phone_style)
        _fill(self.date_style, [as_most, *((style, style) for style in DAY_STYLES)], current.date_style)
        self._fill_folders()
        until = self.tr("Until you choose Forget")
        years = [(self.tr("%Ln years from the last visit", "", count), count) for count in KEEP_YEARS]
        _fill(self.keep, [(until, None), *years], current.keep_years)

    def _fill_folders(self) -> None:
        chosen = self._preferences.current.save_folder
        own = [(chosen, chosen)] if chosen else []
        _fill(
            self.folder, [(self.tr("Beside the original"), None), *own, (self.tr("Choose a folder…"), ANOTHER)], chosen
        )

    def _choose_folder(self) -> None:
        chosen = self.folder.currentData()
        if chosen == ANOTHER:
            before = self._preferences.current.save_folder
            chosen = QFileDialog.getExistingDirectory(self, self.tr("Saved files go"), before or "") or before
        self._preferences.change(save_folder=chosen)
        self._fill_folders()

    def _period(self, months: int) -> str:
        return self.tr("%Ln months", "", months) if months % 12 else self.tr("%Ln years", "", months // 12)

    def _form(self, *fields: QWidget) -> QFormLayout:
        return form((self.names[field], field) for field in fields)

    def _even_names(self) -> None:
        """Let the fields of both cards begin in one line, unless some stand below their names for want of room."""
        for name in self.names.values():
            name.setMinimumWidth(0)
        widest = max(name.sizeHint().width() for name in self.names.values())
        for name in self.names.values():
            name.setMinimumWidth(widest if 2 * widest < self.width() else 0)

    def _name(self, field: QWidget, text: str) -> None:
        self.names[field].setText(text)
        field.setAccessibleName(text)

    def _connect(self) -> None:
        change = self._preferences.change
        self.language.activated.connect(lambda: change(language=self.language.currentData()))
        self.scheme.activated.connect(lambda: change(scheme=self.scheme.currentData()))
        self.text_size.activated.connect(lambda: change(text_size=self.text_size.currentData()))
        self.period.activated.connect(lambda: self._change_analysis(passive_after_months=self.period.currentData()))
        self.phone_style.activated.connect(lambda: self._change_analysis(phone_style=self.phone_style.currentData()))
        self.date_style.activated.connect(lambda: self._change_analysis(date_style=self.date_style.currentData()))
        self.folder.activated.connect(self._choose_folder)
        self.who.editingFinished.connect(lambda: change(who=self.who.text().strip() or NOBODY))
        self.keep.activated.connect(lambda: change(keep_years=self.keep.currentData()))
        self.own_folder.toggled.connect(lambda own: change(own_folder=own))
        self.one_log.toggled.connect(lambda one: change(one_log=one))
        self.removed_rows.toggled.connect(lambda keep: change(removed_rows_sheet=keep))
        self.safe_for_excel.toggled.connect(lambda safe: change(safe_for_excel=safe))

    def _change_analysis(self, **values: object) -> None:
        self._preferences.change(**values)
        self.analysis_changed.emit()


def _fill(box: QComboBox, entries: Entries, current: object) -> None:
    box.clear()
    for text, value in entries:
        box.addItem(text, value)
    box.setCurrentIndex(next((place for place, (_, value) in enumerate(entries) if value == current), 0))
