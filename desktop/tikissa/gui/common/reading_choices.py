"""How a file is to be read, for the user to change: sheet, header row, and for text files encoding and delimiter."""

from collections.abc import Sequence

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QLabel, QWidget

from tikissa.gui.elements.building_blocks import column, label
from tikissa.gui.elements.flow_layout import FlowLayout
from tikissa.gui.elements.theme import SPACE
from tikissa.model.register import FileFormat, Reading, Source

HEADER_ROWS = 20
ENCODINGS = (("UTF-8", "utf-8"), ("Windows (cp1252)", "cp1252"), ("ISO-8859-15", "iso8859_15"), ("UTF-16", "utf-16"))
DELIMITERS = (
    (QT_TRANSLATE_NOOP("ReadingChoices", "semicolon ;"), ";"),
    (QT_TRANSLATE_NOOP("ReadingChoices", "comma ,"), ","),
    (QT_TRANSLATE_NOOP("ReadingChoices", "tab"), "\t"),
    (QT_TRANSLATE_NOOP("ReadingChoices", "bar |"), "|"),
)


class ReadingChoices(QFrame):
    """`chosen` carries the Reading each time something is changed."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self.sheet, self.header_row, self.encoding, self.delimiter = (QComboBox() for _ in range(4))
        self._labels = {box: label("quiet", wraps=False) for box in self._boxes}
        fields = [field(self._labels[box], box) for box in self._boxes]
        self._text_file_fields = fields[2:]
        self._sheet_field = fields[0]
        self.setFocusProxy(self.header_row)
        flow = FlowLayout(*fields, space=2 * SPACE)
        self.setLayout(column(flow, margin=2 * SPACE))
        for box in self._boxes:
            box.activated.connect(lambda _index: self.chosen.emit(self.reading()))

    @property
    def _boxes(self) -> tuple[QComboBox, ...]:
        return self.sheet, self.header_row, self.encoding, self.delimiter

    def show_source(self, source: Source) -> None:
        """Show how a file was read."""
        is_text = source.format is FileFormat.CSV
        fill(self.sheet, [(sheet, sheet) for sheet in source.sheets], source.sheet)
        rows = [(str(number), number) for number in range(1, HEADER_ROWS + 1)]
        fill(self.header_row, [(self.tr("no headers"), 0), *rows], source.header_row or 0)
        fill(self.encoding, _encodings(source.encoding), source.encoding)
        delimiters = [(QCoreApplication.translate("ReadingChoices", str(name)), sign) for name, sign in DELIMITERS]
        fill(self.delimiter, delimiters, source.delimiter)
        self._sheet_field.setVisible(len(source.sheets) > 0)
        for field in self._text_file_fields:
            field.setVisible(is_text)

    def reading(self) -> Reading:
        """Return the reading that is chosen."""
        return Reading(
            self.sheet.currentData() if self.sheet.count() else None,
            self.header_row.currentData(),
            self.encoding.currentData() if self._text_file_fields[0].isVisibleTo(self) else None,
            self.delimiter.currentData() if self._text_file_fields[1].isVisibleTo(self) else None,
        )

    def retranslate(self) -> None:
        names = (self.tr("Sheet"), self.tr("Headers on row"), self.tr("Character set"), self.tr("Columns separated by"))
        for box, name in zip(self._boxes, names, strict=True):
            self._labels[box].setText(name)
            box.setAccessibleName(name)


def _encodings(current: str | None) -> list[tuple[str, str]]:
    """Return what may be chosen; the way the file was read is there, be it a kind of one of these or another."""
    kinds = [(name, current if current and current.startswith(f"{code}-") else code) for name, code in ENCODINGS]
    is_there = current is None or current in (code for _, code in kinds)
    return kinds if is_there else [*kinds, (str(current), str(current))]


def field(name: QLabel, box: QComboBox) -> QWidget:
    """Return a box with its name above it."""
    made = QWidget()
    name.setBuddy(box)
    box.setMinimumWidth(16 * SPACE)
    made.setLayout(column(name, box, space=SPACE // 2))
    return made


def fill(box: QComboBox, entries: Sequence[tuple[str, object]], current: object) -> None:
    """Offer entries, each a text and what it stands for; the first where the current one is not among them."""
    box.clear()
    for text, value in entries:
        box.addItem(text, value)
    box.setCurrentIndex(max(0, next((place for place, (_, value) in enumerate(entries) if value == current), 0)))
