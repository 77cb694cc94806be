"""Runs one page of the window alone with a register in it: `python -m tikissa.gui.preview fixes --language fi`."""

import argparse
import os
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
from PySide6.QtWidgets import QApplication

from tikissa.app.session import Session
from tikissa.gui.common.page import Page
from tikissa.gui.common.preferences_model import PreferencesModel
from tikissa.gui.common.session_model import SessionModel
from tikissa.gui.common.task_runner import TaskRunner
from tikissa.gui.common.workflow import SAMPLE
from tikissa.gui.elements.theme import Scheme
from tikissa.gui.shell.application import Dress
from tikissa.gui.shell.page_list import page_types
from tikissa.messages import LANGUAGES
from tikissa.model.register import ColumnCells, Register
from tikissa.resources import resource

SEED = 2021


def register_of(path: Path, rows: int | None) -> Register:
    """Read a register and make it as long as asked for: shortened, or drawn anew from its own columns."""
    from tikissa.files.reader import read

    register = read(path)
    if rows is None:
        return register
    draw = np.random.default_rng(SEED)
    cells = tuple(_resized(column, rows, draw) for column in register.cells)
    first = int(register.row_numbers[0]) if len(register) else 2
    return replace(register, cells=cells, row_numbers=np.arange(first, first + rows, dtype=np.int32))


def _resized(cells: ColumnCells, rows: int, draw: np.random.Generator) -> ColumnCells:
    codes = cells.codes[:rows] if rows <= len(cells) else draw.choice(cells.codes, rows)
    return ColumnCells(codes.astype(np.int32), cells.texts, cells.raws)


def analysed_session(path: Path, rows: int | None = None) -> Session:
    """Open a session on a register with everything found in it."""
    from tikissa.analysis.analyse import analyse

    session = Session(path, register_of(path, rows))
    session.take_analysis(analyse(session.register, session.settings(date.today())))
    return session


def page_alone(key: str, model: SessionModel, runner: TaskRunner) -> Page:
    """Return a page by its key, its texts on and filled. Raises KeyError where there is none."""
    page = {page_type.key: page_type for page_type in page_types()}[key](model, runner)
    page.retranslate()
    page.refresh()
    return page


def main() -> int:
    chosen = _parser().parse_args()
    with TemporaryDirectory(prefix="tikissa-preview-") as folder:
        os.environ["TIKISSA_DATA"] = folder
        application = QApplication(sys.argv[:1])
        preferences = PreferencesModel(Path(folder) / "preferences.json")
        preferences.change(language=chosen.language, scheme=chosen.scheme, text_size=chosen.text_size)
        dress = Dress(application, preferences)
        model, runner = SessionModel(), TaskRunner()
        model.open(analysed_session(chosen.register, chosen.rows))
        page = page_alone(chosen.page, model, runner)
        model.changed.connect(page.refresh)
        page.resize(1134, 684)
        page.setWindowTitle(page.title())
        page.show()
        status = application.exec()
        runner.shut_down()
        model.close()
        del dress
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tikissa.gui.preview", description=__doc__)
    parser.add_argument("page", choices=[page_type.key for page_type in page_types()])
    parser.add_argument("--language", choices=LANGUAGES)
    parser.add_argument("--scheme", choices=[Scheme.LIGHT.value, Scheme.DARK.value])
    parser.add_argument("--text-size", type=int, default=100, metavar="PERCENT")
    parser.add_argument("--rows", type=int, metavar="N")
    parser.add_argument("--register", type=Path, default=resource(*SAMPLE), metavar="FILE")
    return parser


if __name__ == "__main__":
    sys.exit(main())
