"""What kind of file a new one is, as the check of new rows wants it: customers, or refused with what it is instead."""

import sys
from argparse import Namespace, _ArgumentGroup
from collections.abc import Callable

from tikissa.cli.analysis_json import JsonObject
from tikissa.cli.printed_words import Words
from tikissa.cli.streams import tell
from tikissa.model.analysis import Settings
from tikissa.model.kind_of_file import FileKind
from tikissa.model.problems import FileProblem
from tikissa.model.register import Register
from tikissa.permission.user_words import ColumnWords
from tikissa.schema.detect import detect
from tikissa.schema.kinds.kind import kind_of


def add_as(group: _ArgumentGroup, words: Words) -> None:
    group.add_argument("--as", dest="said_kind", choices=[FileKind.CUSTOMERS], help=words("help.as"))


def kind_as_customers(
    listed: Register,
    options: Namespace,
    settings: Settings,
    said: ColumnWords,
    write: Callable[[JsonObject], None],
    words: Words,
) -> FileKind:
    """Return the kind of a list of customers.

    Raises FileProblem for another kind, which is written as JSON with no rows, unless the user has said that its rows
    are customers. What else a list may be that is taken for customers is said.
    """
    if options.said_kind is not None:
        return FileKind(options.said_kind)
    reading = kind_of(listed, detect(listed, said.meanings, settings.today, said.corrections))
    if not reading.is_customers:
        write({"kind": reading.kind.value, "rows": []})
        raise FileProblem(f"gate.refused_{reading.kind}", listed.source.path.name)
    if not reading.sure:
        other = words(f"kind.of_{reading.others[0]}")
        tell(words("gate.maybe_other", listed.source.path.name, other), sys.stderr)
    return reading.kind
