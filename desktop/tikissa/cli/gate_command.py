"""`tikissa gate`: says what each row of a new file is to the register, and adds the new ones where that is wished."""

from argparse import Namespace
from collections import Counter
from collections.abc import Iterator, Sequence

from tikissa.analysis.gate import Gate, gate
from tikissa.analysis.linkage import looked_through
from tikissa.cli.gate_json import gate_json
from tikissa.cli.options import add_today, existing, today_of
from tikissa.cli.output import is_plain, refuse_source, write_json
from tikissa.cli.parser import CommandParser, files_and_choices
from tikissa.cli.progress_bar import progress_bar
from tikissa.cli.words import Words
from tikissa.files.reader import read
from tikissa.messages import has_words, title
from tikissa.model.analysis import Settings
from tikissa.model.problems import FileProblem

NONE = "none"


def run(arguments: Sequence[str], words: Words) -> int:
    options = _parser(words).parse_args(arguments)
    new, register = existing(options.new), existing(options.register)
    if new.samefile(register):
        raise FileProblem("gate.same_file", register.name)
    for source in (new, register) if options.json else ():
        refuse_source(options.json, source)
    with progress_bar(words) as progress:
        settings = Settings(today=today_of(options))
        known = looked_through(read(register, progress=progress), settings, progress)
        found = gate(read(new, progress=progress), known, settings, progress)
    _tell(found, options, words)
    return 0


def _tell(found: Gate, options: Namespace, words: Words) -> None:
    if options.json is not None:
        write_json(gate_json(found), options.json)
    if options.json is None or is_plain(options.json):
        print("\n".join(_summary(found, words)))


def _summary(found: Gate, words: Words) -> Iterator[str]:
    yield words("gate.summary", found.new.source.path.name, len(found.rows), found.against.source.path.name)
    for verdict, count in found.counts.items():
        yield f"  {count:>7}  {words(f'gate.verdict_{verdict}')}"
        reasons = Counter(reason.code for row in found.rows if row.verdict is verdict for reason in row.reasons)
        for code, times in reasons.most_common() if len(reasons) > 1 else ():
            yield f"  {times:>15}  {title(words.language, code) if has_words(code) else code}"
    if found.lacking:
        yield words("gate.lacking", ", ".join(found.lacking))


def _parser(words: Words) -> CommandParser:
    parser = CommandParser(words, "tikissa gate", words("help.gate"))
    files, choices = files_and_choices(parser, words)
    files.add_argument("new", metavar="NEW", help=words("help.new_file"))
    files.add_argument("--register", metavar="REGISTER", required=True, help=words("help.register"))
    files.add_argument("--output", metavar="OUT", help=words("help.output"))
    files.add_argument("--audit-log", metavar="LOG", help=words("help.audit_log"))
    files.add_argument("--json", metavar="OUT", help=words("help.json"))
    choices.add_argument("--accept", choices=[NONE], default=NONE, help=words("help.accept_rows"))
    add_today(choices, words)
    return parser
