"""Made registers of any size, measured for time, memory and how both grow."""

import json
import time

from evaluation.measured import Measured, measure, plain_keys
from registers.large import invent_large
from registers.large_files import as_register, table, truth
from tikissa.schema.detect import detect


def measure_made(rows: int, kind: str = "mixed", seed: int = 1, duplicates: float = 0.15) -> Measured:
    """Measure a made register of so many rows; figures and truth are in memory, no file is read."""
    large = invent_large(rows, kind, seed, duplicates)
    made = table(large, kind)
    register = as_register(made)
    known = json.loads(json.dumps(truth(large, made, "made")))
    name = f"made:{rows}:{kind}:{seed}:{duplicates}"
    return measure(name, register, detect(register), plain_keys(rows), known)


def seconds_of_peer(rows: int) -> float:
    """Return the seconds Splink needs from the same rows to clusters."""
    from evaluation.splink_peer import link

    large = invent_large(rows, "consumer", 1, 0.15)
    made = table(large, "consumer")
    began = time.perf_counter()
    link({header: list(column) for header, column in zip(made.headers, made.columns, strict=True)})
    return round(time.perf_counter() - began, 2)
