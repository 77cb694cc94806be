"""Changes the code in small places and looks whether its tests notice: `python build_scripts/mutate.py matching rules`.

For each package so many places are drawn with a fixed seed; each is changed alone, in a copy of the checkout, and the
package's own tests are run until one fails. Printed are the changes that no test noticed, and the share of the others.
"""

import argparse
import ast
import os
import random
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

TOP = Path(__file__).resolve().parents[1]
PACKAGES = ("matching", "rules", "export", "review", "lists")
_COPIED = ("desktop", "tests", "resources", "build_scripts", "pyproject.toml", "README.md", ".github", "LICENSE")
_COMPARED: dict[type[ast.cmpop], str] = {
    ast.Lt: "<=", ast.LtE: "<", ast.Gt: ">=", ast.GtE: ">", ast.Eq: "!=", ast.NotEq: "==",
    ast.In: "not in", ast.NotIn: "in", ast.Is: "is not", ast.IsNot: "is",
}  # fmt: skip
_CALLED = {"min": "max", "max": "min", "any": "all", "all": "any"}
_ONLY_SPEED = re.compile(r"EVERY|OFTEN|_SAMPLE|CHUNK|CACHE|WIDEST|NARROWEST")


@dataclass(frozen=True, slots=True)
class Mutation:
    """One place, by its offsets in the file's bytes, with what stands there instead."""

    file: Path
    line: int
    start: int
    end: int
    before: str
    after: str

    def applied(self) -> str:
        source = self.file.read_bytes()
        return (source[: self.start] + self.after.encode() + source[self.end :]).decode()


def mutations(file: Path) -> Iterator[Mutation]:
    """Yield every small change of a file that keeps it a program; types and pure matters of speed are left alone."""
    source = file.read_bytes()
    starts = [0]
    for line in source.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    tree = ast.parse(source)
    skipped = {id(inner) for node in ast.walk(tree) if _is_left(node) for inner in ast.walk(node)}

    def made(first: ast.expr, last: ast.expr, after: str, between: bool = False) -> Mutation:
        begin = starts[first.lineno - 1] + first.col_offset
        end = starts[(last.end_lineno or 1) - 1] + (last.end_col_offset or 0)
        if between:
            begin = starts[(first.end_lineno or 1) - 1] + (first.end_col_offset or 0)
            end = starts[last.lineno - 1] + last.col_offset
        return Mutation(file, first.lineno, begin, end, source[begin:end].decode().strip(), after)

    for node in ast.walk(tree):
        if id(node) in skipped:
            continue
        match node:
            case ast.Compare(left=left, ops=[operator], comparators=[right]) if type(operator) in _COMPARED:
                if "(" not in (gap := made(left, right, "", True)).before and ")" not in gap.before:
                    yield made(left, right, f" {_COMPARED[type(operator)]} ", True)
            case ast.BoolOp(op=operator, values=[left, *_, right]):
                text = made(left, right, "").before
                word, other = ("and", "or") if isinstance(operator, ast.And) else ("or", "and")
                if len(re.findall(rf"\b{word}\b", text)) == len(node.values) - 1 and "(" not in text:
                    yield made(left, right, re.sub(rf"\b{word}\b", other, text))
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                yield made(node, node, made(operand, operand, "").before)
            case ast.Call(func=ast.Name(id=name)) if name in _CALLED:
                yield made(node.func, node.func, _CALLED[name])
            case ast.Constant(value=bool(value)):
                yield made(node, node, str(not value))
            case ast.Constant(value=int(value)):
                yield made(node, node, str(value + 1))
            case ast.Constant(value=float(value)):
                yield made(node, node, repr(value * 1.5))


def _is_left(node: ast.AST) -> bool:
    """Say whether nothing is changed in here: types, what is made for tests of types only, and matters of speed."""
    match node:
        case ast.keyword(arg="strict"):
            return True
        case ast.AnnAssign(target=ast.Name(id=name)) | ast.Assign(targets=[ast.Name(id=name)]):
            return bool(_ONLY_SPEED.search(name))
        case ast.Call(func=ast.Name(id="ticking") | ast.Attribute(attr="report")):
            return True
        case ast.Call(func=ast.Name(id="dataclass")):
            return True
    return False


def drawn(package: str, count: int, seed: int) -> list[Mutation]:
    """Return so many changes of a package, no two on one line."""
    files = sorted((TOP / "desktop" / "tikissa" / package).rglob("*.py"))
    all_of_them = [each for file in files for each in mutations(file)]
    random.Random(f"{seed}:{package}").shuffle(all_of_them)
    first_of_line = {(each.file, each.line): each for each in reversed(all_of_them)}
    return [each for each in all_of_them if first_of_line[each.file, each.line] is each][:count]


def is_noticed(mutation: Mutation, copy: Path, package: str, limit: float) -> bool:
    """Run the package's tests on the change until one fails, those that name the changed module first."""
    target = copy / mutation.file.relative_to(TOP)
    kept = target.read_text(encoding="utf-8")
    module = ".".join(mutation.file.relative_to(TOP / "desktop").with_suffix("").parts)
    tests = sorted((copy / "tests" / package).rglob("test_*.py"))
    near = [test for test in tests if module in test.read_text(encoding="utf-8") or mutation.file.stem in test.stem]
    others = [test for test in tests if test not in near]
    target.write_text(mutation.applied(), encoding="utf-8")
    try:
        return any(some and not _pass(some, copy, limit) for some in (near, others))
    finally:
        target.write_text(kept, encoding="utf-8")


def _pass(tests: Sequence[Path], copy: Path, limit: float) -> bool:
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider", *map(str, tests)]
    environment = {
        **os.environ,
        "PYTHONPATH": str(copy / "desktop"),
        "PYTHONDONTWRITEBYTECODE": "1",
        "QT_QPA_PLATFORM": "offscreen",
        "HYPOTHESIS_STORAGE_DIRECTORY": str(copy / "hypothesis"),
    }
    try:
        run = subprocess.run(command, cwd=copy, env=environment, capture_output=True, timeout=limit, check=False)
    except subprocess.TimeoutExpired:
        return False
    return run.returncode == 0


def score(package: str, count: int, seed: int, copy: Path) -> tuple[int, int]:
    """Return how many changes were noticed, and of how many; tell those that were not."""
    tests = sorted((copy / "tests" / package).rglob("test_*.py"))
    began = time.monotonic()
    if not _pass(tests, copy, 3600):
        raise SystemExit(f"{package}: the tests fail before anything is changed")
    limit = 60 + 4 * (time.monotonic() - began)
    chosen = drawn(package, count, seed)
    noticed = 0
    for each in chosen:
        seen = is_noticed(each, copy, package, limit)
        noticed += seen
        if not seen:
            place = each.file.relative_to(TOP / "desktop" / "tikissa")
            print(f"  not noticed: {place}:{each.line}: {each.before} -> {each.after.strip()}", flush=True)
    print(f"{package}: {noticed} of {len(chosen)} noticed ({noticed / max(len(chosen), 1):.0%})", flush=True)
    return noticed, len(chosen)


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("packages", nargs="*", default=PACKAGES, help=f"of {', '.join(PACKAGES)} and others")
    parser.add_argument("--count", type=int, default=12, help="changes a package (12)")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    with TemporaryDirectory() as folder:
        copy = Path(folder) / "tikissa"
        copy.mkdir()
        for name in _COPIED:
            if (TOP / name).is_dir():
                shutil.copytree(TOP / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
            else:
                shutil.copy(TOP / name, copy / name)
        for package in options.packages:
            score(package, options.count, options.seed, copy)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
