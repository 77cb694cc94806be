"""Where a build comes from and who answers for it, as Debian and the software centres show it."""

import getpass
import os
import re
import socket
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Origin:
    """A page of the product's own, or "" where a build comes from no public place; `Name <address>` of a maintainer."""

    homepage: str
    maintainer: str


def origin(checkout: Path, surroundings: Mapping[str, str] = os.environ) -> Origin:
    return Origin(_homepage(checkout, surroundings), _maintainer(checkout, surroundings))


def _homepage(checkout: Path, surroundings: Mapping[str, str]) -> str:
    """Return TIKISSA_HOMEPAGE, else the repository a release workflow runs in, else the one this checkout came from."""
    if page := surroundings.get("TIKISSA_HOMEPAGE"):
        return page
    if repository := surroundings.get("GITHUB_REPOSITORY"):
        return f"{surroundings.get('GITHUB_SERVER_URL', 'https://github.com')}/{repository}"
    remote = re.sub(r"^git@([^:]+):", r"https://\1/", _git(checkout, "remote", "get-url", "origin"))
    return remote.removesuffix(".git") if remote.startswith("https://") else ""


def _maintainer(checkout: Path, surroundings: Mapping[str, str]) -> str:
    """Return who builds: by Debian's own variables, by the repository's owner, by who committed last, by this user."""
    if address := surroundings.get("DEBEMAIL"):
        return f"{surroundings.get('DEBFULLNAME', address)} <{address}>"
    if owner := surroundings.get("GITHUB_REPOSITORY_OWNER"):
        return f"{owner} <{owner}@users.noreply.github.com>"
    user = getpass.getuser()
    return _git(checkout, "log", "-1", "--format=%an <%ae>") or f"{user} <{user}@{socket.getfqdn()}>"


def _git(checkout: Path, *words: str) -> str:
    """Return what git says, or "" where this is no checkout or there is no git."""
    try:
        told = subprocess.run(["git", *words], cwd=checkout, capture_output=True, text=True, check=False)
    except OSError:
        return ""
    return told.stdout.strip() if told.returncode == 0 else ""
