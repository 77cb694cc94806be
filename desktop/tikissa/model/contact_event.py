"""What the world says of having contacted a customer: bounces, unsubscribes, complaints."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from tikissa.model.permission import Channel


class ContactNews(StrEnum):
    """What became of one message to one address."""

    HARD = "hard"
    """The address does not exist or is closed."""
    SOFT = "soft"
    """Given up for a reason that passes: a full mailbox, a message too big, a server that did not answer."""
    DELAYED = "delayed"
    """Still being tried."""
    POLICY = "policy"
    """Refused for what the sender is or has sent."""
    UNSUBSCRIBED = "unsubscribed"
    COMPLAINED = "complained"
    NOT_A_BOUNCE = "not_a_bounce"
    """Delivered, an absence notice, a receipt, a letter."""
    UNKNOWN = "unknown"


REFUSALS = (ContactNews.UNSUBSCRIBED, ContactNews.COMPLAINED)
"""What is the customer's own word."""


@dataclass(frozen=True, slots=True)
class ContactEvent:
    """One telling of one address. `others` are further writings or forwards of it, to be looked for where the register
    does not have it. Two tellings with one `mark` are the same event told twice. `code` is the enhanced status code
    (RFC 3463), or the three digits of SMTP where there is none."""

    address: str
    channel: Channel
    what: ContactNews
    mark: str
    code: str | None = None
    day: date | None = None
    others: tuple[str, ...] = ()
