"""Splink 5 beside each register with known truth, set up by what its columns mean as Splink's tutorials do."""

from collections.abc import Callable, Mapping
from contextlib import suppress
from itertools import combinations
from typing import Any

import pyarrow
import splink.comparison_library as comparisons
from splink import DuckDBAPI, Linker, SettingsCreator, block_on
from splink.internals.exceptions import EMTrainingException

from evaluation.measured import Pair, pairs_of
from tikissa.model.register import Register
from tikissa.model.schema import Meaning, Schema
from tikissa.text.normalise import fold

THRESHOLDS = (0.5, 0.9, 0.95)
"""Of these the one that turns out best counts, which nobody without the truth could choose."""

_COMPARED: Mapping[Meaning, Callable[[str], Any]] = {
    Meaning.GIVEN_NAME: comparisons.NameComparison,
    Meaning.SURNAME: comparisons.NameComparison,
    Meaning.WHOLE_NAME: comparisons.JaroWinklerAtThresholds,
    Meaning.COMPANY: comparisons.JaroWinklerAtThresholds,
    Meaning.CONTACT_PERSON: comparisons.JaroWinklerAtThresholds,
    Meaning.STREET: comparisons.LevenshteinAtThresholds,
    Meaning.WHOLE_ADDRESS: comparisons.LevenshteinAtThresholds,
    Meaning.POSTAL_CODE: comparisons.ExactMatch,
    Meaning.TOWN: comparisons.JaroWinklerAtThresholds,
    Meaning.PHONE: comparisons.LevenshteinAtThresholds,
    Meaning.EMAIL: comparisons.EmailComparison,
    Meaning.DATE_OF_BIRTH: comparisons.LevenshteinAtThresholds,
    Meaning.BUSINESS_ID: comparisons.ExactMatch,
    Meaning.IDENTITY_CODE: comparisons.LevenshteinAtThresholds,
}
_TELLING = (Meaning.PHONE, Meaning.EMAIL, Meaning.BUSINESS_ID, Meaning.IDENTITY_CODE, Meaning.DATE_OF_BIRTH)
"""Alone enough to block by; of the other columns any two together."""


def linked(register: Register, schema: Schema) -> dict[float, set[Pair]]:
    """Return by threshold the pairs of rows Splink has in one cluster; nothing where it has too few columns."""
    columns = {meaning: schema.first(meaning) for meaning in _COMPARED}
    used = {meaning: column for meaning, column in columns.items() if column is not None}
    if not any(len(rule) < len(used) for rule in _rules(tuple(used))):
        return {}
    texts = {meaning.value: [fold(text) or None for text in register.cells_of(used[meaning])] for meaning in used}
    rows = pyarrow.table({"unique_id": list(range(len(register))), **texts})
    linker = Linker(DuckDBAPI().register(rows), _settings(tuple(used)), log_level="ERROR")
    _train(linker, tuple(used))
    predicted = linker.inference.predict(threshold_match_probability=min(THRESHOLDS))
    return {threshold: _pairs(linker, predicted, threshold, register) for threshold in THRESHOLDS}


def _rules(used: tuple[Meaning, ...]) -> list[tuple[str, ...]]:
    alone = [(meaning.value,) for meaning in used if meaning in _TELLING]
    together = combinations([meaning.value for meaning in used if meaning not in _TELLING], 2)
    return [*alone, *together]


def _settings(used: tuple[Meaning, ...]) -> SettingsCreator:
    return SettingsCreator(
        link_type="dedupe_only",
        comparisons=[_COMPARED[meaning](meaning.value) for meaning in used],
        blocking_rules_to_generate_predictions=[block_on(*rule) for rule in _rules(used)],
    )


def _train(linker: Any, used: tuple[Meaning, ...]) -> None:
    """Estimate the weights from the rows themselves, by two rules that leave a column to learn of: without one Splink
    writes SQL it cannot read."""
    rules = [rule for rule in _rules(used) if len(rule) < len(used)]
    telling = [block_on(*rule) for rule in (rules[0], rules[-1])]
    linker.training.estimate_probability_two_random_records_match(telling, recall=0.7)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6)
    for rule in dict.fromkeys((rules[0], rules[-1])):
        with suppress(EMTrainingException):  # no two rows share what the rule blocks by
            linker.training.estimate_parameters_using_expectation_maximisation(block_on(*rule))


def _pairs(linker: Any, predicted: Any, threshold: float, register: Register) -> set[Pair]:
    found = linker.clustering.cluster_pairwise_predictions_at_threshold(predicted, threshold)
    groups: dict[Any, list[int]] = {}
    for row in found.as_record_list():
        groups.setdefault(row["cluster_id"], []).append(register.row(row["unique_id"]))
    return pairs_of(groups.values())
