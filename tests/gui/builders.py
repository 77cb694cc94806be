"""A small register with something of everything to decide, and a session on it, for the tests of the pages."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from builders import TODAY, fix, key, keys, surviving
from builders import register as register_of
from tikissa.app.session import Session
from tikissa.gui.common.session_model import SessionModel
from tikissa.model.analysis import Analysis, Settings
from tikissa.model.finding import Finding, Reason, Severity
from tikissa.model.golden_record import GoldenRecord, SurvivingValue
from tikissa.model.matching import CandidatePair, Cluster, MatchWeight
from tikissa.model.proposal import Merge, Retire, proposal_id
from tikissa.model.record import RecordId
from tikissa.model.register import Register
from tikissa.model.register_profile import Profile
from tikissa.model.schema import ColumnMeaning, Meaning, Schema

MEANINGS: Mapping[str, Meaning] = {
    "Asiakasnro": Meaning.CUSTOMER_NUMBER,
    "Nimi": Meaning.WHOLE_NAME,
    "Puhelin": Meaning.PHONE,
    "Sähköposti": Meaning.EMAIL,
    "Katuosoite": Meaning.STREET,
    "Postinro": Meaning.POSTAL_CODE,
    "Toimipaikka": Meaning.TOWN,
    "Markkinointikielto": Meaning.PROHIBITION,
    "Viimeisin osto": Meaning.LAST_PURCHASE,
}

ROWS: Sequence[Sequence[str]] = (
    ("88", "Matti Virtanen", "040 123 4567", "matti@example.fi", "Koivutie 3", "00100", "Helsinki", "x", "3.5.2026"),
    ("89", "Liisa Korhonen", "050-7654321", "liisa@gmial.com", "Mäkikatu 7", "2150", "Espoo", "", "12.1.2024"),
    ("90", "VIRTANEN MATTI", "040-1234567", "matti@example.fi", "Esplanadi 5", "100", "Helsinki", "", "12.1.2019"),
    ("91", "Kaisa Mäkinen", "044 5551234", "", "Rantatie 12 A 4", "33100", "Tampere", "", "1.2.2018"),
    ("92", "Ville Mäkinen", "044 5551234", "ville@example.fi", "Rantatie 12 A 4", "33100", "Tampere", "", "7.7.2025"),
    ("93", "Aino Nieminen", "+358 40 765 4321", "aino@example.fi", "Kirkkokatu 1", "70100", "Kuopio", "", "5.5.2017"),
    ("94", "aino nieminen", "0407654321", "", "Kirkkokatu 1", "70100", "Kuopio", "", ""),
    ("95", "Nieminen Aino", "040-7654321", "aino@example.fi", "Kirkkok. 1", "70100", "KUOPIO", "", "2.2.2016"),
)  # fmt: skip


def small_register(folder: Path) -> Register:
    """Return the rows as a register whose file is in the folder."""
    path = folder / "asiakkaat.csv"
    lines = [";".join(MEANINGS), *(";".join(row) for row in ROWS)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8-sig")
    register = register_of({name: [row[place] for row in ROWS] for place, name in enumerate(MEANINGS)}, path=path)
    return replace(register, source=replace(register.source, sha256=sha256(path.read_bytes()).hexdigest()))


def group(
    records: Sequence[int], evidence: Sequence[tuple[str, str, float]], safe: bool, *values: SurvivingValue
) -> Merge:
    ids = tuple(map(RecordId, records))
    weights = tuple(MatchWeight(*entry) for entry in evidence)
    pairs = tuple(CandidatePair(ids[0], other, 0.99, weights) for other in ids[1:])
    cluster = Cluster(ids, 0.99, safe, pairs, weights, pairs[0])
    names = [key(record) for record in records]
    return Merge(proposal_id("merge", *sorted(names)), cluster, GoldenRecord(ids[0], values))


def analysis(register: Register) -> Analysis:
    """Return an analysis with two kinds of fixes, three groups and two rows worth checking."""
    schema = Schema(tuple(ColumnMeaning(name, meaning, 1.0, True) for name, meaning in MEANINGS.items()))
    fixes = (
        fix(1, "Postinro", "2150", "02150", "postal_code.leading_zeros"),
        fix(2, "Postinro", "100", "00100", "postal_code.leading_zeros"),
        fix(1, "Puhelin", "050-7654321", "050 765 4321", "phone.format"),
        fix(2, "Puhelin", "040-1234567", "040 123 4567", "phone.format"),
        fix(3, "Puhelin", "044 5551234", "044 555 1234", "phone.format"),
        fix(1, "Sähköposti", "liisa@gmial.com", "liisa@gmail.com", "email.domain_typo", safe=False),
    )
    merges = (
        group(
            (5, 6, 7),
            (("phone", "exact", 9.0), ("whole_name", "exact", 7.0)),
            True,
            surviving("Puhelin", "0407654321", 6),
        ),
        group((0, 2), (("phone", "exact", 9.0), ("street", "different", -2.0)), False),
        group((3, 4), (("phone", "exact", 9.0), ("given_name", "different", -4.0)), False),
    )
    retires = tuple(
        Retire(
            proposal_id("retire", str(record)),
            RecordId(record),
            (Reason("contact.old", (when, "Viimeisin osto")),),
            0.5,
        )
        for record, when in ((3, "2/2018"), (5, "5/2017"))
    )
    settings = Settings(TODAY)
    findings = (Finding("phone.invalid", Severity.ERROR, RecordId(3), "Puhelin", ("044 5551234",)),)
    return Analysis(
        register, keys(len(register)), settings, schema, fixes, merges, (), retires, findings, Profile(), {}
    )


def model_of(folder: Path) -> SessionModel:
    """Return the window's model with a session on the small register, analysed."""
    register = small_register(folder)
    model = SessionModel()
    model.open(session_on(register, analysis(register)))
    return model


def session_on(register: Register, analysed: Analysis) -> Session:
    """Return a session on a register, in the folder of its file."""
    session = Session(register.source.path, register, register.source.path.parent)
    session.take_analysis(analysed)
    return session
