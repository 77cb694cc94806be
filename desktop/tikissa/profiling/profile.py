"""The state of the register as one page of facts: the same for the window, the print and other programs."""

from collections import Counter

from tikissa.model.analysis import JsonValue
from tikissa.model.permission import Channel, PermissionColumn, Stance, Subject
from tikissa.model.progress import NoProgress, Progress
from tikissa.model.schema import Meaning, Schema
from tikissa.permission.columns_in_force import permission_columns
from tikissa.permission.permission_cells import said
from tikissa.profiling.decayed_details import decay
from tikissa.profiling.facts import facts
from tikissa.profiling.views import Found
from tikissa.text.secret_numbers import masked

JsonObject = dict[str, JsonValue]

SHOWN_SOURCES = 20


def profile(found: Found, progress: Progress = NoProgress()) -> JsonObject:
    """Return the facts as numbers; `facts.records_behind` gives the rows behind those that count rows."""
    page: JsonObject = {}
    for path, records in facts(found, progress).items():
        _put(page, path.split("/"), int(records.sum()))
    _put(page, ["duplicates", "groups"], len(found.merges))
    _put(page, ["duplicates", "safe_groups"], sum(merge.safe for merge in found.merges))
    mended = sum(found.is_error(fix.reason.code) for fix in found.fixes)
    _put(page, ["wrong_values", "errors"], mended + len(found.beyond_fixing))
    _put(page, ["wrong_values", "writing"], len(found.fixes) - mended)
    progress.report("profile.facts", 1, 1)
    return page | {
        "passive_after_months": found.settings.passive_after_months,
        "permissions": [_permission(found, column) for column in _permission_columns(found.schema)],
        "decay": decay(found),
        "sources": _sources(found),
    }


def _put(page: JsonObject, path: list[str], value: JsonValue) -> None:
    """Put a value where its path leads, making the objects on the way."""
    for name in path[:-1]:
        inner = page.setdefault(name, {})
        assert isinstance(inner, dict)
        page = inner
    page[path[-1]] = value


_COUNTED = (Subject.PERMISSION, Subject.PROHIBITION)


def _permission_columns(schema: Schema) -> tuple[PermissionColumn, ...]:
    return tuple(column for column in permission_columns(schema) if column.subject in _COUNTED)


def _permission(found: Found, column: PermissionColumn) -> JsonObject:
    cells = found.register.cells_of(column.column)
    told = [said(column, text).stance for text in cells.texts.tolist()]
    counted = Counter(told[code] for code in cells.codes.tolist())
    meaning = found.schema.meaning_of(column.column)
    turned = column.subject is Subject.PROHIBITION
    yes, no = (Stance.FORBIDDEN, Stance.ALLOWED) if turned else (Stance.ALLOWED, Stance.FORBIDDEN)
    return {
        "column": column.column,
        "meaning": meaning.value if meaning else None,
        "channels": [way.value for way in Channel if way in column.channels],
        "yes": counted[yes],
        "no": counted[no],
        "unknown": counted[Stance.UNKNOWN],
        "not_understood": list(column.asked),
    }


def _sources(found: Found) -> JsonValue:
    """Return how many rows came from where, by what the register's source column says, most first."""
    column = found.schema.first(Meaning.SOURCE)
    if column is None:
        return []
    named = Counter(text.strip() for text in found.register.cells_of(column) if text.strip())
    return [{"source": masked(source), "rows": rows} for source, rows in named.most_common(SHOWN_SOURCES)]
