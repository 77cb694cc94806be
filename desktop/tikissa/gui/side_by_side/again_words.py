"""What was said last time of rows that are asked about again, and what has changed since, in words."""

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QCoreApplication

from tikissa.model.decision import AskedAgain, Sameness
from tikissa.model.schema import Meaning
from tikissa.presentation.record_names import change_words

translate = QCoreApplication.translate


def again_words(words: Iterable[AskedAgain], meanings: Mapping[str, Meaning | None]) -> str:
    """Return a sentence for each thing that was said, "" where nothing was; `meanings` are those of the columns."""
    changes: dict[Sameness, dict[str, None]] = {}
    for word in words:
        told = (change_words(change, meanings) for change in word.changes)
        changes.setdefault(word.said, {}).update(dict.fromkeys(told))
    return "\n".join(_sentence(said, list(changed)) for said, changed in changes.items())


def _sentence(said: Sameness, changed: list[str]) -> str:
    before = {
        Sameness.SAME: translate("AskedAgain", "Last time you said that these are the same customer."),
        Sameness.DIFFERENT: translate("AskedAgain", "Last time you said that these are different customers."),
        Sameness.RELATED: translate("AskedAgain", "Last time you said that these are related, and both were kept."),
        Sameness.UNSURE: translate("AskedAgain", "Last time you left these for later."),
    }[said]
    since = translate("AskedAgain", "Changed since: {0}").format(" · ".join(changed))
    return f"{before} {since}" if changed else before
