"""The state of the register as one printable page: plain HTML, for a browser, a printer or a PDF."""

from html import escape

from tikissa.app.state_sections import Page, Section, sections
from tikissa.model.analysis import Analysis
from tikissa.model.trend import Measure, VisitFacts

# The window's text engine, which sets the PDF, knows no margins or paddings given all at once.
_STYLE = """
body { font-family: sans-serif; font-size: 9.5pt; color: #1C2321; margin: 1.5cm; }
h1 { font-size: 17pt; margin-top: 0px; margin-bottom: 3px; }
h2 { font-size: 12pt; color: #0B6B5D; margin-top: 15px; margin-bottom: 5px; }
p { color: #55605C; margin-top: 4px; margin-bottom: 2px; }
table { border-collapse: collapse; width: 100%; }
th, td { border-bottom: 1px solid #D9DDD8; padding-top: 1px; padding-bottom: 1px; padding-left: 6px; }
th { color: #55605C; font-weight: normal; }
.words { padding-left: 0px; }
main { columns: 2; column-gap: 1cm; }
section { break-inside: avoid; }
@media print { body { margin: 0; font-size: 8.5pt; } }
"""


def state_page(
    analysis: Analysis,
    language: str,
    visits: tuple[VisitFacts, ...] = (),
    measures: tuple[Measure, ...] = (),
) -> str:
    """Return the page as an HTML document of its own, which the window's text engine can show and print too; `visits`
    are what was found on each visit, `measures` what cleaning has changed since."""
    page = Page(analysis, language, visits, measures)
    register = analysis.register
    day = analysis.settings.today
    lead = page.say("lead", register.source.path.name, register.source.sheet, f"{day.day}.{day.month}.{day.year}")
    body = "".join(_section(section) for section in sections(page))
    untouched = "" if measures else f"<p>{escape(page.say('untouched'))}</p>"
    return (
        f'<!DOCTYPE html>\n<html lang="{language}"><head><meta charset="utf-8">'
        f"<title>{escape(page.say('title'))}</title><style>{_STYLE}</style></head><body>"
        f"<h1>{escape(page.say('title'))}</h1><p>{escape(lead)}</p>"
        f"<main>{body}</main>{untouched}</body></html>\n"
    )


def _section(section: Section) -> str:
    head = _row("th", section.headers) if section.headers else ""
    rows = "".join(_row("td", row) for row in section.rows)
    notes = "".join(f"<p>{escape(note)}</p>" for note in section.notes)
    table = f'<table width="100%">{head}{rows}</table>'
    return f"<section><h2>{escape(section.title)}</h2>{table}{notes}</section>"


def _row(tag: str, texts: tuple[str, ...]) -> str:
    words, *numbers = texts
    cells = "".join(f'<{tag} align="right">{escape(number)}</{tag}>' for number in numbers)
    return f'<tr><{tag} class="words">{escape(words)}</{tag}>{cells}</tr>'
