"""What is known of one row beside its cells: what was changed and why, what was found, what becomes of it."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property

from PySide6.QtCore import QCoreApplication

from tikissa.gui.language import texts
from tikissa.model.analysis import Analysis
from tikissa.model.finding import Finding
from tikissa.model.outcome import AppliedChange, Fate, Outcome
from tikissa.model.record import RecordId
from tikissa.model.schema import Schema
from tikissa.presentation.record_names import change_words, name_of
from tikissa.presentation.saved_cells import added_row
from tikissa.text.secret_numbers import masked

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
    """The facts of one outcome, gathered by row when the first one is asked for."""

    def __init__(self, analysis: Analysis, outcome: Outcome) -> None:
        self._analysis = analysis
        self._outcome = outcome

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
        """Yield all that is known of a row, what was decided first."""
        schema = self._analysis.schema
        yield from self._fate(record)
        for change in self._changes.get(record, ()):
            why = texts.sentence(change.reason, schema.meaning_of(change.column))
            yield f"✓ {change_words(change, schema.meanings)} · {why}"
        for finding in self._findings.get(record, ()):
            words = finding_words(finding, schema)
            yield f"! {finding.column}: {words}" if finding.column else f"! {words}"

    def _fate(self, record: RecordId) -> Iterator[str]:
        leaving = self._outcome.leaving.get(record)
        if leaving is not None:
            row = "" if leaving.into is None else texts.number(self._outcome.register.row(leaving.into))
            yield fate_words(leaving.fate).format(row)

    @cached_property
    def _changes(self) -> dict[RecordId, list[AppliedChange]]:
        gathered: dict[RecordId, list[AppliedChange]] = defaultdict(list)
        for change in self._outcome.changes:
            gathered[change.record].append(change)
        return gathered

    @cached_property
    def _findings(self) -> dict[RecordId, list[Finding]]:
        gathered: dict[RecordId, list[Finding]] = defaultdict(list)
        for finding in self._analysis.findings:
            if finding.record is not None:
                gathered[finding.record].append(finding)
        return gathered
