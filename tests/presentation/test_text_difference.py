"""The eye is led to what differs, and only to that."""

from hypothesis import given
from hypothesis import strategies as st

from tikissa.presentation.text_difference import Span, differing, marked_html, with_signs


def marked(text: str, spans: tuple[Span, ...]) -> list[str]:
    return [text[start:end] for start, end in spans]


def test_added_zeros_are_marked_in_the_new_text_only() -> None:
    gone, come = differing("100", "00100")
    assert gone == ()
    assert marked("00100", come) == ["00"]


def test_a_dash_that_becomes_a_blank_is_marked_on_both_sides() -> None:
    gone, come = differing("040-123", "040 123")
    assert marked("040-123", gone) == ["-"]
    assert marked("040 123", come) == [" "]


def test_texts_with_little_in_common_are_marked_whole() -> None:
    gone, come = differing("Matti", "Helsinki")
    assert (marked("Matti", gone), marked("Helsinki", come)) == (["Matti"], ["Helsinki"])


def test_a_long_text_is_marked_between_its_common_beginning_and_end() -> None:
    before, after = "a" * 150 + "x" + "b" * 150, "a" * 150 + "yy" + "b" * 150
    gone, come = differing(before, after)
    assert (marked(before, gone), marked(after, come)) == (["x"], ["yy"])


@given(st.text(max_size=300), st.text(max_size=300))
def test_what_is_not_marked_is_the_same_in_both(before: str, after: str) -> None:
    gone, come = differing(before, after)

    def unmarked(text: str, spans: tuple[Span, ...]) -> str:
        taken = {place for start, end in spans for place in range(start, end)}
        return "".join(letter for place, letter in enumerate(text) if place not in taken)

    assert unmarked(before, gone) == unmarked(after, come)


def test_marks_never_let_a_cell_speak_html() -> None:
    assert "<b>" not in marked_html("<b>x</b>", ((0, 3),), "red", "underline")


def test_a_space_that_goes_is_a_sign_of_its_own_and_never_looks_like_a_hyphen() -> None:
    gone, _ = differing("Kuvaamo  Oy", "Kuvaamo Oy")
    shown = with_signs("Kuvaamo  Oy", gone)
    assert shown.count("\N{OPEN BOX}") == 1
    assert "line-through" not in marked_html(shown, gone, "red", "line-through")


def test_a_short_name_inside_a_long_one_is_marked_whole() -> None:
    assert differing("Sumuharju", "Juha") == (((0, 9),), ((0, 4),))
