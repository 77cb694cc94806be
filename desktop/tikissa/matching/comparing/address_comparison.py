"""Compares addresses part by part; what one part has said already, the next one does not say again."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from tikissa.matching.comparing.compared import Bits, Compared, Levels, Records, levels_of
from tikissa.matching.comparing.term_frequency import log_shares, miswritten
from tikissa.matching.comparing.writings import Writings
from tikissa.matching.preparing.fields import Field, Fields, Vocabulary
from tikissa.reference.tables import rows
from tikissa.text.normalise import digits

EXACT, CLOSE, PART, OTHER_NUMBER, DIFFERENT = 1, 2, 3, 4, 5
_TELLING_DIGITS = 3
"""Two streets seldom both have a house of a number so long."""
EXACT_HERE, DIFFERENT_HERE, EXACT_ELSEWHERE, DIFFERENT_ELSEWHERE = 4, 5, 6, 7


class PlaceComparer:
    """Compares street, postal code and town, as far as the register has them."""

    def __init__(self, fields: Fields) -> None:
        self._street = StreetComparer(fields) if "street_name" in fields else None
        self._code = CodeComparer("postal_code", fields["postal_code"]) if "postal_code" in fields else None
        self._town = CodeComparer("town", fields["town"]) if "town" in fields else None

    def __call__(self, first: Records, second: Records) -> Mapping[str, Compared]:
        answers: dict[str, Compared] = {}
        if self._street:
            answers["street"] = self._street(first, second)
        if self._code:
            code = self._code(first, second)
            if self._town:
                towns = self._town(first, second).levels
                code = _beside_town(code, towns)
                if self._street:
                    answers["street"] = _in_two_towns(answers["street"], (code.levels == 3) & (towns == 3))
            street = answers["street"].levels if self._street else np.zeros(len(first), np.uint8)
            answers["postal_code"] = _beside_street(code, street)
        if self._town:
            town = self._town(first, second)
            answers["town"] = self._unsaid(town, answers) if answers else town
        return answers

    def _unsaid(self, town: Compared, answers: Mapping[str, Compared]) -> Compared:
        """The town speaks only where the postal code does not."""
        said = np.zeros(len(town.levels), bool)
        if "postal_code" in answers:
            said |= answers["postal_code"].levels > 0
        return Compared(np.where(said, 0, town.levels).astype(np.uint8), town.rarity)


def _beside_town(code: Compared, town: Levels) -> Compared:
    """A postal code one digit from another is another place where the towns say so."""
    levels = np.where((code.levels == 2) & (town == 3), 3, code.levels).astype(np.uint8)
    return Compared(levels, code.rarity)


def _in_two_towns(street: Compared, apart: NDArray[np.bool_]) -> Compared:
    """A street of one name and number in another town, of another postal code, is another street."""
    return Compared(np.where(apart & (street.levels > 0), DIFFERENT, street.levels).astype(np.uint8), street.rarity)


def _beside_street(code: Compared, street: Levels) -> Compared:
    """A postal code is no news at a street already the same, nor another one at another street."""
    levels = code.levels.copy()
    here = (street == EXACT) | (street == CLOSE)
    elsewhere = (street == DIFFERENT) | (street == OTHER_NUMBER)
    same, differs = (code.levels == 1) | (code.levels == 2), code.levels == 3
    levels[here & same], levels[here & differs] = EXACT_HERE, DIFFERENT_HERE
    levels[elsewhere & (code.levels == 1)] = EXACT_ELSEWHERE
    levels[elsewhere & (code.levels >= 2)] = DIFFERENT_ELSEWHERE
    return Compared(levels, code.rarity)


class CodeComparer:
    """Levels 1 exact, 2 close, 3 different, for postal codes and towns; a town written quite wrong is close too."""

    def __init__(self, name: str, field: Field) -> None:
        self._codes = field.codes[0]
        self._writings = Writings(field.values)
        self._shares = np.append(log_shares(field, 0.003, 1), np.float32(0))
        self._long_enough = (3,) if name == "postal_code" else (3, 5)
        self._areas = _areas(field.values) if name == "postal_code" else np.full(len(field.values), -1, np.int32)

    def __call__(self, first: Records, second: Records) -> Compared:
        levels = levels_of(self._codes[first], self._codes[second], 1, self._judge)
        rarer = np.minimum(self._shares[self._codes[first]], self._shares[self._codes[second]])
        return Compared(levels, np.where(levels == 2, miswritten(rarer, "close"), rarer))

    def _judge(self, left: NDArray[np.int32], right: NDArray[np.int32]) -> Levels:
        most = len(self._long_enough)
        edits, shorter = self._writings.edits(left, right, most), self._writings.shorter(left, right)
        close = (edits <= most) & (shorter >= np.array([0, *self._long_enough, 0])[edits])
        mine, theirs = self._areas[left], self._areas[right]
        two_places = (mine >= 0) & (theirs >= 0) & (mine != theirs)
        return np.where(close & ~two_places, 2, 3).astype(np.uint8)


def _areas(codes: NDArray[np.object_]) -> NDArray[np.int32]:
    """Return a number for the municipality of each postal code in use, -1 for what is none: a slip of the finger."""
    known = {row["postal_code"].lstrip("0"): row["municipality_fi"] for row in rows("postal_codes_fi")}
    return Vocabulary().codes([known.get(code, "") for code in codes.tolist()])


class StreetComparer:
    """Levels: street and number the same; nearly; the number missing from one; another number; different."""

    def __init__(self, fields: Fields) -> None:
        self._name = fields["street_name"].codes[0]
        self._number = fields["number"].codes[0] if "number" in fields else np.full(len(self._name), -1, np.int32)
        numbers = fields["number"].values if "number" in fields else np.empty(0, object)
        lengths = [len(digits(number)) for number in numbers.tolist()]
        self._is_telling = np.append(np.array(lengths, np.int32) >= _TELLING_DIGITS, False)
        self._writings = Writings(fields["street_name"].values)
        self._shares = np.append(log_shares(fields["street_name"], 0.002, 1), np.float32(0))
        house = fields.get("house")
        self._house = house.codes[0] if house else self._number
        self._house_shares = np.append(log_shares(house, 0.0002, 2), np.float32(0)) if house else self._shares

    def __call__(self, first: Records, second: Records) -> Compared:
        names = levels_of(self._name[first], self._name[second], EXACT, self._judge)
        mine, theirs = self._number[first], self._number[second]
        one_missing = (mine < 0) != (theirs < 0)
        telling = np.flatnonzero((names == DIFFERENT) & (mine == theirs) & self._is_telling[mine])
        names[telling] = self._judge_short(self._name[first[telling]], self._name[second[telling]])
        levels = names.copy()
        levels[(names > 0) & (names < DIFFERENT) & one_missing] = PART
        levels[(names > 0) & (names < DIFFERENT) & ~one_missing & (mine != theirs)] = OTHER_NUMBER
        return Compared(levels, self._rarity(levels, first, second))

    def _rarity(self, levels: Levels, first: Records, second: Records) -> Bits:
        named = np.maximum(self._shares[self._name[first]], self._shares[self._name[second]])
        housed = self._house_shares[self._house[first]]
        rarity = np.where((levels == EXACT) & (self._house[first] >= 0), housed, named)
        number_by_chance = np.float32(-5)
        return np.where(levels == CLOSE, named + number_by_chance, rarity).astype(np.float32)

    def _judge(self, left: NDArray[np.int32], right: NDArray[np.int32]) -> Levels:
        edits = self._writings.edits(left, right, 2)
        shorter = self._writings.shorter(left, right)
        close = ((edits == 1) & (shorter >= 4)) | ((edits == 2) & (shorter >= 8))
        return np.where(close, CLOSE, DIFFERENT).astype(np.uint8)

    def _judge_short(self, left: NDArray[np.int32], right: NDArray[np.int32]) -> Levels:
        """Where a house number of some digits agrees, a slip in a short name makes no other street of it."""
        edits, shorter = self._writings.edits(left, right, 2), self._writings.shorter(left, right)
        return np.where((edits <= 2) & (shorter >= edits + 2), CLOSE, DIFFERENT).astype(np.uint8)
