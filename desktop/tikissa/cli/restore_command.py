"""`tikissa restore`: takes one logged change back, months later, with the cleaned file and its change log alone."""

from collections.abc import Sequence
from pathlib import Path

from tikissa.app.erasing import refuse_erased
from tikissa.app.targets import default_audit_log
from tikissa.cli.parser import CommandParser, files_and_choices
from tikissa.cli.printed_words import Words
from tikissa.cli.progress_bar import progress_bar
from tikissa.cli.reading_options import existing, path_of
from tikissa.cli.streams import tell
from tikissa.export.restore.restore import Restored, restore


def run(arguments: Sequence[str], words: Words) -> int:
    options = _parser(words).parse_args(arguments)
    cleaned, audit_log, target = existing(options.cleaned), existing(options.audit_log_read), path_of(options.output)
    new_log = path_of(options.audit_log) if options.audit_log else default_audit_log(target)
    refuse_erased(audit_log, options.line)
    with progress_bar(words) as progress:
        restored = restore(cleaned, audit_log, options.line, target, new_log, progress=progress)
    _tell(restored, target, new_log, words)
    return 0


def _tell(restored: Restored, target: Path, new_log: Path, words: Words) -> None:
    if restored.check is None and restored.page is None:
        tell(words("restore.cells", restored.cells))
    if restored.row is not None:
        tell(words("restore.row_back", restored.row))
    if restored.check is not None:
        tell(words("restore.check_out", restored.check))
    if restored.page is not None:
        tell(words("restore.page_out", restored.page))
    if restored.removed is not None:
        tell(words("restore.row_out", restored.removed))
    if restored.masked:
        tell(words("restore.left_masked", ", ".join(restored.masked)))
    if restored.changed:
        tell(words("restore.left_changed", ", ".join(restored.changed)))
    tell(words("clean.files", str(target), str(new_log)))


def _parser(words: Words) -> CommandParser:
    parser = CommandParser(words, "tikissa restore", words("help.restore"))
    files, choices = files_and_choices(parser, words)
    files.add_argument("cleaned", metavar="CLEANED", help=words("help.cleaned"))
    files.add_argument("audit_log_read", metavar="AUDIT_LOG", help=words("help.audit_log_read"))
    files.add_argument("--output", metavar="OUT", required=True, help=words("help.restored"))
    files.add_argument("--audit-log", metavar="LOG", help=words("help.restored_log"))
    choices.add_argument("--line", metavar="N", type=int, required=True, help=words("help.line"))
    return parser
