"""`tikissa guide`: writes the entry guide of a register, as a page to print or as a sheet."""

from collections.abc import Sequence

from tikissa.app.folders import data_folder
from tikissa.app.guide.earlier_counts import earlier_counts
from tikissa.app.guide.guide_page import guide_lines, guide_page
from tikissa.cli.analyse_command import read_and_analyse
from tikissa.cli.column_words import add_meanings
from tikissa.cli.output import refuse_sources, write_content
from tikissa.cli.parser import CommandParser, files_and_choices
from tikissa.cli.printed_words import Words
from tikissa.cli.progress_bar import progress_bar
from tikissa.cli.reading_options import add_reading, add_today, existing, today_of
from tikissa.cli.streams import tell
from tikissa.export.lists.guide_sheet import guide_workbook

_WORKBOOK = ".xlsx"


def run(arguments: Sequence[str], words: Words) -> int:
    options = _parser(words).parse_args(arguments)
    register = existing(options.register)
    refuse_sources([options.out], (register,))
    with progress_bar(words) as progress:
        analysis, _ = read_and_analyse(register, options, progress)
    before = earlier_counts(register, analysis.register.source.sha256, data_folder(), today_of(options))
    if options.out.lower().endswith(_WORKBOOK):
        written = guide_workbook(guide_lines(analysis, words.language, before))
    else:
        written = guide_page(analysis, words.language, before).encode()
    write_content(written, options.out, register)
    if options.out != "-":
        tell(words("guide.written", options.out))
    return 0


def _parser(words: Words) -> CommandParser:
    parser = CommandParser(words, "tikissa guide", words("help.guide"))
    files, choices = files_and_choices(parser, words)
    files.add_argument("register", metavar="REGISTER", help=words("help.register_file"))
    files.add_argument("out", metavar="OUT", help=words("help.guide_out"))
    add_reading(choices, words)
    add_meanings(choices, words)
    add_today(choices, words)
    return parser
