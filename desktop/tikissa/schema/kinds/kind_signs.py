"""What in a file speaks for each kind, one small function a sign; the list of them is the whole mechanism.

A customer's row says who somebody is and how to reach them, and stands once. A purchase has a day, a sum and mostly a
number of its own, and its customer comes again. A message's fate has an address, a time and what happened. A lead says
where it was got from. A product has a code, a price and a unit, and nobody to reach.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from tikissa.model.finding import Reason
from tikissa.model.kind_of_file import FileKind, KindSign
from tikissa.model.schema import Meaning
from tikissa.schema.kinds.kind_columns import KindColumn
from tikissa.schema.kinds.kind_words import Role, roles_of

_NAMES = (Meaning.WHOLE_NAME, Meaning.SURNAME, Meaning.COMPANY, Meaning.GIVEN_NAME, Meaning.CONTACT_PERSON)
_PLACES = (Meaning.STREET, Meaning.POSTAL_CODE, Meaning.WHOLE_ADDRESS, Meaning.TOWN)
_IDS = (Meaning.CUSTOMER_NUMBER, Meaning.BUSINESS_ID, Meaning.VAT_NUMBER, Meaning.IDENTITY_CODE)
_REACH = (Meaning.EMAIL, Meaning.PHONE)
_NOT_OF_LINES = (
    *(Meaning.DATE_OF_BIRTH, Meaning.ENDED, Meaning.RETURNED),
    *(Meaning.EINVOICE_ADDRESS, Meaning.EINVOICE_OPERATOR, Meaning.BUSINESS_ID, Meaning.POSTAL_CODE, Meaning.PHONE),
    *(Meaning.EMAIL, Meaning.PURCHASE_COUNT, Meaning.INVOICE_BALANCE, Meaning.CONTRACT),
)
_OF_LEADS = frozenset((Role.LEAD, Role.COLLECTED))
_REPEATED = 1.5
_NEARLY_ALL = 0.9
_FEWEST_LINES = 6
_ADDRESS_AND_DAY = 2
_SOURCE = 0.5


@dataclass(frozen=True)
class KindFacts:
    """The columns of a file, and what its own and its sheet's name say."""

    columns: tuple[KindColumn, ...]
    lines: int
    name_roles: frozenset[Role]

    def of(self, *meanings: Meaning) -> tuple[KindColumn, ...]:
        """Return the columns of these meanings; one of names or streets that holds ways to reach
        somebody is none."""
        found = (column for column in self.columns if column.meaning in meanings and column.filled)
        return tuple(each for each in found if each.meaning not in (*_NAMES, *_PLACES) or not each.are_ways)

    def having(self, *roles: Role) -> tuple[KindColumn, ...]:
        return tuple(column for column in self.columns if column.has(*roles))

    @cached_property
    def of_lines(self) -> tuple[KindColumn, ...]:
        """Return the columns that may say something of a single purchase rather than of a customer's whole history."""
        return tuple(
            column
            for column in self.columns
            if column.filled and self._is_of_lines(column) and not column.has(Role.HISTORY)
        )

    def _is_of_lines(self, column: KindColumn) -> bool:
        """Not every customer has ended: a day that nearly all lines have is when a sale was closed."""
        is_on_all = column.are_days and column.filled >= _NEARLY_ALL * self.lines
        return column.meaning not in _NOT_OF_LINES or (is_on_all and column.meaning is Meaning.ENDED)

    @cached_property
    def document(self) -> KindColumn | None:
        """Return the column that numbers invoices, orders or receipts."""
        numbers = (column for column in self.of_lines if column.are_codes and not column.has(Role.PLACE))
        named = [column for column in numbers if column.has(Role.DOCUMENT) and not column.has(Role.TOTAL)]
        numbered = (column for column in named if column.has(Role.NUMBER))
        return next(numbered, next((column for column in named if not column.are_sums), None))

    @cached_property
    def day(self) -> KindColumn | None:
        """Return the column with the day of each line: of those that nearly all lines fill one that speaks of a sale
        before a plain one."""
        days = [column for column in self.of_lines if column.are_days]
        most = max((day.filled for day in days), default=0)
        full = [day for day in days if day.filled >= _NEARLY_ALL * most]
        return next((day for day in full if day.has(Role.DOCUMENT)), next(iter(full), None))

    @cached_property
    def sum(self) -> KindColumn | None:
        return next((column for column in self.of_lines if column.are_sums and column.has(Role.TOTAL)), None)

    @cached_property
    def party(self) -> KindColumn | None:
        """Return the column that tells best whose each line is."""
        order = (Meaning.CUSTOMER_NUMBER, Meaning.BUSINESS_ID, Meaning.EMAIL, Meaning.COMPANY, Meaning.WHOLE_NAME)
        found = (column for meaning in (*order, Meaning.PHONE) for column in self.of(meaning))
        return next((column for column in found if column is not self.document), None)

    @cached_property
    def sums(self) -> tuple[KindColumn, ...]:
        return tuple(column for column in self.of_lines if column.are_sums and column.roles & {Role.TOTAL, Role.TAX})

    @cached_property
    def currency(self) -> KindColumn | None:
        return next((column for column in self.columns if column.are_currencies), None)

    @cached_property
    def has_lines_of_sale(self) -> bool:
        """Say whether each line has a day and a sum, and something else of a sale: a number of its own, a customer who
        comes again, a currency, several sums, nobody who could be reached."""
        if self.day is None or self.sum is None:
            return False
        more = self.document, self.party_comes_again, self.day.has(Role.DOCUMENT), self.currency, self.sums[2:]
        return any(more) or self.is_of_nobody_to_reach

    @cached_property
    def is_of_nobody_to_reach(self) -> bool:
        """Say whether days and sums stand on nearly all lines, and no way to reach anybody on any: what was paid."""
        filled = [column.filled for column in (self.day, self.sum) if column is not None]
        full = len(filled) > 1 and min(filled) >= _NEARLY_ALL * self.lines
        return full and not (self.reach or self.having(Role.SUPPLIER) or self.of(*_PLACES, Meaning.DATE_OF_BIRTH))

    @cached_property
    def everybody_comes_again(self) -> bool:
        """Say whether each of the columns that could tell who a row is about says the same on several rows."""
        telling = (*self.of(*_NAMES, *_IDS, Meaning.STREET, Meaning.SALESPERSON), *self.reach)
        return bool(telling) and all(column.repeated >= _REPEATED for column in telling)

    @cached_property
    def party_comes_again(self) -> bool:
        return self.party is not None and self.party.repeated >= _REPEATED

    @cached_property
    def reach(self) -> tuple[KindColumn, ...]:
        """Return the columns of addresses and phones, by what stands in them where no header says so."""
        others = (column for column in self.columns if column.meaning not in _IDS and column.are_ways)
        return self.of(*_REACH) or tuple(others)


Signs = Iterator[KindSign]


def _sign(kind: FileKind, weight: float, code: str, columns: Iterable[KindColumn] = ()) -> KindSign:
    names = ", ".join(column.column.name for column in columns)
    return KindSign(kind, weight, Reason(f"kind.{code}", (names,) if names else ()))


def _names_and_ways(facts: KindFacts) -> Signs:
    """Who somebody is and how to reach them."""
    for weight, code, meanings in (
        (1.5, "names", _NAMES),
        (1.0, "reach", _REACH),
        (1.5, "places", _PLACES),
        (1.0, "permissions", (Meaning.PERMISSION, Meaning.PROHIBITION)),
        (1.0, "births", (Meaning.DATE_OF_BIRTH,)),
    ):
        if columns := facts.reach if meanings == _REACH else facts.of(*meanings):
            yield _sign(FileKind.CUSTOMERS, weight, code, columns[:2])


def _each_once(facts: KindFacts) -> Signs:
    """A number of its own on each row."""
    if ids := [column for column in facts.of(*_IDS) if column is not facts.document]:
        weight = 2.0 if ids[0].repeated < _REPEATED else 0.5
        yield _sign(FileKind.CUSTOMERS, weight, "customer_once" if weight > 1 else "ids", ids[:1])


def _sales(facts: KindFacts) -> Signs:
    if not facts.has_lines_of_sale:
        return
    day, total = facts.day, facts.sum
    assert day is not None
    assert total is not None
    yield _sign(FileKind.PURCHASES, 2.0 + min(len(facts.sums), 4), "day_and_sum", (day, total))
    if facts.document is not None:
        yield _sign(FileKind.PURCHASES, 4.0, "document", (facts.document,))
    if facts.is_of_nobody_to_reach:
        yield _sign(FileKind.PURCHASES, 2.0, "nobody_to_reach")
    if day.has(Role.DOCUMENT):
        yield _sign(FileKind.PURCHASES, 1.0, "day_of_sale", (day,))
    if facts.currency is not None:
        yield _sign(FileKind.PURCHASES, 1.0, "currency", (facts.currency,))
    for weight, code, role in ((1.0, "tax", Role.TAX), (0.5, "quantity", Role.QUANTITY), (1.0, "goods", Role.PRODUCT)):
        if columns := [column for column in facts.having(role) if column.filled]:
            yield _sign(FileKind.PURCHASES, weight, code, columns[:1])


def _customers_again(facts: KindFacts) -> Signs:
    """Many lines of one customer."""
    party = facts.party
    if facts.has_lines_of_sale and party is not None and facts.party_comes_again and facts.lines >= 3:
        yield _sign(FileKind.PURCHASES, 2.0, "customer_again", (party,))


def _named_after(facts: KindFacts) -> Signs:
    """What the file or its sheet is called, where its columns do not speak against it."""
    if facts.has_lines_of_sale and Role.DOCUMENT in facts.name_roles:
        yield _sign(FileKind.PURCHASES, 1.0, "name_of_file")
    if facts.reach and Role.CONTACT in facts.name_roles:
        yield _sign(FileKind.CONTACTS, 4.0, "name_of_file")
    if facts.reach and facts.name_roles & _OF_LEADS:
        yield _sign(FileKind.LEADS, 6.5 if Role.LEAD in facts.name_roles else 2.0, "name_of_file")


def _fates_of_messages(facts: KindFacts) -> Signs:
    """What became of messages, and of letters where nearly every row tells it; a register tells it of a few."""
    columns = facts.having(Role.CONTACT)
    full = [column for column in columns if column.filled >= _NEARLY_ALL * facts.lines]
    if not (facts.reach or (len(full) > 1 and facts.of(*_PLACES))):
        return
    detailed = [
        column for column in columns if column.roles & {Role.DATE, Role.STATUS, Role.MAILING} or column.are_days
    ]
    if len(columns) > 1 and detailed:
        yield _sign(FileKind.CONTACTS, 6.0, "fate_columns", columns[:3])
    elif columns and not facts.of(*_PLACES, *_IDS):
        is_all = len(facts.columns) <= 3
        yield _sign(FileKind.CONTACTS, 4.0 if is_all or detailed else 2.5, "fate_columns", columns)
    if told := [column for column in facts.columns if column.are_delivery_codes]:
        yield _sign(FileKind.CONTACTS, 5.0, "delivery_codes", told[:1])


def _words_of_fates(facts: KindFacts) -> Signs:
    """Cells that say what became of a message: "hard_bounce", "UNSUBSCRIBED", "palautunut"."""
    if not facts.reach:
        return
    told = [column for column in facts.columns if column.meaning not in (*_NAMES, *_REACH, Meaning.NOTES)]
    shares = {column: column.share(lambda text: Role.CONTACT in roles_of(text)) for column in told if column.texts}
    if most := [column for column, part in shares.items() if part > 0.5]:
        yield _sign(FileKind.CONTACTS, 4.0, "fate_words", most[:1])
    elif (some := [column for column, part in shares.items() if part > 0]) and len(facts.having(Role.MAILING)) > 1:
        yield _sign(FileKind.CONTACTS, 6.0, "fate_words", some[:1])


def _bare_addresses(facts: KindFacts) -> Signs:
    """An address, a time and a status, and nothing that says who somebody is: what a mailing program tells."""
    if not facts.reach or facts.of(*_NAMES, *_PLACES):
        return
    times = [column for column in facts.columns if column.are_days]
    states = [column for column in facts.having(Role.STATUS) if not column.are_days]
    if times and states:
        yield _sign(FileKind.CONTACTS, 3.5, "address_and_status", (facts.reach[0], states[0]))
    elif times and sum(column.filled > 0 for column in facts.columns) == _ADDRESS_AND_DAY:
        yield _sign(FileKind.CONTACTS, 3.0, "address_and_status", (facts.reach[0], times[0]))


def _got_from(facts: KindFacts) -> Signs:
    """Where people were got from: what most cells of a column say, or columns of a campaign."""
    if not (facts.reach or facts.of(*_NAMES)):
        return
    told = [column for column in facts.columns if column.meaning in (Meaning.SOURCE, None)]
    saying = [c for c in told if c.texts and c.share(lambda text: roles_of(text) & _OF_LEADS) >= _SOURCE]
    known = -2.0 if facts.of(Meaning.CUSTOMER_NUMBER, Meaning.LAST_PURCHASE) else 0.0
    if saying:
        yield _sign(FileKind.LEADS, 7.0 + 2 * known, "source_of_leads", saying[:1])
    headed = [column for column in facts.columns if column.roles & _OF_LEADS and not column.has(Role.CONTACT)]
    headed = [column for column in headed if column not in saying]
    if headed:
        yield _sign(FileKind.LEADS, min(3.0 * len(headed), 7.0) + known, "columns_of_leads", headed[:3])
    firms = facts.having(Role.FIRMOGRAPHIC)
    if len(firms) > 1 and not facts.of(Meaning.CUSTOMER_NUMBER, Meaning.LAST_PURCHASE, Meaning.PURCHASE_SUM):
        yield _sign(FileKind.LEADS, 3.0 + len(firms), "facts_of_companies", firms[:3])


def _things(facts: KindFacts) -> Signs:
    if facts.reach or facts.of(*_PLACES) or facts.has_lines_of_sale:
        return
    goods = [column for column in facts.columns if column.roles & {Role.PRODUCT, Role.STOCK}]
    if goods and (priced := [column for column in facts.columns if column.are_sums]):
        yield _sign(FileKind.PRODUCTS, 2.0 + len(goods) + min(len(priced), 2), "goods_and_prices", goods[:3])
    elif len(goods) > 1:
        yield _sign(FileKind.PRODUCTS, 2.0 + len(goods), "goods", goods[:3])


def _again_and_again(facts: KindFacts) -> Signs:
    """A day on each line and the same few people on many: hours, visits, entries of a diary."""
    if facts.day is not None and facts.lines >= _FEWEST_LINES and facts.everybody_comes_again:
        yield _sign(FileKind.UNKNOWN, 3.0, "again_and_again", (facts.day,))


def _of_others(facts: KindFacts) -> Signs:
    """Invoices of suppliers and lines of bookkeeping: sums and days, but of no customer."""
    if facts.day is None or facts.reach:
        return
    suppliers = [column for column in facts.having(Role.SUPPLIER) if column.filled]
    if suppliers and facts.sum is not None and not facts.of(Meaning.CUSTOMER_NUMBER):
        yield _sign(FileKind.UNKNOWN, 12.0, "suppliers", suppliers[:1])
    if len(ledger := [column for column in facts.having(Role.LEDGER) if column.filled]) > 1:
        yield _sign(FileKind.UNKNOWN, 12.0, "bookkeeping", ledger[:2])


SIGNS: tuple[Callable[[KindFacts], Signs], ...] = (
    *(_names_and_ways, _each_once, _sales, _customers_again, _named_after, _fates_of_messages, _words_of_fates),
    *(_bare_addresses, _got_from, _things, _again_and_again, _of_others),
)
