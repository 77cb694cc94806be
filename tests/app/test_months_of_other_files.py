"""Three months with one register and everything else that lies on the desk, in any order: what is saved adds up and is
proven, a bought list stays outside, and who forbade contact once is on no list ever after."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from tikissa.analysis.gate_verdicts import GateVerdict
from tikissa.app.bought_columns import bought_columns
from tikissa.app.checked_list import CheckedList, check_list
from tikissa.app.contact_cards import accepting, contact_report, open_kinds
from tikissa.app.contact_memory import refusals, remember, remembered
from tikissa.app.exclusion_list import opt_out_columns
from tikissa.app.gate_acceptance import TAKEN_OVER, newer_details
from tikissa.app.merged_numbers import merged_away
from tikissa.app.month.opening import look_through, opened, settings_of
from tikissa.app.preferences import Preferences
from tikissa.app.session import Session
from tikissa.export.proof.verify import verify
from tikissa.export.save.writer import write
from tikissa.export.saving_options import WriteOptions, Written
from tikissa.files.reader import read
from tikissa.lists.mailing import mailing_list
from tikissa.lists.marketing_permissions import permissions
from tikissa.model.bought import NOTHING_BOUGHT, BoughtByLists
from tikissa.model.contact_event import REFUSALS, ContactEvent, ContactNews
from tikissa.model.finding import Reason
from tikissa.model.permission import Channel
from tikissa.model.progress import NoProgress
from tikissa.purchases.purchases import join_purchases

HEADERS = "Asiakasnro;Sukunimi;Etunimi;Katuosoite;Postinumero;Postitoimipaikka;Puhelin;Sähköposti;{column}"
NAMES = ("Ahola Aino", "Ek Eino", "Vuori Veera", "Aalto Tuomas", "Lampi Liisa", "Mäki Maija", "Oja Onni", "Uusi Ulla")
WORDS = ("", "kyllä", "ei", "kielto")
MONTHS = (date(2026, 9, 1), date(2026, 10, 1), date(2026, 11, 1))


def person(number: int) -> str:
    surname, given_name = NAMES[number % 8].split()
    place = "00100;Helsinki" if number % 2 else "33100;Tampere"
    return f"{surname}{'nen' * (number // 8)};{given_name};Tie {number};{place}"


def address(number: int) -> str:
    return f"h{number}@posti.test"


def row(number: int, said: str, customer: int | None = None) -> str:
    return f"{customer or ''};{person(number)};040 555 {1000 + number};{address(number)};{said}"


@dataclass
class Desk:
    """One month: the open register, what was dropped on it, and who has ever forbidden e-mail."""

    session: Session
    today: date
    folder: Path
    column: str
    forbade: set[str]
    bought: BoughtByLists = NOTHING_BOUGHT
    leads: set[str] = field(default_factory=set)
    known: set[str] = field(default_factory=set)

    def file(self, name: str, text: str) -> Path:
        path = self.folder / name
        path.write_text(text, "utf-8")
        return path

    def contacts(self, told: list[tuple[int, ContactNews]]) -> None:
        new = [
            ContactEvent(address(number), Channel.EMAIL, what, f"{self.today} {number} {what}", None, self.today)
            for number, what in told
        ]
        analysis = self.session.analysis
        report = contact_report((*remembered(self.session), *new), analysis, self.session.outcome)
        remember(self.session, report.events)
        for kind in open_kinds(report, analysis.keys, self.session.log):
            self.session.decide(accepting(kind, analysis, self.session.outcome, self.session.decider))
        self.forbade |= {address(number) for number, what in told if what in REFUSALS}

    def checked(self, name: str, rows: list[str]) -> CheckedList:
        listed = read(self.file(name, "\n".join((HEADERS.format(column=self.column), *rows))))
        outcome = self.session.outcome
        kept_out = (*outcome.exclusions, *refusals(remembered(self.session)))
        how = settings_of(self.session, Preferences(), self.today)
        return check_list(listed, self.session.analysis, how, added=outcome.added, exclusions=kept_out)

    def new_rows(self, told: list[tuple[int, str]]) -> None:
        checked = self.checked("uudet.csv", [row(number, said) for number, said in dict(told).items()])
        outcome, analysis = self.session.outcome, self.session.analysis
        self.known |= {address(number) for number, _ in told}
        if adding := checked.to_add(outcome, GateVerdict.NEW):
            self.session.decide(self.session.decider.added_rows(adding))
        for edits in newer_details(checked.rows, self.session.outcome, analysis.schema).values():
            self.session.decide(self.session.decider.edited_cells(analysis.keys, edits, Reason(TAKEN_OVER, ("uudet",))))

    def bought_list(self, told: list[tuple[int, str]]) -> None:
        checked = self.checked("ostettu kohderyhmä.csv", [row(number, said) for number, said in dict(told).items()])
        assert checked.are_leads
        assert not any(checked.to_add(self.session.outcome, verdict) for verdict in GateVerdict)
        self.leads |= {address(number) for number, _ in told}

    def purchases(self, told: list[tuple[int, int]]) -> None:
        lines = (f"{place};{1000 + number};5.8.2026;{cents / 100:.2f}" for place, (number, cents) in enumerate(told))
        listed = read(self.file("laskut.csv", "\n".join(("Laskunro;Asiakasnro;Laskupvm;Summa", *lines))))
        analysis = self.session.analysis
        merged = merged_away(self.session.register, analysis.schema)
        self.bought = join_purchases(listed, self.session.register, analysis.schema, analysis.settings, merged).bought

    def clean(self, _: object) -> None:
        work, decider, analysis = self.session.work, self.session.decider, self.session.analysis
        if work.safe_merges:
            self.session.decide(decider.merges(analysis, work.safe_merges))
        for group in self.session.work.fix_groups:
            self.session.decide(decider.fixes(analysis.keys, group.fixes))

    def save(self, target: Path, log: Path) -> Written:
        outcome, analysis = self.session.outcome, self.session.analysis
        columns = (*opt_out_columns(outcome, analysis, "fi"),)
        if self.bought.customers:
            columns = (*columns, *bought_columns(self.bought, self.session.register, "fi"))
        return write(outcome, target, log, WriteOptions("fi", columns=columns, meanings=analysis.schema.meanings))

    def reached(self) -> set[str]:
        analysis, session = self.session.analysis, self.session
        args = (session.outcome, analysis.schema, session.log, analysis.keys, Channel.EMAIL, self.today)
        return {written.key for _, written in mailing_list(*args).taken}

    def forbidden(self) -> Iterator[str]:
        outcome, schema = self.session.outcome, self.session.analysis.schema
        said = permissions(outcome, schema, Channel.EMAIL, self.today).forbidden
        for record in range(len(outcome.register)):
            if said[record] and (text := outcome.register.text(record, "Sähköposti")):
                yield text


NUMBERS = st.integers(0, 11)
SAYING = st.lists(st.tuples(NUMBERS, st.sampled_from(WORDS)), min_size=1, max_size=5)
STEPS = st.one_of(
    st.tuples(
        st.just("contacts"), st.lists(st.tuples(NUMBERS, st.sampled_from([*ContactNews])), min_size=1, max_size=5)
    ),
    st.tuples(st.just("new_rows"), SAYING),
    st.tuples(st.just("bought_list"), SAYING),
    st.tuples(st.just("purchases"), st.lists(st.tuples(NUMBERS, st.integers(-999, 99999)), min_size=2, max_size=8)),
    st.tuples(st.just("clean"), st.none()),
)


@settings(max_examples=5, deadline=None, phases=[Phase.explicit, Phase.generate])
@given(
    column=st.sampled_from(["Sähköpostilupa", "Sähköpostikielto", "Huomautus"]),
    said=st.lists(st.sampled_from(WORDS), min_size=8, max_size=8),
    months=st.lists(st.lists(STEPS, max_size=4), min_size=3, max_size=3),
)
def test_whatever_comes_in_whatever_order_adds_up_and_lifts_no_prohibition(
    tmp_path_factory: pytest.TempPathFactory, column: str, said: list[str], months: list[list[tuple[str, object]]]
) -> None:
    folder, forbade = tmp_path_factory.mktemp("months"), set[str]()
    path = folder / "asiakkaat.csv"
    people = [row(number, word, 1000 + number) for number, word in enumerate(said)]
    path.write_text("\n".join((HEADERS.format(column=column), *people, row(0, said[0], 1008))), "utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TIKISSA_DATA", str(folder / "data"))
        for number, (today, steps) in enumerate(zip(MONTHS, months, strict=True)):
            with opened(path, folder / "data", NoProgress(), "user") as session:
                look_through(session, settings_of(session, Preferences(), today), NoProgress())
                desk = Desk(session, today, folder, column, forbade)
                _month(desk, path, steps, folder / f"siistitty-{number}.csv", folder / f"loki-{number}.xlsx")
            shutil.copy(folder / f"siistitty-{number}.csv", path)


def _month(desk: Desk, path: Path, steps: list[tuple[str, object]], cleaned: Path, log: Path) -> None:
    desk.forbade |= {*desk.forbidden()}
    desk.known |= {*desk.session.register.cells_of("Sähköposti")}
    for step, told in steps:
        getattr(desk, step)(told)
    desk.forbade |= {*desk.forbidden()}
    assert not desk.reached() & desk.forbade
    written = desk.save(cleaned, log)
    left = written.kept + written.merged + written.archived + written.removed
    assert written.rows_in + written.added == left
    assert verify(path, cleaned, log) == ()
    assert not (desk.leads - desk.known) & {*read(cleaned).cells_of("Sähköposti")}
