"""`tikissa verify`: proves from the change log that the cleaned file holds the original and the logged changes only."""

from collections.abc import Sequence

from tikissa.cli.parser import CommandParser, files_and_choices
from tikissa.cli.printed_words import Words
from tikissa.cli.progress_bar import progress_bar
from tikissa.cli.reading_options import existing
from tikissa.cli.streams import tell
from tikissa.export.proof.guarded_verify import verify_in_child
from tikissa.export.proof.verify import saved_again

HOLDS, DOES_NOT_HOLD = 0, 1
SHOWN_DIFFERENCES = 20


def run(arguments: Sequence[str], words: Words) -> int:
    options = _parser(words).parse_args(arguments)
    original, cleaned, audit_log = map(existing, (options.original, options.cleaned, options.audit_log))
    with progress_bar(words) as progress:
        differences = verify_in_child(original, cleaned, audit_log, progress)
    if not differences:
        tell(words("verify.result_holds"))
        if saved_again(cleaned, audit_log):
            tell(words("verify.saved_again"))
        return HOLDS
    tell(words("verify.result_fails", len(differences)))
    for difference in differences[:SHOWN_DIFFERENCES]:
        what = words(difference.code, *difference.arguments)
        place = words("verify.place", difference.sheet, difference.letter, difference.row or "", what)
        tell(f"  {place.strip()}")
    return DOES_NOT_HOLD


def _parser(words: Words) -> CommandParser:
    parser = CommandParser(words, "tikissa verify", words("help.verify"))
    files, _ = files_and_choices(parser, words)
    files.add_argument("original", metavar="ORIGINAL", help=words("help.original"))
    files.add_argument("cleaned", metavar="CLEANED", help=words("help.cleaned"))
    files.add_argument("audit_log", metavar="AUDIT_LOG", help=words("help.audit_log_read"))
    return parser
