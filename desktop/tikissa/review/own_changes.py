"""What was decided last time and stands in the file now is nothing that has changed since."""

from collections.abc import Set
from dataclasses import replace

from tikissa.model.outcome import Outcome
from tikissa.model.record import RecordId
from tikissa.review.same_records import ACTIVITY, Recognition, Visit


def unchanged_but_for_ours(recognition: Recognition, old: Visit, new: Visit, left: Outcome) -> Recognition:
    """Count as unchanged the rows whose every detail is as it was read last time, or as it was left then."""
    touched = {record for cells in left.changed.values() for record in cells}
    columns = [pair for pair in recognition.columns.items() if old.schema.meaning_of(pair[0]) not in ACTIVITY]

    def is_ours(record: RecordId) -> bool:
        now = recognition.records[record]
        return all(
            new.register.text(now, theirs) in (old.register.text(record, mine), left.text(record, mine))
            for mine, theirs in columns
        )

    ours = {record for record in recognition.changed if record in touched and is_ours(record)}
    return replace(recognition, unchanged=recognition.unchanged | ours)


def came_and_went(recognition: Recognition, left: Outcome, added: Set[RecordId]) -> Recognition:
    """Leave out the rows that the user added from a list, and those that the user merged or put away."""
    return replace(
        recognition,
        new=tuple(record for record in recognition.new if record not in added),
        gone=tuple(record for record in recognition.gone if left.stays(record)),
    )
