"""Writes a line of the change log for every row that comes from another file: from where, and every cell of it."""

from collections.abc import Iterator

from tikissa.export.additions.appended_rows import Appended, row_of
from tikissa.export.log.audit_line import AuditLine, LineKind
from tikissa.export.log.audit_lines import utc, words
from tikissa.export.log.logged_cell import Cover
from tikissa.files.letters import column_index
from tikissa.model.register import Register


def new_row_lines(register: Register, appended: Appended | None, language: str, cover: Cover) -> Iterator[AuditLine]:
    """Yield a line a row under the number it has in the cleaned file; `source_row` is its row in the other file."""
    places = {column.name: column_index(column.letter) for column in register.columns}
    for number, cells, added in appended.numbered() if appended else ():
        texts = (f"{name}: {cover.text(text, places[name])}" for name, text in added.texts.items())
        yield AuditLine(
            time=utc(added.when),
            kind=LineKind.ADDED,
            sheet=register.source.sheet,
            row=str(number),
            after="; ".join(texts),
            rule=added.reason.code,
            reason=words(language, added.reason),
            decided_by=added.who,
            decision=str(added.decision),
            source_row=str(added.source.row),
            after_cell=cover.new_row(row_of(cells)),
        )
