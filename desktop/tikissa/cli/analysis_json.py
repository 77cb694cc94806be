"""Writes an analysis as the JSON object other programs rely on (the headless contract of the design)."""

from collections.abc import Iterator
from dataclasses import asdict

from tikissa.model.analysis import Analysis, JsonValue
from tikissa.model.finding import Finding, Reason
from tikissa.model.matching import CandidatePair, MatchWeight, Related
from tikissa.model.proposal import Fix, Merge, Retire
from tikissa.model.record import RecordId
from tikissa.model.register import Register
from tikissa.model.register_profile import Profile
from tikissa.model.schema import Schema
from tikissa.text.secret_numbers import masked

JsonObject = dict[str, JsonValue]

TIMINGS = ("read_s", "schema_s", "rules_s", "matching_s", "staleness_s")


def analysis_json(analysis: Analysis) -> JsonObject:
    register = analysis.register
    return {
        "register": {**source_json(register), "columns": columns_json(register, analysis.schema)},
        "duplicates": [_duplicate(register, analysis.schema, merge) for merge in analysis.merges],
        "related": [_related(register, related) for related in analysis.related],
        "fixes": [entry for fix in analysis.fixes for entry in _fix(register, analysis.schema, fix)],
        "stale": [_stale(register, retire) for retire in analysis.retires],
        "findings": [_finding(register, finding) for finding in analysis.findings],
        "profile": profile_json(analysis.profile),
        "timings": {name: round(analysis.timings.get(name, 0.0), 4) for name in (*TIMINGS, "profile_s")},
    }


def profile_json(profile: Profile) -> JsonObject:
    """Return the state of a register as other programs know it: its ways, ages and decays by their names."""
    told = asdict(profile)
    years = {f"{age.start}-{age.end}": age.rows for age in profile.ages if age.start is not None}
    del told["ages"]
    if profile.open_registers is None:
        del told["open_registers"]
    return told | {
        "reachability": {entry.pop("way"): entry for entry in told["reachability"]},
        "age": {"unknown": sum(age.rows for age in profile.ages if age.start is None), "years": years},
        "decay": {entry.pop("kind"): entry for entry in told["decay"]},
    }


def source_json(register: Register) -> JsonObject:
    source = register.source
    return {
        "file": source.path.name,
        "sheet": source.sheet,
        "header_row": source.header_row,
        "rows": len(register),
        "encoding": source.encoding,
        "delimiter": source.delimiter,
        "sha256": source.sha256,
    }


def columns_json(register: Register, schema: Schema) -> list[JsonValue]:
    meanings = {entry.column: entry for entry in schema.columns}
    return [
        {
            "name": column.name,
            "letter": column.letter,
            "meaning": entry.meaning.value if entry and entry.meaning else None,
            "confidence": share(entry.confidence) if entry else 0.0,
            "about": entry.about.value if entry and entry.about else None,
        }
        for column in register.columns
        for entry in (meanings.get(column.name),)
    ]


def _duplicate(register: Register, schema: Schema, merge: Merge) -> JsonObject:
    cluster = merge.cluster
    return {
        "sheet": register.source.sheet,
        "rows": _rows(register, merge.records),
        "probability": share(cluster.probability),
        "safe": merge.safe,
        "nearly_sure": cluster.nearly_sure,
        "survivor_row": register.row(merge.golden.survivor),
        "merged": {
            value.column: {
                "value": masked(value.value, schema.meaning_of(value.column)),
                "from_row": None if value.source is None else register.row(value.source),
            }
            for value in merge.golden.values
        },
        "evidence": [weight_json(weight) for weight in cluster.evidence],
        "pairs": [_pair(register, pair) for pair in cluster.pairs],
    }


def _pair(register: Register, pair: CandidatePair) -> JsonObject:
    return {"rows": _rows(register, (pair.first, pair.second)), "probability": share(pair.probability)}


def weight_json(weight: MatchWeight) -> JsonObject:
    return {"comparison": weight.comparison, "level": weight.level, "weight": round(float(weight.weight), 3)}


def _related(register: Register, related: Related) -> JsonObject:
    return {
        "sheet": register.source.sheet,
        "rows": _rows(register, related.records),
        "relation": related.relation.value,
    }


def _fix(register: Register, schema: Schema, fix: Fix) -> Iterator[JsonObject]:
    """Yield one entry for each cell a fix changes; identity codes and numbers of accounts and cards are covered."""
    for change in fix.changes:
        meaning = schema.meaning_of(change.column)
        yield {
            "sheet": register.source.sheet,
            "row": register.row(fix.record),
            "column": change.column,
            "letter": register.column(change.column).letter,
            "value": masked(change.before, meaning),
            "proposal": masked(change.after, meaning),
            "rule": fix.reason.code,
            "also": [reason.code for reason in fix.also],
            "confidence": share(fix.confidence),
            "safe": fix.safe,
        }


def _stale(register: Register, retire: Retire) -> JsonObject:
    return {
        "sheet": register.source.sheet,
        "row": register.row(retire.record),
        "reasons": [_reason(reason) for reason in retire.reasons],
        "probability": None if retire.probability is None else share(retire.probability),
    }


def _reason(reason: Reason) -> JsonObject:
    """Return a reason with its arguments by their place, as the sentences in `resources/words` call them."""
    return {"code": reason.code, "arguments": {str(place): masked(text) for place, text in enumerate(reason.arguments)}}


def _finding(register: Register, finding: Finding) -> JsonObject:
    column = finding.column
    return {
        "sheet": register.source.sheet,
        "row": None if finding.record is None else register.row(finding.record),
        "column": column,
        "letter": register.column(column).letter if column is not None and register.has_column(column) else None,
        "code": finding.code,
        "severity": finding.severity.value,
    }


def _rows(register: Register, records: tuple[RecordId, ...]) -> list[JsonValue]:
    return [*sorted(register.row(record) for record in records)]


def share(probability: float) -> float:
    return round(min(max(float(probability), 0.0), 1.0), 6)
