"""Finds the columns that speak of permission or of a customer's state, and what in them only the user can explain."""

import re
from collections.abc import Container, Mapping, Sequence
from dataclasses import replace
from itertools import islice

import numpy as np

from tikissa.model.permission import ANY, Correction, CustomerState, PermissionColumn, Said, Stance, Subject
from tikissa.model.register import ColumnCells, Register
from tikissa.model.schema import ColumnMeaning, Meaning
from tikissa.permission.columns_in_force import SPOKEN_IN, column_meaning
from tikissa.permission.notes import said_in_words
from tikissa.permission.permission_cells import names_status, said, says_yes, speaks_for_itself
from tikissa.permission.permission_headers import (
    HeaderSense,
    asks_for_status,
    is_about_else,
    is_of_status,
    names_customer,
    sense_of,
)
from tikissa.permission.permission_tokens import Kind, words_apart
from tikissa.permission.phrases import channels_in, clauses
from tikissa.schema.about import about_of_header
from tikissa.schema.shapes import is_choice
from tikissa.text.dates import parse_date
from tikissa.text.normalise import fold

_MOST_ASKED = 12
"""More values than these are no vocabulary anybody could explain."""

_ANSWERS = 0.6
"""The share of a column's values that must look like answers where its header only names a topic."""

_BESIDE = (Subject.PERMISSION, Subject.PROHIBITION, Subject.NO_PROHIBITION)
_FEW = 4
_TWO = 2
_LOOKED_AT = 300
_SHORT = 60
"""Longer texts in a column without a meaning are no status."""

_MAY_SAY = re.compile(
    r"kiel|kiell|\b(?:ei|älä|ej|inte|inga?|no|not|nicht|kein|ikke|niet|geen)\b|don.?t|opt|unsub|estet|esto|spärr|sperr|"
    r"block|robinson|black ?list|kuol|vaina|deceas|dead|died|avlid|död|verstorb|surnud|avreg|afmeld|suppress|complain|"
    r"ban\b|†|subscri|do ?not|hätä|nödfall|emergen|häiri|störa|disturb|rauha|alone|"
    r"\b(?:sluta|lopetta|stop|poist|remove|ta bort)",
    re.IGNORECASE,
)
"""What a text must hold at the least to forbid anything or to tell of a death: looked for first, since it is quick."""

_ASKED_OF = (Subject.PERMISSION, Subject.STATUS)
_GUESSED = 0.85
_ADDRESSES = (Meaning.EMAIL, Meaning.PHONE)
_EITHER = (Meaning.PERMISSION, Meaning.PROHIBITION)
NO_CORRECTIONS: Mapping[str, Correction] = {}


def with_permissions(
    columns: Sequence[ColumnMeaning], register: Register, corrections: Mapping[str, Correction] = NO_CORRECTIONS
) -> tuple[ColumnMeaning, ...]:
    """Return the columns, each with what it says of permission or state; what nobody can tell makes it unsure."""
    found = [_found(entry, register.cells_of(entry.column)) for entry in columns]
    beside = [
        _beside(entry, found[max(0, place - 1) : place + 2], register.cells_of(entry.column))
        for place, entry in enumerate(found)
    ]
    return tuple(_corrected(entry, register, corrections.get(entry.column)) for entry in beside)


def with_doubtful(
    columns: Sequence[ColumnMeaning], register: Register, explained: Container[str]
) -> tuple[ColumnMeaning, ...]:
    """Return the columns, those marked that answer something nobody knows; `explained` are those the user has named.

    What the header is known to hold, or to be about, is something else.
    """
    return tuple(
        replace(entry, may_forbid=True)
        if entry.column not in explained and _is_unknown(entry) and _may_answer(register.cells_of(entry.column))
        else entry
        for entry in columns
    )


def _is_unknown(entry: ColumnMeaning) -> bool:
    if entry.permission is not None:
        return entry.permission.subject is Subject.WORDS and entry.meaning is None
    known = entry.about is not None or (entry.confidence > 0 and not is_of_status(entry.column))
    return entry.meaning is None and not known


def _may_answer(cells: ColumnCells) -> bool:
    """Tell whether the cells are answers, days among as many empty ones, or a few words with a refusal or an end among
    them."""
    if are_answers(cells) or _name_ends(cells):
        return True
    texts = [*dict.fromkeys(fold(text) for text in _filled(cells))]
    if not texts:
        return False
    if all(parse_date(text) is not None for text in texts):
        return 2 * int(np.count_nonzero(cells.texts[cells.codes] != "")) <= len(cells.codes)
    return _refuses(cells) or (len(texts) == _TWO and any(map(_denies, texts)))


def _denies(text: str) -> bool:
    """Tell whether one of two values denies something in a few words: "Ei toimiteta", "Skickas ej"."""
    words = [token for clause in clauses(text) for token in clause.tokens]
    return 1 < len(words) <= _FEW and any(Kind.NEGATION in token.kinds for token in (words[0], words[-1]))


def are_answers(cells: ColumnCells) -> bool:
    """Tell whether a column holds nothing but a few ways to say yes or no, or marks, and at least one is no mere dash
    or figure that repeats no more than numbers do."""
    texts = {fold(text) or text for text in _filled(cells)}
    if not 0 < len(texts) <= _FEW or not all(is_choice(text) or _answers(text) for text in texts):
        return False
    return not texts <= {"-", "0", "1"} or (1 < len(texts) < len(cells.codes))


def _answers(text: str) -> bool:
    return says_yes(text) is not None and (len(text) == 1 or not any(map(str.isdigit, text)))


def _beside(entry: ColumnMeaning, around: Sequence[ColumnMeaning], cells: ColumnCells) -> ColumnMeaning:
    """Ask about a column of yes and no beside one on permission, where nothing tells what it is about."""
    if entry.meaning is not None or entry.permission is not None or entry.confidence > 0:
        return entry
    if not any(each.permission is not None and each.permission.subject in _BESIDE for each in around):
        return entry
    texts = _filled(cells)
    answers = {says_yes(text) for text in texts}
    if about_of_header(entry.column) is not None or answers != {True, False} or len(texts) > _FEW:
        return entry
    column = PermissionColumn(entry.column, Subject.PERMISSION, sure=False)
    return ColumnMeaning(entry.column, Meaning.PERMISSION, 0.5, False, _EITHER, permission=column)


def _found(entry: ColumnMeaning, cells: ColumnCells) -> ColumnMeaning:
    sense = sense_of(entry.column)
    dated = sense is not None and (sense.state is not CustomerState.IN_FORCE or speaks_for_itself(entry.column))
    if sense is not None and sense.plain and _is_open(entry, cells) and _are_answers(cells, dated, sense.sure):
        return _by_answers(entry, sense, cells)
    status = _status(entry, cells) if sense is None or _is_topic(sense) else None
    if status is not None and entry.meaning not in (None, Meaning.ENDED):
        return replace(entry, meaning=Meaning.ENDED, permission=status)
    column = status or _column(entry, sense, cells)
    return entry if column is None else replace(entry, permission=column)


def _is_topic(sense: HeaderSense) -> bool:
    return sense.plain and sense.state is CustomerState.IN_FORCE


def _status(entry: ColumnMeaning, cells: ColumnCells) -> PermissionColumn | None:
    """Recognise a column whose few values name states, whatever it is called: "Account status: Open, Closed".

    Under a header that asks for a status one such value is enough; the others are then asked about.
    """
    texts = [*dict.fromkeys(fold(text) for text in _filled(cells))]
    if not 0 < len(texts) <= _MOST_ASKED or is_about_else(entry.column) or entry.meaning in _EITHER:
        return None
    column = PermissionColumn(entry.column, Subject.STATUS, channels_in(words_apart(entry.column)) or ANY)
    told = [(text, said(column, text)) for text in texts]
    named = [each for text, each in told if _is_closed(each) or names_status(text)]
    ends = any(_is_closed(each) for _, each in told)
    if entry.meaning not in (None, Meaning.ENDED) and not (ends and len(named) == len(told)):
        return None
    if asks_for_status(entry.column):
        return column if named and (ends or any(_is_active(text) for text in texts)) else None
    is_plain = ends and len(named) * 2 > len(told) and all(each.understood for _, each in told)
    return column if is_plain and names_customer(entry.column) else None


def _is_open(entry: ColumnMeaning, cells: ColumnCells) -> bool:
    """Tell whether a column's meaning is unknown or no more than guessed, or an address that holds answers."""
    if entry.meaning in _ADDRESSES:
        return all(says_yes(text) is not None for text in _filled(cells))
    if entry.meaning in _EITHER:
        return not entry.sure
    return entry.meaning is None or entry.confidence <= _GUESSED


def _by_answers(entry: ColumnMeaning, sense: HeaderSense, cells: ColumnCells) -> ColumnMeaning:
    """Recognise "Nyhetsbrev: ja, nej"; mere marks, or an answer to an odd question about a death, are asked about."""
    column = sense.column(entry.column)
    if sense.state is not CustomerState.IN_FORCE:
        return replace(entry, meaning=Meaning.ENDED, confidence=0.5, sure=False, permission=column)
    told = [said(column, text) for text in _filled(cells)]
    sure = any(each.stance is Stance.FORBIDDEN for each in told) and (sense.sure or _speak(cells))
    meaning = Meaning.PROHIBITION if sense.subject is Subject.PROHIBITION else Meaning.PERMISSION
    found = ColumnMeaning(entry.column, meaning, 0.9 if sure else 0.5, sure, _EITHER)
    return replace(found, permission=replace(column, sure=sure))


def _speak(cells: ColumnCells) -> bool:
    """Tell whether the values themselves speak of permission both ways ("Opted in", "Refused"), beside any header."""
    told = {answer for text in _filled(cells) if (answer := says_yes(text)) is not None and speaks_for_itself(text)}
    return told == {True, False}


def _are_answers(cells: ColumnCells, dated: bool, is_sent: bool) -> bool:
    """Tell whether most values are a yes or a no; a day is one too where it would be that of a death or a refusal.

    Of a few values one is enough under a header that only names what is sent.
    """
    texts = _filled(cells)
    answers = sum(says_yes(text) is not None and (dated or parse_date(text) is None) for text in texts)
    if is_sent and len(texts) <= _FEW:
        return answers > 0
    return bool(texts) and answers >= _ANSWERS * len(texts)


def _column(entry: ColumnMeaning, sense: HeaderSense | None, cells: ColumnCells) -> PermissionColumn | None:
    if entry.meaning is Meaning.ENDED and (sense is None or sense.plain) and _holds_states(cells):
        return PermissionColumn(entry.column, Subject.WORDS)
    found = column_meaning(entry.column, entry.meaning, entry.sure)
    if found is not None:
        return found
    if sense is not None and not sense.plain and entry.meaning in (None, Meaning.CREDIT_BLOCK):
        return sense.column(entry.column)
    if sense is not None and not sense.plain and _refuses(cells):
        return replace(sense.column(entry.column), sure=False)
    if entry.meaning in SPOKEN_IN and _refuse_in_words(cells):
        return PermissionColumn(entry.column, Subject.WORDS)
    if entry.meaning is not None or not _forbids(cells):
        return None
    return PermissionColumn(entry.column, Subject.WORDS, channels_in(words_apart(entry.column)) or ANY)


def _refuses(cells: ColumnCells) -> bool:
    """Tell whether a few words, a refusal among them, are all there is in a column."""
    texts = {fold(text) for text in _filled(cells)}
    return 0 < len(texts) <= _MOST_ASKED and any(speaks_for_itself(text) and says_yes(text) is False for text in texts)


def _holds_states(cells: ColumnCells) -> bool:
    """Tell whether the values themselves name the states ("Tila": "Kuollut"), rather than answer the header."""
    texts = _filled(cells)
    named = [text for text in texts if said_in_words(text).state.severity or _is_active(text)]
    return bool(texts) and len(named) * 2 >= len(texts)


def _is_active(text: str) -> bool:
    """Tell whether a text names the state of being a customer."""
    return fold(text) in ("aktiivinen", "aktiivi", "aktiv", "active", "voimassa")


def _filled(cells: ColumnCells) -> list[str]:
    return [text for text in cells.texts[:_LOOKED_AT].tolist() if text.strip()]


def _forbids(cells: ColumnCells) -> bool:
    """Tell whether any cell of a column without a meaning forbids something or tells of a death or a block."""
    short = (text for text in cells.texts.tolist() if len(text) <= _SHORT and _MAY_SAY.search(text))
    return any(_is_closed(said_in_words(text)) for text in short)


def _name_ends(cells: ColumnCells) -> bool:
    """Tell whether a column holds a few words for states and nothing else, an end among them."""
    texts = {fold(text) for text in _filled(cells)}
    if not 0 < len(texts) <= _MOST_ASKED:
        return False
    told = [(text, said(_STATES, text).state.is_closed) for text in texts]
    return any(ends for _, ends in told) and all(ends or names_status(text) for text, ends in told)


_STATES = PermissionColumn("", Subject.STATUS)


def _refuse_in_words(cells: ColumnCells) -> bool:
    """Tell whether any cell says in words that the customer is not to be contacted: "040 123 4567, ei saa soittaa"."""
    texts = (text for text in cells.texts.tolist() if len(text) <= _SHORT and _MAY_SAY.search(text))
    return any(said_in_words(text).stance is Stance.FORBIDDEN for text in texts)


def _is_closed(told: Said) -> bool:
    return told.stance is Stance.FORBIDDEN or told.state.is_closed


def _corrected(entry: ColumnMeaning, register: Register, correction: Correction | None) -> ColumnMeaning:
    """Return the column as the user corrected it, else with the values that are to be asked about."""
    column = entry.permission
    if correction is not None and column is None:
        column = PermissionColumn(entry.column, Subject.WORDS)
    if column is None:
        return entry
    if correction is not None:
        channels = column.channels if correction.channels is None else correction.channels
        named = column.named if correction.channels is None else True
        column = replace(column, channels=channels, named=named, answers=correction.answers)
    asked = _asked(column, register.cells_of(entry.column)) if column.subject in _ASKED_OF else ()
    if not asked:
        return replace(entry, permission=column)
    of_state = column.subject is Subject.STATUS
    candidates = entry.candidates or ((Meaning.ENDED,) if of_state else _EITHER)
    return replace(entry, sure=False, candidates=candidates, permission=replace(column, asked=asked))


def _asked(column: PermissionColumn, cells: ColumnCells) -> tuple[str, ...]:
    """Return the values of a permission column that nobody has explained, the first of each folded writing."""
    if not column.sure:
        return ()
    strange = {fold(text): text.strip() for text in reversed(cells.texts.tolist()) if not said(column, text).understood}
    return tuple(islice(reversed(strange.values()), _MOST_ASKED))
