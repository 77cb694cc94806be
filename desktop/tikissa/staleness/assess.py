"""Finds the rows worth checking: every sign with its reason, and how likely something in the row is wrong by now."""

from collections.abc import Callable, Iterator

from tikissa.model.analysis import RecordKeys, Settings
from tikissa.model.finding import Reason
from tikissa.model.progress import NoProgress, Progress, ticking
from tikissa.model.proposal import Retire, retire_id
from tikissa.model.record import RecordId
from tikissa.model.register import Register
from tikissa.model.schema import Schema
from tikissa.reference.customer_kind import companies
from tikissa.staleness.activity_signs import Found, Rows, Sign, age_unknown, contact_never, contact_old, rhythm_broken
from tikissa.staleness.contact_signs import contact_person_unconfirmed
from tikissa.staleness.decay import chances_wrong
from tikissa.staleness.ended_signs import customer_left, mail_returned
from tikissa.staleness.found_signs import double_is_fresher, not_in_use
from tikissa.staleness.life import signs_of_life
from tikissa.staleness.row_signs import no_customer, tried_out
from tikissa.staleness.text_signs import mail_service_closed, told_in_notes

ALL_SIGNS: tuple[Callable[[Rows], Iterator[Sign]], ...] = (
    no_customer,
    tried_out,
    told_in_notes,
    customer_left,
    contact_old,
    contact_never,
    rhythm_broken,
    mail_service_closed,
    mail_returned,
    double_is_fresher,
    not_in_use,
    contact_person_unconfirmed,
    age_unknown,
)
"""The weightiest first: a record's reasons stand in this order."""

REPORT_EVERY = 5_000

ENDED = frozenset(
    (
        *("contact.old", "contact.never", "notes.deceased", "notes.bankrupt", "notes.ceased"),
        *("customer.left", "customer.deceased", "customer.blocked", "row.test", "row.no_customer"),
        *("company.ceased", "company.bankruptcy"),
    )
)
"""The signs that let a whole row be put away; the others say that something in it should be checked."""


def assess(
    register: Register,
    schema: Schema,
    keys: RecordKeys,
    settings: Settings,
    found: Found | None = None,
    progress: Progress = NoProgress(),
) -> tuple[Retire, ...]:
    """Return the rows worth checking in the register's order, whether or not a merge would remove them."""
    life = signs_of_life(register, schema, settings)

    def tick() -> None:
        progress.report("staleness.signs", len(ALL_SIGNS), len(ALL_SIGNS))

    reasons = _reasons(Rows(register, schema, life, found, tick), progress)
    tick()
    chances = chances_wrong(register, schema, companies(register, schema), life, tick)
    has_age = life.newest > 0
    return tuple(
        Retire(
            id=retire_id(keys[record], reasons[record]),
            record=record,
            reasons=tuple(reasons[record]),
            probability=round(float(chances[record]), 4) if has_age[record] else None,
        )
        for record in ticking(sorted(reasons), tick, REPORT_EVERY)
    )


def _reasons(rows: Rows, progress: Progress) -> dict[RecordId, list[Reason]]:
    reasons: dict[RecordId, list[Reason]] = {}
    for number, sign in enumerate(ALL_SIGNS):
        progress.report("staleness.signs", number, len(ALL_SIGNS))
        for count, (record, reason) in enumerate(sign(rows)):
            if count % REPORT_EVERY == 0:
                progress.report("staleness.signs", number, len(ALL_SIGNS))
            known = reasons.setdefault(record, [])
            if all(reason.code != other.code for other in known):
                known.append(reason)
    return reasons
