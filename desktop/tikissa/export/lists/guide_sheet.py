"""The entry guide as a workbook of one sheet, to be kept beside the register or moved into it."""

from collections.abc import Iterable, Mapping
from io import BytesIO

import xlsxwriter

_LOOKS: Mapping[str, dict[str, object]] = {
    "title": {"bold": True, "font_size": 16},
    "heading": {"bold": True, "font_size": 12, "font_color": "#0B6B5D"},
    "quiet": {"font_color": "#55605C"},
    "foot": {"font_color": "#55605C"},
    "example": {"font_name": "Consolas"},
}
_WIDTH = 100


def guide_workbook(lines: Iterable[tuple[str, str]]) -> bytes:
    """Return the file; each line is what it is (title, heading, text, example, quiet) and its words."""
    written = BytesIO()
    with xlsxwriter.Workbook(written, {"in_memory": True, "strings_to_formulas": False}) as workbook:
        sheet = workbook.add_worksheet()
        wrapped: dict[str, object] = {"text_wrap": True, "valign": "top"}
        looks = {kind: workbook.add_format({**look, **wrapped}) for kind, look in _LOOKS.items()}
        usual = workbook.add_format(wrapped)
        sheet.set_column(0, 0, _WIDTH)
        for row, (kind, words) in enumerate(lines):
            sheet.write_string(row, 0, words, looks.get(kind, usual))
        sheet.set_paper(9)  # A4
        sheet.fit_to_pages(1, 1)
    return written.getvalue()
