"""Which rows of a new file are in the register already, found by the engine that finds duplicates."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from tikissa.analysis.fixed_register import fixed_register
from tikissa.analysis.record_keys import record_keys
from tikissa.matching.match import match
from tikissa.matching.preparing.stacking import same_columns, stacked, stacked_schema
from tikissa.model.analysis import Analysis, RecordKeys, Settings
from tikissa.model.matching import CandidatePair, Cluster, MatchWeight
from tikissa.model.progress import NoProgress, Progress
from tikissa.model.proposal import Fix
from tikissa.model.record import RecordId
from tikissa.model.register import Register
from tikissa.model.schema import Meaning, Schema
from tikissa.rules.inspect import propose_fixes
from tikissa.schema.detect import detect


@dataclass(frozen=True, slots=True)
class LinkedPair:
    """A row of the new file and one of the register that are the same customer, with what shows it."""

    new: RecordId
    known: RecordId
    probability: float
    weights: tuple[MatchWeight, ...]


@dataclass(frozen=True, slots=True)
class Link:
    """One customer with rows in both files. `new` are records of the new file, `known` of the register."""

    new: tuple[RecordId, ...]
    known: tuple[RecordId, ...]
    probability: float
    safe: bool
    evidence: tuple[MatchWeight, ...]
    pairs: tuple[LinkedPair, ...]


@dataclass(frozen=True, slots=True)
class Linkage:
    """The register the new file was looked at against, what its columns mean, and the customers both have.

    `columns` leads from the register's columns to what the new file calls them.
    """

    register: Register
    schema: Schema
    columns: Mapping[str, str]
    links: tuple[Link, ...]

    @property
    def already_there(self) -> frozenset[RecordId]:
        """Return the records of the new file whose customer the register has."""
        return frozenset(record for link in self.links for record in link.new)


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two files, as far as comparing them needs it."""

    register: Register
    schema: Schema
    fixes: tuple[Fix, ...]


def side_of(analysis: Analysis) -> Side:
    return Side(analysis.register, analysis.schema, analysis.fixes)


def looked_through(register: Register, settings: Settings, progress: Progress = NoProgress()) -> Side:
    """Look a file through only as far as comparing it with another needs."""
    schema = detect(register, settings.meanings, settings.today, settings.corrections)
    return Side(register, schema, propose_fixes(register, schema, record_keys(register, schema), settings, progress))


def link(new: Analysis, register: Register, progress: Progress = NoProgress()) -> Linkage:
    """Look for the customers of an analysed file in a register, both as they stand after their fixes."""
    return link_sides(side_of(new), looked_through(register, _plain_settings(new), progress), progress)


def link_sides(new: Side, known: Side, progress: Progress = NoProgress()) -> Linkage:
    """Look for the customers of a new file in a register that has been looked through too."""
    above, below = fixed_register(known.register, known.fixes), fixed_register(new.register, new.fixes)
    columns = same_columns(above, known.schema, below, new.schema)
    found = clusters_of_both(above, below, columns, stacked_schema(known.schema, new.schema, columns), progress)
    return Linkage(known.register, known.schema, columns, tuple(_links(found, len(above))))


def _plain_settings(new: Analysis) -> Settings:
    """What the user said of the new file's columns says nothing of the register's."""
    return replace(new.settings, meanings={}, corrections={})


def clusters_of_both(
    above: Register, below: Register, columns: Mapping[str, str], schema: Schema, progress: Progress
) -> tuple[Cluster, ...]:
    """Match two files as one, the second file's records numbered on from the first's; `schema` is of both together.

    Customer numbers are left out: a new file may count its own, and then one number is two customers.
    """
    both = stacked(above, below, columns)
    meanings = Schema(tuple(entry for entry in schema.columns if entry.meaning is not Meaning.CUSTOMER_NUMBER))
    return match(both, meanings, RecordKeys.by_place(len(both)), progress=progress).clusters


def rows_below(cluster: Cluster, size: int) -> tuple[RecordId, ...]:
    """Return the records of the second file in a cluster of both, `size` being the rows of the first."""
    return tuple(RecordId(record - size) for record in cluster.records if record >= size)


def _links(clusters: tuple[Cluster, ...], size: int) -> Iterator[Link]:
    """Yield the groups with rows of both files; the first `size` records are the register's."""
    for cluster in clusters:
        if cluster.records[0] < size <= cluster.records[-1]:
            known = tuple(record for record in cluster.records if record < size)
            pairs = tuple(_linked(pair, size) for pair in cluster.pairs if pair.first < size <= pair.second)
            yield Link(rows_below(cluster, size), known, cluster.probability, cluster.safe, cluster.evidence, pairs)


def _linked(pair: CandidatePair, size: int) -> LinkedPair:
    return LinkedPair(RecordId(pair.second - size), pair.first, pair.probability, pair.weights)
