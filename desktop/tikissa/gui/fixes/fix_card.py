"""The card of one kind of suggestion: three examples that do not look alike, and the three things to do about it."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from tikissa.gui.elements.building_blocks import label
from tikissa.gui.elements.verdict_card import CardVerdict, VerdictCard
from tikissa.gui.fixes.change_lines import ChangeLine, ChangeLines
from tikissa.gui.language import texts
from tikissa.messages import has_words
from tikissa.model.analysis import Analysis
from tikissa.model.proposal import Fix
from tikissa.presentation.record_names import name_of
from tikissa.review.queue import FixGroup
from tikissa.text.secret_numbers import masked

EXAMPLES = 3

translate = QCoreApplication.translate


class FixCard(VerdictCard):
    def __init__(
        self,
        group: FixGroup,
        analysis: Analysis,
        accept: Callable[[], object],
        look: Callable[[], object],
        leave: Callable[[], object],
    ) -> None:
        count = len(group.fixes)
        verdicts = (
            CardVerdict(translate("FixCard", "Accept all %Ln|A", None, count), accept, is_main=True),
            CardVerdict(translate("FixCard", "Show rows|S"), look, opens=True),
            CardVerdict(translate("FixCard", "Leave as is|L"), leave, is_quiet=True),
        )
        parts = (*_why(group), _examples(group, analysis))
        rows = translate("FixCard", "%Ln row(s)", None, len({fix.record for fix in group.fixes}))
        super().__init__(texts.heading(group.code), rows, parts, verdicts)


def _why(group: FixGroup) -> Iterator[QWidget]:
    """Yield the sentence that tells why a way of writing is suggested, and whose word another detail rests on; of other
    errors the heading says all."""
    first = group.fixes[0].reason
    if has_words(f"{first.code}.note"):
        yield label("quiet", texts.say(f"{first.code}.note", *first.arguments[-2:]))
    if not group.error and has_words(f"{first.code}.title"):
        yield label("quiet", texts.sentence(first))


def _examples(group: FixGroup, analysis: Analysis) -> QWidget:
    return ChangeLines([line for fix in examples(group.fixes) for line in _lines(fix, analysis)])


def _lines(fix: Fix, analysis: Analysis) -> Iterator[ChangeLine]:
    register = analysis.register
    name = name_of(analysis.schema, register.text, fix.record)
    where = translate("FixCard", "row {0}").format(texts.number(register.row(fix.record)))
    for change in fix.changes:
        told = (part for part in (change.column, where, name) if part and part != masked(change.before))
        meaning = analysis.schema.meaning_of(change.column)
        yield ChangeLine(masked(change.before, meaning), masked(change.after, meaning), " · ".join(told))


def examples(fixes: Sequence[Fix]) -> list[Fix]:
    """Return a few fixes that do not look alike: the first of each pair of before and after."""
    return list(islice(_unlike(fixes), EXAMPLES))


def _unlike(fixes: Sequence[Fix]) -> Iterator[Fix]:
    seen: set[tuple[tuple[str, str], ...]] = set()
    for fix in fixes:
        looks = tuple((change.before, change.after) for change in fix.changes)
        if looks not in seen:
            seen.add(looks)
            yield fix
