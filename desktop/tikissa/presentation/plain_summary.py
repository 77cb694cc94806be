"""A register in a few plain sentences, by rules: who is in it, how fresh it is, who is reached, what to do first."""

from collections.abc import Callable, Iterator

from tikissa.model.finding import Reason
from tikissa.model.register_profile import Profile
from tikissa.rules import is_error

ENOUGH = 0.05
"""The part of the rows from which on something is worth a word."""

Number = Callable[[int], str]


def plain_summary(profile: Profile, number: Number) -> Iterator[Reason]:
    """Yield the sentences as codes with their arguments; `number` writes a count as the language does."""
    if profile.rows:
        yield _who(profile, number)
        yield from _how_fresh(profile, number)
        yield from _reached(profile)
        yield from _first(profile, number)


def _who(profile: Profile, number: Number) -> Reason:
    few = ENOUGH * profile.rows
    if profile.companies <= few:
        return Reason("plain.persons", (number(profile.rows),))
    if profile.persons <= few:
        return Reason("plain.companies", (number(profile.rows),))
    return Reason("plain.mixed", tuple(map(number, (profile.rows, profile.persons, profile.companies))))


def _how_fresh(profile: Profile, number: Number) -> Iterator[Reason]:
    dated = [age for age in profile.ages if age.start is not None]
    fresh = sum(age.rows for age in dated if age.start == 0)
    old = sum(age.rows for age in dated if age.start is not None and age.start >= 3)
    if fresh or old:
        yield Reason("plain.fresh", (number(fresh), number(old)))


def _reached(profile: Profile) -> Iterator[Reason]:
    ways = [way for way in profile.reachability if way.way != "invoice"]
    best = max(ways, key=lambda way: way.reached, default=None)
    if best is not None and best.reached >= ENOUGH * profile.rows:
        yield Reason(f"plain.reach_{best.way}", (str(round(100 * best.reached / profile.rows)),))
    if profile.out_of_reach >= ENOUGH * profile.rows:
        yield Reason("plain.out_of_reach", (str(round(100 * profile.out_of_reach / profile.rows)),))


def _first(profile: Profile, number: Number) -> Iterator[Reason]:
    errors = {code: count for code, count in profile.wrong_values.fixes.items() if is_error(code)}
    if profile.duplicates.groups:
        yield Reason("plain.duplicates", (number(profile.duplicates.groups), number(profile.duplicates.rows)))
    if errors:
        worst = max(errors, key=errors.__getitem__)
        yield Reason("plain.errors", (worst, number(errors[worst])))
    if not profile.duplicates.groups and not profile.wrong_values.errors:
        yield Reason("plain.fine")
