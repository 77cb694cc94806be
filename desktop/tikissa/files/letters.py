"""Columns as a spreadsheet calls them: A, B, …, Z, AA."""

from functools import cache


@cache
def column_letter(index: int) -> str:
    """Return the letter of a column counted from 0."""
    letters = ""
    remaining = index + 1
    while remaining:
        remaining, letter = divmod(remaining - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


@cache
def column_index(letter: str) -> int:
    """Return the position, from 0, of the column called by this letter."""
    index = 0
    for character in letter:
        index = index * 26 + ord(character) - ord("A") + 1
    return index - 1
