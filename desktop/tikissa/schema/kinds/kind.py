"""The one answer to what kind of file something is; the check of new rows, the window and the command line ask here."""

from collections.abc import Iterator, Sequence

from tikissa.model.finding import Finding, Severity
from tikissa.model.kind_of_file import FileKind, KindReading
from tikissa.model.register import Register
from tikissa.model.schema import Schema
from tikissa.schema.kinds.kind_columns import columns_of
from tikissa.schema.kinds.kind_signs import SIGNS, KindFacts
from tikissa.schema.kinds.kind_words import roles_of

_ENOUGH = 1.0
_CLEAR = 1.5
"""By how much the strongest kind has to go before the next for nobody to be asked."""
_OTHERWISE = 2.0
"""From this weight on another reading is worth offering."""


def kind_of(register: Register, schema: Schema) -> KindReading:
    """Return what kind of file a register was read from; takes no longer for a million lines than for a thousand but
    for counting how often each text stands."""
    facts = facts_of(register, schema)
    signs = tuple(sign for of in SIGNS for sign in of(facts))
    weights = {kind: sum(sign.weight for sign in signs if sign.kind is kind) for kind in FileKind}
    ranked = sorted(FileKind, key=lambda kind: -weights[kind])
    best, second = ranked[0], ranked[1]
    if weights[best] < _ENOUGH:
        return KindReading(FileKind.UNKNOWN, False, signs, (FileKind.CUSTOMERS,), len(register))
    sure = weights[best] - weights[second] >= _CLEAR
    others = tuple(_others(best, ranked, weights))
    return KindReading(best, sure, signs, others, len(register), _parties(best, facts))


def facts_of(register: Register, schema: Schema) -> KindFacts:
    """Return what the kind is told from."""
    source = register.source
    name = f"{source.path.stem} {source.sheet if source.sheet != source.path.stem else ''}"
    return KindFacts(columns_of(register, schema), len(register), roles_of(name))


def told_of_kind(register: Register, schema: Schema) -> tuple[Finding, ...]:
    """Return what is to be said of a file that is opened as a register and looks like something else."""
    reading = kind_of(register, schema)
    if reading.is_customers or not reading.signs:
        return ()
    arguments = (str(reading.lines), register.source.path.name, str(reading.parties))
    return (Finding(f"kind.is_{reading.kind}", Severity.WARNING, arguments=arguments),)


def _others(best: FileKind, ranked: Sequence[FileKind], weights: dict[FileKind, float]) -> Iterator[FileKind]:
    """Yield the other readings, likeliest first; that the rows are customers is always one of them."""
    for kind in ranked:
        if kind is best or kind is FileKind.UNKNOWN:
            continue
        if weights[kind] >= _OTHERWISE or kind is FileKind.CUSTOMERS:
            yield kind


def _parties(kind: FileKind, facts: KindFacts) -> int:
    column = facts.party if kind is not FileKind.CONTACTS or not facts.reach else facts.reach[0]
    return column.distinct if column is not None else 0
