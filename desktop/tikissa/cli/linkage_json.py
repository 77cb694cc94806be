"""Writes what a new file and the register share beside the analysis of the new file, each row with its file."""

from pathlib import Path

from tikissa.analysis.linkage import Link, Linkage, LinkedPair
from tikissa.cli.analysis_json import JsonObject, analysis_json, columns_json, share, source_json, weight_json
from tikissa.model.analysis import Analysis, JsonValue
from tikissa.model.record import RecordId
from tikissa.model.register import Register

_WITH_ROWS = ("duplicates", "related", "fixes", "stale", "findings")


def linkage_json(analysis: Analysis, linkage: Linkage) -> JsonObject:
    """Return the analysis of the new file, and under `against` the register and the customers both have.

    A row is told by its file and its number there: two files may have a row of the same number.
    """
    found = analysis_json(analysis)
    new, known = _names(analysis.register.source.path, linkage.register.source.path)
    for section in _WITH_ROWS:
        found[section] = [_with_file(entry, new) for entry in _entries(found[section])]
    columns = columns_json(linkage.register, linkage.schema)
    sides = (_Side(analysis.register, new), _Side(linkage.register, known))
    found["against"] = {
        "register": {**source_json(linkage.register), "file": known, "columns": columns},
        "already_there": len(linkage.already_there),
        "links": [_link(link, *sides) for link in linkage.links],
    }
    return found


class _Side:
    """One of the two files, as its rows are called."""

    def __init__(self, register: Register, file: str) -> None:
        self._register = register
        self._file = file

    def row(self, record: RecordId) -> JsonObject:
        return {"file": self._file, "sheet": self._register.source.sheet, "row": self._register.row(record)}


def _link(link: Link, new: _Side, known: _Side) -> JsonObject:
    return {
        "rows": [*map(new.row, link.new), *map(known.row, link.known)],
        "probability": share(link.probability),
        "safe": link.safe,
        "evidence": [weight_json(weight) for weight in link.evidence],
        "pairs": [_pair(pair, new, known) for pair in link.pairs],
    }


def _pair(pair: LinkedPair, new: _Side, known: _Side) -> JsonObject:
    return {"rows": [new.row(pair.new), known.row(pair.known)], "probability": share(pair.probability)}


def _names(new: Path, known: Path) -> tuple[str, str]:
    """Return what the files are called: by their names, whole paths where these are the same."""
    return (new.name, known.name) if new.name != known.name else (str(new), str(known))


def _entries(section: JsonValue) -> list[JsonValue]:
    return section if isinstance(section, list) else []


def _with_file(entry: JsonValue, file: str) -> JsonValue:
    return {"file": file, **entry} if isinstance(entry, dict) else entry
