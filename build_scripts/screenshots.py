"""Takes a picture of every page of the window in every language, light and dark, on a laptop and on a 4K screen.

`python build_scripts/screenshots.py --output DIR` walks the real window through the sample, `--register FILE` or a made
register of so many `--rows`, analysed once for all languages and colours of a screen. `--text 200` shows the largest
texts, TIKISSA_STRETCH=1 stretched ones. The README's pictures come from here; look at them after every change of the
window. Everywhere the same font is used: DejaVu Sans, of Debian's package fonts-dejavu-core.
"""

import argparse
import csv
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tikissa.gui.main_window import MainWindow

Shoot = Callable[[tuple[str, ...], str], None]

LANGUAGES = ("fi", "sv", "en")
SCHEMES = ("light", "dark")
SIZES = {"1366x768": (1366, 768, 1), "3840x2160": (1920, 1080, 2)}
"""Width and height of the window, and the scaling of the screen."""

FONT = "DejaVu Sans"

BEFORE = ("start", "read_back", "overview", "fixes", "duplicates", "stale", "rows", "list_check", "history", "save")
CHECKED = ("list_check",)
AFTER = ("overview", "fixes", "duplicates", "stale", "rows", "history", "save", "done")
"""Pages before anything is decided, with a list checked, and after the clear cases were decided and saved."""

LIST_ROWS = 40

CHECKOUT = Path(__file__).resolve().parents[1]
SAMPLE = CHECKOUT / "resources" / "demo" / "asiakasrekisteri.xlsx"


def main() -> int:
    chosen = _parser().parse_args()
    if len(chosen.size) > 1:
        return max(_in_a_process_of_its_own(size) for size in chosen.size)
    with TemporaryDirectory(prefix="tikissa-pictures-") as folder:
        os.environ |= {"QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": str(SIZES[chosen.size[0]][2])}
        os.environ["TIKISSA_DATA"] = str(Path(folder) / "data")
        _take_all(_register(chosen, Path(folder)), chosen)
    return 0


def _in_a_process_of_its_own(size: str) -> int:
    """The scaling of the screen is settled when Qt starts."""
    return subprocess.run([sys.executable, *sys.argv, "--size", size], check=False).returncode


def _register(chosen: argparse.Namespace, folder: Path) -> Path:
    """Put the register where saving may write beside it."""
    if chosen.rows:
        register = folder / "asiakkaat.csv"
        maker = [sys.executable, str(Path(__file__).with_name("make_large_register.py")), str(chosen.rows)]
        subprocess.run([*maker, str(register)], check=True, stdout=subprocess.DEVNULL)
        return register
    return Path(shutil.copy(chosen.register, folder))


def _take_all(register: Path, chosen: argparse.Namespace) -> None:
    from PySide6.QtCore import QEventLoop, QTimer
    from PySide6.QtGui import QFont, QFontInfo
    from PySide6.QtWidgets import QApplication

    from tikissa.gui.application import Dress
    from tikissa.gui.main_window import MainWindow
    from tikissa.gui.preferences_model import PreferencesModel

    application = QApplication([])
    application.setFont(QFont(FONT))
    if QFontInfo(QFont(FONT)).family() != FONT:
        sys.exit(f"The font {FONT} is missing: apt install fonts-dejavu-core")
    size = chosen.size[0]
    preferences = PreferencesModel(register.with_name("preferences.json"))
    preferences.change(text_size=chosen.text)
    dress = Dress(application, preferences)
    window = MainWindow(preferences)
    window.resize(*SIZES[size][:2])
    window.show()
    window.complete()

    def rest(milliseconds: int) -> None:
        """Let the window and its work go on: QTest.qWait sleeps with Python in its hand and starves the work."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def wait() -> None:
        rest(50)
        while window.runner.is_busy:
            rest(20)
        rest(50)

    def shoot(pages: tuple[str, ...], stage: str) -> None:
        for language in chosen.languages:
            for scheme in SCHEMES:
                preferences.change(language=language, scheme=scheme)
                for page in (page for page in pages if page in window.pages):
                    window.visit(page)
                    wait()
                    folder = chosen.output / size / language / scheme
                    folder.mkdir(parents=True, exist_ok=True)
                    window.grab().save(str(folder / f"{stage}-{page}.png"))
        preferences.change(language=chosen.languages[0])  # the language of what is saved

    _walk(window, register, shoot, wait)
    window.close()
    del dress


def _walk(window: "MainWindow", register: Path, shoot: Shoot, wait: Callable[[], None]) -> None:
    """Open, analyse, decide what is clear, save; with pictures on the way."""
    from tikissa.app.targets import targets_in
    from tikissa.export.options import IfUnsafe
    from tikissa.gui.workflow import Saving

    model, workflow = window.model, window.workflow
    workflow.failed.disconnect()
    workflow.failed.connect(_give_up)
    workflow.open_file(register)
    wait()
    workflow.analyse()
    wait()
    shoot(BEFORE, "1")
    window.arrivals.check.start(_list_of(register))
    wait()
    shoot(CHECKED, "2")
    session = model.current
    for group in session.work.fix_groups[:3]:
        model.decide(model.decider.fixes(session.analysis.keys, group.fixes))
    model.decide(model.decider.merges(session.analysis, session.work.safe_merges))
    workflow.save(Saving(targets_in(register.parent, register), IfUnsafe.SHEET, True))
    wait()
    shoot(AFTER, "3")


def _list_of(register: Path) -> Path:
    """Write a list of rows that are in the register, and one put together from several, which is not."""
    from tikissa.files.reader import read

    known = read(register)
    chosen = range(0, len(known), max(1, len(known) // LIST_ROWS))
    rows = [[cells[record] for cells in known.cells] for record in chosen]
    rows.append([cells[7 * place % len(known)] for place, cells in enumerate(known.cells, start=11)])
    path = register.with_name("messut.csv")
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        csv.writer(stream, delimiter=";").writerows([[column.name for column in known.columns], *rows])
    return path


def _give_up(problem: BaseException) -> None:
    """A dialog would wait for ever for somebody to close it."""
    print(f"{type(problem).__name__}: {problem}", file=sys.stderr)
    os._exit(1)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=Path, required=True, metavar="DIR")
    parser.add_argument("--register", type=Path, default=SAMPLE, metavar="FILE")
    parser.add_argument("--rows", type=int, metavar="COUNT")
    parser.add_argument("--text", type=int, default=100, metavar="PERCENT")
    parser.add_argument("--size", nargs="+", choices=SIZES, default=list(SIZES))
    parser.add_argument("--languages", nargs="+", choices=LANGUAGES, default=list(LANGUAGES))
    return parser


if __name__ == "__main__":
    sys.exit(main())
