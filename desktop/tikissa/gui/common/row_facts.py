"""What is known of one row beside its cells: what was changed, why and when, what is proposed and what was found, and
what becomes of the row."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import cached_property
from typing import TypeVar

from PySide6.QtCore import QCoreApplication

from tikissa.gui.language import texts
from tikissa.model.analysis import Analysis
from tikissa.model.finding import Finding
from tikissa.model.outcome import AppliedChange, Fate, Outcome
from tikissa.model.proposal import Fix, Merge, Retire
from tikissa.model.record import RecordId
from tikissa.model.schema import Schema
from tikissa.presentation.record_names import change_words, name_of
from tikissa.presentation.saved_cells import added_row
from tikissa.review.queue import OpenWork
from tikissa.text.secret_numbers import masked

T = TypeVar("T")

translate = QCoreApplication.translate


def fate_words(fate: Fate) -> str:
    """Return what becomes of a row; a merged one names the row it went into at {0}."""
    return {
        Fate.MERGED: translate("RowFacts", "Merged into row {0}"),
        Fate.ARCHIVED: translate("RowFacts", "Moved to the Archive sheet"),
        Fate.REMOVED: translate("RowFacts", "Left out of the cleaned file"),
    }[fate]


def finding_words(finding: Finding, schema: Schema) -> str:
    """Return what was found as a sentence; secret numbers in what it tells of the cell are covered."""
    meaning = schema.meaning_of(finding.column) if finding.column else None
    return texts.say(finding.code, *(masked(argument, meaning) for argument in finding.arguments))


class RowFacts:
    """The facts of one outcome, gathered by row when the first one is asked for; `work` is what still waits."""

    def __init__(self, analysis: Analysis, outcome: Outcome, work: OpenWork) -> None:
        self._analysis = analysis
        self._outcome = outcome
        self._work = work

    def name(self, record: RecordId) -> str:
        """Return whose row it is: the cells that say so may be out of sight."""
        if (added := added_row(self._outcome, record)) is not None:
            where = texts.sentence(added.reason)
            name = name_of(self._analysis.schema, lambda _, column: added.texts.get(column, ""), record)
        else:
            where = translate("RowFacts", "Row {0}").format(texts.number(self._outcome.register.row(record)))
            name = name_of(self._analysis.schema, self._outcome.text, record)
        return f"{where} · {name}" if name else where

    def sentences(self, record: RecordId) -> Iterator[str]:
        """Yield all that is known of a row: what was decided and when, what is proposed, what was found."""
        schema = self._analysis.schema
        yield from self._fate(record)
        for change in self._changes.get(record, ()):
            why = texts.sentence(change.reason, schema.meaning_of(change.column))
            yield f"✓ {change_words(change, schema.meanings)} · {why} · {decided(change.when, change.who)}"
        yield from self._proposed(record)
        for finding in self._findings.get(record, ()):
            words = finding_words(finding, schema)
            yield f"! {finding.column}: {words}" if finding.column else f"! {words}"

    def _fate(self, record: RecordId) -> Iterator[str]:
        leaving = self._outcome.leaving.get(record)
        if leaving is not None:
            row = "" if leaving.into is None else texts.number(self._outcome.register.row(leaving.into))
            yield f"{fate_words(leaving.fate).format(row)} · {decided(leaving.when, leaving.who)}"

    def _proposed(self, record: RecordId) -> Iterator[str]:
        schema = self._analysis.schema
        for fix in self._open_fixes.get(record, ()):
            for change in fix.changes:
                why = texts.sentence(fix.reason, schema.meaning_of(change.column))
                words = translate("RowFacts", "Suggested: {0} · {1}")
                yield words.format(change_words(change, schema.meanings), why)
        for merge in self._open_merges.get(record, ()):
            rows = (texts.number(self._outcome.register.row(other)) for other in merge.records if other != record)
            yield translate("RowFacts", "Perhaps the same customer as row {0}").format(", ".join(rows))
        for retire in self._open_retires.get(record, ()):
            yield from (f"! {texts.sentence(reason)}" for reason in retire.reasons)

    @cached_property
    def _open_fixes(self) -> dict[RecordId, list[Fix]]:
        fixes = (fix for group in self._work.fix_groups for fix in group.fixes)
        return _by_record((fix.record, fix) for fix in fixes)

    @cached_property
    def _open_merges(self) -> dict[RecordId, list[Merge]]:
        return _by_record((record, merge) for merge in self._work.merges for record in merge.records)

    @cached_property
    def _open_retires(self) -> dict[RecordId, list[Retire]]:
        return _by_record((retire.record, retire) for retire in self._work.retires)

    @cached_property
    def _changes(self) -> dict[RecordId, list[AppliedChange]]:
        return _by_record((change.record, change) for change in self._outcome.changes)

    @cached_property
    def _findings(self) -> dict[RecordId, list[Finding]]:
        findings = self._analysis.findings
        return _by_record((finding.record, finding) for finding in findings if finding.record is not None)


def decided(when: datetime, who: str) -> str:
    """Return when something was decided, in the time of this computer, and by whom."""
    return f"{texts.moment(when)} {who}"


def _by_record(pairs: Iterable[tuple[RecordId, T]]) -> dict[RecordId, list[T]]:
    gathered: dict[RecordId, list[T]] = defaultdict(list)
    for record, item in pairs:
        gathered[record].append(item)
    return gathered
