"""The licences of everything that ships inside the frozen program, from the packages' own metadata."""

import platform
import re
import sys
import sysconfig
from collections.abc import Collection, Iterator
from email.message import Message
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import cast

from packaging.requirements import Requirement

_HEAD = """Tikissä is free software under the MIT licence. It carries the packages below, each under its own licence.

Three of them are under the LGPL. They lie in files of their own, which may be replaced by other versions of the same:
  PySide6 and Qt: the folder PySide6 and the files Qt6*.dll (Windows), libQt6* and libpyside6* (Linux, macOS)
  shiboken6: the folder shiboken6 and the file libshiboken6* or shiboken6*.dll
  python-stdnum: the folder stdnum, as source code
Their source code: https://code.qt.io and https://arthurdejong.org/python-stdnum
"""
_RULE = "=" * 100
LICENCES = Path(__file__).resolve().parent / "licences"
_WITHOUT_TEXT = {"pyside6_essentials": ("LGPL-3.0.txt", "GPL-3.0.txt"), "shiboken6": ()}
"""Packages that carry no text of their licence, and the files here that hold it; the first gives it for both."""

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
    for name in _WITHOUT_TEXT.get(package.metadata["Name"].lower().replace("-", "_"), ()):
        yield (LICENCES / name).read_text(encoding="utf-8").strip()


def python_notice() -> str:
    """Return the notice of Python itself, which is in every frozen program."""
    text = Path(sysconfig.get_path("stdlib")) / "LICENSE.txt"
    licence = text.read_text(encoding="utf-8", errors="replace") if text.is_file() else sys.copyright
    return f"Python {platform.python_version()}\nLicence: PSF-2.0\nhttps://docs.python.org/3/license.html\n\n{licence}"


def notices(name: str, left_out: Collection[str] = ()) -> str:
    """Return the notices of everything a package needs, ready to be shipped."""
    parts = [_HEAD, _RULE, python_notice()]
    for package in shipped(name, left_out):
        head = f"{package.metadata['Name']} {package.version}\nLicence: {licence_name(package)}"
        metadata = _metadata(package)
        home = metadata.get("Home-page") or next(iter(metadata.get_all("Project-URL", [])), "")
        parts += [_RULE, head + (f"\n{home}" if home else ""), *licence_texts(package)]
    return "\n\n".join(parts) + "\n"
