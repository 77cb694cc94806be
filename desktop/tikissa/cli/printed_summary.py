"""What an analysis found, in a few plain lines for the terminal."""

from collections import Counter
from collections.abc import Iterable, Iterator

from tikissa.analysis.linkage import Linkage
from tikissa.cli.printed_words import Words
from tikissa.messages import title
from tikissa.model.analysis import Analysis

SHOWN_KINDS = 12


def summary(analysis: Analysis, words: Words, linkage: Linkage | None = None) -> str:
    return "\n".join(_lines(analysis, linkage, words))


def _lines(analysis: Analysis, linkage: Linkage | None, words: Words) -> Iterator[str]:
    register = analysis.register
    yield words(
        "summary.register", register.source.path.name, register.source.sheet, len(register), len(register.columns)
    )
    if linkage is not None:
        there = len(linkage.already_there)
        yield words("summary.already_there", linkage.register.source.path.name, there, len(register) - there)
    rows = sum(len(merge.records) for merge in analysis.merges)
    yield words("summary.duplicates", len(analysis.merges), rows, sum(merge.safe for merge in analysis.merges))
    yield words("summary.fixes", len(analysis.fixes), sum(fix.safe for fix in analysis.fixes))
    yield from _kinds(words, (fix.reason.code for fix in analysis.fixes))
    yield words("summary.stale", len(analysis.retires))
    yield from _kinds(words, (reason.code for retire in analysis.retires for reason in retire.reasons))
    yield words("summary.findings", len(analysis.findings))
    yield from _kinds(words, (finding.code for finding in analysis.findings))
    counted = analysis.profile.open_registers
    if counted is not None:
        yield words(counted.told.code, *counted.told.arguments)
        if counted.is_old(analysis.settings.today):
            yield words("companies.old")
    yield words("summary.untouched")


def _kinds(words: Words, codes: Iterable[str]) -> Iterator[str]:
    for code, count in Counter(codes).most_common(SHOWN_KINDS):
        yield f"  {count:>7}  {title(words.language, code)}"
