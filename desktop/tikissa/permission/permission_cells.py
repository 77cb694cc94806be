"""What one cell of a column of permissions, opt-outs or states says."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache

from tikissa.model.permission import (
    ANY,
    NONE,
    NOT_UNDERSTOOD,
    SILENT,
    CustomerState,
    PermissionColumn,
    Said,
    Stance,
    Subject,
)
from tikissa.permission.known_programs import said_by_table
from tikissa.permission.notes import said_in_name, said_in_words
from tikissa.permission.permission_tokens import CHANNELS, Kind, words_apart
from tikissa.permission.phrases import Clause, clauses, spoken, together
from tikissa.text.dates import parse_date
from tikissa.text.normalise import fold

_CONSTANT = re.compile(r"=\s*(\w+)\s*\(\s*\)\s*")
"""How LibreOffice writes a logical value, and how it looks in a text: "=TRUE()"."""
_WHOLE_NUMBER = re.compile(r"([01])[.,]0+")
_DATE = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\b(?:19|20)\d{6}\b")
_NOTHING = re.compile(r"[\s\-–—]*|#?n/?a|null|nan|none", re.IGNORECASE)
_MOMENT = re.compile(
    r"(?<!\d)(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|(?:19|20)\d{6})(?:[ T,]+(?:klo |kl )?\d{1,2}[:.]\d{2}\S*)?(?!\d)"
)
_GOES_ON = re.compile(
    r"(?:toistaiseksi|jaady|tauo|paused|frozen|vilande).*|voimassa|jatkuu|aktii?v\w*"
    r"|active|tills vidare|galler|pagar|until further notice|ongoing|puuttuu|[0\s./:-]*"
)
_YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
_LEAVES = re.compile(r"[\s.!'\"]+")


def said(column: PermissionColumn, text: str) -> Said:
    """Return what a cell of the column says; an empty one says nothing."""
    if not text or text.isspace():
        return SILENT
    answers = dict(column.answers)
    folded = fold(text)
    if folded in answers:
        return answers[folded]
    return said_by_table(column.column, folded) or _READERS[column.subject](column, text)


def is_marked(text: str) -> bool:
    """Tell whether a cell of a column for marks holds anything but a plain no: a cross, a date, a word."""
    return said(_MARKED, text).stance is Stance.FORBIDDEN


def says_yes(text: str) -> bool | None:
    """Return what a cell answers to a question, None where it is empty or not understood."""
    stance = said(_ASKED, text).stance
    return None if stance is Stance.UNKNOWN else stance is Stance.ALLOWED


def speaks_for_itself(text: str) -> bool:
    """Tell whether a value speaks of consent or refusal: "Opted in", "peruttu", rather than yes, no or a mark."""
    return any(clause.has(*_OF_CONSENT) for clause in clauses(_plain(text)))


def names_status(text: str) -> bool:
    """Tell whether a value is a word for a customer as they are usually: "Active", "Voimassa"."""
    return any(clause.has(Kind.STANDING, Kind.ACTIVE, Kind.PASSIVE) for clause in clauses(_plain(text)))


_OF_CONSENT = (Kind.CONSENT, Kind.PERMIT, Kind.WANT, Kind.BAN, Kind.REFUSE, Kind.WITHDRAWN)
_MARKED = PermissionColumn("", Subject.PROHIBITION)
_ASKED = PermissionColumn("", Subject.PERMISSION)


def _permission(column: PermissionColumn, text: str) -> Said:
    plain, day = _plain(text), _day(text)
    if not plain and day is None:
        return SILENT
    told = _channels_alone(column, plain) or _told(column, plain)
    if not told and day is not None:
        told = [Said(Stance.ALLOWED, column.channels, day=day)]
    if not told:
        return NOT_UNDERSTOOD
    found = together([_with_day(each, day) for each in told])
    is_doubted = text.rstrip().endswith("?") and found.stance is Stance.ALLOWED
    return _unsure(found) if is_doubted or not column.sure else found


def _channels_alone(column: PermissionColumn, plain: str) -> list[Said]:
    """Where a header asks for the ways that are allowed and a cell lists some, the others are not."""
    header = clauses(words_apart(column.column))
    if column.named or not any(clause.has(Kind.CHANNEL) and clause.allows for clause in header):
        return []
    parts = clauses(plain)
    listed = frozenset().union(*(clause.channels for clause in parts))
    if not listed or not all(clause.kinds <= _NAMING for clause in parts):
        return []
    left = column.channels - listed
    return [Said(Stance.FORBIDDEN if left else Stance.ALLOWED, listed, left)]


def _unsure(found: Said) -> Said:
    """Nothing is allowed by a column that may as well hold prohibitions; its marks are not understood."""
    return found if found.forbidden else NOT_UNDERSTOOD


def _no_prohibition(column: PermissionColumn, text: str) -> Said:
    """A yes under "Not opted out" allows nothing; only its no says something."""
    told = _permission(column, text)
    return told if told.stance is not Stance.ALLOWED else Said(day=told.day)


def _prohibition(column: PermissionColumn, text: str) -> Said:
    """Whatever is not a plain no, nor speaks for itself, is taken for a prohibition: a date or a word is one."""
    plain, day = _plain(text), _day(text)
    if day is None and _NOTHING.fullmatch(plain):
        return SILENT
    told = _told(column, plain, turned=True)
    if told:
        return together([_with_day(each, day) for each in told])
    return Said(Stance.FORBIDDEN, NONE, column.channels, day=day)


def _told(column: PermissionColumn, plain: str, turned: bool = False) -> list[Said]:
    """Return what the clauses of a cell say: by themselves, or as a yes or no to what the header asks."""
    told: list[Said] = []
    parts = clauses(plain)
    for place, clause in enumerate(parts):
        own = [*spoken(parts[: place + 1], column.channels, column.channels)]
        alone = [*spoken((clause,), column.channels, column.channels)]
        if alone:
            told += alone
        elif len(own) > len([*spoken(parts[:place], column.channels, column.channels)]):
            told.append(own[-1])
        elif (answer := _answer(column, clause, turned)) is not None:
            told.append(answer)
    return told


def _answer(column: PermissionColumn, clause: Clause, turned: bool) -> Said | None:
    """Return what a yes or a no means under the header, or which channels a list of them names."""
    first = clause.tokens[0].kinds
    if clause.has(Kind.PENDING) and (not turned or _is_made_of(clause, Kind.PENDING, Kind.NO, Kind.AUX)):
        return SILENT
    if Kind.NO in first and (not turned or _is_plain_no(clause)):
        return SILENT if turned else Said(Stance.FORBIDDEN, NONE, clause.channels or column.channels)
    if clause.negations and clause.has(Kind.YES, Kind.ACTIVE) and _is_made_of(clause, *_ANSWERING):
        return SILENT if turned else Said(Stance.FORBIDDEN, NONE, clause.channels or column.channels)
    if (Kind.YES in first or Kind.ACTIVE in first) and not clause.negations:
        ways = clause.channels or column.channels
        return Said(Stance.FORBIDDEN, NONE, ways) if turned else Said(Stance.ALLOWED, ways)
    if clause.has(*_PERMITTING) and clause.kinds <= {*_PERMITTING, Kind.AUX} and not clause.negations:
        return Said(Stance.ALLOWED, column.channels)
    if clause.has(Kind.REFUSE, Kind.BLOCKED, Kind.PASSIVE, Kind.CEASED, Kind.LEFT, Kind.SHUT):
        return SILENT if clause.negations else Said(Stance.FORBIDDEN, NONE, column.channels)
    if clause.channels:
        return Said(Stance.FORBIDDEN, NONE, clause.channels) if turned else Said(Stance.ALLOWED, clause.channels)
    return None


_PERMITTING = (Kind.PERMIT, Kind.WANT, Kind.SEND)
"""An answer such as "Send" or "Allowed"."""
_ANSWERING = (Kind.NEGATION, Kind.YES, Kind.NO, Kind.ACTIVE, Kind.AUX)
_NAMING = frozenset((*CHANNELS, Kind.MAIL, Kind.AUX))


def _is_plain_no(clause: Clause) -> bool:
    return _is_made_of(clause, Kind.NO, Kind.AUX)


def _is_made_of(clause: Clause, *kinds: Kind) -> bool:
    return all(not token.kinds.isdisjoint(kinds) for token in clause.tokens)


def _state(column: PermissionColumn, text: str) -> Said:
    """Words that are no plain no count as well: "x", a day, "oma pyyntö"; what goes on has not ended."""
    plain, day = _plain(text), _day(text) or _year(text)
    if _GOES_ON.fullmatch(plain) or (day is None and _NOTHING.fullmatch(plain)):
        return Said(state=column.state, day=day) if day and not plain else SILENT
    parts = clauses(plain)
    if not parts:
        return Said(state=column.state, day=day)
    if Kind.NO in parts[0].tokens[0].kinds or (parts[0].negations and not _own_state(parts)):
        return SILENT
    own = _own_state(parts)
    return Said(state=own or column.state, day=day)


def _own_state(parts: Sequence[Clause]) -> CustomerState | None:
    found = max((clause.state for clause in parts), key=lambda state: state.severity)
    return found if found is not CustomerState.IN_FORCE else None


def _status(column: PermissionColumn, text: str) -> Said:
    """What names a state, or refuses what the column is about; any other word is asked about."""
    plain, day = _plain(text), _day(text)
    if _NOTHING.fullmatch(plain):
        return SILENT
    told = replace(_words(column, text), day=day)
    parts = clauses(plain)
    if parts and (state := _of_status(parts, about_channels=column.channels != ANY)):
        return Said(state=state, day=day)
    if told.stance is Stance.FORBIDDEN or told.state.is_closed or not parts:
        return told
    if column.channels != ANY and any(clause.has(*_REFUSING) and not clause.negations for clause in parts):
        return Said(Stance.FORBIDDEN, NONE, column.channels, day=day)
    understood = all(clause.has(*_STANDING) or clause.negations for clause in parts)
    return replace(told, understood=understood)


_REFUSING = (Kind.BAN, Kind.REFUSE, Kind.WITHDRAWN, Kind.LEFT, Kind.SHUT)
_STANDING = (Kind.STANDING, Kind.ACTIVE, Kind.PASSIVE, Kind.YES, Kind.PENDING, Kind.PERMIT, Kind.CONSENT)
_BESIDE = ((Kind.SHUT, CustomerState.BLOCKED), (Kind.LEFT, CustomerState.CEASED))


def _of_status(parts: Sequence[Clause], *, about_channels: bool) -> CustomerState | None:
    """Return the state a status names; what has ended or is shut under "Email status" is not the customer."""
    if about_channels:
        return None
    own = _own_state(parts)
    for kind, state in _BESIDE:
        if own is None and any(clause.has(kind) and not clause.negations for clause in parts):
            return state
    return own


def _active(column: PermissionColumn, text: str) -> Said:
    plain = _plain(text)
    if not plain:
        return SILENT
    own = _own_state(clauses(plain)) if clauses(plain) else None
    return Said(state=own or column.state) if own or says_yes(text) is False else SILENT


def _wish(_column: PermissionColumn, text: str) -> Said:
    plain = _plain(text)
    told = [*spoken(clauses(plain), ANY, ANY)]
    refused = [each for each in told if each.forbidden]
    if refused:
        return together(refused)
    parts = clauses(plain)
    no = bool(parts) and _is_plain_no(parts[0]) and Kind.NO in parts[0].kinds
    return Said(Stance.FORBIDDEN, NONE, ANY) if no else SILENT


def _words(column: PermissionColumn, text: str) -> Said:
    """What a status under "Email status" forbids without naming a channel is of e-mail alone."""
    told = said_in_words(text)
    return replace(told, forbidden=column.channels) if told.forbidden == ANY else told


def _name(_column: PermissionColumn, text: str) -> Said:
    return said_in_name(text)


_READERS: Mapping[Subject, Callable[[PermissionColumn, str], Said]] = {
    Subject.PERMISSION: _permission,
    Subject.PROHIBITION: _prohibition,
    Subject.NO_PROHIBITION: _no_prohibition,
    Subject.STATE: _state,
    Subject.ACTIVE: _active,
    Subject.STATUS: _status,
    Subject.WISH: _wish,
    Subject.WORDS: _words,
    Subject.NAME: _name,
}


@lru_cache(maxsize=65536)
def _plain(text: str) -> str:
    """Return a value folded, a logical formula and a whole number as constants; "" for a mere dash or day."""
    constant = _CONSTANT.fullmatch(text.strip())
    if constant:
        return fold(constant[1])
    folded = _LEAVES.sub(" ", words_apart(_MOMENT.sub(" ", text))).strip()
    number = _WHOLE_NUMBER.fullmatch(fold(text))
    return number[1] if number else "" if re.fullmatch(r"[\s\-–—]*", folded) else folded


def _day(text: str) -> date | None:
    if whole := parse_date(text):
        return whole
    found = _DATE.search(text)
    return parse_date(found[0]) if found else None


def _year(plain: str) -> date | None:
    years = [int(year) for year in _YEAR.findall(plain)]
    return date(max(years), 1, 1) if years and max(years) > 0 else None


def _with_day(each: Said, day: date | None) -> Said:
    return each if day is None else Said(each.stance, each.allowed, each.forbidden, each.state, day, each.understood)
