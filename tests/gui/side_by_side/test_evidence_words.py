"""What is the same is never called different, whatever it weighs."""

import pytest

from tikissa.gui.side_by_side.evidence_words import different, in_common
from tikissa.model.matching import MatchWeight

WEIGHTS = (
    MatchWeight("phone", "exact", 4.2),
    MatchWeight("postal_code", "exact", -0.1),
    MatchWeight("email", "shared", -0.3),
    MatchWeight("street", "different", 0.0),
    MatchWeight("given_name", "initial", -0.4),
)


@pytest.mark.usefixtures("qapp")
def test_a_field_stands_under_the_heading_that_is_seen_to_be_true() -> None:
    assert in_common(WEIGHTS) == ["Phone", "Postal code", "E-mail (the company’s shared address)"]
    assert different(WEIGHTS) == ["First name (the same initial)", "Street address"]
