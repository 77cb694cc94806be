"""What is wrong somewhere, as a code with arguments: words are put on later, in the user's language."""

from dataclasses import dataclass
from enum import StrEnum

from tikissa.model.record import RecordId


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Reason:
    """Why something is proposed: a code such as `postal_code.leading_zeros` and what its sentence speaks of."""

    code: str
    arguments: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """Something is wrong here. No record means the whole column, no column the whole record or register."""

    code: str
    severity: Severity
    record: RecordId | None = None
    column: str | None = None
    arguments: tuple[str, ...] = ()
