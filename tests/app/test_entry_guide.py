"""The entry guide names the commonest errors in the register's own words, and no customer."""

from datetime import date
from pathlib import Path

import pytest

from tikissa.analysis.analyse import analyse
from tikissa.app.guide.common_errors import Cause, common_errors
from tikissa.app.guide.earlier_counts import anew, better, counts_of, earlier_counts
from tikissa.app.guide.guide_page import guide_lines, guide_page
from tikissa.app.returning import carry_from, last_time
from tikissa.app.session import Forebear, Session
from tikissa.files.reader import read
from tikissa.messages import LANGUAGES
from tikissa.model.analysis import Analysis, Settings

HEADER = "Nro;Sukunimi;Etunimi;Postinro;Toimipaikka;Puhelin;Sähköposti;Lähde"
SURNAMES = ("Ahola", "Bergström", "Eklund", "Forsman", "Haavisto", "Itkonen", "Jokela", "Kallio", "Lampi", "Mäkelä")


def _row(number: int, postal_code: str = "00100", domain: str = "esimerkki.fi", source: str = "verkkokauppa") -> str:
    surname = SURNAMES[number % 10]
    email = f"{surname}.{number}@{domain}".lower().replace("ä", "a").replace("ö", "o")
    phone = f"040 {100 + number} {2000 + 37 * number}"
    return f"{number};{surname};Aino{number};{postal_code};Helsinki;{phone};{email};{source}"


def _analysis(path: Path, rows: list[str], today: date = date(2026, 11, 1)) -> Analysis:
    path.write_text("\n".join([HEADER, *rows]) + "\n", encoding="utf-8")
    return analyse(read(path), Settings(today))


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "asiakkaat.csv"


@pytest.fixture
def register(path: Path) -> Analysis:
    """Twenty rows from a fair with their zeros lost, seven mistyped e-mail addresses of whoever, twenty right ones."""
    fair = [_row(number, "100", source="messut") for number in range(1, 21)]
    typed = [_row(number, domain="gmial.com") for number in range(21, 28)]
    return _analysis(path, [*fair, *typed, *(_row(number) for number in range(28, 48))])


def test_the_commonest_errors_come_first_with_their_columns_and_whose_rows_they_are(register: Analysis) -> None:
    zeros, mistyped = common_errors(register)[:2]
    assert (zeros.code, zeros.rows, zeros.columns) == ("postal_code.leading_zeros", 20, ("Postinro",))
    assert [(place.name, place.rows, place.of) for place in zeros.places] == [("messut", 20, 20)]
    assert (mistyped.code, mistyped.rows) == ("email.domain_typo", 7)
    assert [(place.name, place.rows, place.of) for place in mistyped.places] == [("verkkokauppa", 7, 27)]


def test_what_a_program_does_is_told_apart_from_what_people_type(register: Analysis) -> None:
    causes = {error.code: error.cause for error in common_errors(register)}
    assert causes["postal_code.leading_zeros"] is Cause.MACHINE
    assert causes["email.domain_typo"] is Cause.HABIT


def test_an_error_of_nearly_every_row_from_one_source_is_that_sources(path: Path) -> None:
    rows = [_row(number, domain="gmial.com", source="messut") for number in range(1, 12)]
    found = _analysis(path, [*rows, *(_row(number) for number in range(12, 40))])
    assert {error.code: error.cause for error in common_errors(found)}["email.domain_typo"] is Cause.MACHINE


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_customer_can_be_known_from_the_page(register: Analysis, language: str) -> None:
    page = guide_page(register, language)
    assert "…@gmial.com" in page
    assert [name for name in SURNAMES if name.lower() in page.lower()] == []
    cells = register.register.cells_of("Puhelin")
    assert [phone for phone in cells if phone in page] == []
    assert "guide." not in page


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_register_without_errors_is_told_so(path: Path, language: str) -> None:
    found = _analysis(path, [_row(number) for number in range(1, 20)])
    assert len([*guide_lines(found, language)]) == 4


def test_what_became_better_and_what_came_anew(path: Path, register: Analysis) -> None:
    rows = [*(_row(number, "100") for number in range(1, 4)), *(_row(number) for number in range(4, 48))]
    rows[30] = rows[30].replace("Helsinki", "Helinki")
    now = _analysis(path, rows)
    before = counts_of(register)
    won = {course.code: (course.before, course.now) for course in better(before, counts_of(now))}
    assert won["postal_code.leading_zeros"] == (20, 3)
    assert won["email.domain_typo"] == (7, 0)
    assert [course.code for course in anew(before, counts_of(now))] == ["town.typing_error"]


def test_the_counts_of_each_visit_come_along_to_the_next_months_file(path: Path, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    for month, lost in ((9, 6), (10, 4), (11, 2)):
        rows = [_row(number, "100" if number <= lost else "00100") for number in range(1, 30)]
        found = _analysis(path, rows, date(2026, month, 1))
        last = last_time(path, found.register.source.sha256, folder)
        carried = carry_from(last, found.register) if last is not None else None
        session = Session(path, found.register, folder)
        if last is not None and carried is not None:
            session.take_over(carried, last.visits, Forebear(last.session, len(last.log.events)))
        session.take_analysis(found)
        counted = session.counted
        session.close()
    assert [each.errors.get("postal_code.leading_zeros") for each in counted] == [6, 4, 2]
    before = earlier_counts(path, found.register.source.sha256, folder, date(2026, 11, 1))
    assert before is not None
    assert before.day == "2026-10-01"
