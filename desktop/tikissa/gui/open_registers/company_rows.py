"""The register's companies beside what an open register says of each, with what every proposal would change."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHeaderView, QTableView, QWidget

from tikissa.gui.common.columns_model import ColumnsModel
from tikissa.gui.elements.building_blocks import button, column, label
from tikissa.gui.elements.flow_layout import FlowLayout
from tikissa.gui.elements.table_look import dress
from tikissa.gui.elements.theme import SPACE
from tikissa.gui.language import texts
from tikissa.model.analysis import Analysis
from tikissa.model.companies import CompanyRow, CompanyVerdict
from tikissa.presentation.company_sides import GROUPS, CompanySides, SideLine

_SIGNS = {
    CompanyVerdict.IN_FORCE: "✓",
    CompanyVerdict.NOT_IN_REGISTER: "!",
    CompanyVerdict.CEASED: "!",
    CompanyVerdict.BANKRUPTCY: "!",
    CompanyVerdict.LIQUIDATION: "!",
    CompanyVerdict.RESTRUCTURING: "!",
    CompanyVerdict.UNKNOWN: "?",
}
_LINES, _FIELDS = 5, 6


class CompanyRowsModel(ColumnsModel[CompanyRow]):
    def __init__(self, analysis: Analysis) -> None:
        super().__init__(())
        self._columns = (
            (self.tr("Row"), lambda row: texts.number(analysis.register.row(row.record))),
            (self.tr("Your register"), lambda row: row.name),
            (self.tr("The open register"), lambda row: row.company.name if row.company else "–"),
            (self.tr("Seen"), _seen),
        )


class CompanySidesModel(ColumnsModel[SideLine]):
    def __init__(self, source: str) -> None:
        super().__init__(())
        names = {
            "name": self.tr("Name"),
            "business_id": self.tr("Business ID"),
            "street": self.tr("Street"),
            "postal_code": self.tr("Postal code"),
            "town": self.tr("Town"),
            "visiting": self.tr("Visiting address"),
        }
        self._columns = (
            ("", lambda line: f"{'≠' if line.differs else ' '} {names[line.field]}"),
            (self.tr("Your register"), lambda line: line.yours),
            (source, lambda line: line.theirs),
            (self.tr("Would become"), lambda line: line.after if line.after is not None else "–"),
        )


def _seen(row: CompanyRow) -> str:
    """Return how a company stands, then what else was seen; a verdict that its reasons tell is not told twice."""
    seen = [texts.heading(code) for code in row.reasons]
    if row.verdict is CompanyVerdict.IN_FORCE or not seen:
        seen.insert(0, texts.say(f"companies.verdict_{row.verdict}"))
    return f"{_SIGNS[row.verdict]} {' · '.join(seen)}"


class CompanyRows(QWidget):
    """Shows the companies of one group of `GROUPS` at a time; under them, the current one field by field."""

    visit = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.title = label("emphasis")
        self.groups = tuple(button() for _ in GROUPS)
        self.table, self.sides_table = QTableView(), QTableView()
        self.fixes, self.stale = button(clicked=lambda: self.visit.emit("fixes")), button()
        self.stale.clicked.connect(lambda: self.visit.emit("stale"))
        self._group = QButtonGroup(self)
        self._sides: CompanySides | None = None
        for place, made in enumerate(self.groups):
            made.setCheckable(True)
            self._group.addButton(made, place)
        self._group.idClicked.connect(self._show_group)
        for view, lines in ((self.table, _LINES), (self.sides_table, _FIELDS)):
            dress(view)
            view.setSelectionMode(QTableView.SelectionMode.SingleSelection)
            view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            view.setFixedHeight((lines + 1) * view.verticalHeader().defaultSectionSize() + SPACE)
        parts = (self.title, FlowLayout(*self.groups), self.table, self.sides_table, FlowLayout(self.fixes, self.stale))
        self.setLayout(column(*parts, space=SPACE))

    def retranslate(self) -> None:
        self.table.setAccessibleName(self.tr("Your companies and how they stand"))
        self.sides_table.setAccessibleName(self.tr("The company beside the open register"))
        self.fixes.setText(self.tr("Go to the fixes"))
        self.stale.setText(self.tr("Go to the rows worth checking"))
        self._sides = None

    def put(self, analysis: Analysis) -> None:
        """Show what open registers say of an analysis' companies; nothing where they say nothing."""
        check = analysis.companies
        self.setVisible(bool(check.rows))
        if not check.rows or (self._sides is not None and self._sides.analysis is analysis):
            return
        self._sides = CompanySides(analysis, check.rows)
        days = ", ".join(f"{source.name} {texts.day(source.day)}" for source in check.sources)
        self.title.setText(self.tr("Your companies beside the register ({0})").format(days))
        self._models = CompanyRowsModel(analysis), CompanySidesModel(days)
        self.table.setModel(self._models[0])
        self.sides_table.setModel(self._models[1])
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_sides())
        counts = [sum(map(is_in, check.rows)) for _, is_in in GROUPS]
        for made, name, count in zip(self.groups, self._names(), counts, strict=True):
            made.setText(f"{name} {texts.number(count)}")
            made.setVisible(count > 0)
        first = next(place for place, count in enumerate(counts) if count)
        self.groups[first].setChecked(True)
        self._show_group(first)

    def _names(self) -> tuple[str, ...]:
        return (
            self.tr("Not in the register"),
            self.tr("Bankruptcy and the like"),
            self.tr("Another name"),
            self.tr("Another address"),
            self.tr("Business ID"),
            self.tr("As in the register"),
            self.tr("Not known"),
            self.tr("All"),
        )

    def _show_group(self, place: int) -> None:
        if self._sides is None:
            return
        self._models[0].show([row for row in self._sides.rows if GROUPS[place][1](row)])
        self._share_width()
        self.table.selectRow(0)
        self._show_sides()

    def _show_sides(self) -> None:
        rows, lines = self._models
        line = self.table.currentIndex().row()
        shown = self._sides.lines(rows.shown[line]) if self._sides and 0 <= line < len(rows.shown) else ()
        lines.show([*shown])

    def _share_width(self) -> None:
        """Give each table's last columns what the first leaves."""
        mode = QHeaderView.ResizeMode
        for view in (self.table, self.sides_table):
            header = view.horizontalHeader()
            header.setSectionResizeMode(mode.Stretch)
            header.setSectionResizeMode(0, mode.ResizeToContents)
        self.table.horizontalHeader().setSectionResizeMode(2, mode.ResizeToContents)
