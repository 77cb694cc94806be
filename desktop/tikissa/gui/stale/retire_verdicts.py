"""The verdicts on rows worth checking, in the words and with the keys that every view of them shares."""

from PySide6.QtCore import QCoreApplication

from tikissa.model.decision import RetireAction

translate = QCoreApplication.translate

Verdicts = tuple[tuple[RetireAction | None, str], ...]
"""What is decided (None: later), and the words with the key after a bar."""


def retire_verdicts() -> Verdicts:
    return (
        (RetireAction.ASK, translate("RetireVerdicts", "Add to the ask list|K")),
        (RetireAction.UP_TO_DATE, translate("RetireVerdicts", "Details are up to date|U")),
        (RetireAction.ARCHIVE, translate("RetireVerdicts", "Move to the Archive sheet|A")),
        (None, translate("RetireVerdicts", "Decide later|L")),
    )
