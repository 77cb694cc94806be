"""`tikissa companies`: what open registers say of a register's companies; changes nothing, sends nothing unasked."""

import sys
from argparse import Namespace
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from tikissa.analysis.analyse import analyse
from tikissa.app.answered_companies import with_answers
from tikissa.app.company_check import check_companies, companies_of
from tikissa.app.erasing import remaining_of
from tikissa.app.folders import data_folder
from tikissa.app.open_registers import add_register
from tikissa.cli.column_words import add_meanings, column_words
from tikissa.cli.companies_json import companies_json
from tikissa.cli.output import is_plain, refuse_sources, write_json
from tikissa.cli.parser import CommandParser, files_and_choices
from tikissa.cli.printed_words import Words
from tikissa.cli.progress_bar import progress_bar
from tikissa.cli.reading_options import add_reading, add_today, existing, reading_of, today_of
from tikissa.cli.streams import tell
from tikissa.files.reader import read
from tikissa.messages import title
from tikissa.model.analysis import Analysis, Settings
from tikissa.model.companies import CompanyCheck, CompanyVerdict
from tikissa.model.progress import Progress

_YEAR = 365


def run(arguments: Sequence[str], words: Words) -> int:
    options = _parser(words).parse_args(arguments)
    path = existing(options.register)
    bulk = existing(options.bulk) if options.bulk else None
    if options.json:
        refuse_sources([options.json], [path, *([bulk] if bulk else [])])
    with progress_bar(words) as progress:
        analysis = _analysed(path, options, progress)
        check = _checked(analysis, bulk, progress)
    if options.online:
        check = _asked_online(analysis, check, words)
    if options.json is not None:
        write_json(companies_json(check, analysis), options.json, path)
    if options.json is None or is_plain(options.json):
        tell("\n".join(_lines(check, words)))
    return 0


def _analysed(path: Path, options: Namespace, progress: Progress) -> Analysis:
    register = read(path, reading_of(options), progress=progress)
    (said,) = column_words(options, register)
    settings = Settings(today=today_of(options), meanings=said.meanings, corrections=said.corrections)
    return analyse(remaining_of(register, path).register, settings, progress=progress)


def _checked(analysis: Analysis, bulk: Path | None, progress: Progress) -> CompanyCheck:
    """Look the companies up in the register kept here, or in a file that is read for this once."""
    if bulk is None:
        return check_companies(analysis, progress)
    with TemporaryDirectory(dir=_room()) as folder:
        add_register(bulk, progress, Path(folder))
        return check_companies(analysis, progress, Path(folder))


def _asked_online(analysis: Analysis, check: CompanyCheck, words: Words) -> CompanyCheck:
    """Show the ids the trade register would be asked about, ask where that is agreed to, and return what is known then.

    What is shown goes where the results do not.
    """
    from tikissa.app.online_check import HOST, ask, ids_to_ask, seconds_for

    asked = companies_of(analysis)
    ids = ids_to_ask(check, asked, date.today())
    if not ids:
        tell(words("lookup.nothing"), sys.stderr)
    else:
        tell(words("lookup.will_send", len(ids), HOST, -(-seconds_for(ids) // 60)), sys.stderr)
        tell("\n".join(f"  {number}" for number in ids), sys.stderr)
        if not _is_agreed(words):
            tell(words("lookup.not_sent"), sys.stderr)
            return check
        with progress_bar(words) as progress:
            done = ask(ids, date.today(), progress)
        tell(words("lookup.answered", done.answered, done.left), sys.stderr)
        if done.fault is not None and done.left:
            tell(words(f"lookup.{done.fault}"), sys.stderr)
    return with_answers(check, asked, data_folder())


def _is_agreed(words: Words) -> bool:
    """Ask where somebody sits at a terminal; a script has agreed by saying --online."""
    if not (sys.stdin and sys.stdin.isatty()):
        return True
    tell(words("lookup.agree"), sys.stderr)
    return sys.stdin.readline().strip().casefold() in ("y", "yes", "k", "kyllä", "j", "ja")


def _room() -> Path:
    """Return where an index of a hundred megabytes has room: beside the program's own things."""
    folder = data_folder()
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _lines(check: CompanyCheck, words: Words) -> Iterator[str]:
    if not check.sources:
        yield words("companies.no_register")
        return
    for source in check.sources:
        yield words("companies.source", source.name, source.day.isoformat(), len(check.rows))
        if (date.today() - source.day).days > _YEAR:
            yield words("companies.old")
    verdicts = Counter(row.verdict for row in check.rows)
    for verdict in CompanyVerdict:
        if verdicts[verdict]:
            yield f"  {verdicts[verdict]:>7}  {words(f'companies.verdict_{verdict}')}"
    reasons = Counter(reason for row in check.rows for reason in row.reasons)
    for code, count in reasons.most_common():
        if code.removeprefix("company.") not in [*CompanyVerdict]:
            yield f"  {count:>15}  {title(words.language, code)}"
    yield words("summary.untouched")


def _parser(words: Words) -> CommandParser:
    parser = CommandParser(words, "tikissa companies", words("help.companies"))
    files, choices = files_and_choices(parser, words)
    files.add_argument("register", metavar="REGISTER", help=words("help.register_file"))
    files.add_argument("--bulk", metavar="FILE", help=words("help.bulk"))
    choices.add_argument("--online", action="store_true", help=words("help.online"))
    files.add_argument("--json", metavar="OUT", help=words("help.json"))
    add_reading(choices, words)
    add_meanings(choices, words)
    add_today(choices, words)
    return parser
