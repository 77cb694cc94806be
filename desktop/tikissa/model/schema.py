"""What each column means, as recognised or as the user said."""

from dataclasses import dataclass
from enum import StrEnum

from tikissa.model.permission import PermissionColumn


class Meaning(StrEnum):
    GIVEN_NAME = "given_name"
    SURNAME = "surname"
    WHOLE_NAME = "whole_name"
    COMPANY = "company"
    CONTACT_PERSON = "contact_person"
    BUSINESS_ID = "business_id"
    VAT_NUMBER = "vat_number"
    IDENTITY_CODE = "identity_code"
    DATE_OF_BIRTH = "date_of_birth"
    EMAIL = "email"
    PHONE = "phone"
    FAX = "fax"
    WEBSITE = "website"
    STREET = "street"
    POSTAL_CODE = "postal_code"
    TOWN = "town"
    WHOLE_ADDRESS = "whole_address"
    BILLING_ADDRESS = "billing_address"
    DELIVERY_ADDRESS = "delivery_address"
    COUNTRY = "country"
    LANGUAGE = "language"
    CUSTOMER_NUMBER = "customer_number"
    CREATED = "created"
    LAST_CONTACT = "last_contact"
    LAST_PURCHASE = "last_purchase"
    ENDED = "ended"
    RETURNED = "returned"
    PURCHASE_SUM = "purchase_sum"
    PURCHASE_COUNT = "purchase_count"
    PERMISSION = "permission"
    PROHIBITION = "prohibition"
    PREFERRED_CHANNEL = "preferred_channel"
    EINVOICE_ADDRESS = "einvoice_address"
    EINVOICE_OPERATOR = "einvoice_operator"
    CREDIT_BLOCK = "credit_block"
    SOURCE = "source"
    SALESPERSON = "salesperson"
    OPEN_MATTER = "open_matter"
    INVOICE_BALANCE = "invoice_balance"
    CONTRACT = "contract"
    NOTES = "notes"


class DateOrder(StrEnum):
    """What stands first in days parted by slashes or dashes: 3/2/2009, 2/3/2009, 09-02-03."""

    DAY_FIRST = "day_first"
    MONTH_FIRST = "month_first"
    YEAR_FIRST = "year_first"


class About(StrEnum):
    """What a column speaks of: who and where the customer is, a thing of the customer (a pet, a site, a contract), an
    event, a consent, money, or the program the register came from."""

    CUSTOMER = "customer"
    THING = "thing"
    EVENT = "event"
    CONSENT = "consent"
    MONEY = "money"
    SOURCE = "source"


@dataclass(frozen=True, slots=True)
class ColumnMeaning:
    """What a column was recognised to mean (None: nothing we know), how surely (0-1), and whether to ask the user.

    `candidates` are the likeliest meanings, best first, for the question; `sure` is also true once the user has said.
    `date_order` says how the days of a column of days are to be read.
    `permission` is what the column says of permission or of a customer's state, whatever else it means.
    `about` is what it speaks of, known of many columns without a meaning too.
    `may_forbid`: it answers something with a yes, a no or a mark, and nothing tells what: it may hold a prohibition.
    """

    column: str
    meaning: Meaning | None
    confidence: float
    sure: bool
    candidates: tuple[Meaning, ...] = ()
    date_order: DateOrder = DateOrder.DAY_FIRST
    permission: PermissionColumn | None = None
    about: About | None = None
    may_forbid: bool = False


@dataclass(frozen=True, slots=True)
class Schema:
    """The meanings of all columns, in the register's order; two columns may share one (phone 1, phone 2)."""

    columns: tuple[ColumnMeaning, ...]

    def meaning_of(self, column: str) -> Meaning | None:
        return next((entry.meaning for entry in self.columns if entry.column == column), None)

    @property
    def meanings(self) -> dict[str, Meaning | None]:
        """Return the meanings by the columns' names."""
        return {entry.column: entry.meaning for entry in self.columns}

    def date_order(self, column: str) -> DateOrder:
        """Return how the days of a column are to be read."""
        orders = (entry.date_order for entry in self.columns if entry.column == column)
        return next(orders, DateOrder.DAY_FIRST)

    def columns_of(self, *meanings: Meaning) -> tuple[str, ...]:
        """Return the names of the columns with one of these meanings, in the register's order."""
        return tuple(entry.column for entry in self.columns if entry.meaning in meanings)

    def first(self, meaning: Meaning) -> str | None:
        return next(iter(self.columns_of(meaning)), None)

    @property
    def unsure(self) -> tuple[ColumnMeaning, ...]:
        return tuple(entry for entry in self.columns if not entry.sure)


NO_SCHEMA = Schema(())
