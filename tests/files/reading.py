"""Short ways for tests to read a file and to look at what came of it."""

from pathlib import Path

import pytest

from tikissa.files.parse import Request, parse
from tikissa.files.sheet_contents import read_content
from tikissa.messages import say
from tikissa.model.problems import FileProblem
from tikissa.model.progress import NoProgress
from tikissa.model.register import Reading, Register

AS_FOUND = Reading()


def parsed(path: Path, reading: Reading = AS_FOUND, password: str | None = None) -> Register:
    """Read a file as the child process does, without the process."""
    return parse(read_content(path), Request(path, reading, password), NoProgress())


def rows_of(register: Register) -> list[list[str]]:
    return [[cells[record] for cells in register.cells] for record in range(len(register))]


def names_of(register: Register) -> list[str]:
    return [column.name for column in register.columns]


def codes_of(register: Register) -> set[str]:
    return {finding.code for finding in register.findings}


def refusal(path: Path, reading: Reading = AS_FOUND, password: str | None = None) -> str:
    """Return the code with which a file is refused; its sentence exists in every language and names a way out."""
    with pytest.raises(FileProblem) as caught:
        parsed(path, reading, password)
    for language in ("fi", "sv", "en"):
        assert len(say(language, caught.value.code, *caught.value.arguments)) > 20
    return caught.value.code
