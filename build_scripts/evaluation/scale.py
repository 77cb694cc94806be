"""Made registers of any size, measured for time, memory and how both grow."""

import json
import time
from collections.abc import Callable
from typing import ParamSpec, Protocol, TypeVar

from evaluation.measured import Cost, Measured, measure, peak_megabytes, plain_keys
from registers.large import invent_large
from registers.large_files import as_register, table, truth
from tikissa.model.register import Register
from tikissa.schema.detect import detect

Arguments = ParamSpec("Arguments")
Answer = TypeVar("Answer")


class Alone(Protocol):
    """Runs work, in this process or in another."""

    def __call__(
        self, work: Callable[Arguments, Answer], /, *arguments: Arguments.args, **named: Arguments.kwargs
    ) -> Answer: ...


def here(work: Callable[Arguments, Answer], /, *arguments: Arguments.args, **named: Arguments.kwargs) -> Answer:
    return work(*arguments, **named)


def made(rows: int, kind: str, seed: int, duplicates: float) -> tuple[Register, str]:
    """Return a made register of so many rows, in memory, and what is true of it as JSON."""
    large = invent_large(rows, kind, seed, duplicates)
    columns = table(large, kind)
    return as_register(columns), json.dumps(truth(large, columns, "made"))


def measure_register(name: str, register: Register, known: str) -> Measured:
    return measure(name, register, detect(register), plain_keys(len(register)), known)


def measure_made(
    rows: int, kind: str = "mixed", seed: int = 1, duplicates: float = 0.15, alone: Alone = here
) -> Measured:
    """Measure a made register; with another `alone` it is made in one process and matched in the next.

    The memory measured is then that of the register and its matching, not of what it was made of.
    """
    register, known = alone(made, rows, kind, seed, duplicates)
    return alone(measure_register, f"made:{rows}:{kind}:{seed}:{duplicates}", register, known)


def cost_of_peer(rows: int) -> Cost:
    """Return what Splink needs from the same rows to clusters, on the clock and of all cores together."""
    from evaluation.splink_peer import link

    columns = table(invent_large(rows, "consumer", 1, 0.15), "consumer")
    began, worked = time.perf_counter(), time.process_time()
    link({header: list(column) for header, column in zip(columns.headers, columns.columns, strict=True)})
    seconds, cpu_seconds = time.perf_counter() - began, time.process_time() - worked
    return Cost(round(seconds, 2), round(cpu_seconds, 2), peak_megabytes())
