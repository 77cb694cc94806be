"""What kind of file something is, by what stands in it: files as programs write them, with invented people."""

from pathlib import Path

import pytest

from tikissa import messages
from tikissa.files.reader import read
from tikissa.model.kind_of_file import FileKind, KindReading
from tikissa.schema.detect import detect
from tikissa.schema.kinds.kind import kind_of

_EXAMPLES = Path(__file__).with_name("examples.txt").read_text("utf-8").split("== ")[1:]


def _example(block: str) -> tuple[FileKind, str, str]:
    heading, text = block.split("\n", 1)
    kind, name = heading.split()
    return FileKind(kind), name, text


FILES = tuple(map(_example, _EXAMPLES))
"""Of each its kind, its name and what stands in it."""


def reading_of(folder: Path, name: str, text: str) -> KindReading:
    path = folder / name
    path.write_text(text, "utf-8")
    register = read(path)
    return kind_of(register, detect(register))


@pytest.mark.parametrize(("kind", "name", "text"), FILES, ids=[name for _, name, _ in FILES])
def test_a_file_is_known_by_what_stands_in_it(kind: FileKind, name: str, text: str, tmp_path: Path) -> None:
    assert reading_of(tmp_path, name, text).kind is kind


def test_what_spoke_for_the_kind_and_how_it_could_be_read_otherwise_is_told(tmp_path: Path) -> None:
    invoices = next(text for kind, _, text in FILES if kind is FileKind.PURCHASES)
    reading = reading_of(tmp_path, "laskut.csv", invoices)
    assert reading.sure
    assert FileKind.CUSTOMERS in reading.others
    assert ("Laskunro",) in [reason.arguments for reason in reading.reasons if reason.code == "kind.document"]
    assert (reading.lines, reading.parties) == (2, 1)


def test_a_list_named_after_a_fair_is_compared_as_customers_but_not_for_sure(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, "messut.csv", FILES[0][2])
    assert reading.kind is FileKind.CUSTOMERS
    assert not reading.sure
    assert reading.others[0] is FileKind.LEADS


def test_every_kind_that_is_told_has_a_heading_that_stands_without_the_files_figures() -> None:
    told = [f"kind.is_{kind}" for kind in FileKind if kind is not FileKind.CUSTOMERS]
    headings = [messages.title(language, code) for language in messages.LANGUAGES for code in told]
    assert len(set(headings)) == len(headings)
