"""What kind of file something is by its content: a list of customers, or something else that lies on the same desk."""

from dataclasses import dataclass
from enum import StrEnum

from tikissa.model.finding import Reason


class FileKind(StrEnum):
    """`CONTACTS`: bounces, unsubscribes and complaints. `LEADS`: people who are no customers yet, bought or collected.
    `PRODUCTS`: products and other things that are no people. `UNKNOWN`: lines of something else."""

    CUSTOMERS = "customers"
    PURCHASES = "purchases"
    CONTACTS = "contacts"
    LEADS = "leads"
    PRODUCTS = "products"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class KindSign:
    """Something in a file that speaks for a kind (a negative weight: against it)."""

    kind: FileKind
    weight: float
    reason: Reason


@dataclass(frozen=True, slots=True)
class KindReading:
    """What kind a file is. `others` are the further readings its content allows, likeliest first; `sure` says that
    nothing speaks nearly as strongly for another. `lines` and `parties` count the file's lines and the different
    customers, products or addresses they speak of (0: not known)."""

    kind: FileKind
    sure: bool
    signs: tuple[KindSign, ...] = ()
    others: tuple[FileKind, ...] = ()
    lines: int = 0
    parties: int = 0

    @property
    def is_customers(self) -> bool:
        return self.kind is FileKind.CUSTOMERS

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """Return what spoke for the kind, strongest first."""
        own = sorted((sign for sign in self.signs if sign.kind is self.kind), key=lambda sign: -sign.weight)
        return tuple(sign.reason for sign in own if sign.weight > 0)
