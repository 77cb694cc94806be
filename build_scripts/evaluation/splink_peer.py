"""Splink 5 on duckdb as its tutorial sets it up for persons: the peer whose time is measured beside ours."""

from collections.abc import Mapping, Sequence

import pyarrow
import splink.comparison_library as comparisons
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

_COLUMNS = ("Sukunimi", "Etunimi", "Katuosoite", "Postinro", "Puhelin", "Sähköposti")
_RULES = (
    ("Puhelin",), ("Sähköposti",), ("Sukunimi", "Etunimi", "Postinro"), ("Katuosoite", "Etunimi"),
    ("Katuosoite", "Sukunimi"), ("Sukunimi", "Postinro"), ("Etunimi", "Postinro"),
)  # fmt: skip


def link(columns: Mapping[str, Sequence[str]], threshold: float = 0.95) -> int:
    """Link the rows and return how many clusters there are."""
    texts = {name: [text or None for text in columns[name]] for name in _COLUMNS}
    rows = pyarrow.table({"unique_id": list(range(len(texts[_COLUMNS[0]]))), **texts})
    settings = SettingsCreator(
        link_type="dedupe_only",
        comparisons=[
            comparisons.JaroWinklerAtThresholds("Sukunimi"),
            comparisons.JaroWinklerAtThresholds("Etunimi"),
            comparisons.LevenshteinAtThresholds("Katuosoite"),
            comparisons.ExactMatch("Postinro"),
            comparisons.LevenshteinAtThresholds("Puhelin", 1),
            comparisons.LevenshteinAtThresholds("Sähköposti", 2),
        ],
        blocking_rules_to_generate_predictions=[block_on(*rule) for rule in _RULES],
    )
    linker = Linker(DuckDBAPI().register(rows), settings, log_level="ERROR")
    linker.training.estimate_probability_two_random_records_match(
        [block_on("Puhelin"), block_on("Sähköposti")], recall=0.8
    )
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6)
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("Puhelin"))
    linker.training.estimate_parameters_using_expectation_maximisation(block_on("Sukunimi", "Postinro"))
    predicted = linker.inference.predict(threshold_match_probability=threshold)
    clusters = linker.clustering.cluster_pairwise_predictions_at_threshold(predicted, threshold)
    return len({row["cluster_id"] for row in clusters.as_record_list()})
