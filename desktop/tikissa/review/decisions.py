"""Turns what the user chose into decisions that carry all they change."""

from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import combinations

from tikissa.model.analysis import Analysis, RecordKeys
from tikissa.model.decision import (
    ANSWERED,
    BY_HAND,
    AddItem,
    Decision,
    FixItem,
    Item,
    Judgement,
    MeaningItem,
    MergeItem,
    NewCell,
    PermissionItem,
    RetireAction,
    RetireItem,
    Sameness,
    SettingItem,
    Verdict,
)
from tikissa.model.finding import Reason
from tikissa.model.golden_record import GoldenRecord
from tikissa.model.matching import Relation
from tikissa.model.permission import Correction
from tikissa.model.proposal import AddRow, CellChange, Fix, Merge, ProposalId, Retire
from tikissa.model.record import RecordId
from tikissa.model.schema import Meaning
from tikissa.permission.user_words import word_of
from tikissa.review.bulk import Lazily, ProposedFixes, ProposedMerges, ProposedRetires, WithOthers, choice_of
from tikissa.review.styles import style_settings

Changes = tuple[CellChange, ...]

_BY_HAND = Reason(BY_HAND)


@dataclass(frozen=True, slots=True)
class Decider:
    """Who decides and when; every decision of one act carries the same."""

    when: datetime
    who: str

    def decision(self, verdict: Verdict, items: Iterable[Item]) -> Decision:
        kept = items if isinstance(items, Lazily) else tuple(items)
        return Decision(verdict, kept, self.when, self.who)

    def fixes(self, keys: RecordKeys, fixes: Sequence[Fix], verdict: Verdict = Verdict.ACCEPTED) -> Decision:
        """Settle proposed fixes in one act: accepted, declined or left for later. A style is the register's then."""
        proposed = ProposedFixes(keys, fixes)
        styles = tuple(style_settings(proposed.proposals, verdict))
        return self.decision(verdict, WithOthers(proposed, styles) if styles else proposed)

    def reviewed_fixes(
        self, keys: RecordKeys, fixes: Iterable[Fix], left: Container[ProposalId], edited: Mapping[ProposalId, Changes]
    ) -> Decision:
        """Accept fixes in one act with the user's exceptions: those left as they are are settled without a change,
        those edited get the user's own changes."""
        items = tuple(
            FixItem(fix.id, keys[fix.record], () if fix.id in left else edited.get(fix.id, fix.changes), fix.reason)
            for fix in fixes
        )
        plain = not edited and all(item.changes for item in items)
        verdict = Verdict.ACCEPTED if plain else Verdict.EDITED
        return self.decision(verdict, (*items, *style_settings(items, verdict)))

    def edited_cells(
        self, keys: RecordKeys, changes: Iterable[tuple[RecordId, CellChange]], reason: Reason = _BY_HAND
    ) -> Decision:
        """Record cells changed by hand, or for another `reason` the user gave."""
        return self.decision(
            Verdict.EDITED, (FixItem(None, keys[record], (change,), reason) for record, change in changes)
        )

    def answered(
        self,
        keys: RecordKeys,
        edits: Iterable[tuple[RecordId, Changes]],
        current: Iterable[RecordId],
    ) -> Decision:
        """Record what customers answered: cells they changed, and whose details are up to date by their word."""
        reason = Reason(ANSWERED)
        fixes = (FixItem(None, keys[record], changes, reason) for record, changes in edits)
        checked = (RetireItem(None, keys[record], RetireAction.UP_TO_DATE, (reason,)) for record in current)
        return self.decision(Verdict.EDITED, (*fixes, *checked))

    def merges(self, analysis: Analysis, merges: Sequence[Merge]) -> Decision:
        """Accept merges as they are proposed."""
        return self.decision(Verdict.ACCEPTED, ProposedMerges(analysis.keys, merges))

    def merge(
        self, analysis: Analysis, merge: Merge | None, golden: GoldenRecord, records: Sequence[RecordId]
    ) -> Decision:
        """Merge these records into the golden record; rows of the proposed group left out are different customers.

        `merge` is None for rows the user marked as the same customer by hand.
        """
        left_out = [record for record in merge.records if record not in records] if merge else []
        apart = (
            Judgement(analysis.keys[out], analysis.keys[record], Sameness.DIFFERENT)
            for out in left_out
            for record in records
        )
        item = merge_item(analysis.keys, merge, golden, records)
        return self.decision(Verdict.EDITED, (item, *apart))

    def judged(
        self, keys: RecordKeys, records: Sequence[RecordId], sameness: Sameness, relation: Relation | None = None
    ) -> Decision:
        """Say of every pair of these records that they are different, related, or left for later (UNSURE)."""
        return self.judged_groups(keys, (records,), sameness, relation)

    def judged_groups(
        self,
        keys: RecordKeys,
        groups: Iterable[Sequence[RecordId]],
        sameness: Sameness,
        relation: Relation | None = None,
    ) -> Decision:
        """Say the same of several groups in one act: of every pair within each, of no pair across them."""
        verdict = Verdict.LATER if sameness is Sameness.UNSURE else Verdict.DECLINED
        pairs = (pair for records in groups for pair in combinations(records, 2))
        return self.decision(
            verdict, (Judgement(keys[first], keys[second], sameness, relation) for first, second in pairs)
        )

    def retires(self, keys: RecordKeys, retires: Sequence[Retire], action: RetireAction | None) -> Decision:
        """Settle rows worth checking; None leaves them for later."""
        verdict = Verdict.LATER if action is None else Verdict.ACCEPTED
        return self.decision(verdict, ProposedRetires(keys, retires, action or RetireAction.ASK))

    def retired_by_hand(self, keys: RecordKeys, records: Iterable[RecordId], action: RetireAction) -> Decision:
        return self.decision(
            Verdict.EDITED, (RetireItem(None, keys[record], action, (Reason("hand.retire"),)) for record in records)
        )

    def added_rows(self, rows: Iterable[AddRow], cells: Iterable[NewCell] = ()) -> Decision:
        """Take rows of another file into the register in one act, with their cells of columns it does not have."""
        items = (AddItem(row.id, row.source, tuple(row.texts.items()), row.reason) for row in rows)
        return self.decision(Verdict.ACCEPTED, (*items, *cells))

    def new_cells(self, cells: Sequence[NewCell]) -> Decision:
        """Put columns behind the register's own in one act."""
        return self.decision(Verdict.ACCEPTED, cells)

    def meaning(self, column: str, meaning: Meaning | None) -> Decision:
        return self.decision(Verdict.EDITED, (MeaningItem(column, meaning.value if meaning else None),))

    def permission(self, column: str, correction: Correction) -> Decision:
        """Say of which channels a column speaks, and what its values say."""
        channels = None if correction.channels is None else tuple(sorted(correction.channels))
        answers = tuple(
            (value, word_of(said), tuple(sorted(said.allowed | said.forbidden))) for value, said in correction.answers
        )
        return self.decision(Verdict.EDITED, (PermissionItem(column, channels, answers),))

    def settings(self, values: Mapping[str, str]) -> Decision:
        return self.decision(Verdict.EDITED, (SettingItem(name, value) for name, value in values.items()))


def merge_item(keys: RecordKeys, merge: Merge | None, golden: GoldenRecord, records: Sequence[RecordId]) -> MergeItem:
    """Return a merge with its choices."""
    choices = tuple(choice_of(keys, value) for value in golden.values if value.source != golden.survivor)
    chosen = tuple(keys[record] for record in records)
    return MergeItem(merge.id if merge else None, chosen, keys[golden.survivor], choices)
