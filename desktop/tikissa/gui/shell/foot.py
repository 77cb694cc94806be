"""The foot: the row arithmetic, always true, and what was just done."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from tikissa.gui.common.session_model import SessionModel
from tikissa.gui.elements.building_blocks import label, row
from tikissa.gui.elements.theme import SPACE


class Foot(QWidget):
    def __init__(self, model: SessionModel) -> None:
        super().__init__()
        self.setObjectName("foot")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._model = model
        self.arithmetic = label("quiet", wraps=False)
        self.notice = label("quiet", wraps=False)
        layout = row(self.arithmetic, None, self.notice)
        layout.setContentsMargins(2 * SPACE, SPACE, 2 * SPACE, SPACE)
        self.setLayout(layout)

    def refresh(self) -> None:
        self.arithmetic.setText(self._row_arithmetic())
        self.notice.setText(self.tr("Your choices are kept") if self._model.can_undo else "")

    def _row_arithmetic(self) -> str:
        if self._model.session is None:
            return self.tr("Nothing leaves this computer")
        if not self._model.is_analysed:
            rows = self.tr("%Ln rows", "", len(self._model.current.register))
            return rows + " · " + self.tr("no changes")
        summary = self._model.current.summary
        rows = self.tr("%Ln rows", "", summary.rows_in)
        if not summary.anything_changed:
            return rows + " · " + self.tr("no changes")
        rows += " + " + self.tr("%Ln added", "", summary.added) if summary.added else ""
        parts = [self.tr("%Ln kept", "", summary.kept)]
        parts += [self.tr("%Ln merged", "", summary.merged)] if summary.merged else []
        parts += [self.tr("%Ln archived", "", summary.archived)] if summary.archived else []
        parts += [self.tr("%Ln removed", "", summary.removed)] if summary.removed else []
        sums = f"{rows} = {' + '.join(parts)}" if len(parts) > 1 or summary.added else rows
        cells = self.tr("%Ln changed cells", "", summary.changed_cells) if summary.changed_cells else ""
        return " · ".join(filter(None, (sums, cells)))
