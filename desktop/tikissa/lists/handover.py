"""The customers of a salesperson who has left, shared out among others in a list whose answers come back.

Each row names the salesperson who takes the customer over in the register's own column, and is marked as written with
the one who left: coming back, the list proposes the change, and whatever else was written into it.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from tikissa.lists.ask_list import HOW_TO_ASK, mark
from tikissa.messages import say
from tikissa.model.analysis import RecordKeys
from tikissa.model.outcome import Outcome
from tikissa.model.record import RecordId
from tikissa.model.schema import Meaning, Schema
from tikissa.text.normalise import fold
from tikissa.text.secret_numbers import masked

Row = tuple[str, ...]


class Share(StrEnum):
    """How customers are shared out: each town whole to one, or to each as many, in the order of the register."""

    TOWN = "town"
    NUMBER = "number"


@dataclass(frozen=True, slots=True)
class Handover:
    """Whose customers are shared out among whom."""

    seller: str
    takers: tuple[str, ...]
    by: Share = Share.TOWN


@dataclass(frozen=True, slots=True)
class HandoverSheet:
    """What one takes over: the names of the columns, and the rows with their marks."""

    taker: str
    columns: Row
    customers: tuple[tuple[Row, str], ...]

    def rows(self, language: str) -> tuple[Row, ...]:
        headers = (*self.columns, *(say(language, f"ask_list.{name}") for name in ("answer", "mark")))
        return (headers, *((*cells, "", its_mark) for cells, its_mark in self.customers))


def customers_by_seller(outcome: Outcome, schema: Schema) -> Mapping[str, int]:
    """Return how many customers who stay each salesperson has, by name as most of the rows write it."""
    column = schema.first(Meaning.SALESPERSON)
    if column is None:
        return {}
    cells = outcome.register.cells_of(column)
    names = (
        outcome.text(record, column).strip() for record in map(RecordId, range(len(cells))) if outcome.stays(record)
    )
    counted = Counter(filter(None, names))
    together: dict[str, Counter[str]] = {}
    for name, count in counted.items():
        together.setdefault(fold(name), Counter())[name] += count
    return {names.most_common(1)[0][0]: names.total() for names in together.values()}


def handover_sheets(outcome: Outcome, keys: RecordKeys, schema: Schema, said: Handover) -> tuple[HandoverSheet, ...]:
    """Return what each takes over, whoever takes nothing left out; () where nobody or nothing is named."""
    seller = schema.first(Meaning.SALESPERSON)
    if seller is None or not said.takers:
        return ()
    columns = (seller, *(name for meaning in HOW_TO_ASK for name in schema.columns_of(meaning)))
    everybody = [RecordId(record) for record in range(len(outcome.register)) if outcome.stays(RecordId(record))]
    names = {record: fold(outcome.text(record, seller)) for record in everybody}
    theirs = [record for record in everybody if names[record] == fold(said.seller)]
    towns = _towns(outcome, schema, everybody) if said.by is Share.TOWN else {}
    shared = _by_town(theirs, towns, names, said.takers) if towns else _by_number(theirs, said.takers)
    return tuple(
        HandoverSheet(taker, columns, tuple(_customers(outcome, keys, schema, columns, taker, records)))
        for taker, records in shared.items()
        if records
    )


def _towns(outcome: Outcome, schema: Schema, records: Sequence[RecordId]) -> Mapping[RecordId, str]:
    """Return the town of each record, or its postal code where the register has no towns."""
    column = schema.first(Meaning.TOWN) or schema.first(Meaning.POSTAL_CODE)
    return {record: fold(outcome.text(record, column)) for record in records} if column else {}


def _by_town(
    theirs: Sequence[RecordId],
    towns: Mapping[RecordId, str],
    sellers: Mapping[RecordId, str],
    takers: Sequence[str],
) -> Mapping[str, list[RecordId]]:
    """Share out whole towns, the largest first: to who has most of a town's other customers already, among equals to
    who has been given the fewest."""
    shared: dict[str, list[RecordId]] = {taker: [] for taker in takers}
    known = Counter((towns[record], seller) for record, seller in sellers.items())
    for town, _ in Counter(towns[record] for record in theirs).most_common():
        taker = min(takers, key=lambda name: (-known[town, fold(name)] if town else 0, len(shared[name])))
        shared[taker] += (record for record in theirs if towns[record] == town)
    return shared


def _by_number(theirs: Sequence[RecordId], takers: Sequence[str]) -> Mapping[str, list[RecordId]]:
    """Give each of them as many as the others, one at most more, in the order of the register."""
    each, more = divmod(len(theirs), len(takers))
    ends = [place * each + min(place, more) for place in range(len(takers) + 1)]
    return {taker: [*theirs[ends[place] : ends[place + 1]]] for place, taker in enumerate(takers)}


def _customers(
    outcome: Outcome, keys: RecordKeys, schema: Schema, columns: Row, taker: str, records: Sequence[RecordId]
) -> Iterator[tuple[Row, str]]:
    for record in records:
        cells = {name: masked(outcome.text(record, name), schema.meaning_of(name)) for name in columns}
        yield (taker, *(cells[name] for name in columns[1:])), mark(keys[record], cells.items())
