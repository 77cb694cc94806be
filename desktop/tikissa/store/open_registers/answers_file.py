"""What the trade register has answered to questions about single companies, kept with the day of each answer."""

import json
import sqlite3
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import NamedTuple

from tikissa.model.companies import Company, CompanyName, Place, Situation
from tikissa.model.problems import Problem
from tikissa.store.open_registers.shelf import FOLDER

_NAME = "answers.sqlite"
_TABLE = "CREATE TABLE IF NOT EXISTS answers (number INTEGER PRIMARY KEY, day TEXT NOT NULL, company TEXT)"


class Answer(NamedTuple):
    """`company` is None where the register said that it has none."""

    day: date
    company: Company | None


class AnswersFile:
    """Each answer is on disk before the next question is asked. Raises Problem where the file cannot be used."""

    def __init__(self, data: Path) -> None:
        path = data / FOLDER / _NAME
        self._folder = path.parent
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            try:
                self._connection = _open(path)
            except sqlite3.DatabaseError:
                path.unlink()  # what is damaged is asked again
                self._connection = _open(path)
        except (sqlite3.Error, OSError) as error:
            raise Problem("open_register.not_written", str(path.parent)) from error

    def keep(self, number: int, answer: Answer) -> None:
        text = json.dumps(answer.company) if answer.company else None
        try:
            values = (number, answer.day.isoformat(), text)
            self._connection.execute("INSERT OR REPLACE INTO answers VALUES (?, ?, ?)", values)
        except sqlite3.Error as error:
            raise Problem("open_register.not_written", str(self._folder)) from error

    def answers(self) -> Mapping[int, Answer]:
        rows = self._connection.execute("SELECT number, day, company FROM answers")
        return {number: Answer(date.fromisoformat(day), _company(text) if text else None) for number, day, text in rows}

    def close(self) -> None:
        self._connection.close()


def _open(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None, check_same_thread=False)
    try:
        connection.execute(_TABLE)
    except sqlite3.DatabaseError:
        connection.close()
        raise
    return connection


def has_answers(data: Path) -> bool:
    return (data / FOLDER / _NAME).is_file()


def kept_answers(data: Path) -> Mapping[int, Answer]:
    """Return the answers there are, none where none was ever asked for or the file is damaged."""
    if not has_answers(data):
        return {}
    try:
        file = AnswersFile(data)
    except Problem:
        return {}
    try:
        return file.answers()
    except (sqlite3.Error, ValueError, TypeError):
        return {}
    finally:
        file.close()


def _company(text: str) -> Company:
    number, names, form, status, ended, situations, visiting, postal, *_ = json.loads(text)
    return Company(
        number,
        tuple(CompanyName(*name) for name in names),
        form,
        status,
        ended,
        tuple(Situation(*each) for each in situations),
        _place(visiting),
        _place(postal),
    )


def _place(parts: tuple[str, str, list[str]]) -> Place:
    street, postal_code, towns = parts
    return Place(street, postal_code, tuple(towns))
