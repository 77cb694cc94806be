"""Finds the members of an Office file by the names its parts give them, as Office itself does."""

import posixpath
from collections.abc import Iterable
from urllib.parse import unquote


class PartNames:
    """The members of a zip. A part's name says the same in capital letters and small ones, and some programs write
    backslashes for slashes."""

    def __init__(self, members: Iterable[str]) -> None:
        self._members = tuple(members)
        self._exact = frozenset(self._members)
        self._folded = {_folded(member): member for member in reversed(self._members)}

    def find(self, name: str) -> str | None:
        """Return the member of this name, None where there is none."""
        return name if name in self._exact else self._folded.get(_folded(name))

    def relations_of(self, part: str) -> str | None:
        """Return the member that holds the relations of a part, `""` being the whole package."""
        folder, name = posixpath.split(part.replace("\\", "/"))
        return self.find(posixpath.join(folder, "_rels", f"{name}.rels"))

    def target(self, part: str, target: str) -> str:
        """Return the member a relation of a part points at; where there is none, its name as it should be."""
        folder = posixpath.dirname(part.replace("\\", "/"))
        name = posixpath.normpath(posixpath.join("/", folder, target.replace("\\", "/"))).lstrip("/")
        return self.find(name) or name


def _folded(name: str) -> str:
    return unquote(name.replace("\\", "/")).lstrip("/").casefold()
