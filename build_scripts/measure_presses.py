"""Counts the key presses and clicks a truthful owner needs on the duplicates page until the register is right.

`measure_presses.py [--rows 1300] [--seeds 3] [--labelled FOLDER …]` makes registers of consumers, of companies and of
both with known truth,
walks the real page offscreen, and prints a line for each: presses until the pairs merged have an F1 of .99, presses in
all, those that only undid a tick or took a row out, the F1 reached and wrong pairs merged; then the same for next
month's export (5 % changed, 3 % new, 2 % gone), where last month's answers come along.

What counts as one press: a key, a click, a choice opened, a choice taken. The owner reads the list, where each group
says what its rows say differently, and gives all of them or a whole kind of difference one answer, with exceptions
unticked, where that is fewer presses than one group after another. A labelled folder holds a register and truth.json.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import combinations
from pathlib import Path
from tempfile import TemporaryDirectory

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from make_next_export import make
from tikissa.analysis.analyse import analyse
from tikissa.app.returning import carry_from, last_time
from tikissa.app.session import Session
from tikissa.files.reader import read
from tikissa.gui.common.session_model import SessionModel
from tikissa.gui.common.task_runner import TaskRunner
from tikissa.gui.duplicates.duplicates_page import DuplicatesPage
from tikissa.gui.elements.key_button import KeyButton
from tikissa.model.proposal import Merge
from tikissa.model.record import RecordId
from tikissa.review.log_state import settings
from tikissa.review.open_groups import Groups, GroupWish, counted_by_difference, open_groups, wanted

KINDS = ("consumer", "business", "mixed")
WANTED = 0.99
CHOOSING = 2
"""Presses to open a choice and to take one of it."""

Clusters = Mapping[int, object]
"""The customer of each row, by the row's number in the file."""


@dataclass(frozen=True)
class Plan:
    """One answer for several groups; `saved` are the presses that fewer are needed than one after another."""

    kind: tuple[str, ...] | None
    answer: KeyButton
    right: Callable[[Merge], bool]
    saved: int


@dataclass
class Walk:
    """One register under the hands of an owner who knows who is who."""

    page: DuplicatesPage
    model: SessionModel
    truth: Clusters
    presses: int = 0
    wasted: int = 0
    until_wanted: int | None = None
    true_pairs: int = field(init=False)

    def __post_init__(self) -> None:
        by_cluster: dict[object, int] = {}
        for cluster in map(self.cluster, range(len(self.model.current.register))):
            by_cluster[cluster] = by_cluster.get(cluster, 0) + 1
        self.true_pairs = sum(count * (count - 1) // 2 for count in by_cluster.values())
        self.look()

    def cluster(self, record: int) -> object:
        row = self.model.current.register.row(RecordId(record))
        return self.truth.get(row, f"only {row}")

    def is_same(self, merge: Merge) -> bool:
        return len(set(map(self.cluster, merge.records))) == 1

    def right_and_wrong(self) -> tuple[int, int]:
        """Return how many pairs are merged rightly and wrongly."""
        outcome, groups = self.model.current.outcome, {}
        for record, leaving in outcome.leaving.items():
            if leaving.into is not None:
                groups.setdefault(leaving.into, [leaving.into]).append(record)
        pairs = [pair for members in groups.values() for pair in combinations(members, 2)]
        right = sum(self.cluster(first) == self.cluster(second) for first, second in pairs)
        return right, len(pairs) - right

    @property
    def f1(self) -> float:
        right, wrong = self.right_and_wrong()
        return 2 * right / (right + wrong + self.true_pairs) if self.true_pairs else 1.0

    def look(self) -> None:
        if self.until_wanted is None and self.f1 >= WANTED:
            self.until_wanted = self.presses

    def press(self, button: KeyButton) -> None:
        button.click()
        self.presses += 1
        self.look()

    def go(self) -> None:
        """Answer until nothing waits."""
        while self.model.current.work.merges:
            if self.page.right.currentWidget() is self.page.question:
                self.answer_question()
            elif self.page.groups.merges_ticked:
                self.answer_ticked()
            elif not self.answer_kind():
                self.answer_one()

    def answer_question(self) -> None:
        question = self.page.question
        asked = [
            merge for merge in self.model.current.work.merges if set(question.columns) & set(merge.cluster.unexplained)
        ]
        self.presses += 1
        (question.either if all(map(self.is_same, asked)) else question.matters).click()
        self.look()

    def answer_ticked(self) -> None:
        for place, merge in enumerate(self.page.groups.merges_shown):
            if merge in self.page.groups.merges_ticked and not self.is_same(merge):
                self.toggle(place)
                self.wasted += 1
        self.press(self.page.verdicts.merge)

    def toggle(self, place: int) -> None:
        lines = self.page.groups.lines
        index = lines.model().index(place, 0)
        ticked = lines.model().data(index, Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        lines.model().setData(
            index, Qt.CheckState.Unchecked if ticked else Qt.CheckState.Checked, Qt.ItemDataRole.CheckStateRole
        )
        self.presses += 1

    def answer_kind(self) -> bool:
        """Give all that wait, or all of a kind of difference, one answer with exceptions, where that saves presses."""
        shown = self.waiting()
        kinds = [kind for kind, count in counted_by_difference(shown) if count > CHOOSING + 2]
        sets = [(None, shown), *((kind, [group for group in shown if group.differs == kind]) for kind in kinds)]
        plans = [plan for kind, groups in sets for plan in self.plans(kind, [group.merge for group in groups])]
        best = max(plans, key=lambda plan: plan.saved, default=None)
        if best is None or best.saved <= 0:
            return False
        if best.kind is not None:
            self.take_kind(best.kind)
        self.page.groups.all.click()
        self.presses += 1
        for place, merge in enumerate(self.page.groups.merges_shown):
            if not best.right(merge):
                self.toggle(place)
                self.wasted += 1
        self.press(best.answer)
        return True

    def plans(self, kind: tuple[str, ...] | None, merges: Sequence[Merge]) -> Iterator["Plan"]:
        for answer, right in ((self.page.verdicts.merge, self.is_same), (self.page.verdicts.apart, self.is_apart)):
            exceptions = sum(not right(merge) for merge in merges)
            cost = 2 + exceptions + (0 if kind is None else CHOOSING)
            yield Plan(kind, answer, right, len(merges) - exceptions - cost)

    def take_kind(self, kind: tuple[str, ...]) -> None:
        choice = self.page.groups.differs
        choice.setCurrentIndex(choice.values.index(kind))
        choice.activated.emit(choice.currentIndex())
        self.presses += CHOOSING

    def waiting(self) -> Groups:
        session, wish = self.model.current, self.page.groups.wish
        groups = open_groups(session.work, settings(session.log))
        return wanted(groups, GroupWish(wish.sureness), str) if wish.differs is None else groups[:0]

    def is_apart(self, merge: Merge) -> bool:
        return len(set(map(self.cluster, merge.records))) == len(merge.records)

    def answer_one(self) -> None:
        merge = self.page.groups.current
        assert merge is not None
        if self.is_same(merge):
            self.press(self.page.verdicts.merge)
        elif self.is_apart(merge):
            self.press(self.page.verdicts.apart)
        else:
            clusters = [self.cluster(record) for record in merge.records]
            most = max(clusters, key=clusters.count)
            for record, cluster in zip(merge.records, clusters, strict=True):
                if cluster != most:
                    self.page.panel.bar.taken_out.emit(record)
                    self.presses += CHOOSING
                    self.wasted += CHOOSING
            self.press(self.page.verdicts.merge)


def opened(path: Path, folder: Path, today: date) -> Session:
    """Read and analyse a register, with last month's answers where there are any."""
    register = read(path)
    last = last_time(path, register.source.sha256, folder)
    session = Session(path, register, folder)
    if last is not None:
        session.take_over(carry_from(last, register), last.visits)
    session.take_analysis(analyse(register, session.settings(today), session.judgements))
    return session


def walk(session: Session, truth: Clusters, name: str) -> None:
    model, runner = SessionModel(), TaskRunner()
    model.open(session)
    page = DuplicatesPage(model, runner)
    page.resize(1100, 700)
    page.retranslate()
    page.show()
    page.refresh()
    model.changed.connect(page.refresh)
    groups = len(session.work.merges)
    made = Walk(page, model, truth)
    made.go()
    reached = "–" if made.until_wanted is None else made.until_wanted
    wrong = made.right_and_wrong()[1]
    print(f"{name:22} {groups:6} {reached:>8} {made.presses:7} {made.wasted:7} {made.f1:7.4f} {wrong:6}", flush=True)
    page.close()
    runner.shut_down()
    model.close()


def months(path: Path, truth: Path, seed: int, folder: Path, name: str) -> None:
    """Walk a register, then next month's export of it."""
    facts = json.loads(truth.read_text(encoding="utf-8"))
    first = {int(row): cluster for row, cluster in facts["cluster"].items()}
    walk(opened(path, folder, date.fromisoformat(facts["today"])), first, name)
    after = path.with_name(f"next{path.suffix}")
    month = make(path, after, seed)
    after.replace(path)
    same = {int(row): first.get(int(earlier)) for row, earlier in month["same"].items()}
    walk(opened(path, folder, date(2026, 12, 1)), same, f"{name}, month two")


def measure(kind: str, seed: int, rows: int, folder: Path) -> None:
    path, told = folder / "asiakkaat.csv", folder / "truth.json"
    maker = [sys.executable, str(Path(__file__).with_name("make_large_register.py")), str(rows), str(path)]
    subprocess.run(
        [*maker, "--truth", told, "--kind", kind, "--seed", str(seed)], check=True, stdout=subprocess.DEVNULL
    )
    months(path, told, seed, folder / "sessions", f"{kind} {seed}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--rows", type=int, default=1300)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--labelled", type=Path, nargs="*", default=[])
    wanted = parser.parse_args()
    application = QApplication([])
    print(f"{'register':22} {'groups':>6} {'to .99':>8} {'in all':>7} {'wasted':>7} {'F1':>7} {'wrong':>6}")
    for kind in KINDS:
        for seed in range(1, wanted.seeds + 1):
            with TemporaryDirectory(prefix="tikissa-presses-") as folder:
                measure(kind, seed, wanted.rows, Path(folder))
    for labelled in wanted.labelled:
        with TemporaryDirectory(prefix="tikissa-presses-") as folder:
            path = Path(shutil.copy(next(labelled.glob("register.*")), folder))
            months(path, labelled / "truth.json", 1, Path(folder) / "sessions", labelled.name)
    application.quit()


if __name__ == "__main__":
    main()
