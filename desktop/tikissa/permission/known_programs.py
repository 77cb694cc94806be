"""The headers and values of other programs as they are known from their code and manuals, before any grammar."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from tikissa.model.permission import ANY, NONE, Channel, CustomerState, Said, Stance, Ways
from tikissa.permission.permission_tokens import words_apart
from tikissa.reference.tables import rows
from tikissa.text.normalise import fold


@dataclass(frozen=True, slots=True)
class KnownHeader:
    """What a program means by a header: `is_permission` is false for one that looks like a permission and is none."""

    is_permission: bool
    forbids: bool
    channels: Ways
    values: Mapping[str, Said]


def known_header(header: str) -> KnownHeader | None:
    """Return what is known for certain of a header, None where nothing is."""
    return _headers().get(header_key(header))


def said_by_table(column: str, value: str) -> Said | None:
    """Return what a program means by a folded value that only its own code explains."""
    known = _headers().get(header_key(column))
    return known.values.get(value) if known else None


def header_key(header: str) -> str:
    return words_apart(header)


@cache
def _headers() -> Mapping[str, KnownHeader]:
    found: dict[str, KnownHeader] = {}
    for row in rows("consent"):
        if not row["used"]:
            continue
        channels = frozenset(Channel(name) for name in row["channels"].split("|") if name in set(Channel))
        if row["channels"] == "all":
            channels = ANY
        key = header_key(row["header"])
        known = found.setdefault(
            key, KnownHeader(row["stance"] != "not a consent", row["stance"] == "forbid", channels, {})
        )
        if row["used"] == "value":
            assert isinstance(known.values, dict)
            known.values[fold(row["value"])] = _said(row["stance"], channels)
    return found


def _said(stance: str, channels: Ways) -> Said:
    match stance:
        case "forbid":
            return Said(Stance.FORBIDDEN, NONE, channels)
        case "allow":
            return Said(Stance.ALLOWED, channels)
        case "deceased":
            return Said(state=CustomerState.DECEASED)
    return Said()
