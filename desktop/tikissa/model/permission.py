"""What a register says of contacting its customers, and of their state: by column, and by what each cell says.

Everything that asks for a permission, a prohibition or a death asks these types: merges, the check of new rows, lists,
rows to check, the state of the register.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Channel(StrEnum):
    """A way to reach a customer. One that stands nowhere among these (fax, disclosure to others) is none of ours."""

    POST = "post"
    PHONE = "phone"
    SMS = "sms"
    EMAIL = "email"


Ways = frozenset[Channel]

ANY: Ways = frozenset(Channel)
NONE: Ways = frozenset()


class Stance(StrEnum):
    ALLOWED = "allowed"
    FORBIDDEN = "forbidden"
    UNKNOWN = "unknown"


class CustomerState(StrEnum):
    """What has become of a customer, the mildest first. A passive one is worth checking and may still be written to."""

    IN_FORCE = "in_force"
    PASSIVE = "passive"
    CEASED = "ceased"
    BLOCKED = "blocked"
    DECEASED = "deceased"
    ERASED = "erased"

    @property
    def is_closed(self) -> bool:
        """Say whether a customer in this state is on no list."""
        return self not in (CustomerState.IN_FORCE, CustomerState.PASSIVE)

    @property
    def severity(self) -> int:
        return [*CustomerState].index(self)


class Subject(StrEnum):
    """What a column is about, which tells what a plain yes or no in it means."""

    PERMISSION = "permission"
    """A yes allows, a no forbids."""
    PROHIBITION = "prohibition"
    """Anything but a plain no forbids; a plain no says nothing."""
    NO_PROHIBITION = "no_prohibition"
    """A no forbids, a yes says nothing: "Not opted out"."""
    STATE = "state"
    """Anything but a plain no puts the customer into the column's state."""
    ACTIVE = "active"
    """A no puts the customer into the column's state."""
    STATUS = "status"
    """Each cell names a state ("Active", "Closed"), or what the column's channels are to the customer."""
    WISH = "wish"
    """How the customer wants to be contacted: only what is refused, or all but the only way, is forbidden."""
    WORDS = "words"
    """Free words, as in notes and in columns for a status: each cell says for itself what it forbids."""
    NAME = "name"
    """A name that tells of a death or an end: "Virtasen kuolinpesä", "Mäki Oy i konkurs"."""


@dataclass(frozen=True, slots=True)
class Said:
    """What one cell says. `stance` is that of the cell as a whole, also where it speaks of none of our channels.

    `day` is the day on which it was said, where the cell tells it. What is not `understood` says nothing, and must not
    be lost.
    """

    stance: Stance = Stance.UNKNOWN
    allowed: Ways = NONE
    forbidden: Ways = NONE
    state: CustomerState = CustomerState.IN_FORCE
    day: date | None = None
    understood: bool = True

    @property
    def strictness(self) -> int:
        """Return how strict the cell is beside others of its column: of two the stricter one survives a merge."""
        if self.state.is_closed:
            return 10 + self.state.severity
        return 4 if self.stance is Stance.FORBIDDEN else 3 if not self.understood else _MILD[self.stance]


_MILD = {Stance.UNKNOWN: 2, Stance.ALLOWED: 1}

SILENT = Said()
NOT_UNDERSTOOD = Said(understood=False)


@dataclass(frozen=True, slots=True)
class PermissionColumn:
    """A column that speaks of permission or of a customer's state.

    `channels` are those it speaks of, `named` tells whether its header names them; one that names none speaks of any.
    `state` is what a yes in a column of states says. `sure` is false while only the user can tell which way the column
    turns: then nothing in it allows anything. `answers` are the user's own words on values, by folded value; `asked`
    are the values nobody has explained yet.
    """

    column: str
    subject: Subject
    channels: Ways = ANY
    named: bool = False
    state: CustomerState = CustomerState.IN_FORCE
    sure: bool = True
    answers: tuple[tuple[str, Said], ...] = ()
    asked: tuple[str, ...] = ()

    @property
    def is_open(self) -> bool:
        """Say whether the user has to be asked before the column can be heeded."""
        return not self.sure or bool(self.asked)


@dataclass(frozen=True, slots=True)
class Correction:
    """The user's own word on a column: of which channels it speaks (None: as recognised), and what its values say."""

    channels: Ways | None = None
    answers: tuple[tuple[str, Said], ...] = ()
