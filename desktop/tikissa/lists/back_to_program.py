"""What goes back into the program a register came from: whole rows in its own columns, and what it has no room for.

Known for sure are the import columns of Netvisor (support.netvisor.fi 77000498438: widths; Aktiivinen 0 makes passive,
an empty cell active) and Fivaldi (support.fivaldi.fi 77000566956: widths; what makes passive is not known), and the
export of a Mailchimp audience, which takes the same columns in. What is none of these goes back as it came.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from tikissa.lists.hand_back import final_survivor
from tikissa.lists.told import OFTEN
from tikissa.model.outcome import Fate, Outcome
from tikissa.model.progress import Tick, nothing, ticking
from tikissa.model.record import RecordId
from tikissa.model.register import Register

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Program:
    """How a program takes customers in. `marks` are headers that stand together in no other program's file, `widths`
    the most letters of a column, `key` what it finds a customer by and does not change, `passive` the column and the
    text that put one out of use."""

    name: str
    marks: frozenset[str]
    widths: Mapping[str, int] = field(default_factory=dict)
    key: str = ""
    passive: tuple[str, str] | None = None


NETVISOR = Program(
    "Netvisor",
    frozenset(("Asiakaskoodi", "Aktiivinen", "Nimi")),
    {"Nimi": 250, "Osoite": 80, "Postinumero": 50, "Postitoimipaikka": 80},
    "Asiakaskoodi",
    ("Aktiivinen", "0"),
)
FIVALDI = Program(
    "Fivaldi",
    frozenset(("ASIAKASTUNNUS", "NIMI1", "LUOTTOKIELTO")),
    {
        **{"ASIAKASTUNNUS": 10, "NIMI1": 40, "NIMI2": 40, "PUHELIN": 25, "MATKAPUHELIN": 25, "TELEFAX": 25},
        **{"YHTEYDENOTTOTAPA": 3, "KORONESTO": 1, "KARHUESTO": 1, "LUOTTOKIELTO": 1, "MAKSUEHTO": 4},
        **{"ASIAKASRYHMA": 10, "ASIAKASSEGMENTTI": 10, "KIELIKOODI": 3},
    },
    "ASIAKASTUNNUS",
)
MAILCHIMP = Program("Mailchimp", frozenset(("Email Address", "LEID", "EUID")), key="Email Address")

PROGRAMS = (NETVISOR, FIVALDI, MAILCHIMP)


@dataclass(frozen=True, slots=True)
class TooLong:
    """A text the program has no room for: nothing is cut, it is named."""

    row: int
    column: str
    width: int
    text: str


@dataclass(frozen=True, slots=True)
class ProgramRows:
    """`rows` have the headers first. `kept_keys` counts the customers whose changed number does not go along, since the
    program finds them by it."""

    program: Program
    rows: tuple[Row, ...]
    passive: int
    too_long: tuple[TooLong, ...]
    kept_keys: int


def program_of(register: Register) -> Program | None:
    """Return the program whose columns a register has."""
    headers = {column.header.strip() for column in register.columns}
    return next((program for program in PROGRAMS if program.marks <= headers), None)


def rows_for_program(outcome: Outcome, program: Program, tick: Tick = nothing) -> ProgramRows | None:
    """Return the changed and the added customers as whole rows, what the import leaves empty would be emptied, and
    those merged into others set passive where the program has a way; None where there is nothing to take in."""
    columns = outcome.register.columns
    changed = sorted({record for records in outcome.changed.values() for record in records if outcome.stays(record)})
    merged = sorted(record for record, left in outcome.leaving.items() if left.fate is Fate.MERGED)
    passive = [record for record in merged if program.passive and _lives_on(outcome, record)]
    found = [(record, False) for record in changed] + [(record, True) for record in passive]
    rows: list[Row] = []
    too_long: list[TooLong] = []
    kept = 0
    for record, is_passive in ticking(found, tick, OFTEN):
        row = tuple(_cell(outcome, record, column.name, column.header, program, is_passive) for column in columns)
        kept += any(
            column.header == program.key and not is_passive and outcome.text(record, column.name) != text
            for column, text in zip(columns, row, strict=True)
        )
        rows.append(row)
        too_long += _too_long(outcome.register.row(record), [column.header for column in columns], row, program)
    added = [tuple(each.texts.get(column.name, "") for column in columns) for each in outcome.added]
    for each, row in zip(outcome.added, added, strict=True):
        too_long += _too_long(each.source.row, [column.header for column in columns], row, program)
    if not (rows or added):
        return None
    headers = tuple(column.header or column.name for column in columns)
    return ProgramRows(program, (headers, *rows, *added), len(passive), tuple(too_long), kept)


def _lives_on(outcome: Outcome, record: RecordId) -> bool:
    return outcome.stays(final_survivor(outcome, record))


def _cell(outcome: Outcome, record: RecordId, name: str, header: str, program: Program, is_passive: bool) -> str:
    """A customer set passive is otherwise as the program has it; nobody's number is changed by an import."""
    if is_passive and program.passive is not None and header == program.passive[0]:
        return program.passive[1]
    if is_passive or (header == program.key and outcome.register.text(record, name)):
        return outcome.register.text(record, name)
    return outcome.text(record, name)


def _too_long(number: int, headers: list[str], row: Row, program: Program) -> Iterator[TooLong]:
    for header, text in zip(headers, row, strict=True):
        width = program.widths.get(header)
        if width is not None and len(text) > width:
            yield TooLong(number, header, width, text)
