"""`tikissa list`: makes one of the lists to take along, the same as the window after saving."""

from argparse import Namespace
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from tikissa.app.folders import data_folder, preferences_file
from tikissa.app.list_catalogue import LISTS, Offer, Sources, TakeAwayList, write_offer
from tikissa.app.list_sources import kept_sources, was_opened
from tikissa.app.preferences import load_preferences
from tikissa.cli.analyse_command import read_and_analyse
from tikissa.cli.column_words import add_meanings
from tikissa.cli.parser import CommandParser, files_and_choices
from tikissa.cli.printed_words import Words
from tikissa.cli.progress_bar import progress_bar
from tikissa.cli.reading_options import add_reading, add_today, existing, path_of, reading_of, today_of
from tikissa.cli.streams import tell
from tikissa.export.target import check_targets
from tikissa.files.reader import read
from tikissa.lists.back_to_program import PROGRAMS, Program, program_called
from tikissa.lists.handover import Handover, Share
from tikissa.model.decision import DecisionLog
from tikissa.model.problems import Problem
from tikissa.model.progress import Progress
from tikissa.model.register import Reading
from tikissa.review.derive import derive
from tikissa.review.erased_decisions import with_erased
from tikissa.text.normalise import fold

BY_KEY = {entry.key: entry for entry in LISTS}
BY_KEY["upload"] = BY_KEY["program"]  # its name before any program's columns were known


def run(arguments: Sequence[str], words: Words) -> int:
    options = _parser(words).parse_args(arguments)
    register, target, entry = existing(options.register), path_of(options.output), BY_KEY[options.key]
    check_targets(register, (target,))
    with progress_bar(words) as progress:
        sources = replace(_sources(register, options, progress), program=_program(options))
        offer = entry.offer(sources, progress)
        if offer is not None and offer.of_seller is not None:
            offer = offer.of_seller(_handover(options, offer.sellers))
        if offer is None:
            raise Problem("list.nothing", words(entry.name_code))
        shown_as_text = write_offer(offer, register, target, words.language, progress)
    _tell(entry, offer, target, words)
    if shown_as_text:
        tell(words("save.list_formula_like", shown_as_text))
    return 0


def _handover(options: Namespace, sellers: Mapping[str, int]) -> Handover:
    """Return whose customers are shared out among whom: all the others where nobody is named. Raises Problem."""
    names = ", ".join(f"{name} ({count})" for name, count in sellers.items())
    known = {fold(name): name for name in sellers}
    if options.seller is None or fold(options.seller) not in known:
        raise Problem("list.whose_customers", names)
    seller = known[fold(options.seller)]
    takers = tuple(dict.fromkeys(options.among)) or tuple(name for name in sellers if name != seller)
    if seller in takers:
        raise Problem("list.whose_customers", names)
    return Handover(seller, takers, Share(options.by))


def _program(options: Namespace) -> Program | None:
    """Return the program that was named. Raises Problem for one that is not known."""
    if options.program is None:
        return None
    found = program_called(options.program)
    if found is None:
        known = ", ".join(program.name for program in PROGRAMS)
        raise Problem("call.not_a_choice", "--program", options.program, known, "tikissa list")
    return found


def _sources(path: Path, options: Namespace, progress: Progress) -> Sources:
    """Return what lists are made of. Raises Problem where options say what the choices kept of the register say."""
    folder, preferences = data_folder(), load_preferences(preferences_file())
    if was_opened(path, read(path, reading_of(options), progress=progress), folder):
        if options.meaning or reading_of(options) != Reading():
            raise Problem("list.opened_before", path.name)
        return kept_sources(path, folder, preferences, today_of(options), progress)
    analysis, erased = read_and_analyse(path, options, progress)
    log = DecisionLog()
    return Sources(with_erased(derive(analysis.register, analysis.keys, log), erased), analysis, log)


def _tell(entry: TakeAwayList, offer: Offer, target: Path, words: Words) -> None:
    """Say how many are on the list, and why the others are not."""
    tell(words("list.written", words(entry.name_code), offer.count, str(target)))
    for code, count in offer.notes:
        tell(words(code, count))
    if offer.left_out:
        not_on_it = ", ".join(words(code, count) for code, count in offer.left_out)
        tell(f"{words('mailing_list.not_on_it')} {not_on_it}")
    if not offer.is_by_word:
        tell(words("mailing_list.no_word"))
    if offer.not_heeded:
        tell(words("mailing_list.not_heeded", ", ".join(offer.not_heeded)))


def _parser(words: Words) -> CommandParser:
    names = ", ".join(f"{entry.key} ({words(entry.name_code)})" for entry in LISTS)
    parser = CommandParser(words, "tikissa list", words("help.list"))
    files, choices = files_and_choices(parser, words)
    files.add_argument("key", metavar="KEY", choices=BY_KEY, help=words("help.list_key", names))
    files.add_argument("register", metavar="REGISTER", help=words("help.register_file"))
    files.add_argument("output", metavar="OUT", help=words("help.list_output"))
    choices.add_argument("--seller", metavar="NAME", help=words("help.list_seller"))
    choices.add_argument("--among", metavar="NAME", nargs="+", default=[], help=words("help.list_among"))
    choices.add_argument("--by", choices=[*Share], default=Share.TOWN, help=words("help.list_by"))
    choices.add_argument(
        "--program", metavar="NAME", help=words("help.list_program", ", ".join(p.name for p in PROGRAMS))
    )
    add_reading(choices, words)
    add_meanings(choices, words)
    add_today(choices, words)
    return parser
