"""Counts what makes the house easy or hard to find one's way in: `python build_scripts/count_house.py [CHECKOUT]`.

Prints files and their lines, file names used twice, circles among imports, files of the window without Qt, files whose
one importer stands beside them, and with `--walk` the rooms that analysing and saving the sample pass through.
"""

import argparse
import ast
import statistics
import subprocess
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

TOP = Path(__file__).resolve().parents[1]
WALK = """
import sys, tempfile
from datetime import date
from pathlib import Path
from tikissa.analysis.analyse import analyse
from tikissa.cli.main import main
from tikissa.files.reader import read
from tikissa.model.analysis import Settings
sample, prefix = Path(sys.argv[1]), sys.argv[2]
def rooms_of(call):
    seen = set()
    def note(frame, event, _):
        name = frame.f_code.co_filename
        if name.startswith(prefix):
            seen.add(name[len(prefix) + 1:].rpartition("/")[0])
    sys.setprofile(note)
    try:
        return call(), seen
    finally:
        sys.setprofile(None)
register = read(sample)
analysis, rooms = rooms_of(lambda: analyse(register, Settings(date(2026, 11, 1))))
print("analyse:", len(rooms), ", ".join(sorted(rooms)))
import importlib
writer = next(importlib.import_module(name) for name in ("tikissa.export.save.writer", "tikissa.export.writer")
              if importlib.util.find_spec(name.rpartition(".")[0]) and importlib.util.find_spec(name))
from tikissa.model.decision import DecisionLog
from tikissa.review.decisions import Decider
from tikissa.review.derive import derive
from datetime import UTC, datetime
log = DecisionLog().append(Decider(datetime(2026, 11, 1, tzinfo=UTC), "user").merges(analysis, analysis.merges))
outcome = derive(register, analysis.keys, log)
with tempfile.TemporaryDirectory() as folder:
    _, rooms = rooms_of(lambda: writer.write(outcome, Path(folder) / "b.xlsx", Path(folder) / "log.xlsx"))
print("write:", len(rooms), ", ".join(sorted(rooms)))
"""


@dataclass(frozen=True)
class House:
    """The modules of a checkout, each by its dotted name, and what they import of each other."""

    checkout: Path

    @cached_property
    def modules(self) -> dict[str, Path]:
        source = self.checkout / "desktop"
        found = {}
        for path in sorted((source / "tikissa").rglob("*.py")):
            name = ".".join(path.relative_to(source).with_suffix("").parts)
            found[name.removesuffix(".__init__")] = path
        return found

    @cached_property
    def imports(self) -> dict[str, frozenset[str]]:
        """What each module imports, its own package's and others' top names, those for types only among them."""
        return {name: frozenset(self._imported(path)) for name, path in self.modules.items()}

    def _imported(self, path: Path) -> Iterator[str]:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module:
                for alias in node.names:
                    whole = f"{node.module}.{alias.name}"
                    yield whole if whole in self.modules else node.module
            elif isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)

    @cached_property
    def own_imports(self) -> dict[str, frozenset[str]]:
        return {name: (found & self.modules.keys()) - {name} for name, found in self.imports.items()}

    @property
    def files(self) -> list[Path]:
        """The files with anything in them."""
        return [path for path in self.modules.values() if path.read_text(encoding="utf-8").strip()]

    def lines(self) -> list[int]:
        return sorted(len(path.read_text(encoding="utf-8").splitlines()) for path in self.files)

    def names_used_twice(self) -> list[str]:
        names = Counter(path.name for path in self.modules.values() if path.name != "__init__.py")
        return sorted(name for name, count in names.items() if count > 1)

    def circle_of_files(self) -> list[str]:
        """Return the first circle found among the imports of files, [] where there is none."""
        return _circle(self.own_imports)

    def circle_of_rooms(self) -> list[str]:
        """Return the first circle found among rooms, [] where there is none; the few files beside rooms are none."""
        rooms: dict[str, set[str]] = defaultdict(set)
        for name, found in self.own_imports.items():
            if self.room(name) != name:
                rooms[self.room(name)] |= {self.room(each) for each in found if self.room(each) != each}
        return _circle({room: found - {room} for room, found in rooms.items()})

    def room(self, name: str) -> str:
        """Return the folder a module stands in; one beside a package's rooms is a room by itself."""
        if name in self._packages:
            return name
        folder = name.rpartition(".")[0]
        return folder if folder not in self._houses else name

    @cached_property
    def _packages(self) -> frozenset[str]:
        return frozenset(name for name, path in self.modules.items() if path.name == "__init__.py")

    @cached_property
    def _houses(self) -> frozenset[str]:
        """The packages that hold rooms."""
        return frozenset(name.rpartition(".")[0] for name in self._packages)

    def window_files_without_qt(self) -> list[str]:
        """Return the modules of the window that reach Qt by no import of their own or of another of its modules."""
        window = {name for name in self.modules if name.startswith("tikissa.gui.")} - self._packages
        with_qt = {name for name in window if any(each.startswith("PySide6") for each in self.imports[name])}
        while more := {name for name in window - with_qt if self.own_imports[name] & with_qt}:
            with_qt |= more
        quoting = {name for name in window if "PySide6" in self.modules[name].read_text(encoding="utf-8")}
        return sorted(window - with_qt - quoting)

    def importers(self) -> Mapping[str, Set[str]]:
        found: dict[str, set[str]] = defaultdict(set)
        for name, importeds in self.own_imports.items():
            for each in importeds:
                found[each].add(name)
        return found

    def with_one_importer_beside(self) -> list[str]:
        found = self.importers()
        return sorted(
            name
            for name in self.modules.keys() - self._packages
            if len(found[name]) == 1 and next(iter(found[name])).rpartition(".")[0] == name.rpartition(".")[0]
        )


def _circle(graph: Mapping[str, Set[str]]) -> list[str]:
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as error:
        return list(error.args[1])
    return []


def walk(house: House) -> str:
    """Run the sample through `analyse` and `write` and tell the rooms each enters."""
    sample = house.checkout / "resources" / "demo" / "asiakasrekisteri.xlsx"
    source = house.checkout / "desktop"
    command = [sys.executable, "-c", WALK, str(sample), str(source / "tikissa")]
    return subprocess.run(
        command, env={"PYTHONPATH": str(source)}, check=True, capture_output=True, text=True
    ).stdout.strip()


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkout", nargs="?", type=Path, default=TOP)
    parser.add_argument("--walk", action="store_true", help="tell the rooms that a call passes through")
    options = parser.parse_args(arguments)
    house = House(options.checkout)
    lines = house.lines()
    rooms = {house.room(name) for name in house.modules}
    arrows = sum(house.room(name) != house.room(each) for name in house.modules for each in house.own_imports[name])
    twice, without_qt, beside = (
        house.names_used_twice(),
        house.window_files_without_qt(),
        house.with_one_importer_beside(),
    )
    print(f"files {len(lines)}, lines {sum(lines)}: median {statistics.median(lines):.0f}, ", end="")
    print(f"95 % within {lines[int(len(lines) * 0.95)]}, longest {lines[-1]}")
    print(f"rooms {len(rooms)}, imports from one room of another {arrows}")
    print(f"file names used twice {len(twice)} {' '.join(twice)}")
    print(f"a circle of files: {' -> '.join(house.circle_of_files()) or 'none'}")
    print(f"a circle of rooms: {' -> '.join(house.circle_of_rooms()) or 'none'}")
    print(f"files of the window that reach no Qt {len(without_qt)} {' '.join(without_qt)}")
    print(f"files whose one importer stands beside them {len(beside)}")
    if options.walk:
        print(walk(house))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
