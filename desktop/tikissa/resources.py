"""Finds what ships beside the code: in the source tree, in an installed wheel and in a frozen program alike."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resource(*parts: str) -> Path:
    """Return the path of a shipped file or folder, e.g. `resource("reference", "postal_codes_fi.csv")`.

    A wheel and a frozen program carry the folder inside the package; a checkout has it at its top.
    """
    inside_package = _PACKAGE / "_resources"
    root = inside_package if inside_package.is_dir() else _PACKAGE.parents[1] / "resources"
    return root.joinpath(*parts)
