"""A process that parses one file after the other and answers with what came of each."""

import multiprocessing
from multiprocessing.connection import Connection
from pathlib import Path

from tikissa.files.parse import Request, parse
from tikissa.files.sheet_contents import read_content
from tikissa.model.problems import FileProblem
from tikissa.model.progress import NoProgress
from tikissa.model.register import Reading

SECONDS_FOR_ONE = 20


def answers(connection: "Connection[str, Path | None]") -> None:
    while path := connection.recv():
        try:
            parse(read_content(path), Request(path, Reading()), NoProgress())
            connection.send("register")
        except FileProblem as problem:
            connection.send(problem.code)


def parse_all(paths: list[Path]) -> dict[str, int]:
    """Parse the files in one other process; return how often each answer came."""
    here, there = multiprocessing.get_context("spawn").Pipe()
    process = multiprocessing.get_context("spawn").Process(target=answers, args=(there,), daemon=True)
    process.start()
    there.close()
    counts: dict[str, int] = {}
    try:
        for path in paths:
            here.send(path)
            assert here.poll(SECONDS_FOR_ONE), f"{path.name}: no answer"
            answer = here.recv()
            counts[answer] = counts.get(answer, 0) + 1
    finally:
        process.kill()
        process.join()
        here.close()
    return counts
