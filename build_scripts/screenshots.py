"""Takes a picture of all that a person meets in the window, in every language and colour, on a laptop and on 4K.

`python build_scripts/screenshots.py --output DIR` walks the real window through the sample, `--register FILE` or a made
register of so many `--rows`; what is pictured on the way stands in `pictures/views.py`. `--text 200` shows the largest
texts, TIKISSA_STRETCH=1 stretched ones, `--only 1-overview` that picture alone. The README's pictures come from here;
look at them after every change of the window. Everywhere the same font is used: DejaVu Sans, of Debian's package
fonts-dejavu-core.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from pictures.files import clean_register, list_of, next_month, unsure_register

if TYPE_CHECKING:
    from pictures.studio import Studio

LANGUAGES = ("fi", "sv", "en")
SIZES = {"1366x768": (1366, 768, 1), "3840x2160": (1920, 1080, 2), "1280x720": (1280, 720, 1)}
"""Width and height of the window, and the scaling of the screen."""

USUAL_SIZES = ("1366x768", "3840x2160")
SCHEMES = ("light", "dark", "contrast")
FONT = "DejaVu Sans"

CHECKOUT = Path(__file__).resolve().parents[1]
SAMPLE = CHECKOUT / "resources" / "demo" / "asiakasrekisteri.xlsx"


def main() -> int:
    chosen = _parser().parse_args()
    if len(chosen.size) > 1:
        return max(_in_a_process_of_its_own(size) for size in chosen.size)
    with TemporaryDirectory(prefix="tikissa-pictures-") as folder:
        os.environ |= _screen(chosen.size[0], Path(folder) / "screen.json")
        os.environ["TIKISSA_DATA"] = str(Path(folder) / "data")
        _take_all(_register(chosen, Path(folder)), chosen)
    return 0


def _in_a_process_of_its_own(size: str) -> int:
    """The scaling of the screen is settled when Qt starts."""
    return subprocess.run([sys.executable, *sys.argv, "--size", size], check=False).returncode


def _screen(size: str, file: Path) -> dict[str, str]:
    """Return the environment of a screen as large as the window."""
    width, height, scaling = SIZES[size]
    screen = {"name": "", "x": 0, "y": 0, "width": width * scaling, "height": height * scaling}
    file.write_text(json.dumps({"screens": [{**screen, "logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}]}))
    return {"QT_QPA_PLATFORM": f"offscreen:configfile={file}", "QT_SCALE_FACTOR": str(scaling)}


def _register(chosen: argparse.Namespace, folder: Path) -> Path:
    """Put the register where saving may write beside it."""
    if chosen.rows:
        register = folder / "asiakkaat.csv"
        maker = [sys.executable, str(Path(__file__).with_name("make_large_register.py")), str(chosen.rows)]
        subprocess.run([*maker, str(register)], check=True, stdout=subprocess.DEVNULL)
        return register
    return Path(shutil.copy(chosen.register, folder))


def _take_all(register: Path, chosen: argparse.Namespace) -> None:
    from PySide6.QtGui import QFont, QFontInfo
    from PySide6.QtWidgets import QApplication

    from pictures.studio import Studio, Wish

    application = QApplication([])
    application.setFont(QFont(FONT))
    if QFontInfo(QFont(FONT)).family() != FONT:
        sys.exit(f"The font {FONT} is missing: apt install fonts-dejavu-core")
    size = chosen.size[0]
    wish = Wish(chosen.output / size, tuple(chosen.languages), tuple(chosen.schemes), tuple(chosen.only))
    studio = Studio(application, register.parent, wish, SIZES[size][:2], chosen.text)
    _walk(studio, register)
    studio.close()


def _walk(studio: "Studio", register: Path) -> None:
    """Open, analyse, check a list and take its new rows, decide what is clear, save, come back next month; with
    pictures on the way."""
    from pictures import views

    window = studio.window
    studio.picture("0", views.FIRST)
    _open(studio, unsure_register(studio.folder))
    studio.picture("0", views.UNSURE)
    _open(studio, register)
    studio.picture("1", views.READ)
    _analyse(studio)
    studio.picture("1", views.BEFORE)
    window.arrivals.check.start(list_of(register))
    studio.wait()
    studio.picture("2", views.CHECKED)
    _decide_and_save(studio, register)
    studio.picture("3", views.AFTER)
    if register.suffix in (".csv", ".xlsx"):
        next_month(register, studio.folder)
        _open(studio, register)
        _analyse(studio)
        studio.picture("4", views.RETURNED)
    _open(studio, clean_register(studio.folder))
    _analyse(studio)
    studio.picture("5", views.EMPTY)


def _open(studio: "Studio", register: Path) -> None:
    studio.window.workflow.open_file(register)
    studio.wait()


def _analyse(studio: "Studio") -> None:
    studio.window.workflow.analyse()
    studio.wait()


def _decide_and_save(studio: "Studio", register: Path) -> None:
    from tikissa.app.targets import targets_in
    from tikissa.export.saving_options import IfUnsafe
    from tikissa.gui.common.workflow import Saving

    model = studio.window.model
    session = model.current
    checked = model.checked
    assert checked is not None
    model.decide(model.decider.added_rows(checked.to_add(session.outcome)))
    for group in session.work.fix_groups[:3]:
        model.decide(model.decider.fixes(session.analysis.keys, group.fixes))
    model.decide(model.decider.merges(session.analysis, session.work.safe_merges))
    studio.window.workflow.save(Saving(targets_in(register.parent, register), IfUnsafe.SHEET, True))
    studio.wait()


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--output", type=Path, required=True, metavar="DIR")
    parser.add_argument("--register", type=Path, default=SAMPLE, metavar="FILE")
    parser.add_argument("--rows", type=int, metavar="COUNT")
    parser.add_argument("--text", type=int, default=100, metavar="PERCENT")
    parser.add_argument("--size", nargs="+", choices=SIZES, default=list(USUAL_SIZES))
    parser.add_argument("--languages", nargs="+", choices=LANGUAGES, default=list(LANGUAGES))
    parser.add_argument("--schemes", nargs="+", choices=SCHEMES, default=list(SCHEMES[:2]))
    parser.add_argument("--only", nargs="+", default=[], metavar="PICTURE")
    return parser


if __name__ == "__main__":
    sys.exit(main())
