"""Whether it matters which value stays is asked once a column, remembered, and carried to the column's next name."""

from dataclasses import replace

from builders import merge
from tikissa.model.decision import SettingItem
from tikissa.model.proposal import Merge
from tikissa.review.settled import answer, nearly_sure, questions, settled_columns
from tikissa.review.styles import column_of, renamed


def differing(first: int, *columns: str) -> Merge:
    made = merge([first, first + 1], safe=False)
    return replace(made, cluster=replace(made.cluster, unexplained=columns))


GROUPS = (differing(0, "Ryhmä"), differing(2, "Ryhmä"), differing(4, "Ryhmä", "Kieli"), differing(6))


def test_groups_are_asked_about_by_the_columns_they_differ_in_most_first() -> None:
    assert [(columns, len(groups)) for columns, groups in questions(GROUPS, {})] == [
        (("Ryhmä",), 2),
        (("Ryhmä", "Kieli"), 1),
    ]


def test_an_answer_settles_a_column_and_leaves_only_what_is_still_unanswered() -> None:
    said = answer(("Ryhmä",), matters=False)
    assert settled_columns(said) == {"Ryhmä"}
    assert [columns for columns, _ in questions(GROUPS, said)] == [("Kieli",)]
    assert nearly_sure(GROUPS, said) == GROUPS[:2]


def test_a_column_that_matters_is_not_asked_about_again() -> None:
    said = answer(("Ryhmä",), matters=True)
    assert questions(GROUPS, said) == []
    assert nearly_sure(GROUPS, said) == ()


def test_an_answer_follows_its_column_to_next_months_header() -> None:
    ((name, value),) = answer(("Ryhmä",), matters=False).items()
    assert column_of(name) == "Ryhmä"
    assert settled_columns({renamed(SettingItem(name, value), "Asiakasryhmä").name: value}) == {"Asiakasryhmä"}
