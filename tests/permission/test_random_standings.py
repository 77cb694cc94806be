"""What several columns say of one customer together, whatever stands in them: held against the rule in plain words."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as some

from builders import TODAY, log, register
from tikissa.analysis.analyse import analyse
from tikissa.lists.mailing import mailing_list
from tikissa.model.analysis import Settings
from tikissa.model.permission import ANY, Channel, Ways
from tikissa.permission.row_permissions import standings_of
from tikissa.review.derive import derive
from tikissa.schema.detect import detect

COLUMNS: dict[str, Ways] = {
    "SMS-lupa": frozenset({Channel.SMS}),
    "Tekstiviestilupa": frozenset({Channel.SMS}),
    "Sähköpostilupa": frozenset({Channel.EMAIL}),
    "Puhelinlupa": frozenset({Channel.PHONE}),
    "Postilupa": frozenset({Channel.POST}),
    "Markkinointilupa": ANY,
}
ANSWERS = ("kyllä", "ei", "")
DAYS = (None, date(2023, 5, 3), date(2024, 5, 3))
Cell = tuple[str, date | None]
CELLS = some.tuples(some.sampled_from(ANSWERS), some.sampled_from(DAYS)).filter(lambda cell: cell[0] or not cell[1])
OF_ONE_CHANNEL = some.fixed_dictionaries({"SMS-lupa": CELLS, "Tekstiviestilupa": CELLS})
ROWS = some.dictionaries(some.sampled_from(sorted(COLUMNS)), CELLS, min_size=1) | OF_ONE_CHANNEL


def _text(cell: Cell) -> str:
    answer, day = cell
    return f"{answer} {day.day}.{day.month}.{day.year}" if day else answer


def _forbidden(row: dict[str, Cell], way: Channel) -> bool:
    """A no without a day holds; one with a day until a later yes of the same channels."""
    speaking = [(COLUMNS[name], *cell) for name, cell in row.items() if way in COLUMNS[name]]
    return any(
        answer == "ei"
        and (
            day is None
            or not any(ways == own and said == "kyllä" and then and then > day for ways, said, then in speaking)
        )
        for own, answer, day in speaking
    )


@settings(max_examples=150, deadline=None)
@given(ROWS)
def test_the_strictest_word_holds_and_of_words_with_days_the_newest(row: dict[str, Cell]) -> None:
    # a second customer with both answers, so that each column is one of answers
    texts = {name: [_text(cell), "kyllä", "ei"] for name, cell in row.items()}
    built = register({"Nimi": ["Aino Ahola", "Eino Ek", "Outi Oja"]} | texts)
    standing = standings_of(built, detect(built, today=TODAY), TODAY)
    assert {way: bool(standing.forbidden[way][0]) for way in Channel} == {way: _forbidden(row, way) for way in Channel}


@settings(max_examples=40, deadline=None)
@given(some.dictionaries(some.sampled_from(sorted(COLUMNS)), some.sampled_from(("kyllä", "ei", "zzz", "")), min_size=1))
def test_nobody_is_on_a_list_whose_channel_a_word_forbids_or_may_forbid(row: dict[str, str]) -> None:
    built = register(
        {
            "Nimi": ["Aino Ahola", "Eino Ek", "Outi Oja"],
            "Puhelin": ["040 881 0023", "040 881 0024", "040 881 0025"],
            "Sähköposti": ["aino@posti.fi", "eino@posti.fi", "outi@posti.fi"],
            "Katuosoite": ["Puistotie 2", "Mäkitie 3", "Rantatie 1"],
            "Postinumero": ["40100"] * 3,
            "Postitoimipaikka": ["Jyväskylä"] * 3,
        }
        | {name: [text, "kyllä", "ei"] for name, text in row.items()}
    )
    seen = analyse(built, Settings(TODAY))
    outcome = derive(seen.register, seen.keys, log())
    for way in Channel:
        said = [text for name, text in row.items() if way in COLUMNS[name]]
        on_it = 0 in [record for record, _ in mailing_list(outcome, seen.schema, log(), seen.keys, way, TODAY).taken]
        named = [text for name, text in row.items() if COLUMNS[name] == frozenset({way})]
        asks = way in (Channel.SMS, Channel.EMAIL) and bool(said)
        allowed = "kyllä" in (named or said)
        assert on_it is (not {"ei", "zzz"} & set(said) and (allowed or not asks)), way


@settings(max_examples=30, deadline=None)
@given(
    some.sampled_from(sorted(COLUMNS)),
    some.lists(some.sampled_from(("kyllä", "ei", "zzz", "")), min_size=2, max_size=3),
)
def test_a_merge_keeps_the_strictest_word_and_every_word_that_nobody_understands(header: str, texts: list[str]) -> None:
    size = len(texts)
    built = register(
        {
            "Nimi": ["Aino Ahola"] * size + ["Eino Ek", "Outi Oja"],
            "Puhelin": ["040 881 0023"] * size + ["040 881 0024", "040 881 0025"],
            header: [*texts, "kyllä", "ei"],
        }
    )
    seen = analyse(built, Settings(TODAY))
    merge = next(merge for merge in seen.merges if 0 in merge.records)
    kept = {value.column: value.value for value in merge.golden.values}.get(header)
    survivor = texts[merge.golden.survivor] if kept is None else kept
    if "zzz" in texts:
        assert set(filter(None, texts)) <= set(survivor.split("; "))
        assert not merge.safe or len(set(filter(None, texts))) == 1
    else:
        assert survivor == ("ei" if "ei" in texts else "kyllä" if "kyllä" in texts else "")
