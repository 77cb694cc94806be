"""`tikissa analyse`: reads a register and tells what was found; changes nothing."""

from argparse import Namespace
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from time import perf_counter

from tikissa.analysis.analyse import analyse
from tikissa.analysis.linkage import link
from tikissa.app.company_check import with_open_registers
from tikissa.app.erasing import remaining_of, with_come_back
from tikissa.app.state_page import state_page
from tikissa.cli.analysis_json import analysis_json
from tikissa.cli.column_words import add_meanings, column_words
from tikissa.cli.linkage_json import linkage_json
from tikissa.cli.output import is_plain, refuse_clashes, refuse_sources, write_content, write_json
from tikissa.cli.parser import CommandParser, files_and_choices
from tikissa.cli.printed_summary import summary
from tikissa.cli.printed_words import Words
from tikissa.cli.progress_bar import progress_bar
from tikissa.cli.reading_options import add_reading, add_today, existing, path_of, reading_of, today_of
from tikissa.cli.streams import tell
from tikissa.files.reader import read
from tikissa.model.analysis import Analysis, Settings
from tikissa.model.progress import Progress
from tikissa.model.record import RecordId


def run(arguments: Sequence[str], words: Words) -> int:
    options = _parser(words).parse_args(arguments)
    path = existing(options.file)
    sources = [path, *([existing(options.against)] if options.against else [])]
    refuse_sources([target for target in (options.json, options.page) if target], sources)
    if options.json and options.page:
        refuse_clashes(options.json, [path_of(options.page)])
    with progress_bar(words) as progress:
        analysis, _ = read_and_analyse(path, options, progress)
        linkage = link(analysis, read(sources[1], progress=progress), progress) if options.against else None
    if options.json is not None:
        write_json(linkage_json(analysis, linkage) if linkage else analysis_json(analysis), options.json, *sources)
    if options.page is not None:
        write_content(state_page(analysis, words.language).encode(), options.page, *sources)
    if options.json is None or is_plain(options.json):
        tell(summary(analysis, words, linkage))
    return 0


def read_and_analyse(path: Path, options: Namespace, progress: Progress) -> tuple[Analysis, Mapping[RecordId, date]]:
    """Read a file as the options say and look it through; the time of reading is among the timings.

    Return beside the analysis the records of customers who were erased from the file, which are empty in it.
    """
    began = perf_counter()
    register = read(path, reading_of(options), progress=progress)
    read_seconds = perf_counter() - began
    (said,) = column_words(options, register)
    settings = Settings(today=today_of(options), meanings=said.meanings, corrections=said.corrections)
    remaining = remaining_of(register, path)
    found = with_open_registers(analyse(remaining.register, settings, progress=progress), progress)
    analysis = with_come_back(found, remaining.erasures)
    return replace(analysis, timings={"read_s": read_seconds, **analysis.timings}), remaining.erased


def _parser(words: Words) -> CommandParser:
    parser = CommandParser(words, "tikissa analyse", words("help.analyse"))
    files, choices = files_and_choices(parser, words)
    files.add_argument("file", metavar="FILE", help=words("help.register_file"))
    files.add_argument("--json", metavar="OUT", help=words("help.json"))
    files.add_argument("--page", metavar="OUT.html", help=words("help.page"))
    files.add_argument("--against", metavar="REGISTER", help=words("help.against"))
    add_reading(choices, words)
    add_meanings(choices, words)
    add_today(choices, words)
    return parser
