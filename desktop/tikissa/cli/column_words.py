"""`--meaning`: what the user says of columns on the command line, as in the window on the page that asks."""

from argparse import Namespace, _ArgumentGroup
from collections.abc import Iterable

from tikissa.cli.printed_words import Words
from tikissa.model.problems import Problem
from tikissa.model.register import Register
from tikissa.permission.user_words import ColumnWord, ColumnWords, column_word


def add_meanings(group: _ArgumentGroup, words: Words) -> None:
    group.add_argument("--meaning", action="append", default=[], metavar="COLUMN=MEANING", help=words("help.meaning"))


def column_words(options: Namespace, *registers: Register) -> tuple[ColumnWords, ...]:
    """Return for each register what was said of its columns. Raises Problem for words nobody understands, and for a
    column that none of them has."""
    said = [_word(text) for text in options.meaning]
    for word in said:
        if not any(register.has_column(word.column) for register in registers):
            raise Problem("call.no_such_column", word.column)
    return tuple(ColumnWords.of(tuple(_of(register, said))) for register in registers)


def _of(register: Register, said: Iterable[ColumnWord]) -> Iterable[ColumnWord]:
    return (word for word in said if register.has_column(word.column))


def _word(text: str) -> ColumnWord:
    try:
        return column_word(text)
    except ValueError as error:
        raise Problem("call.meaning_unclear", str(error.args[0]) if error.args else text) from None
