"""Shows exactly what would be sent to the trade register, and waits for the user's word."""

from collections.abc import Sequence

from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from tikissa.gui.elements.building_blocks import button, column, label, row
from tikissa.gui.elements.theme import SPACE, scaled


class AskingDialog(QDialog):
    """`seconds` is how long asking takes. Keeping all to oneself is the default."""

    def __init__(self, ids: Sequence[str], host: str, seconds: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Ask the trade register"))
        heading = label("title", self.tr("Ask about these %Ln companies?", "", len(ids)))
        said = self.tr(
            "These business IDs, and nothing else, are sent to {0}, one at a time. It takes about %Ln minutes and can "
            "be stopped at any time; the answers there are by then are kept.",
            "",
            max(-(-seconds // 60), 1),
        ).format(host)
        self.ids = QPlainTextEdit("\n".join(ids))
        self.ids.setReadOnly(True)
        self.ids.setAccessibleName(self.tr("The business IDs that are sent"))
        self.send = button(self.tr("Send these IDs"), clicked=self.accept)
        self.keep = button(self.tr("Send nothing"), "primary", self.reject)
        foot = row(None, self.send, self.keep, space=2 * SPACE)
        self.setLayout(column(heading, label("", said), self.ids, foot, space=2 * SPACE, margin=3 * SPACE))
        self.setMinimumSize(scaled(64 * SPACE), scaled(52 * SPACE))
        self.keep.setFocus()
