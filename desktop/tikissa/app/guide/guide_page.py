"""The entry guide as one page to print or to hang up: plain HTML, and the same as rows of a sheet."""

from collections.abc import Collection, Iterator
from html import escape
from typing import TYPE_CHECKING

from tikissa.app.guide.common_errors import Cause, CommonError, common_errors
from tikissa.app.guide.earlier_counts import Counts, Course, anew, better, counts_of
from tikissa.messages import has_words, say, title
from tikissa.model.analysis import Analysis
from tikissa.model.record import RecordId

if TYPE_CHECKING:
    from tikissa.app.session import Session

_MOST_COURSES = 4

_STYLE = """
body { font-family: sans-serif; font-size: 10pt; color: #1C2321; margin: 1.5cm; }
h1 { font-size: 17pt; margin-top: 0px; margin-bottom: 3px; }
h2 { font-size: 12pt; color: #0B6B5D; margin-top: 14px; margin-bottom: 3px; }
p { margin-top: 2px; margin-bottom: 2px; }
.quiet { color: #55605C; }
.example { font-family: monospace; }
.foot { color: #55605C; margin-top: 16px; }
@media print { body { margin: 0; } }
"""

Line = tuple[str, str]
"""What a line is (heading, text, example, quiet) and its words."""


def guide_lines(
    analysis: Analysis, language: str, before: Counts | None = None, new: Collection[RecordId] = frozenset()
) -> Iterator[Line]:
    """Yield the guide line by line."""
    errors = common_errors(analysis, new)
    day = analysis.settings.today
    name = analysis.register.source.path.name
    yield "title", say(language, "guide.title")
    yield "quiet", say(language, "guide.lead", name, f"{day.day}.{day.month}.{day.year}")
    if not errors:
        yield "text", say(language, "guide.nothing")
    for number, error in enumerate(errors, 1):
        yield from _of_error(number, error, language, before, len(new))
    yield from _courses(analysis, language, before)
    yield "foot", say(language, "guide.foot")


def _of_error(number: int, error: CommonError, language: str, before: Counts | None, new: int) -> Iterator[Line]:
    yield "heading", f"{number}. {title(language, error.code)} – {say(language, 'guide.rows', error.rows)}"
    if error.columns:
        yield "quiet", say(language, "guide.columns", ", ".join(error.columns))
    yield "text", advice(language, error)
    for example in error.examples:
        yield "example", f"{example.wrong}  →  {example.right}"
    if error.places:
        told = ", ".join(say(language, "guide.place", place.name, place.rows, place.of) for place in error.places)
        yield "quiet", say(language, "guide.places", told)
    if before is not None:
        counts = str(before.errors.get(error.code, 0)), str(error.rows)
        yield "quiet", say(language, "guide.last_time", *counts)
    if new:
        yield "quiet", say(language, "guide.in_new", error.in_new, new)


def advice(language: str, error: CommonError) -> str:
    """Return how to write it instead: for the very error, else for its kind of value, else in general."""
    family = error.code.partition(".")[0]
    codes = (f"guide.advice.{error.code}", f"guide.advice.{family}", "guide.advice")
    how = say(language, next(code for code in codes if has_words(code)))
    return f"{say(language, f'guide.{Cause(error.cause)}')} {how}"


def _courses(analysis: Analysis, language: str, before: Counts | None) -> Iterator[Line]:
    if before is None:
        return
    now = counts_of(analysis)
    for code, courses in (("guide.better", better(before, now)), ("guide.anew", anew(before, now))):
        if courses:
            yield "heading", say(language, code)
            yield from (("text", _course(each, language)) for each in courses[:_MOST_COURSES])


def _course(course: Course, language: str) -> str:
    return f"{title(language, course.code)}: {course.before} → {course.now}"


def basis_of(session: "Session") -> tuple[Counts | None, frozenset[RecordId]]:
    """Return what a register's guide compares with: the counts of the last visit, and the rows that came since."""
    today = session.analysis.settings.today.isoformat()
    earlier = [each for each in session.counted if each.day < today]
    new = frozenset(session.carried.recognition.new) if session.carried is not None else frozenset()
    return (earlier[-1] if earlier else None), new


_TAGS = {"title": "h1", "heading": "h2"}


def guide_page(
    analysis: Analysis, language: str, before: Counts | None = None, new: Collection[RecordId] = frozenset()
) -> str:
    """Return the page as an HTML document of its own."""
    body = "".join(_html(kind, words) for kind, words in guide_lines(analysis, language, before, new))
    head = f'<meta charset="utf-8"><title>{escape(say(language, "guide.title"))}</title><style>{_STYLE}</style>'
    return f'<!DOCTYPE html>\n<html lang="{language}"><head>{head}</head><body>{body}</body></html>\n'


def _html(kind: str, words: str) -> str:
    tag = _TAGS.get(kind, "p")
    look = "" if kind in (*_TAGS, "text") else f' class="{kind}"'
    return f"<{tag}{look}>{escape(words)}</{tag}>"
