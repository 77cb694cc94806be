"""Takes a picture of every page of the window in every language, light and dark, on a laptop and on a 4K screen.

`python build_scripts/screenshots.py --output DIR` walks the real window through the sample, or `--register FILE`.
The README's pictures come from here; look at them after every change of the window.
"""

import argparse
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

BEFORE = ("start", "read_back", "overview", "fixes", "duplicates", "stale", "rows")
AFTER = ("overview", "fixes", "duplicates", "rows", "history", "save", "done")
"""Pages before anything is decided and after; those that do not exist are left out."""

CHECKOUT = Path(__file__).resolve().parents[1]
SAMPLE = CHECKOUT / "resources" / "demo" / "asiakasrekisteri.xlsx"


def main() -> int:
    chosen = _parser().parse_args()
    if chosen.size is None:
        return max(_in_a_process_of_its_own(chosen, size) for size in SIZES)
    with TemporaryDirectory(prefix="tikissa-pictures-") as folder:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        os.environ["TIKISSA_DATA"] = str(Path(folder) / "data")
        register = Path(folder) / chosen.register.name
        shutil.copy(chosen.register, register)
        _take_all(register, chosen.output, chosen.size, chosen.languages)
    return 0


def _in_a_process_of_its_own(chosen: argparse.Namespace, size: str) -> int:
    """The scaling of the screen is settled when Qt starts."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": str(SIZES[size][2])}
    arguments = ["--output", str(chosen.output), "--register", str(chosen.register), "--size", size]
    languages = ["--languages", *chosen.languages]
    return subprocess.run([sys.executable, __file__, *arguments, *languages], env=environment, check=False).returncode


def _take_all(register: Path, output: Path, size: str, languages: list[str]) -> None:
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from tikissa.gui.application import Dress
    from tikissa.gui.main_window import MainWindow
    from tikissa.gui.preferences_model import PreferencesModel

    application = QApplication([])
    preferences = PreferencesModel(register.with_name("preferences.json"))
    dress = Dress(application, preferences)
    window = MainWindow(preferences)
    window.resize(*SIZES[size][:2])
    window.show()
    window.complete()

    def wait() -> None:
        QTest.qWait(50)
        while window.runner.is_busy:
            QTest.qWait(20)
        QTest.qWait(50)

    def shoot(pages: tuple[str, ...], stage: str) -> None:
        for language in languages:
            for scheme in SCHEMES:
                preferences.change(language=language, scheme=scheme)
                for page in (page for page in pages if page in window.pages):
                    window.visit(page)
                    wait()
                    folder = output / size / language / scheme
                    folder.mkdir(parents=True, exist_ok=True)
                    window.grab().save(str(folder / f"{stage}-{page}.png"))

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
    session = model.current
    for group in session.work.fix_groups[:3]:
        model.decide(model.decider.fixes(session.analysis.keys, group.fixes))
    model.decide(model.decider.merges(session.analysis, session.work.safe_merges))
    workflow.save(Saving(targets_in(register.parent, register), IfUnsafe.SHEET, True))
    wait()
    shoot(AFTER, "2")


def _give_up(problem: BaseException) -> None:
    """A dialog would wait for ever for somebody to close it."""
    print(f"{type(problem).__name__}: {problem}", file=sys.stderr)
    os._exit(1)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=Path, required=True, metavar="DIR")
    parser.add_argument("--register", type=Path, default=SAMPLE, metavar="FILE")
    parser.add_argument("--size", choices=SIZES)
    parser.add_argument("--languages", nargs="+", choices=LANGUAGES, default=list(LANGUAGES))
    return parser


if __name__ == "__main__":
    sys.exit(main())
