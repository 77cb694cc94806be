"""Finds in a list of purchases the columns that tell day, sum, currency, number and state of each line."""

from collections.abc import Iterable
from dataclasses import dataclass

from tikissa.model.problems import FileProblem
from tikissa.model.register import Register
from tikissa.model.schema import Meaning, Schema
from tikissa.schema.kinds.kind import facts_of
from tikissa.schema.kinds.kind_columns import KindColumn
from tikissa.schema.kinds.kind_signs import KindFacts
from tikissa.schema.kinds.kind_words import Role
from tikissa.text.normalise import fold

_ALL_OF_IT = (
    "yhteensa",
    "loppusumma",
    "total",
    "totalt",
    "summa",
    "belopp",
    "amount",
    "betrag",
    "gesamt",
    "kokku",
    "sum",
)
_WITH_TAX = ("verollinen", "brutto", "gross")
_WITHOUT_TAX = ("veroton", "netto", "net", "subtotal", "valisumma")
_ONE_PIECE = ("ahinta", "yksikkohinta", "kplhinta", "kappalehinta", "apris", "styckpris", "unitprice", "priceeach")
_REFUNDED = ("refund", "hyvitetty", "palautettu", "aterbetal", "krediterat")

STATES_OF_NO_PURCHASE = frozenset(
    (
        *("failed", "void", "voided", "cancelled", "canceled", "declined", "draft", "expired", "pending", "unpaid"),
        *(
            "peruttu",
            "peruutettu",
            "mitatoity",
            "hylatty",
            "epaonnistui",
            "luonnos",
            "tarjous",
            "no show",
            "ei saapunut",
        ),
        *("annullerad", "makulerad", "avbokad", "avbruten", "misslyckad", "utkast", "offert", "storniert"),
    )
)
"""Folded words of a line's state that say that nothing was bought."""
_STATES_OF_PURCHASE = frozenset(("paid", "maksettu", "betald", "bezahlt", "makstud"))


@dataclass(frozen=True, slots=True)
class PurchaseColumns:
    """Names of columns, None where a list has none. `refunded` is what was given back of each line's sum, `quantity`
    how many pieces a sum is of one of. `others` are further columns of sums, which are not counted."""

    day: str
    sum: str | None
    currency: str | None
    document: str | None
    state: str | None
    refunded: str | None
    quantity: str | None
    others: tuple[str, ...] = ()


def purchase_columns(register: Register, schema: Schema) -> PurchaseColumns:
    """Return the columns of a list of purchases. Raises FileProblem where no column holds the days, or the column of
    sums holds none."""
    facts = facts_of(register, schema)
    if facts.day is None:
        raise FileProblem("purchases.no_day", register.source.path.name)
    sums = sorted((column for column in facts.of_lines if column.are_sums and _is_sum(column)), key=_rank)
    total = sums[0] if sums else None
    unread = (column for column in facts.of_lines if column.has(Role.TOTAL) and _words_of(column, _ALL_OF_IT))
    if total is None and (said := next(unread, None)) is not None:
        raise FileProblem("purchases.sums_are_texts", register.source.path.name, said.column.name)
    pieces = total is not None and _words_of(total, _ONE_PIECE)
    return PurchaseColumns(
        facts.day.column.name,
        _name(total),
        _name(facts.currency),
        _name(facts.document) or _number_of_continued_lines(facts),
        _name(next((column for column in facts.having(Role.STATUS) if _tells_state(column)), None)),
        _name(next((column for column in facts.columns if column.are_sums and _words_of(column, _REFUNDED)), None)),
        _name(next(iter(facts.having(Role.QUANTITY)), None)) if pieces else None,
        tuple(column.column.name for column in sums[1:]),
    )


def _number_of_continued_lines(facts: KindFacts) -> str | None:
    """Return the column of codes such as "#1001" that a shop writes under another name and repeats on further lines."""
    named = (column for column in facts.columns if column.meaning in (Meaning.WHOLE_NAME, None) and column.texts)
    found = (column for column in named if column.are_codes and column.filled == facts.lines)
    return next((column.column.name for column in found if column.texts[0].startswith("#")), None)


def _tells_state(column: KindColumn) -> bool:
    return any(fold(text) in STATES_OF_NO_PURCHASE | _STATES_OF_PURCHASE for text in column.texts)


def _is_sum(column: KindColumn) -> bool:
    return (column.has(Role.TOTAL) and not column.has(Role.TAX)) or _words_of(column, _WITH_TAX)


def _rank(column: KindColumn) -> tuple[int, int]:
    """Put what was paid for all of a line first, with tax before without, the price of one piece last."""
    is_of_goods = column.has(Role.PRODUCT) or column.has(Role.QUANTITY) or _words_of(column, _REFUNDED)
    if _words_of(column, _ONE_PIECE):
        return 4, column.column.index
    if _words_of(column, _WITH_TAX):
        return 0, column.column.index
    if _words_of(column, _WITHOUT_TAX):
        return 2, column.column.index
    return (3 if is_of_goods or not _words_of(column, _ALL_OF_IT) else 1), column.column.index


def _words_of(column: KindColumn, words: Iterable[str]) -> bool:
    header = "".join(letter for letter in fold(column.column.header) if letter.isalnum())
    return any(word in header for word in words)


def _name(column: KindColumn | None) -> str | None:
    return column.column.name if column is not None else None
