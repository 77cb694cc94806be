"""`tikissa reference`: open registers kept on this computer: adds one, lists them, takes one away."""

from collections.abc import Sequence
from datetime import date

from tikissa.app.folders import data_folder
from tikissa.app.open_registers import add_register
from tikissa.cli.parser import CommandParser, files_and_choices
from tikissa.cli.printed_words import Words
from tikissa.cli.progress_bar import progress_bar
from tikissa.cli.reading_options import existing
from tikissa.cli.streams import tell
from tikissa.model.problems import Problem
from tikissa.open_registers.register_kinds import OPEN_REGISTERS, register_named
from tikissa.store.open_registers.shelf import Kept, kept_registers, take_away

ADD, LIST, REMOVE = "add", "list", "remove"
_MEGABYTE = 1_000_000


def run(arguments: Sequence[str], words: Words) -> int:
    options = _parser(words).parse_args(arguments)
    if (options.what is None) != (options.do == LIST):
        raise Problem("open_register.call", options.do)
    if options.do == ADD:
        with progress_bar(words) as progress:
            kept = add_register(existing(options.what), progress)
        tell(f"{words('open_register.added')} {_line(kept, words)}")
    elif options.do == REMOVE:
        _remove(options.what, words)
    else:
        _list(words)
    return 0


def _remove(name: str, words: Words) -> None:
    register = register_named(name)
    if register is None or not take_away(data_folder(), register.kind):
        raise Problem("open_register.not_there", name, ", ".join(each.kind for each in OPEN_REGISTERS))
    tell(words("open_register.removed", register.kind))


def _list(words: Words) -> None:
    kept = {each.kind: each for each in kept_registers(data_folder())}
    for register in OPEN_REGISTERS:
        if register.kind in kept:
            tell(_line(kept[register.kind], words))
            facts = kept[register.kind].facts
            if facts is not None and register.is_old(facts.day, date.today()):
                tell(f"  {words('companies.old')}")
        else:
            tell(words("open_register.lacking", register.kind, words(f"{register.words}.gives"), register.page))


def _line(kept: Kept, words: Words) -> str:
    if kept.facts is None:
        return words("open_register.damaged", kept.kind)
    size = f"{kept.size / _MEGABYTE:.1f}"
    return words("open_register.kept", kept.kind, kept.facts.day.isoformat(), kept.facts.entries, size, kept.facts.file)


def _parser(words: Words) -> CommandParser:
    parser = CommandParser(words, "tikissa reference", words("help.reference"))
    files, _ = files_and_choices(parser, words)
    files.add_argument("do", choices=[ADD, LIST, REMOVE], help=words("help.reference_do"))
    files.add_argument("what", metavar="FILE|NAME", nargs="?", help=words("help.reference_what"))
    return parser
