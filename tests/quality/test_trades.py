"""Safe is safe on the registers of any trade: the second dog, site or firm is never merged away without asking."""

import sys
from itertools import combinations
from pathlib import Path

import pytest

from builders import keys, register
from tikissa.matching.match import match
from tikissa.schema.detect import detect

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "build_scripts"))

from evaluation.trades import TRADES, invent_trade


@pytest.mark.parametrize("trade", sorted(TRADES))
def test_no_two_customers_of_a_trade_are_safely_one_and_copies_are_found(trade: str) -> None:
    columns, customer = invent_trade(trade, 120, seed=2)
    made = register(columns)
    found = match(made, detect(made), keys(len(made)))
    safe = [pair for cluster in found.clusters if cluster.safe for pair in combinations(cluster.records, 2)]
    assert [pair for pair in safe if customer[pair[0]] != customer[pair[1]]] == []
    said = {pair for cluster in found.clusters for pair in combinations(sorted(cluster.records), 2)}
    real = {pair for pair in combinations(range(len(made)), 2) if customer[pair[0]] == customer[pair[1]]}
    assert len(said & real) >= 0.85 * len(real)
