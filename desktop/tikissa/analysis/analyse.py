"""Looks a register through from end to end: meanings, fixes, duplicates, rows worth checking, the state of it all.

One even bar over the stages of an analysis: each reports as if it were alone and gets its share of the whole.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from time import perf_counter

from tikissa.analysis.fixed_register import fixed_register
from tikissa.analysis.record_keys import record_keys
from tikissa.matching.match import match
from tikissa.matching.surviving.survivorship import golden_record
from tikissa.model.analysis import Analysis, RecordKeys, Settings
from tikissa.model.collector import collector_resting
from tikissa.model.decision import Word
from tikissa.model.matching import Cluster
from tikissa.model.progress import NoProgress, Progress
from tikissa.model.proposal import Merge, merge_id
from tikissa.model.record import RecordId
from tikissa.model.register import ColumnCells, Register
from tikissa.model.schema import Schema
from tikissa.permission.columns_in_force import unheeded_columns
from tikissa.profiling.profile import profile
from tikissa.profiling.views import Found
from tikissa.rules import is_error
from tikissa.rules.inspect import inspect
from tikissa.schema.detect import detect
from tikissa.schema.kinds.kind import told_of_kind
from tikissa.staleness.activity_signs import Found as Seen
from tikissa.staleness.assess import assess
from tikissa.text.normalise import fold

WHOLE = 1000

SHARES = {
    "schema": ("schema_s", 20),
    "fixes": ("rules_s", 280),
    "matching": ("matching_s", 580),
    "surviving": ("matching_s", 60),
    "staleness": ("staleness_s", 30),
    "profile": ("profile_s", 30),
}
"""Under which name each stage is timed, and the thousandths it is given of the whole."""


class _StageProgress:
    def __init__(self, progress: Progress, start: int, share: int) -> None:
        self._progress = progress
        self._start = start
        self._share = share

    def report(self, stage: str, done: int, total: int) -> None:
        part = min(max(done, 0), total) / total if total > 0 else 1.0
        self._progress.report(stage, self._start + int(self._share * part), WHOLE)


class Stages:
    """Times the stages of one analysis and gives each its stretch of the bar."""

    def __init__(self, progress: Progress) -> None:
        self._progress = progress
        self._start = 0
        self.timings: dict[str, float] = {}

    @contextmanager
    def stage(self, name: str) -> Iterator[Progress]:
        timing, share = SHARES[name]
        self._progress.report(f"analysis.{name}", self._start, WHOLE)
        began = perf_counter()
        yield _StageProgress(self._progress, self._start, share)
        self._start += share
        self.timings[timing] = self.timings.get(timing, 0.0) + perf_counter() - began
        self._progress.report(f"analysis.{name}", self._start, WHOLE)


REPORT_EVERY = 200


def analyse(
    register: Register, settings: Settings, judgements: tuple[Word, ...] = (), progress: Progress = NoProgress()
) -> Analysis:
    """Return everything found in the register; decides and changes nothing.

    Duplicates are looked for among the values as they stand after the fixes, as they would when all is accepted.
    """
    with collector_resting():
        return _analysed(register, settings, judgements, Stages(progress))


def _analysed(register: Register, settings: Settings, judgements: tuple[Word, ...], stages: Stages) -> Analysis:
    with stages.stage("schema"):
        schema = detect(register, settings.meanings, settings.today, settings.corrections)
        # decisions hang on the keys, so what the user says of a column's meaning must not change them
        is_corrected = bool(settings.meanings or settings.corrections)
        keys = record_keys(register, detect(register) if is_corrected else schema)
    with stages.stage("fixes") as report:
        inspection = inspect(register, schema, keys, settings, report)
        told = (*register.findings, *told_of_kind(register, schema))
        fixes, findings = inspection.fixes, (*told, *inspection.findings)
    with stages.stage("matching") as report:
        fixed = fixed_register(register, fixes)
        matching = match(fixed, schema, keys, judgements, report, settings.settled)
    with stages.stage("surviving") as report:
        merges = tuple(_merges(fixed, schema, keys, matching.clusters, report))
    with stages.stage("staleness") as report:
        retires = assess(register, schema, keys, settings, Seen(fixed, findings, merges), report)
    with stages.stage("profile") as report:
        found = Found(register, schema, settings, fixes, findings, merges, matching.related, retires, is_error)
        facts = profile(found, report)
    return Analysis(
        register=register,
        keys=keys,
        settings=settings,
        schema=schema,
        fixes=fixes,
        merges=merges,
        related=matching.related,
        retires=retires,
        findings=findings,
        profile=facts,
        timings=stages.timings,
    )


def _merges(
    fixed: Register, schema: Schema, keys: RecordKeys, clusters: tuple[Cluster, ...], progress: Progress
) -> Iterable[Merge]:
    unexplained = [fixed.cells_of(column) for column in unheeded_columns(schema)]
    for number, cluster in enumerate(clusters):
        if number % REPORT_EVERY == 0:
            progress.report("analysis.surviving", number, len(clusters))
        id_of_group = merge_id(keys[record] for record in cluster.records)
        if cluster.safe and any(_differ(cells, cluster.records) for cells in unexplained):
            cluster = replace(cluster, safe=False)
        yield Merge(id_of_group, cluster, golden_record(fixed, schema, cluster.records))


def _differ(cells: ColumnCells, records: Iterable[RecordId]) -> bool:
    """Tell whether rows differ in a column that may speak of permission and that nobody has explained yet."""
    return len({fold(cells[record]) for record in records}) > 1
