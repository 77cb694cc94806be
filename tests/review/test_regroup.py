"""A group that is looked at keeps what the analysis proposed for it, as long as nothing has been decided."""

from builders import analysis, log, register
from tikissa.matching.surviving.survivorship import golden_record
from tikissa.model.record import RecordId
from tikissa.model.schema import Meaning
from tikissa.review.derive import derive
from tikissa.review.regroup import golden_record_of

MEANINGS = {"Nimi": Meaning.WHOLE_NAME, "Viimeisin osto": Meaning.LAST_PURCHASE}


def test_a_typing_error_in_the_newest_name_does_not_survive_when_the_group_is_looked_at() -> None:
    names = ["Makela Johanan", "Johanna Mäkelä", "Johanna Aho", "Johanna Laine", "Mäkelä Eero"]
    built = register({"Nimi": names, "Viimeisin osto": ["24.6.2026", "15.2.2022", "", "", ""]})
    seen = analysis(built, meanings=MEANINGS)
    group = (RecordId(0), RecordId(1))
    looked_at = golden_record_of(seen, derive(built, seen.keys, log()), group)
    assert looked_at == golden_record(built, seen.schema, group)
    assert next(value for value in looked_at.values if value.column == "Nimi").value == "Johanna Mäkelä"
