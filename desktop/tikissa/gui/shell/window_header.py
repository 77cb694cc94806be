"""The strip at the top: which register this is, what can be taken back, and the language."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from tikissa.gui.common.session_model import SessionModel
from tikissa.gui.elements.building_blocks import button, row
from tikissa.gui.elements.elided_label import ElidedLabel
from tikissa.gui.elements.icons import icon
from tikissa.gui.elements.press_button import PressButton
from tikissa.gui.elements.theme import SPACE, is_narrow
from tikissa.gui.language.translation import LANGUAGE_NAMES, language


class Header(QWidget):
    language_chosen = Signal(str)

    def __init__(self, model: SessionModel, actions: dict[str, QAction]) -> None:
        super().__init__()
        self.setObjectName("header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._model = model
        self.register_name = ElidedLabel("emphasis")
        self.register_size = ElidedLabel("quiet")
        self.undo = ActionButton(actions["undo"], "undo", with_text=True)
        self.redo = ActionButton(actions["redo"], "redo")
        self.history = ActionButton(actions["history"], "history", with_text=True)
        self.languages = button(look="quiet")
        self.settings = ActionButton(actions["settings"], "settings")
        self.help = ActionButton(actions["help"], "help")
        layout = row(
            self.register_name, self.register_size, None,
            self.undo, self.redo, self.history, self.languages, self.settings, self.help,
        )  # fmt: skip
        layout.setContentsMargins(2 * SPACE, SPACE, SPACE, SPACE)
        for part in (self.undo, self.redo, self.history, self.languages, self.settings, self.help):
            # Qt would give the whole line no more height than its lowest button may have
            part.setSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Minimum)
        self.setLayout(layout)

    def refresh(self) -> None:
        """Show the open register and what can be taken back."""
        session = self._model.session
        self.undo.setVisible(session is not None)
        self.redo.setVisible(session is not None)
        self.history.setVisible(session is not None)
        self.undo.follow(self._model.can_undo)
        self.redo.follow(self._model.can_redo)
        self.history.follow(self._model.is_analysed)
        self.register_name.setText("Tikissä")
        self.register_size.setText("")
        if session is not None:
            source = session.register.source
            rows = self.tr("%Ln rows", "", len(session.register))
            sheet = [source.sheet] if source.sheets else []
            self.register_name.setText(source.path.name)
            self.register_size.setText(" · ".join([*sheet, rows]))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for part in (self.undo, self.history):
            part.show_text(not is_narrow(event.size().width()))

    def retranslate(self) -> None:
        self.languages.setText(f"{language().upper()} ▾")
        self.languages.setAccessibleName(self.tr("Language: {0}").format(LANGUAGE_NAMES[language()]))
        self.languages.setToolTip(self.tr("Language"))
        for part in (self.undo, self.redo, self.history, self.settings, self.help):
            part.retranslate()

    def complete(self) -> None:
        """Add what the first sight of the window does without: the menu of languages."""
        menu = QMenu(self)
        for code, name in LANGUAGE_NAMES.items():
            action = menu.addAction(name)
            action.triggered.connect(lambda _checked=False, chosen=code: self.language_chosen.emit(chosen))
        self.languages.setMenu(menu)


class ActionButton(PressButton):
    """A button for an action of the window, with its keys in the tool tip."""

    def __init__(self, action: QAction, icon_name: str, with_text: bool = False) -> None:
        super().__init__()
        self._action = action
        self._with_text = with_text
        self.setProperty("look", "quiet" if with_text else "icon")
        self.setIcon(icon(icon_name))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.clicked.connect(action.trigger)

    def follow(self, possible: bool) -> None:
        self._action.setEnabled(possible)
        self.setEnabled(possible)

    def show_text(self, shown: bool) -> None:
        """Leave the text to the tool tip where there is no room for it."""
        if shown != self._with_text:
            self._with_text = shown
            self.retranslate()

    def retranslate(self) -> None:
        text = self._action.text()
        keys = self._action.shortcut().toString(self._action.shortcut().SequenceFormat.NativeText)
        self.setText(text if self._with_text else "")
        self.setAccessibleName(text)
        self.setToolTip(f"{text} ({keys})" if keys else text)
