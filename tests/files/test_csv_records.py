"""A text is cut into lines as Python's own streams cut it, however long it is."""

import io

from hypothesis import given
from hypothesis import strategies as st

from tikissa.files.readers.csv_records import lines_of


@given(text=st.text(st.sampled_from('ab;"\n\r\x0b\u2028')), piece=st.integers(0, 9))
def test_pieces_change_nothing_about_the_lines(text: str, piece: int) -> None:
    assert list(lines_of(text, piece)) == list(io.StringIO(text, newline=""))
