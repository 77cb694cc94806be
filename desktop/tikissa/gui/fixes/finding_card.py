"""The card of one kind of finding nothing can be suggested for: a few rows, and the way to all of them."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from tikissa.gui.common.row_facts import finding_words
from tikissa.gui.elements.building_blocks import label
from tikissa.gui.elements.verdict_card import CardVerdict, VerdictCard
from tikissa.gui.elements.wrapped_text import pieces_held
from tikissa.gui.language import texts
from tikissa.model.analysis import Analysis
from tikissa.presentation.open_findings import FindingGroup
from tikissa.presentation.record_names import name_of

EXAMPLES = 3

translate = QCoreApplication.translate


class FindingCard(VerdictCard):
    def __init__(
        self, group: FindingGroup, analysis: Analysis, look: Callable[[], object], put_aside: Callable[[], object]
    ) -> None:
        verdicts = (
            CardVerdict(translate("FixCard", "Show rows|S"), look, opens=True),
            CardVerdict(translate("FindingCard", "Not important to me|N"), put_aside, is_quiet=True),
        )
        super().__init__(texts.heading(group.code), _rows(group), _examples(group, analysis), verdicts)


class AsideCard(VerdictCard):
    """A kind of remark that was put aside: what it is, and the way back."""

    def __init__(self, group: FindingGroup, bring_back: Callable[[], object]) -> None:
        verdicts = (CardVerdict(translate("FindingCard", "Important again|I"), bring_back, is_quiet=True),)
        super().__init__(texts.heading(group.code), _rows(group), (), verdicts)


def _rows(group: FindingGroup) -> str:
    return translate("FixCard", "%Ln row(s)", None, len(group.records))


def _examples(group: FindingGroup, analysis: Analysis) -> Iterator[QWidget]:
    register = analysis.register
    for finding in group.findings[:EXAMPLES]:
        if finding.record is not None:
            where = translate("FixCard", "row {0}").format(texts.number(register.row(finding.record)))
            name = name_of(analysis.schema, register.text, finding.record)
            told = finding_words(finding, analysis.schema)
            yield label("", pieces_held(f"{name} · {where} · {told}"))
