"""The licences of everything that ships inside the frozen program, from the packages' own metadata."""

import re
from collections.abc import Collection, Iterator
from email.message import Message
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import cast

from packaging.requirements import Requirement

_HEAD = """Tikissä is free software under the MIT licence. It carries the packages below, each under its own licence.
PySide6, shiboken6 (with Qt) and python-stdnum are under the LGPL: they lie in files of their own beside the program
and may be replaced by other versions. Their source code: https://code.qt.io and https://arthurdejong.org/python-stdnum
"""
_RULE = "=" * 100
_LICENCE_FILE = re.compile(r"(licen[cs]e|copying|notice|authors)(?!.*\.pyc?$)", re.IGNORECASE)


def shipped(name: str, left_out: Collection[str] = ()) -> tuple[Distribution, ...]:
    """Return the distributions a package needs here, itself and those left out not among them, by name."""
    found: dict[str, Distribution] = {}
    waiting = [name]
    while waiting:
        for requirement in map(Requirement, distribution(waiting.pop()).requires or ()):
            key = requirement.name.lower().replace("_", "-")
            if (
                key in found
                or key in left_out
                or (requirement.marker and not requirement.marker.evaluate({"extra": ""}))
            ):
                continue
            try:
                found[key] = distribution(requirement.name)
            except PackageNotFoundError:
                continue
            waiting.append(requirement.name)
    return tuple(found[key] for key in sorted(found))


def _metadata(package: Distribution) -> Message:
    """Return the metadata as the message it is; its declared type leaves `get` out."""
    return cast(Message, package.metadata)


def licence_name(package: Distribution) -> str:
    metadata = _metadata(package)
    classifiers = metadata.get_all("Classifier", [])
    classified = "; ".join(line.rsplit(" :: ", 1)[-1] for line in classifiers if line.startswith("License"))
    first_line = (metadata.get("License") or "").partition("\n")[0]
    return metadata.get("License-Expression") or classified or first_line or "see the text below"


def licence_texts(package: Distribution) -> Iterator[str]:
    for file in package.files or ():
        path = Path(str(file.locate()))
        if _LICENCE_FILE.match(file.name) and path.is_file():
            yield path.read_text(encoding="utf-8", errors="replace").strip()


def notices(name: str, left_out: Collection[str] = ()) -> str:
    """Return the notices of everything a package needs, ready to be shipped."""
    parts = [_HEAD]
    for package in shipped(name, left_out):
        head = f"{package.metadata['Name']} {package.version}\nLicence: {licence_name(package)}"
        metadata = _metadata(package)
        home = metadata.get("Home-page") or next(iter(metadata.get_all("Project-URL", [])), "")
        parts += [_RULE, head + (f"\n{home}" if home else ""), *licence_texts(package)]
    return "\n\n".join(parts) + "\n"
