"""A question about a column that speaks of contacting customers: what it is, of which ways, and what its values say."""

from collections.abc import Mapping
from dataclasses import replace

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QLayout, QPushButton

from tikissa.gui.elements.building_blocks import button, column, label
from tikissa.gui.elements.flow_layout import FlowLayout
from tikissa.gui.elements.theme import SPACE
from tikissa.model.permission import Channel, Correction, PermissionColumn, Said, Subject
from tikissa.model.schema import Meaning
from tikissa.permission.permission_cells import said
from tikissa.permission.user_words import said_by_word, word_of
from tikissa.text.normalise import fold

_WAYS = (
    (Channel.EMAIL, QT_TRANSLATE_NOOP("PermissionCard", "E-mail")),
    (Channel.SMS, QT_TRANSLATE_NOOP("PermissionCard", "Text message")),
    (Channel.PHONE, QT_TRANSLATE_NOOP("PermissionCard", "Phone")),
    (Channel.POST, QT_TRANSLATE_NOOP("PermissionCard", "Post")),
)
_MEANINGS = (
    (Meaning.PERMISSION, QT_TRANSLATE_NOOP("PermissionCard", "Marketing permission")),
    (Meaning.PROHIBITION, QT_TRANSLATE_NOOP("PermissionCard", "Marketing opt-out")),
    (Meaning.ENDED, QT_TRANSLATE_NOOP("PermissionCard", "Customer's state")),
    (None, QT_TRANSLATE_NOOP("PermissionCard", "Something else – leave as it is")),
)
_ANSWERS = (
    ("allowed", QT_TRANSLATE_NOOP("PermissionCard", "May be contacted")),
    ("forbidden", QT_TRANSLATE_NOOP("PermissionCard", "Must not be contacted")),
    ("unknown", QT_TRANSLATE_NOOP("PermissionCard", "Says nothing of it")),
    ("deceased", QT_TRANSLATE_NOOP("PermissionCard", "Has died")),
    ("blocked", QT_TRANSLATE_NOOP("PermissionCard", "Is blocked")),
    ("ceased", QT_TRANSLATE_NOOP("PermissionCard", "Is no customer any more")),
)
_BY_SUBJECT = {
    Subject.PERMISSION: Meaning.PERMISSION,
    Subject.PROHIBITION: Meaning.PROHIBITION,
    Subject.STATE: Meaning.ENDED,
    Subject.ACTIVE: Meaning.ENDED,
    Subject.STATUS: Meaning.ENDED,
}


class PermissionCard(QFrame):
    """`answered` carries the column and its meaning, `corrected` the column and the user's word on its values and ways.

    `values` are those to be asked about; `answer` is the meaning the user gave, where `is_answered`.
    """

    answered = Signal(str, object)
    corrected = Signal(str, object)

    def __init__(
        self,
        asked: PermissionColumn,
        values: tuple[str, ...],
        answers: Mapping[str, Meaning | None],
        correction: Correction | None,
    ) -> None:
        super().__init__()
        self.setProperty("look", "card")
        self._asked = asked
        self._correction = correction or Correction()
        question = label(
            "emphasis", self.tr("What does the column “{0}” say of contacting the customer?").format(asked.column)
        )
        shown = label("quiet", self.tr("For example: {0}").format(" · ".join(values))) if values else None
        rows: list[QFrame | QLayout] = [question, *([shown] if shown else []), self._meanings(answers)]
        rows += [label("quiet", self.tr("Which ways of contact does it speak of?")), self._ways()]
        for value in asked.asked or values:
            rows += [label("quiet", self.tr("What does “{0}” say?").format(value)), self._answers(value)]
        self.setLayout(column(*rows, space=SPACE, margin=2 * SPACE))

    def _meanings(self, answers: Mapping[str, Meaning | None]) -> FlowLayout:
        name = self._asked.column
        recognised = _BY_SUBJECT.get(self._asked.subject) if self._asked.sure else None
        group = QButtonGroup(self)
        choices = []
        for meaning, words in _MEANINGS:
            choice = self._choice(str(words), is_chosen=_is_chosen(meaning, name, answers, recognised))
            choice.clicked.connect(lambda _checked=False, chosen=meaning: self.answered.emit(name, chosen))
            group.addButton(choice)
            choices.append(choice)
        return FlowLayout(*choices)

    def _ways(self) -> FlowLayout:
        spoken_of = self._asked.channels if self._correction.channels is None else self._correction.channels
        choices = []
        for way, words in _WAYS:
            choice = self._choice(str(words), is_chosen=way in spoken_of)
            choice.clicked.connect(lambda checked, chosen=way: self._speaks_of(chosen, checked))
            choices.append(choice)
        return FlowLayout(*choices)

    def _answers(self, value: str) -> FlowLayout:
        said_of = dict(self._correction.answers).get(fold(value)) or self._understood(value)
        group = QButtonGroup(self)
        choices = []
        for word, words in _ANSWERS:
            choice = self._choice(str(words), is_chosen=said_of is not None and word_of(said_of) == word)
            choice.setAccessibleName(f"{value}: {choice.text()}")
            choice.clicked.connect(lambda _checked=False, chosen=word: self._says(value, chosen))
            group.addButton(choice)
            choices.append(choice)
        return FlowLayout(*choices)

    def _understood(self, value: str) -> Said | None:
        own = said(self._asked, value)
        return own if own.understood and self._asked.sure else None

    def _choice(self, words: str, *, is_chosen: bool) -> QPushButton:
        choice = button(QCoreApplication.translate("PermissionCard", words))
        choice.setCheckable(True)
        choice.setChecked(is_chosen)
        choice.setAccessibleName(f"{self._asked.column}: {choice.text()}")
        return choice

    def _speaks_of(self, way: Channel, is_spoken_of: bool) -> None:
        before = self._asked.channels if self._correction.channels is None else self._correction.channels
        channels = before | {way} if is_spoken_of else before - {way}
        self.corrected.emit(self._asked.column, replace(self._correction, channels=channels))

    def _says(self, value: str, word: str) -> None:
        channels = self._asked.channels if self._correction.channels is None else self._correction.channels
        answers = {**dict(self._correction.answers), fold(value): said_by_word(word, channels)}
        self.corrected.emit(self._asked.column, replace(self._correction, answers=tuple(answers.items())))


def _is_chosen(
    meaning: Meaning | None, column: str, answers: Mapping[str, Meaning | None], recognised: Meaning | None
) -> bool:
    """Tell whether a meaning is the user's own word, or what was recognised where there is none."""
    return answers[column] is meaning if column in answers else recognised is not None and recognised is meaning
