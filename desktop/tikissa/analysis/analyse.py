"""Looks a register through from end to end: meanings, fixes, duplicates, rows worth checking, the state of it all."""

from collections.abc import Iterable
from dataclasses import replace

from tikissa.analysis.fixed_register import fixed_register
from tikissa.analysis.record_keys import record_keys
from tikissa.analysis.stages import Stages
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
