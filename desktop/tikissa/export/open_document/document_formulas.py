"""Translates the references of OpenDocument formulas, such as `[$'Hinta lista'.$A$1:.B9]`, and moves them.

Formulas are compared and understood as Excel writes them; in the file only the row numbers of a reference change.
"""

import re
from collections.abc import Callable

from tikissa.export.workbook.deletion import Deletion
from tikissa.export.workbook.formulas import REFERENCE_ERROR, after_deletion
from tikissa.export.workbook.formulas import copied as copied_in_excel

_SHEET = r"(?:\$?(?P<sheet{0}>'(?:[^']|'')*'|[^\s.'\[\]#:!]+))?"
_CELL = r"\.(?P<cell{0}>\$?[A-Za-z]{{1,3}}\$?\d{{1,7}}|\$?[A-Za-z]{{1,3}}(?![\w])|\$?\d{{1,7}})"
_ADDRESS = re.compile((_SHEET + _CELL).format(1) + "(?::" + (_SHEET + _CELL).format(2) + ")?")
_BRACKETED = re.compile(
    r"\"(?:[^\"]|\"\")*\"|(?:(?P<before>'(?:[^']|'')*'|[^\W\d][\w.]*)!)?\[(?P<address>(?:'(?:[^']|'')*'|[^\[\]'])*)\]"
)
"""A text, or a reference; SheetJS puts the sheet before the bracket, as Excel does."""
_LISTED = re.compile(r"(?:'(?:[^']|'')*'|[^\s'])+")
_ROW = re.compile(r"\d+$")
_PLAIN_SHEET = re.compile(r"[^\W\d][\w.]*")
_IN_EXCEL = re.compile(
    r"\"(?:[^\"]|\"\")*\"|(?P<sheet>(?:'(?:[^']|'')*'|[^\W\d][\w.]*)!)?"
    r"(?P<first>\$?[A-Za-z]{1,3}\$?\d{1,7}|\$?[A-Za-z]{1,3}(?=:\$?[A-Za-z]{1,3}(?![\w(]))|\$?\d{1,7}(?=:\$?\d))"
    r"(?::(?P<last>\$?[A-Za-z]{1,3}\$?\d{1,7}|\$?[A-Za-z]{1,3}|\$?\d{1,7}))?(?![\w.(\[!])|[\w.]+|."
)


def as_in_excel(formula: str) -> str:
    """Return a formula with its references as Excel writes them: `[$Laskut.B2]` is `Laskut!B2`."""

    def translate(match: re.Match[str]) -> str:
        if match["address"] is None:
            return match[0]
        before = f"{match['before']}!" if match["before"] else ""
        return before + (_in_excel(match["address"]) or f"[{match['address']}]")

    return _BRACKETED.sub(translate, formula)


def _in_excel(address: str) -> str | None:
    """Return one reference as Excel writes it, None for one to another file or one that is lost."""
    found = _ADDRESS.fullmatch(address)
    if not found:
        return REFERENCE_ERROR if REFERENCE_ERROR in address else None
    first, last = found["sheet1"], found["sheet2"]
    if last and first and _name(last) != _name(first):
        sheet = _quoted(f"{_name(first)}:{_name(last)}", always=True)
    else:
        sheet = _quoted(_name(first)) if first else ""
    return sheet + found["cell1"] + (f":{found['cell2']}" if found["cell2"] else "")


def _name(written: str) -> str:
    return written[1:-1].replace("''", "'") if written.startswith("'") else written


def _quoted(name: str, always: bool = False) -> str:
    plain = _PLAIN_SHEET.fullmatch(name) and not always
    return f"{name}!" if plain else "'" + name.replace("'", "''") + "'!"


def as_in_document(formula: str) -> str:
    """Return a formula as OpenDocument writes it, from one that `as_in_excel` gave."""

    def translate(match: re.Match[str]) -> str:
        if not match["first"]:
            return match[0]
        sheet = f"$'{match['sheet'][:-1].strip(chr(39))}'" if match["sheet"] else ""
        last = f":.{match['last']}" if match["last"] else ""
        return f"[{sheet}.{match['first']}{last}]"

    return _IN_EXCEL.sub(translate, formula)


def sheet_of(address: str) -> str:
    """Return the sheet that an address such as `$Laskut.A1` names, "" where it names none."""
    found = _ADDRESS.match(address)
    return _name(found["sheet1"]) if found and found["sheet1"] else ""


def moved_address(address: str, own_sheet: bool, sheet: str, moves: Deletion) -> str | None:
    """Return a reference once rows of `sheet` move, None where nothing of it is left."""
    excel = _in_excel(address)
    if excel is None or REFERENCE_ERROR in excel:
        return address
    return _rewritten(address, after_deletion(excel, own_sheet, sheet, moves))


def _rewritten(address: str, excel: str) -> str | None:
    """Put the row numbers of a reference as Excel writes it into the address."""
    if REFERENCE_ERROR in excel:
        return None
    rows = [_ROW.search(end) for end in excel.rpartition("!")[2].split(":")]
    found = _ADDRESS.fullmatch(address)
    assert found
    pieces, place = [], 0
    for name, row in zip(("cell1", "cell2"), rows, strict=False):
        old = _ROW.search(found[name] or "")
        if old and row:
            start = found.start(name) + old.start()
            pieces += [address[place:start], row[0]]
            place = found.end(name)
    return "".join([*pieces, address[place:]])


def moved_list(addresses: str, sheet: str, moves: Deletion) -> str | None:
    """Return addresses parted by blanks once rows move, those left out of which nothing is left; None without any."""
    found = [moved_address(each, own_sheet=False, sheet=sheet, moves=moves) for each in _LISTED.findall(addresses)]
    left = [each for each in found if each is not None]
    return " ".join(left) if left or not found else None


def moved_formula(formula: str, own_sheet: bool, sheet: str, moves: Deletion) -> str:
    """Return a formula once rows of `sheet` move; a reference to a row that goes becomes an error."""

    def move(address: str, before: str) -> str | None:
        return moved_address(address, _name(before) == sheet if before else own_sheet, sheet, moves)

    return _each(formula, move)


def copied(formula: str, rows: int) -> str:
    """Return a formula as it reads so many rows further down."""

    def move(address: str, _: str) -> str | None:
        excel = _in_excel(address)
        return address if excel is None else _rewritten(address, copied_in_excel(excel, rows, 0))

    return _each(formula, move)


def _each(formula: str, move: Callable[[str, str], str | None]) -> str:
    def replace(match: re.Match[str]) -> str:
        if match["address"] is None:
            return match[0]
        moved = move(match["address"], match["before"] or "")
        before = f"{match['before']}!" if match["before"] else ""
        return before + (f"[.{REFERENCE_ERROR}]" if moved is None else f"[{moved}]")

    return _BRACKETED.sub(replace, formula)
