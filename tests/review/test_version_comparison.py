"""What a newer file brings: new, changed and gone rows, those asked about, and choices that lapsed."""

from builders import DECIDER, analysis, fix, log, register, retire
from tikissa.analysis.record_keys import record_keys
from tikissa.model.decision import RetireAction
from tikissa.model.register import Register
from tikissa.review.carry_over import carry_over
from tikissa.review.queue import OpenWork
from tikissa.review.same_records import Visit
from tikissa.review.version_comparison import SinceLastTime, since_last_time
from tikissa.schema.detect import detect

MARCH = register(
    {
        "Asiakasnro": ["1000", "1001", "1002", "1003"],
        "Nimi": ["Matti Virtanen", "Aino Korpi", "Eero Lahti", "Helmi Niemi"],
        "Postinumero": ["100", "2150", "33100", "20100"],
    }
)
APRIL = register(
    {
        "Asiakasnro": ["1000", "1001", "1003", "1004"],
        "Nimi": ["Matti Virtanen", "Aino Korpi", "Helmi Niemi", "Uuno Uusi"],
        "Postinumero": ["100", "2200", "20100", "999"],
    }
)
FIXES = [fix(0, "Postinumero", "100", "00100"), fix(1, "Postinumero", "2150", "02150")]
NOTHING = OpenWork((), (), ())


def _visit(rows: Register) -> Visit:
    schema = detect(rows)
    return Visit(rows, record_keys(rows, schema), schema)


def _told(work: OpenWork = NOTHING) -> SinceLastTime:
    found = analysis(MARCH, FIXES, [], [retire(2)])
    decided = log(
        DECIDER.fixes(found.keys, found.fixes), DECIDER.retires(found.keys, found.retires, RetireAction.UP_TO_DATE)
    )
    return since_last_time(carry_over(_visit(MARCH), decided, _visit(APRIL)), work)


def test_rows_that_came_changed_and_went_are_told() -> None:
    told = _told()
    assert (told.new, told.changed, told.gone) == ({3}, {1}, (2,))


def test_choices_that_hold_are_counted_and_those_that_lapsed_are_told_by_why() -> None:
    told = _told()
    assert told.kept == 1
    assert [(len(lapsed.dropped), lapsed.rows) for lapsed in told.lapsed] == [(1, {1}), (1, frozenset())]
    assert len({lapsed.code for lapsed in told.lapsed}) == 2


def test_of_what_is_asked_only_new_and_changed_rows_count() -> None:
    told = _told(OpenWork((), (), (retire(0), retire(3))))
    assert told.asked == {3}
