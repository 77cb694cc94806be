"""Whatever a list says in whatever columns, and whatever words name the channels: nothing is added and nothing lost."""

from hypothesis import given, settings
from hypothesis import strategies as some

from builders import TODAY, register
from permission.test_random_standings import COLUMNS
from tikissa.analysis.analyse import analyse
from tikissa.analysis.gate import gate
from tikissa.analysis.gate_verdicts import GateVerdict
from tikissa.analysis.linkage import side_of
from tikissa.model.analysis import Settings
from tikissa.model.permission import NONE, Channel, PermissionColumn, Said, Stance, Subject, Ways
from tikissa.permission.notes import said_in_words
from tikissa.permission.permission_cells import said
from tikissa.permission.phrases import together
from tikissa.permission.row_permissions import standings_of
from tikissa.schema.detect import detect

SETTLED = (GateVerdict.IN_CONFLICT, GateVerdict.FORBIDDEN, GateVerdict.NEEDS_FIXING, GateVerdict.CHANGED)
ANSWERS = some.sampled_from(("kyllä", "ei", ""))
LISTED = some.dictionaries(some.sampled_from(sorted((*COLUMNS, "Ei tekstiviestejä"))), ANSWERS, min_size=1, max_size=3)
OF_ONE_CHANNEL = some.fixed_dictionaries({"SMS-lupa": ANSWERS, "Tekstiviestilupa": ANSWERS})
KNOWN = some.lists(some.sampled_from(sorted(COLUMNS)), min_size=1, max_size=3, unique=True) | some.just(["SMS-lupa"])
OTHERS = ["Eino Ek", "Outi Oja"]


def _people(*names: str) -> dict[str, list[str]]:
    first = [name.split()[0].casefold() for name in names]
    return {"Nimi": [*names], "Sähköposti": [f"{name}@posti.fi" for name in first]}


@settings(max_examples=60, deadline=None)
@given(LISTED | OF_ONE_CHANNEL, KNOWN)
def test_the_register_takes_from_a_list_what_it_says_and_what_it_cannot_take_is_settled_by_the_user(
    listed: dict[str, str], known: list[str]
) -> None:
    own = register(_people("Aino Ahola", *OTHERS) | {name: ["kyllä", "kyllä", "ei"] for name in known})
    new = register(_people("Aino Ahola", *OTHERS) | {name: [text, "kyllä", "ei"] for name, text in listed.items()})
    side = side_of(analyse(own, Settings(TODAY)))
    found = gate(new, side, Settings(TODAY))
    told, placed = standings_of(new, detect(new), TODAY), standings_of(found.entering, side.schema, TODAY)
    for way in Channel:
        assert not placed.allowed[way][0] or (told.allowed[way][0] and not told.forbidden[way][0]), way
        assert not placed.forbidden[way][0] or told.forbidden[way][0], way
        if told.forbidden[way][0] and not placed.forbidden[way][0]:
            assert found.rows[0].verdict in SETTLED, way


WORDS: dict[Channel, tuple[str, ...]] = {
    Channel.EMAIL: ("sähköposteja", "uutiskirjeitä", "emails", "nyhetsbrev"),
    Channel.SMS: ("tekstiviestejä", "tekstareita", "text messages", "sms"),
    Channel.PHONE: ("puheluita", "soittoja", "phone calls", "samtal"),
    Channel.POST: ("kirjeitä", "mainospostia", "letters", "brev"),
}
LANGUAGES = (
    ("ei", "ei halua", "ei saa lähettää"),
    ("no", "no more", "does not want"),
    ("inga", "vill inte ha", "skicka inga"),
)
PLACES = ((0, 1), (2,), (3,))


@some.composite
def refusals(draw: some.DrawFn) -> tuple[str, Ways]:
    """A text that refuses one channel or two, and which."""
    language = draw(some.integers(0, 2))
    channels = draw(some.lists(some.sampled_from([*Channel]), min_size=1, max_size=2, unique=True))
    no = draw(some.sampled_from(LANGUAGES[language]))
    words = [WORDS[way][draw(some.sampled_from(PLACES[language]))] for way in channels]
    joint = draw(some.sampled_from((f", {no} ", ", ")))
    return f"{no} {joint.join(words)}", frozenset(channels)


SAID = some.builds(
    lambda stance, ways: Said(
        stance, ways if stance is Stance.ALLOWED else NONE, ways if stance is Stance.FORBIDDEN else NONE
    ),
    some.sampled_from((Stance.ALLOWED, Stance.FORBIDDEN)),
    some.frozensets(some.sampled_from([*Channel]), min_size=1),
)


@settings(max_examples=60, deadline=None)
@given(some.lists(SAID, min_size=1, max_size=4))
def test_of_several_words_none_allows_what_another_forbids(words: list[Said]) -> None:
    told = together(words)
    assert told.forbidden == frozenset().union(*(word.forbidden for word in words))
    assert told.allowed == frozenset().union(*(word.allowed for word in words)) - told.forbidden


@settings(max_examples=120, deadline=None)
@given(refusals())
def test_a_refusal_in_words_is_of_the_channels_it_names_alone(refusal: tuple[str, Ways]) -> None:
    text, ways = refusal
    for column in ("Markkinointilupa", "Lupatiedot"):
        told = said(PermissionColumn(column, Subject.PERMISSION), text)
        assert (told.forbidden, told.allowed & told.forbidden) == (ways, frozenset())
    assert said_in_words(text).forbidden == ways
