"""A title before or after a name is no part of it."""

import pytest

from tikissa.text.names import name_words


@pytest.mark.parametrize(
    "name",
    ["rva Aino Koski", "Neiti Aino Koski", "Fröken Aino Koski", "Frau Aino Koski", "Miss Aino Koski", "Rev. Aino Koski",
     "Proua Aino Koski", "Aino Koski, Esq."],
)  # fmt: skip
def test_a_title_is_no_part_of_a_name(name: str) -> None:
    assert name_words(name) == ("aino", "koski")
