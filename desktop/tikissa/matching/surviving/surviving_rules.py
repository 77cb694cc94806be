"""The list of rules by which a value survives, by the meaning of its column."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from tikissa.matching.preparing.normalised_identifiers import email_keys, phone_keys
from tikissa.matching.surviving.right_writing import whole_of
from tikissa.model.permission import PermissionColumn, Subject
from tikissa.model.record import RecordId
from tikissa.model.register import NOT_OWN, ColumnCells, RawValue, Register
from tikissa.model.schema import DateOrder, Meaning, Schema
from tikissa.permission.permission_cells import is_marked, said
from tikissa.reference.street_terms import ending_abbreviations
from tikissa.text.addresses import split_street
from tikissa.text.date_columns import whole_day
from tikissa.text.emails import is_plain
from tikissa.text.identifiers import business_id
from tikissa.text.names import former_name, is_initial, name_words
from tikissa.text.normalise import fold
from tikissa.text.phones import national_number
from tikissa.text.similarity import typing_distance

OF_STATE = (Subject.STATE, Subject.ACTIVE, Subject.STATUS)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A filled cell that could survive."""

    record: RecordId
    text: str
    raw: RawValue
    date_order: DateOrder = DateOrder.DAY_FIRST


@dataclass(frozen=True, slots=True)
class Kept:
    """The value that survives, the record it comes from (None: put together from several) and why."""

    value: str
    source: RecordId | None
    reason: str


_DIGITS_OF_MOBILE = 9

Row = Sequence[Candidate]
"""The filled cells of a column among the merged records, the survivor's first, then by activity."""

Rule = Callable[[Row, ColumnCells], Kept]
"""Chooses the value that survives; the whole column is there for its counts."""


def newest(row: Row, _column: ColumnCells | None = None) -> Kept:
    """Return the first candidate: rows come with the newest activity first."""
    alike = len({candidate.text for candidate in row}) == 1
    return Kept(row[0].text, row[0].record, "survivorship.only" if alike else "survivorship.newest")


def valid_first(is_valid: Callable[[str], bool]) -> Rule:
    """Return the rule that keeps the newest of the valid values where only some are valid."""

    def choose(row: Row, column: ColumnCells) -> Kept:
        valid = [candidate for candidate in row if is_valid(candidate.text)]
        if not valid or len(valid) == len(row):
            return newest(row, column)
        return Kept(valid[0].text, valid[0].record, "survivorship.valid")

    return choose


def whole(keys: Callable[[str], Iterable[str]], choose: Rule) -> Rule:
    """Choose a cell that holds what the chosen one does, and another value beside it."""

    def rule(row: Row, column: ColumnCells) -> Kept:
        kept = choose(row, column)
        held = set(filter(None, keys(kept.value)))
        fuller = next((candidate for candidate in row if held < set(filter(None, keys(candidate.text)))), None)
        return Kept(fuller.text, fuller.record, "survivorship.fullest") if held and fuller is not None else kept

    return rule


def not_cut_short(keys: Callable[[str], Iterable[str]], is_valid: Callable[[str], bool], choose: Rule) -> Rule:
    """Choose, instead of a value whose end is missing, the one it is the beginning of."""

    def rule(row: Row, column: ColumnCells) -> Kept:
        kept = choose(row, column)
        cut, *others = [*filter(None, keys(kept.value))] or [""]
        by_key = {key: candidate for candidate in reversed(row) for key in list(filter(None, keys(candidate.text)))[:1]}
        found = whole_of(cut, by_key, is_valid) if cut and not others else None
        return Kept(by_key[found].text, by_key[found].record, "survivorship.fullest") if found else kept

    return rule


def strictest(permission: PermissionColumn, row: Row, column: ColumnCells) -> Kept | None:
    """Choose what forbids most or tells the worst state. What nobody has explained is united, so that nothing is lost.

    None: the survivor's own, which a formula works out and nobody else is stricter than, or which tells no end.
    """
    told = {candidate.text: said(permission, candidate.text) for candidate in row}
    if not all(each.understood for each in told.values()):
        return united(row, column)
    most = max(each.strictness for each in told.values())
    if permission.subject in OF_STATE and not any(each.state.is_closed or each.forbidden for each in told.values()):
        return None
    forbidden = frozenset().union(*(each.forbidden for each in told.values()))
    strict = [one for one in row if told[one.text].strictness == most]
    fits = [one for one in strict if told[one.text].forbidden == forbidden]
    if not fits and any(told[one.text].forbidden != forbidden for one in strict):
        return united([one for one in row if told[one.text].forbidden or told[one.text].state.is_closed], column)
    if fits[0].record == row[0].record and isinstance(row[0].raw, NOT_OWN):
        return None
    alike = len(fits) == len(row)
    return newest(row) if alike else Kept(fits[0].text, fits[0].record, "survivorship.strictest_permission")


def strictest_status(permission: PermissionColumn, row: Row, column: ColumnCells) -> Kept | None:
    """Choose the worst status; words that forbid are united with the others, and None: they say nothing of the kind."""
    told = {candidate.text: said(permission, candidate.text) for candidate in row}
    if not any(each.forbidden or each.state.severity for each in told.values()):
        return None
    if any(each.forbidden for each in told.values()):
        return united(row, column)
    worst = max(row, key=lambda one: told[one.text].state.severity)
    return Kept(worst.text, worst.record, "survivorship.strictest_permission")


def block_stays(row: Row, column: ColumnCells) -> Kept:
    """Whatever is not a plain no is taken for a block: a date or a word in such a column is one."""
    blocked = [candidate for candidate in row if is_marked(candidate.text)]
    if not blocked:
        return newest(row, column)
    return Kept(blocked[0].text, blocked[0].record, "survivorship.strictest_permission")


def survivors_own(row: Row, _column: ColumnCells) -> Kept:
    """Return the value of the row that stays."""
    return Kept(row[0].text, row[0].record, "survivorship.survivor")


def united(row: Row, _column: ColumnCells) -> Kept:
    """Return the one text that holds all others, else the different texts one after another, the newest first."""
    texts = list({fold(candidate.text): candidate.text for candidate in reversed(row)}.values())[::-1]
    whole = [text for text in texts if not any(text != other and fold(text) in fold(other) for other in texts)]
    if len(whole) == 1:
        source = next(candidate for candidate in row if candidate.text == whole[0])
        return Kept(source.text, source.record, "survivorship.fullest")
    return Kept(joined_texts(whole), None, "survivorship.united")


def joined_texts(texts: Iterable[str]) -> str:
    """Return texts in one cell, parted by semicolons."""
    return "; ".join(texts)


def _by_date(choose: Callable[[Iterable[date]], date], reason: str) -> Rule:
    def rule(row: Row, column: ColumnCells) -> Kept:
        dated = [(whole_day(one.text, one.raw, one.date_order), one) for one in row]
        days = [day for day, _ in dated if day is not None]
        if not days:
            return newest(row, column)
        wanted = choose(days)
        chosen = next(candidate for day, candidate in dated if day == wanted)
        return Kept(chosen.text, chosen.record, reason)

    return rule


def best_name(row: Row, column: ColumnCells) -> Kept:
    """Choose a name: the present over the former one it tells, written out over initials, the more frequent writing
    over a typing error, else the newest."""
    present = next((candidate for candidate in row if _tells_former(candidate.text, row)), None)
    if present is not None:
        return Kept(present.text, present.record, "survivorship.present_name")
    written_out = [candidate for candidate in row if not _is_shortened(candidate.text, row)] or list(row)
    votes = Counter(_in_any_order(candidate.text) for candidate in written_out)
    (commonest, most), *others = votes.most_common(2)
    if others and others[0][1] == most:
        commonest = _likelier_writing(written_out, column)
    chosen = [candidate for candidate in written_out if _in_any_order(candidate.text) == commonest]
    best = max(chosen, key=lambda candidate: (_is_well_written(candidate.text), -row.index(candidate)))
    if not others:
        return Kept(best.text, best.record, "survivorship.fullest")
    frequent = most > others[0][1] or best.record != row[0].record
    return Kept(best.text, best.record, "survivorship.most_frequent" if frequent else "survivorship.newest")


def _tells_former(text: str, row: Row) -> bool:
    """Tell whether a name tells the former one that another row still goes by."""
    former = former_name(text)
    return bool(former) and any(former in name_words(other.text) for other in row if other.text != text)


def _in_any_order(name: str) -> str:
    return " ".join(sorted(name_words(name)))


def _is_shortened(text: str, row: Row) -> bool:
    initials = any(map(is_initial, name_words(text)))
    return initials and any(len(other.text) > len(text) for other in row)


def _is_well_written(text: str) -> bool:
    return not text.isupper() and not text.islower()


def _likelier_writing(row: Row, column: ColumnCells) -> str:
    """Of writings a typing error or two apart the one whose words more rows of the register have, else the newest."""
    newest_name = _in_any_order(row[0].text)
    names = {_in_any_order(candidate.text) for candidate in row}
    near = [name for name in names if 0 < typing_distance(newest_name, name, 2) <= 2]
    if not near:
        return newest_name
    counts = _word_counts(column)
    return max([newest_name, *sorted(near)], key=lambda name: min((counts[word] for word in name.split()), default=0))


def learn_writings(register: Register, schema: Schema) -> None:
    """Count the names of a register beforehand, so that nobody waits when the first merge is looked at."""
    for entry in schema.columns:
        if entry.meaning is not None and RULES.get(entry.meaning) is best_name:
            _word_counts(register.cells_of(entry.column))


@lru_cache(maxsize=64)
def _word_counts(column: ColumnCells) -> Counter[str]:
    """Return how many records have each word of a column of names."""
    numbers: NDArray[np.int64] = np.bincount(column.codes, minlength=len(column.texts))
    counts: Counter[str] = Counter()
    for text, number in zip(column.texts, numbers.tolist(), strict=True):
        for word in name_words(text):
            counts[word] += number
    return counts


def _has_its_length(key: str) -> bool:
    """Tell whether the digits of a number behind its first zero are no more than a mobile number has."""
    return len(key) <= _DIGITS_OF_MOBILE


RULES: Mapping[Meaning, Rule] = {
    Meaning.GIVEN_NAME: best_name,
    Meaning.SURNAME: best_name,
    Meaning.WHOLE_NAME: best_name,
    Meaning.CONTACT_PERSON: best_name,
    Meaning.COMPANY: best_name,
    Meaning.PHONE: whole(
        phone_keys,
        not_cut_short(phone_keys, _has_its_length, valid_first(lambda text: national_number(text) is not None)),
    ),
    Meaning.EMAIL: whole(email_keys, not_cut_short(lambda text: (fold(text),), is_plain, valid_first(is_plain))),
    Meaning.BUSINESS_ID: valid_first(lambda text: business_id(text) is not None),
    Meaning.CUSTOMER_NUMBER: survivors_own,
    Meaning.CREATED: _by_date(min, "survivorship.oldest"),
    Meaning.LAST_CONTACT: _by_date(max, "survivorship.newest"),
    Meaning.LAST_PURCHASE: _by_date(max, "survivorship.newest"),
    Meaning.PURCHASE_SUM: survivors_own,
    Meaning.PURCHASE_COUNT: survivors_own,
    Meaning.INVOICE_BALANCE: survivors_own,
    Meaning.CREDIT_BLOCK: block_stays,
    Meaning.OPEN_MATTER: united,
    Meaning.CONTRACT: united,
    Meaning.NOTES: united,
}


def surviving_address(
    street: str, columns: Sequence[str], rows: Mapping[str, Sequence[Candidate]]
) -> dict[str, Kept | None]:
    """Choose the newest record with a street, and for each column the fullest writing among those at that house."""
    houses = {text: split_street(text, ending_abbreviations())[:2] for text in _distinct(rows[street])}
    there = [c.record for c in rows[street] if houses[c.text] == houses[rows[street][0].text]]
    found: dict[str, Kept | None] = {}
    for name in columns:
        here = [candidate for candidate in rows[name] if candidate.record in there]
        found[name] = _fullest(here) if here else None
    return found


def _distinct(row: Row) -> set[str]:
    return {candidate.text for candidate in row}


def _fullest(row: Row) -> Kept:
    if len(_distinct(row)) == 1:
        return Kept(row[0].text, row[0].record, "survivorship.newest")
    best = max(row, key=lambda candidate: (_is_well_written(candidate.text), len(candidate.text)))
    return Kept(best.text, best.record, "survivorship.fullest")
