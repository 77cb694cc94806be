"""The state of the register as headed tables of plain words and numbers: what the printed page is set from."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from tikissa.messages import has_words, say, title
from tikissa.model.analysis import Analysis
from tikissa.model.register_profile import AgeClass, Decay, Estimate, Profile
from tikissa.model.trend import Measure, VisitFacts

Row = tuple[str, ...]

_FEWEST_VISITS, _MOST_VISITS = 2, 12

STATES = ("reached", "unknown", "not_allowed", "wrong")


@dataclass(frozen=True, slots=True)
class Section:
    """A table with its heading; the first column is words, the others numbers. `notes` stand below it."""

    title: str
    headers: Row
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()


def number(language: str, count: int) -> str:
    """Return a count with its thousands apart as the language writes them."""
    return f"{count:,}" if language == "en" else f"{count:,}".replace(",", "\u00a0")


@dataclass(frozen=True, slots=True)
class Page:
    """An analysis with the language it is told in."""

    analysis: Analysis
    language: str
    visits: tuple[VisitFacts, ...] = ()
    """What was found on each visit, oldest first."""
    measures: tuple[Measure, ...] = ()
    """What cleaning has changed, where anything was decided."""

    def say(self, code: str, *arguments: str | int) -> str:
        return say(self.language, f"state_page.{code}", *arguments)

    def number(self, count: int) -> str:
        """Return a count with its thousands apart as the language writes them."""
        return number(self.language, count)

    @property
    def profile(self) -> Profile:
        return self.analysis.profile


def sections(page: Page) -> Iterator[Section]:
    """Yield the sections that have something to tell, in the order they are read."""
    for section in SECTIONS:
        made = section(page)
        if made.rows or made.notes:
            yield made


def _overview(page: Page) -> Section:
    profile = page.profile
    groups = page.number(profile.duplicates.groups)
    duplicates = page.say("duplicates", groups, page.number(profile.duplicates.rows))
    counts = (
        ("rows", profile.rows),
        ("persons", profile.persons),
        ("companies", profile.companies),
        ("worth_checking", profile.stale.rows),
        ("wrong_values", profile.wrong_values.errors),
        ("out_of_reach", profile.out_of_reach),
    )
    rows = [(page.say(name), page.number(count)) for name, count in counts]
    return Section(page.say("overview"), (), (*rows[:3], (duplicates, groups), *rows[3:]))


def measured(language: str, count: int, of: int) -> str:
    """Return a number of a measure as it is written: of a share with its per cent."""
    told = number(language, count)
    return f"{told} ({round(100 * count / of)}\u00a0%)" if of else told


def _before_after(page: Page) -> Section:
    rows = tuple(
        (
            page.say(f"measure_{measure.code}"),
            measured(page.language, measure.then, measure.of_then),
            measured(page.language, measure.now, measure.of_now),
        )
        for measure in page.measures
    )
    return Section(page.say("before_after"), ("", page.say("then"), page.say("now")), rows)


def _by_code(page: Page, heading: str, counts: Mapping[str, int]) -> Section:
    ordered = sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))
    rows = tuple((title(page.language, code), page.number(count)) for code, count in ordered if has_words(code))
    return Section(page.say(heading), (), rows)


def _fixes(page: Page) -> Section:
    return _by_code(page, "fixes", page.profile.wrong_values.fixes)


def _findings(page: Page) -> Section:
    return _by_code(page, "findings", page.profile.wrong_values.findings)


def _stale(page: Page) -> Section:
    return _by_code(page, "stale", page.profile.stale.reasons)


def _reach(page: Page) -> Section:
    rows = tuple(
        (page.say(f"way_{way.way}"), *map(page.number, (way.reached, way.unknown, way.not_allowed, way.wrong)))
        for way in page.profile.reachability
    )
    return Section(page.say("reach"), ("", *(page.say(state) for state in STATES)), rows)


def _basics(page: Page) -> Section:
    """Return how full the columns are, under the register's own headers, and who lacks the basics."""
    told = page.profile.completeness
    kinds = (("persons_lacking", told.persons.lacking), ("companies_lacking", told.companies.lacking))
    filled = tuple(
        (entry.column, page.number(told.filled.get(entry.meaning, 0)))
        for entry in page.analysis.schema.columns
        if entry.meaning is not None
    )
    return Section(page.say("basics"), (), (*((page.say(name), page.number(count)) for name, count in kinds), *filled))


def _permissions(page: Page) -> Section:
    rows = tuple(
        (entry.column, *map(page.number, (entry.yes, entry.no, entry.unknown))) for entry in page.profile.permissions
    )
    return Section(page.say("permissions"), ("", page.say("yes"), page.say("no"), page.say("unknown")), rows)


def _ages(page: Page) -> Section:
    *known, unknown = page.profile.ages or (AgeClass(None, None, 0),)
    if unknown.rows == page.profile.rows:
        return Section(page.say("ages"), (), ())
    rows = tuple(
        (page.say("over_years" if age is known[-1] else "years", str(age.start), str(age.end)), page.number(age.rows))
        for age in known
    )
    return Section(page.say("ages"), (), (*rows, (page.say("age_unknown"), page.number(unknown.rows))))


def _activity(page: Page) -> Section:
    told = page.profile.activity
    groups = (
        ("activity_new", told.new),
        ("activity_active", told.active),
        ("activity_passivating", told.passivating),
        ("activity_passive", told.passive),
        ("activity_unknown", told.unknown),
        ("with_purchase_date", told.with_purchase_date),
    )
    rows = tuple((page.say(name), page.number(count)) for name, count in groups)
    return Section(page.say("activity"), (), rows if page.profile.has_dates else ())


def _decay(page: Page) -> Section:
    rows = tuple(_decay_row(page, decay) for decay in page.profile.estimated)
    sources = dict.fromkeys(source for decay in page.profile.estimated for source in decay.sources)
    notes = (page.say("decay_note"), page.say("source", "; ".join(sources))) if rows else ()
    return Section(page.say("decay"), ("", page.say("today"), page.say("in_a_year")), rows, notes)


def _decay_row(page: Page, decay: Decay) -> Row:
    def span(told: Estimate) -> str:
        low, high = page.number(told.low), page.number(told.high)
        return low if low == high else f"{low}–{high}"

    return page.say(f"decay_{decay.kind}", page.number(decay.rows)), span(decay.today), span(decay.in_a_year)


def _companies(page: Page) -> Section:
    """Return what open registers have counted."""
    counted = page.profile.open_registers
    if counted is None:
        return Section("", (), ())
    of_all = page.say("companies_of_all")
    names = ("missing",) if counted.ids_only else ("missing", "in_trouble", "renamed", "moved", "ids_found")
    rows = tuple((page.say(f"companies_{name}"), page.number(getattr(counted, name))) for name in names)
    source = counted.told.arguments[-2:]
    old = (say(page.language, "companies.old"),) if counted.is_old(page.analysis.settings.today) else ()
    notes = (page.say("source", " ".join(source)), *old)
    return Section(page.say("companies_told"), (), ((of_all, page.number(counted.companies)), *rows), notes)


def _origins(page: Page) -> Section:
    rows = tuple((entry.source, page.number(entry.rows)) for entry in page.profile.sources)
    return Section(page.say("origins"), (), rows)


def _trend(page: Page) -> Section:
    """Return how the register has fared: what comes about in entry stands apart from what wears out by itself."""
    names = ("trend_duplicates", "trend_wrong_values", "trend_stale", "trend_out_of_reach")
    rows = tuple(
        (
            f"{facts.day.day}.{facts.day.month}.{facts.day.year}",
            *map(page.number, (facts.duplicates, facts.wrong_values, facts.stale, facts.out_of_reach)),
        )
        for facts in page.visits[-_MOST_VISITS:]
    )
    told = len(page.visits) >= _FEWEST_VISITS
    headers = ("", *map(page.say, names))
    return Section(page.say("trend"), headers, rows, (page.say("trend_apart"),)) if told else Section("", (), ())


SECTIONS: tuple[Callable[[Page], Section], ...] = (
    _before_after,
    _overview,
    _trend,
    _fixes,
    _findings,
    _stale,
    _reach,
    _basics,
    _permissions,
    _ages,
    _activity,
    _companies,
    _decay,
    _origins,
)
