"""Understands the command line, in the user's language and with one line for what cannot be understood."""

import re
from argparse import ArgumentParser, HelpFormatter, _ArgumentGroup
from typing import NoReturn

from tikissa.cli.printed_words import Words
from tikissa.messages import LANGUAGES
from tikissa.model.problems import Problem

_MISTAKES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"the following arguments are required: (.*)"), "call.incomplete"),
    (re.compile(r"unrecognized arguments: (.*)"), "call.unknown_words"),
    (re.compile(r"argument (\S+): expected one argument"), "call.value_missing"),
    (re.compile(r"argument (\S+): invalid choice: '?(.*?)'? \(choose from (.*)\)"), "call.not_a_choice"),
    (re.compile(r"argument (\S+): invalid int value: '?(.*?)'?$"), "call.not_a_number"),
)
"""What argparse says of a mistake in English, and the code of the same in the user's language."""


class CommandParser(ArgumentParser):
    """Raises Problem where argparse would print its usage and leave."""

    def __init__(self, words: Words, program: str, description: str) -> None:
        super().__init__(
            prog=program,
            description=description,
            add_help=False,
            allow_abbrev=False,
            formatter_class=lambda prog: HelpFormatter(prog, max_help_position=30, width=100),
        )
        self._words = words

    def error(self, message: str) -> NoReturn:
        for said, code in _MISTAKES:
            if found := said.match(message):
                raise Problem(code, *found.groups(), self.prog)
        raise Problem("call.not_understood", message, self.prog)

    def format_help(self) -> str:
        return super().format_help().replace("usage:", self._words("help.usage"), 1)


def files_and_choices(parser: CommandParser, words: Words) -> tuple[_ArgumentGroup, _ArgumentGroup]:
    """Return the groups for a command's files and for its choices; help and language are in the latter already."""
    files = parser.add_argument_group(words("help.files"))
    choices = parser.add_argument_group(words("help.choices"))
    choices.add_argument("-h", "--help", action="help", help=words("help.help"))
    choices.add_argument("--language", choices=LANGUAGES, help=words("help.language"))
    return files, choices
