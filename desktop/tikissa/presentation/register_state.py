"""Reads the state of the register out of an analysis' profile, as typed facts for the page that shows them."""

from collections.abc import Mapping
from dataclasses import dataclass

from tikissa.model.analysis import JsonValue

WAYS = ("email", "phone", "sms", "post", "invoice")
"""The ways to reach a customer, in the order they are shown."""

REACH_STATES = ("reached", "unknown", "not_allowed", "wrong")
"""What a way may be to a customer, as the profile calls it, in the order of `Reach`."""


@dataclass(frozen=True, slots=True)
class Reach:
    """How many customers one way reaches, and why the others it does not."""

    way: str
    reached: int
    unknown: int
    not_allowed: int
    wrong: int


@dataclass(frozen=True, slots=True)
class AgeClass:
    """Rows whose newest date is this many years old; `start` is None where no date is known."""

    start: int | None
    end: int | None
    rows: int


@dataclass(frozen=True, slots=True)
class Decay:
    """Of how many details of a kind the truth has probably changed by today, with the range of the sources."""

    kind: str
    rows: int
    likely: int
    low: int
    high: int
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class CompaniesCounted:
    """Of how many companies an open register of a day (ISO text) says what."""

    source: str
    day: str
    companies: int
    missing: int
    in_trouble: int
    renamed: int
    moved: int


@dataclass(frozen=True, slots=True)
class RegisterState:
    duplicate_groups: int
    duplicate_rows: int
    stale_rows: int
    errors: int
    out_of_reach: int
    reach: tuple[Reach, ...]
    ages: tuple[AgeClass, ...]
    decay: tuple[Decay, ...]
    counted: CompaniesCounted | None = None


def has_dates(profile: Mapping[str, JsonValue]) -> bool:
    """Say whether customers can be grouped by how active they are."""
    return _count(profile, "activity", "unknown") < _count(profile, "rows")


def state_of(profile: Mapping[str, JsonValue]) -> RegisterState:
    """Return the facts; what a profile does not tell counts as nothing. What an open register has counted is no longer
    estimated."""
    counted = _counted(profile)
    estimated = [kind for kind in _inner(profile, "decay") if counted is None or kind != "companies"]
    return RegisterState(
        duplicate_groups=_count(profile, "duplicates", "groups"),
        duplicate_rows=_count(profile, "duplicates", "rows"),
        stale_rows=_count(profile, "stale", "rows"),
        errors=_count(profile, "wrong_values", "errors"),
        out_of_reach=_count(profile, "out_of_reach"),
        reach=tuple(_reach(profile, way) for way in WAYS if _inner(profile, "reachability", way)),
        ages=_ages(profile),
        decay=tuple(decay for kind in estimated if (decay := _decay(profile, kind)).rows),
        counted=counted,
    )


def _inner(profile: Mapping[str, JsonValue], *path: str) -> Mapping[str, JsonValue]:
    for name in path:
        value = profile.get(name)
        profile = value if isinstance(value, dict) else {}
    return profile


def _count(profile: Mapping[str, JsonValue], *path: str) -> int:
    value = _inner(profile, *path[:-1]).get(path[-1])
    return value if isinstance(value, int) else 0


def _reach(profile: Mapping[str, JsonValue], way: str) -> Reach:
    return Reach(way, *(_count(profile, "reachability", way, state) for state in REACH_STATES))


def _ages(profile: Mapping[str, JsonValue]) -> tuple[AgeClass, ...]:
    years = _inner(profile, "age", "years")
    spans = sorted(tuple(map(int, span.split("-"))) for span in years)
    known = tuple(AgeClass(start, end, _count(years, f"{start}-{end}")) for start, end in spans)
    return (*known, AgeClass(None, None, _count(profile, "age", "unknown"))) if known else ()


def _decay(profile: Mapping[str, JsonValue], kind: str) -> Decay:
    facts = _inner(profile, "decay", kind)
    rates = facts.get("rates")
    named = (rate.get("source") for rate in rates if isinstance(rate, dict)) if isinstance(rates, list) else ()
    sources = tuple(dict.fromkeys(part.strip() for source in named for part in str(source).split(";")))
    likely, low, high = (_count(facts, "today", name) for name in ("likely", "low", "high"))
    return Decay(kind, _count(facts, "rows"), likely, low, high, sources)


def _counted(profile: Mapping[str, JsonValue]) -> CompaniesCounted | None:
    facts = _inner(profile, "open_registers")
    sources = facts.get("sources")
    source = sources[0] if isinstance(sources, list) and sources else None
    if not isinstance(source, dict):
        return None
    verdicts = _inner(facts, "verdicts")
    return CompaniesCounted(
        str(source["name"]),
        str(source["date"]),
        _count(facts, "companies"),
        _count(verdicts, "not_in_register") + _count(verdicts, "ceased"),
        _count(verdicts, "bankruptcy") + _count(verdicts, "liquidation"),
        _count(facts, "renamed"),
        _count(facts, "moved"),
    )
