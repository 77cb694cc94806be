"""`tikissa erase`: takes one customer out of what the program remembers of a register, and out of its next file."""

from argparse import Namespace
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from tikissa.analysis.analyse import analyse
from tikissa.app.erasing import Erased, emptied, is_version
from tikissa.app.folders import data_folder, session_path
from tikissa.app.returning import carry_from, last_time
from tikissa.app.session import Forebear, Session
from tikissa.cli.parser import CommandParser, files_and_choices
from tikissa.cli.printed_words import Words
from tikissa.cli.progress_bar import progress_bar
from tikissa.cli.reading_options import existing
from tikissa.cli.streams import tell
from tikissa.files.reader import read
from tikissa.model.problems import FileProblem, Problem
from tikissa.model.progress import Progress
from tikissa.model.record import RecordId
from tikissa.model.register import Reading, Register
from tikissa.store.recent import recent_registers


def run(arguments: Sequence[str], words: Words) -> int:
    options = _parser(words).parse_args(arguments)
    path = existing(options.register)
    with progress_bar(words) as progress:
        erased = _erased(path, options, progress)
    _tell(erased, words)
    return 0


def _erased(path: Path, options: Namespace, progress: Progress) -> Erased:
    """Erase the customer. Raises Problem where the register was never opened or no customer is on the row."""
    register = read(path, Reading(sheet=options.sheet), progress=progress)
    folder = data_folder()
    if options.sheet not in (None, register.source.sheet):
        raise FileProblem("file.no_such_sheet", options.sheet, register.source.sheet)
    if not _was_opened(path, register, folder):
        raise Problem("erase.never_opened", path.name)
    session = _session(path, register, folder, progress)
    try:
        if options.sheet is None and session.reading != Reading():
            session.take_register(read(path, session.reading, progress=progress))
        record = _record(session, options.row)
        settings = session.settings(date.today())
        session.take_analysis(analyse(session.register, settings, session.judgements, progress))
        erasing = session.erasing((record,))
        return session.erase(erasing, emptied(erasing))
    finally:
        session.close()


def _was_opened(path: Path, register: Register, folder: Path) -> bool:
    if session_path(register.source.sha256, folder).exists():
        return True
    return any(is_version(known, path) for known in recent_registers(folder))


def _session(path: Path, register: Register, folder: Path, progress: Progress) -> Session:
    """Open the session of this version of the register, with the choices made on an earlier one."""
    last = last_time(path, register.source.sha256, folder)
    carried = carry_from(last, register, progress=progress) if last is not None and last.content is not None else None
    session = Session(path, register, folder)
    if last is not None and carried is not None:
        session.take_over(carried, last.visits, Forebear(last.session, len(last.log.events)))
    return session


def _record(session: Session, row: int) -> RecordId:
    register = session.register
    try:
        record = register.record_at(row)
    except KeyError:
        rows = register.row_numbers
        first, last = (int(rows.min()), int(rows.max())) if len(rows) else (0, 0)
        raise Problem("erase.no_such_row", str(row), str(first), str(last)) from None
    if record in session.erased:
        raise Problem("erase.already", str(row))
    return record


def _tell(erased: Erased, words: Words) -> None:
    tell(words("erase.done", ", ".join(map(str, erased.rows))))
    if erased.perhaps:
        tell(words("erase.perhaps", ", ".join(map(str, erased.perhaps))))
    if not erased.has_copy:
        tell(words("erase.no_copy"))
    if erased.forgotten:
        tell(words("erase.forgotten", erased.forgotten))
    tell(words("erase.files"))
    for path in erased.files:
        tell(f"  {path}")


def _parser(words: Words) -> CommandParser:
    parser = CommandParser(words, "tikissa erase", words("help.erase"))
    files, choices = files_and_choices(parser, words)
    files.add_argument("register", metavar="REGISTER", help=words("help.erase_register"))
    choices.add_argument("--row", metavar="N", type=int, required=True, help=words("help.erase_row"))
    choices.add_argument("--sheet", metavar="S", help=words("help.sheet"))
    return parser
