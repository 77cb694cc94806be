"""What goes back into the program a register came from: whole rows in its own columns, and what it has no room for.

What each program takes in is known as far as `PROGRAMS` says; what is none of these goes back as it came. Sources, as
seen in December 2026: Netvisor support.netvisor.fi 77000498438; Fivaldi support.fivaldi.fi 77000566956; MyCashflow
support.mycashflow.com, CSV identifiers; Heeros helpcenter.heeros.com 360025812774; Solteq POS manual.solteqpos.com;
Quickbutik help.quickbutik.no; Fiken hjelp.fiken.no 5000506375; Shopify's and Mailchimp's own exports, which they take
in; Procountor help.procountor.fi 532552 (three positions, and that empty fields empty); Fortnox support.fortnox.se;
Visma Severa support.severa.com 77000545959. Fennoa, Visma Nova and WooCommerce tell of no such file: own columns.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from tikissa.lists.hand_back import final_survivor
from tikissa.lists.told import OFTEN
from tikissa.model.outcome import Fate, Outcome
from tikissa.model.progress import Tick, nothing, ticking
from tikissa.model.record import RecordId
from tikissa.model.register import Register
from tikissa.text.identifiers import business_id

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Program:
    """How a program takes customers in. `marks` are headers that stand together in no other program's file, `widths`
    the most letters of a column, `key` what it finds a customer by and does not change, `passive` the column and the
    text that put one out of use, `needed` the columns without which it takes no row, `encoding` the one it wants.

    `unfit` are letters no cell may hold, `most_rows` how many a file may have (0: no limit). `said` are notes to be
    known of its import. Of a program without `marks` only its rules are known: the columns are the source's own.
    """

    name: str
    marks: frozenset[str] = frozenset()
    widths: Mapping[str, int] = field(default_factory=dict)
    key: str = ""
    passive: tuple[str, str] | None = None
    needed: tuple[str, ...] = ()
    encoding: str | None = None
    unfit: str = ""
    most_rows: int = 0
    said: tuple[str, ...] = ()


NETVISOR = Program(
    "Netvisor",
    frozenset(("Asiakaskoodi", "Aktiivinen", "Nimi")),
    {"Nimi": 250, "Osoite": 80, "Postinumero": 50, "Postitoimipaikka": 80},
    "Asiakaskoodi",
    ("Aktiivinen", "0"),
    ("Nimi", "Osoite", "Postinumero", "Postitoimipaikka"),
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
    needed=("ASIAKASTUNNUS",),
)
MAILCHIMP = Program("Mailchimp", frozenset(("Email Address", "LEID", "EUID")), key="Email Address")
MYCASHFLOW = Program("MyCashflow", frozenset(("CustomerID", "CustomerEmail", "CustomerLastName")), key="CustomerID")
HEEROS = Program(
    "Heeros",
    frozenset(("Code", "Name", "Postal code", "Business ID", "Delivery address")),
    key="Code",
    needed=("Code", "Name", "Address", "Postal code", "City", "Country"),
)
SOLTEQ = Program("Solteq POS", frozenset(("email", "firstName", "lastName", "gdprRestricted")), key="email")
QUICKBUTIK = Program(
    "Quickbutik",
    frozenset(("email", "firstname", "lastname", "zipcode", "company_name")),
    key="email",
    needed=("email",),
    encoding="utf-8",
)
FIKEN = Program("Fiken", frozenset(("Navn", "Orgnr", "Poststed", "Medlemsnummer")), needed=("Navn",))
SHOPIFY = Program(
    "Shopify", frozenset(("First Name", "Last Name", "Accepts Email Marketing", "Tax Exempt")), key="Email"
)
PROCOUNTOR = Program("Procountor", said=("program.empties",))
FORTNOX = Program("Fortnox", most_rows=10_000, said=("program.matched_by_hand",))
SEVERA = Program("Visma Severa", unfit='";\r\n', said=("program.adds_only",))
FENNOA, VISMA, WOOCOMMERCE = Program("Fennoa"), Program("Visma"), Program("WooCommerce")

OTHER = Program("")
"""A program nobody has told of: its own columns, as they came."""

PROGRAMS = (
    *(NETVISOR, FIVALDI, MAILCHIMP, MYCASHFLOW, HEEROS, SOLTEQ, QUICKBUTIK, FIKEN, SHOPIFY),
    *(PROCOUNTOR, FORTNOX, SEVERA, FENNOA, VISMA, WOOCOMMERCE),
)

_ACCOUNT = re.compile(r"[A-Z]{2}\d{2}[ A-Z\d]{11,34}")
_PROCOUNTOR = ((1, business_id, 0.5), (13, _ACCOUNT.fullmatch, 0.2))
"""Columns B and N of Procountor's list of partners, which has no headers of its own that are known: business ids and
bank accounts, and of how many of the filled cells (0-1) that has to hold."""
_PROCOUNTOR_COLUMNS = 53
"""Column BA, the last whose place is known, holds the customer number."""


@dataclass(frozen=True, slots=True)
class TooLong:
    """A text the program has no room for, with the most letters it takes; 0 for one that is missing or holds letters
    the program does not take: nothing is cut, it is named."""

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


def program_of(register: Register) -> Program:
    """Return the program whose columns a register has; else the one that the names of its file or sheet speak of, or
    whose columns stand where Procountor's do; else `OTHER`."""
    headers = {column.header.strip() for column in register.columns}
    named = f"{register.source.path.stem} {register.source.sheet}".casefold().replace("_", " ")
    by_columns = (program for program in PROGRAMS if program.marks and program.marks <= headers)
    by_name = (program for program in PROGRAMS if not program.marks and program.name.casefold() in named)
    by_place = PROCOUNTOR if _is_placed_as_procountor(register) else OTHER
    return next(by_columns, None) or next(by_name, by_place)


def program_called(name: str) -> Program | None:
    """Return the program of a name, however it is written; None for one that is not known."""
    wanted = name.casefold().replace(" ", "")
    return next((program for program in PROGRAMS if program.name.casefold().replace(" ", "") == wanted), None)


def _is_placed_as_procountor(register: Register) -> bool:
    if len(register.columns) < _PROCOUNTOR_COLUMNS:
        return False
    return all(_share(register, place, claim) >= least for place, claim, least in _PROCOUNTOR)


def _share(register: Register, place: int, claim: Callable[[str], object]) -> float:
    texts = [text for text in register.cells[place].texts.tolist() if text.strip()]
    return sum(bool(claim(text)) for text in texts) / len(texts) if texts else 0.0


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
        too_long += _unfit(outcome.register.row(record), [column.header for column in columns], row, program)
    added = [tuple(each.texts.get(column.name, "") for column in columns) for each in outcome.added]
    for each, row in zip(outcome.added, added, strict=True):
        too_long += _unfit(each.source.row, [column.header for column in columns], row, program)
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


def _unfit(number: int, headers: list[str], row: Row, program: Program) -> Iterator[TooLong]:
    for header, text in zip(headers, row, strict=True):
        width = program.widths.get(header)
        if width is not None and len(text) > width:
            yield TooLong(number, header, width, text)
        if (not text.strip() and header in program.needed) or any(letter in text for letter in program.unfit):
            yield TooLong(number, header, 0, text)
