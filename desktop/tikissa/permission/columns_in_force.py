"""Which columns of a register speak of permission or of a customer's state, as found or as the user said."""

from functools import lru_cache

from tikissa.model.permission import ANY, NONE, CustomerState, PermissionColumn, Subject, Ways
from tikissa.model.schema import ColumnMeaning, Meaning, Schema
from tikissa.permission.permission_headers import sense_of, state_in_header
from tikissa.permission.permission_tokens import words_apart
from tikissa.permission.phrases import channels_in

_NAMES = (Meaning.COMPANY, Meaning.WHOLE_NAME, Meaning.SURNAME)
FREE = (Subject.WORDS, Subject.NAME)
"""Columns of free words, which ask nothing."""

SPOKEN_IN = (
    *(Meaning.PHONE, Meaning.RETURNED, Meaning.SOURCE, Meaning.SALESPERSON, Meaning.LANGUAGE, Meaning.COUNTRY),
    *(Meaning.EMAIL, Meaning.STREET, Meaning.WHOLE_ADDRESS),
)
"""What people also write a refusal into, in words beside or instead of what should stand there."""

_SUBJECTS = {Meaning.PERMISSION: Subject.PERMISSION, Meaning.PROHIBITION: Subject.PROHIBITION}


def permission_columns(schema: Schema) -> tuple[PermissionColumn, ...]:
    """Return all columns that speak of permission or state, in the register's order."""
    found = (permission_column(entry) for entry in schema.columns)
    return tuple(column for column in found if column is not None)


def permission_column(entry: ColumnMeaning) -> PermissionColumn | None:
    """Return what a column says of permission or state, None where it speaks of neither."""
    return entry.permission or column_meaning(entry.column, entry.meaning, entry.sure)


@lru_cache(maxsize=4096)
def column_meaning(column: str, meaning: Meaning | None, sure: bool = True) -> PermissionColumn | None:
    """Return what a column of this name says if it has this meaning, whatever its values."""
    if meaning in _SUBJECTS:
        sense = sense_of(column)
        told = channels_in(words_apart(column))
        channels, named = (
            (sense.channels, sense.named) if sense and not sense.state.severity else (told or ANY, bool(told))
        )
        lifted = sense is not None and sense.subject is Subject.NO_PROHIBITION
        subject = Subject.NO_PROHIBITION if lifted else _SUBJECTS[meaning]
        return PermissionColumn(column, subject, channels, named, sure=sure)
    if meaning is Meaning.ENDED:
        sense = sense_of(column)
        if sense is not None and sense.state is not CustomerState.IN_FORCE:
            return sense.column(column)
        subject, state = state_in_header(column)
        return PermissionColumn(column, subject, NONE, state=state)
    if meaning is Meaning.PREFERRED_CHANNEL:
        return PermissionColumn(column, Subject.WISH)
    if meaning in _NAMES:
        return PermissionColumn(column, Subject.NAME, NONE)
    return PermissionColumn(column, Subject.WORDS) if meaning is Meaning.NOTES else None


def column_of(schema: Schema, name: str) -> PermissionColumn | None:
    return next((column for column in permission_columns(schema) if column.column == name), None)


def speak_alike(first: PermissionColumn | None, second: PermissionColumn | None) -> bool:
    """Tell whether two columns may be one: neither speaks of permission, or both ask the same of the same channels."""
    return _asks(first) == _asks(second)


def _asks(column: PermissionColumn | None) -> tuple[Subject, Ways, CustomerState] | None:
    if column is None or column.subject in (Subject.NAME, Subject.WORDS):
        return None
    return column.subject, column.channels, column.state


def open_columns(schema: Schema) -> tuple[PermissionColumn, ...]:
    """Return the columns that may speak of permission or state and that nobody has explained yet."""
    return tuple(column for column in permission_columns(schema) if column.is_open)


def unheeded_columns(schema: Schema) -> tuple[str, ...]:
    """Return the columns that may hold a no and that nobody has explained: asked about, or not understood at all."""
    asked = {column.column for column in open_columns(schema)}
    return tuple(entry.column for entry in schema.columns if entry.column in asked or entry.may_forbid)
