"""Measures whether a no is ever lost: each known word for one goes through merges, the gate, the lists and next month.

`python build_scripts/evaluate_permissions.py [TABLE.csv …]` prints, for each table of headers and values (the program's
own by default), how many are right, asked about and lost, and each row that is not right.
"""

import argparse
import csv
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

import numpy as np

from tikissa.analysis.analyse import analyse
from tikissa.analysis.gate import gate
from tikissa.analysis.gate_verdicts import GateVerdict
from tikissa.analysis.linkage import side_of
from tikissa.app.cleaning import Accept, Cleaning, decisions
from tikissa.lists.mailing import mailing_list
from tikissa.model.analysis import Analysis, Settings
from tikissa.model.decision import DecisionLog
from tikissa.model.outcome import Outcome
from tikissa.model.permission import ANY, Channel, Said, Stance, Ways
from tikissa.model.record import RecordId
from tikissa.model.register import Column, ColumnCells, FileFormat, Register, Source
from tikissa.permission.columns_in_force import column_of
from tikissa.permission.permission_cells import said
from tikissa.resources import resource
from tikissa.review.carry_over import carry_over
from tikissa.review.decisions import Decider
from tikissa.review.derive import derive
from tikissa.review.same_records import Visit

TODAY = date(2026, 11, 1)
DECIDER = Decider(datetime(2026, 11, 1, 12, 0, tzinfo=UTC), "user")
OTHERS = ("Aho Eila", "Ek Pekka", "Ilmola Sanna", "Uotila Tuomas", "Oja Veikko")
SAMPLES = {"date": "3.5.2023", "text": "oma pyyntö", "ticked": "x", "(blank)": ""}
OPPOSITE = {
    **{"1": "0", "0": "1", "true": "false", "false": "true", "yes": "no", "no": "yes", "y": "n", "n": "y"},
    **{"kyllä": "ei", "ei": "kyllä", "k": "e", "e": "k", "ja": "nej", "nej": "ja", "j": "n", "jah": "ei", "x": ""},
    **{"do not allow": "Allow", "unsubscribed": "subscribed", "nein": "ja", "non": "oui", "oui": "non", "nee": "ja"},
}


@dataclass(frozen=True, slots=True)
class Word:
    """A header with a value in it, and what they are known to say: of which channels, and whether they forbid."""

    header: str
    value: str
    channels: Ways
    stance: str

    @property
    def other(self) -> str:
        """Return what the customer's other row says: the opposite where a value has one, else nothing."""
        return OPPOSITE.get(self.value.casefold(), "")


def words_of(path: Path) -> Iterator[Word]:
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            if row.get("used", "header"):
                channels = ANY if row["channels"] == "all" else _channels(row["channels"])
                yield Word(row["header"], SAMPLES.get(row["value"], row["value"]), channels, row["stance"])


def _channels(text: str) -> Ways:
    return frozenset(Channel(name) for name in text.split("|") if name in set(Channel))


def judged(word: Word) -> tuple[str, str]:
    """Return "right", "asked" or "lost" with what went wrong."""
    analysis = analyse(register(word, (word.other, word.value)), Settings(TODAY))
    column = column_of(analysis.schema, word.header)
    if word.stance == "not a consent":
        told = [said(column, text) for text in (word.value, word.other)] if column is not None else []
        taken = any(each.forbidden or each.allowed or each.state.is_closed for each in told)
        return ("lost", "taken for a consent") if taken else ("right", "")
    if column is None:
        return "lost", "the column is not recognised"
    told = said(column, word.value)
    if column.is_open and not told.forbidden and not told.state.is_closed:
        faults = [fault for fault in _merges(word, analysis) if fault == "a safe merge"]
        return ("lost", ", ".join(faults)) if faults else ("asked", "")
    if word.stance in ("allow", "unknown"):
        wrong = told.stance is not Stance.ALLOWED if word.stance == "allow" else told.stance is Stance.ALLOWED
        return ("lost", f"read as {told.stance}") if wrong else ("right", "")
    faults = [*_reading(word, told), *_merges(word, analysis), *_gates(word), *_next_month(word, analysis)]
    return ("lost", ", ".join(faults)) if faults else ("right", "")


def _reading(word: Word, told: Said) -> Iterator[str]:
    closed = told.state.is_closed
    if told.stance is not Stance.FORBIDDEN and not closed:
        yield f"read as {told.stance}"
    elif not closed and told.forbidden != word.channels:
        yield f"forbids {'|'.join(sorted(told.forbidden)) or 'nothing'}"


def _merges(word: Word, analysis: Analysis) -> Iterator[str]:
    """Merge the customer's two rows; the no survives, and the lists keep to it and to it alone."""
    merge = next((merge for merge in analysis.merges if set(merge.records) == {0, 1}), None)
    if merge is None:
        yield "not merged"
        return
    if analysis.merges[0].safe and column_open(analysis, word):
        yield "a safe merge"
    for accept in (Accept.SAFE, Accept.ALL):
        log = DecisionLog(tuple(decisions(analysis, Cleaning(accept), DECIDER)))
        outcome = derive(analysis.register, analysis.keys, log)
        yield from _lists(word, analysis, outcome, accept)


def column_open(analysis: Analysis, word: Word) -> bool:
    column = column_of(analysis.schema, word.header)
    return column is not None and column.is_open


def _lists(word: Word, analysis: Analysis, outcome: Outcome, accept: Accept) -> Iterator[str]:
    rows = [row for row in (0, 1) if outcome.stays(RecordId(row))]
    column = column_of(analysis.schema, word.header)
    told = [said(column, outcome.text(RecordId(row), word.header)) for row in rows] if column else []
    ended = any(each.state.is_closed for each in told)
    if not any(each.stance is Stance.FORBIDDEN or each.state.is_closed for each in told):
        yield f"{accept}: lost in the merge"
    for way in Channel:
        listed = mailing_list(outcome, analysis.schema, DecisionLog(), analysis.keys, way, TODAY).taken
        on_it = any(row in (0, 1) for row, _ in listed)
        if on_it and (way in word.channels or ended):
            yield f"{accept}: on the {way} list"
        if not on_it and way not in word.channels and not ended:
            yield f"{accept}: {way} is closed too"


def _gates(word: Word) -> Iterator[str]:
    """Check the row that forbids against a register that allows, and the other way round."""
    for known, new in ((word.other, word.value), (word.value, word.other)):
        side = side_of(analyse(register(word, (known,)), Settings(TODAY)))
        (row, *_) = gate(register(word, (new,), others=False), side, Settings(TODAY)).rows
        kept = row.verdict in (GateVerdict.IN_CONFLICT, GateVerdict.FORBIDDEN) or any(
            change.column == word.header for change in row.changes
        )
        if not kept and (new == word.value or word.channels):
            yield f"gate: {row.verdict} where the {'list' if new == word.value else 'register'} forbids"


def _next_month(word: Word, analysis: Analysis) -> Iterator[str]:
    """Bring the merge along to a file in which the same rows stand again."""
    log = DecisionLog(tuple(decisions(analysis, Cleaning(Accept.ALL), DECIDER)))
    again = analyse(register(word, (word.other, word.value)), Settings(TODAY))
    old, new = (Visit(each.register, each.keys, each.schema) for each in (analysis, again))
    carried = carry_over(old, log, new).log
    yield from (
        f"next month: {fault}" for fault in _lists(word, again, derive(again.register, again.keys, carried), Accept.ALL)
    )


def register(word: Word, values: Sequence[str], *, others: bool = True) -> Register:
    """Return a register whose first rows are one customer, under the word's header the values, then five others."""
    people = ["Koskinen Aino"] * len(values) + ([*OTHERS] if others else [])
    columns = {
        "Nimi": people,
        "Katuosoite": [f"Puistotie {_of(name)}" for name in people],
        "Postinumero": ["40100"] * len(people),
        "Postitoimipaikka": ["Jyväskylä"] * len(people),
        "Puhelin": [f"040 881 00{_of(name)}" for name in people],
        "Sähköposti": [f"{name.split()[1].casefold()}.{name.split()[0].casefold()}@posti.fi" for name in people],
        word.header: [*values, *([word.other] * len(OTHERS) if others else [])],
    }
    named = tuple(Column(place, name, chr(ord("A") + place), name) for place, name in enumerate(columns))
    source = Source(Path("asiakkaat.csv"), "0" * 64, FileFormat.CSV, "asiakkaat", 1, "utf-8", ";")
    rows = np.arange(2, 2 + len(people), dtype=np.int32)
    return Register(source, named, tuple(map(ColumnCells.of, columns.values())), rows)


def _of(name: str) -> int:
    return 23 + (OTHERS.index(name) if name in OTHERS else len(OTHERS))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("tables", nargs="*", type=Path, default=[resource("reference", "consent.csv")])
    options = parser.parse_args()
    lost = 0
    for table in options.tables:
        counts: Counter[str] = Counter()
        for word in dict.fromkeys(words_of(table)):
            verdict, fault = judged(word)
            counts[verdict] += 1
            if verdict != "right":
                print(f"  {verdict:6} {word.header} = {word.value} ({word.stance}): {fault}")
        lost += counts["lost"]
        told = ", ".join(f"{counts[verdict]} {verdict}" for verdict in ("right", "asked", "lost"))
        print(f"{table.name}: {counts.total()} rows, {told}")
    return 1 if lost else 0


if __name__ == "__main__":
    sys.exit(main())
