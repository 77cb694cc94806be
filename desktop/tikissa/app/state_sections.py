"""The state of the register as headed tables of plain words and numbers: what the printed page is set from."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from tikissa.messages import has_words, say, title
from tikissa.model.analysis import Analysis, JsonValue
from tikissa.model.trend import VisitFacts

Facts = Mapping[str, JsonValue]
Row = tuple[str, ...]

_FEWEST_VISITS, _MOST_VISITS = 2, 12

WAYS = ("invoice", "post", "phone", "sms", "email")
STATES = ("reached", "unknown", "not_allowed", "wrong")
ACTIVITY = ("new", "active", "passivating", "passive", "unknown")


@dataclass(frozen=True, slots=True)
class Section:
    """A table with its heading; the first column is words, the others numbers. `notes` stand below it."""

    title: str
    headers: Row
    rows: tuple[Row, ...]
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Page:
    """An analysis with the language it is told in."""

    analysis: Analysis
    language: str
    visits: tuple[VisitFacts, ...] = ()
    """What was found on each visit, oldest first."""

    def say(self, code: str, *arguments: str | int) -> str:
        return say(self.language, f"state_page.{code}", *arguments)

    def number(self, count: int) -> str:
        """Return a count with its thousands apart as the language writes them."""
        return f"{count:,}" if self.language == "en" else f"{count:,}".replace(",", "\u00a0")

    def facts(self, *path: str) -> Facts:
        facts: Facts = self.analysis.profile
        for name in path:
            inner = facts.get(name)
            facts = inner if isinstance(inner, dict) else {}
        return facts

    def count(self, *path: str) -> int:
        value = self.facts(*path[:-1]).get(path[-1])
        return value if isinstance(value, int) else 0

    def shown(self, *path: str) -> str:
        return self.number(self.count(*path))


def sections(page: Page) -> Iterator[Section]:
    """Yield the sections that have something to tell, in the order they are read."""
    for section in SECTIONS:
        made = section(page)
        if made.rows or made.notes:
            yield made


def _overview(page: Page) -> Section:
    duplicates = page.say("duplicates", page.shown("duplicates", "groups"), page.shown("duplicates", "rows"))
    rows = (
        (page.say("rows"), page.shown("rows")),
        (page.say("persons"), page.shown("persons")),
        (page.say("companies"), page.shown("companies")),
        (duplicates, page.shown("duplicates", "groups")),
        (page.say("worth_checking"), page.shown("stale", "rows")),
        (page.say("wrong_values"), page.shown("wrong_values", "errors")),
        (page.say("out_of_reach"), page.shown("out_of_reach")),
    )
    return Section(page.say("overview"), (), rows)


def _by_code(page: Page, heading: str, *path: str) -> Section:
    counts = {code: page.count(*path, code) for code in page.facts(*path)}
    ordered = sorted(counts.items(), key=lambda entry: (-entry[1], entry[0]))
    rows = tuple((title(page.language, code), page.number(count)) for code, count in ordered if has_words(code))
    return Section(page.say(heading), (), rows)


def _fixes(page: Page) -> Section:
    return _by_code(page, "fixes", "wrong_values", "fixes")


def _findings(page: Page) -> Section:
    return _by_code(page, "findings", "wrong_values", "findings")


def _stale(page: Page) -> Section:
    return _by_code(page, "stale", "stale", "reasons")


def _reach(page: Page) -> Section:
    rows = tuple(
        (page.say(f"way_{way}"), *(page.shown("reachability", way, state) for state in STATES)) for way in WAYS
    )
    return Section(page.say("reach"), ("", *(page.say(state) for state in STATES)), rows)


def _basics(page: Page) -> Section:
    """Return how full the columns are, under the register's own headers, and who lacks the basics."""
    kinds = tuple(
        (page.say(f"{kind}_lacking"), page.shown("completeness", kind, "lacking")) for kind in ("persons", "companies")
    )
    known = [entry for entry in page.analysis.schema.columns if entry.meaning is not None]
    filled = tuple((entry.column, page.shown("completeness", "filled", str(entry.meaning))) for entry in known)
    return Section(page.say("basics"), (), (*kinds, *filled))


def _permissions(page: Page) -> Section:
    told = page.analysis.profile.get("permissions")
    entries = [entry for entry in told if isinstance(entry, dict)] if isinstance(told, list) else []
    rows = tuple(
        (str(entry["column"]), *(page.number(int(str(entry[answer]))) for answer in ("yes", "no", "unknown")))
        for entry in entries
    )
    return Section(page.say("permissions"), ("", page.say("yes"), page.say("no"), page.say("unknown")), rows)


def _ages(page: Page) -> Section:
    if page.count("age", "unknown") == page.count("rows"):
        return Section(page.say("ages"), (), ())
    spans = [tuple(span.split("-")) for span in page.facts("age", "years")]
    last = len(spans) - 1
    rows = tuple(
        (page.say("over_years" if place == last else "years", *span), page.shown("age", "years", "-".join(span)))
        for place, span in enumerate(spans)
    )
    return Section(page.say("ages"), (), (*rows, (page.say("age_unknown"), page.shown("age", "unknown"))))


def _activity(page: Page) -> Section:
    rows = tuple((page.say(f"activity_{group}"), page.shown("activity", group)) for group in ACTIVITY)
    dated = page.say("with_purchase_date"), page.shown("activity", "with_purchase_date")
    known = page.count("activity", "unknown") < page.count("rows")
    return Section(page.say("activity"), (), (*rows, dated) if known else ())


def _decay(page: Page) -> Section:
    rows = tuple(_decay_row(page, kind) for kind in page.facts("decay") if page.count("decay", kind, "rows"))
    sources = dict.fromkeys(source for kind in page.facts("decay") for source in _sources(page, kind))
    notes = (page.say("decay_note"), page.say("source", "; ".join(sources))) if rows else ()
    return Section(page.say("decay"), ("", page.say("today"), page.say("in_a_year")), rows, notes)


def _decay_row(page: Page, kind: str) -> Row:
    def span(when: str) -> str:
        low, high = (page.count("decay", kind, when, name) for name in ("low", "high"))
        return page.number(low) if low == high else f"{page.number(low)}–{page.number(high)}"

    return page.say(f"decay_{kind}", page.shown("decay", kind, "rows")), span("today"), span("in_a_year")


def _sources(page: Page, kind: str) -> list[str]:
    rates = page.facts("decay", kind).get("rates")
    named = [str(rate["source"]) for rate in rates if isinstance(rate, dict)] if isinstance(rates, list) else []
    return [part.strip() for source in named for part in source.split(";") if part.strip()]


def _origins(page: Page) -> Section:
    told = page.analysis.profile.get("sources")
    entries = [entry for entry in told if isinstance(entry, dict)] if isinstance(told, list) else []
    rows = tuple((str(entry["source"]), page.number(int(str(entry["rows"])))) for entry in entries)
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
    _decay,
    _origins,
)
