#!/usr/bin/env python3
"""Tries the README's two commands on machines with nothing on them but Python, as root and as a plain user; and,
with `--jobs deb`, the Debian package in dist/ that was built elsewhere.

`fresh.py [MACHINE …]` bootstraps each (debian-12, debian-13, ubuntu-24.04) into build/fresh with debootstrap, puts the
checkout on a copy of it, and prints what each command ended with and the minutes it took. The plain user has no sudo:
the line the first command prints is run by root, and nothing else. Needs root on Debian or its kin, and the network.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import shlex
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

import system_packages
from environment import TOP

FOLDER = TOP / "build" / "fresh"
CERTIFICATES = Path("/etc/ssl/certs/ca-certificates.crt")
PLAIN_USER = "maija"
JOBS = {
    "demo": "python3 build_scripts/dev.py demo",
    "test": "python3 build_scripts/dev.py test",
    "deb": "python3 build_scripts/smoke_test.py deb",
}


@dataclass(frozen=True)
class Machine:
    """A release to bootstrap: its suite, where its packages are, and the key they are signed with if not Debian's."""

    suite: str
    mirror: str = "http://deb.debian.org/debian"
    components: str = "main"
    keyring: tuple[str, str] | None = None  # the package that holds it, under the mirror, and its SHA-256


_UBUNTU_KEYS = (
    "pool/main/u/ubuntu-keyring/ubuntu-keyring_2023.11.28.1_all.deb",
    "36de43b15853ccae0028e9a767613770c704833f82586f28eb262f0311adb8a8",
)
MACHINES = {
    "debian-12": Machine("bookworm"),
    "debian-13": Machine("trixie"),
    "ubuntu-24.04": Machine("noble", "http://archive.ubuntu.com/ubuntu", "main,universe", _UBUNTU_KEYS),
}


def bootstrap(name: str) -> Path:
    """Return the folder of a machine with nothing but Python, made the first time."""
    machine, root = MACHINES[name], FOLDER / name
    if (root / "ready").exists():
        return root
    shutil.rmtree(root, ignore_errors=True)
    FOLDER.mkdir(parents=True, exist_ok=True)
    keys = [f"--keyring={_keyring(machine)}"] if machine.keyring else []
    script = Path("/usr/share/debootstrap/scripts")
    recipe = [] if (script / machine.suite).exists() else [script / ("gutsy" if machine.keyring else "sid")]
    wanted = ["--variant=minbase", "--include=python3,ca-certificates", f"--components={machine.components}"]
    with (FOLDER / f"{name}.log").open("w") as log:
        command = ["debootstrap", *wanted, *keys, machine.suite, root, machine.mirror, *recipe]
        subprocess.run(command, stdout=log, stderr=subprocess.STDOUT, check=True)
    (root / "ready").touch()
    return root


def _keyring(machine: Machine) -> Path:
    """Fetch the keys of another distribution. Raises SystemExit where they are not those that were looked at."""
    package, digest = machine.keyring or ("", "")
    with urlopen(f"{machine.mirror}/{package}") as answer:
        content = answer.read()
    if hashlib.sha256(content).hexdigest() != digest:
        raise SystemExit(f"fresh.py: {package} is not the file that was looked at: its checksum differs")
    place = FOLDER / "keys"
    place.mkdir(exist_ok=True)
    (place / "keyring.deb").write_bytes(content)
    subprocess.run(["dpkg-deb", "-x", place / "keyring.deb", place], check=True)
    return place / "usr/share/keyrings/ubuntu-archive-keyring.gpg"


class Visit:
    """A copy of a machine with the checkout of one user on it; gone afterwards."""

    def __init__(self, name: str, user: str) -> None:
        self._root = FOLDER / f"{name}-{user}"
        self._user = user
        self._home = Path("/root" if user == "root" else f"/home/{user}")

    def __enter__(self) -> Visit:
        shutil.rmtree(self._root, ignore_errors=True)
        subprocess.run(
            ["cp", "-a", "--reflink=auto", bootstrap(self._root.name.rpartition("-")[0]), self._root], check=True
        )
        shutil.copy("/etc/resolv.conf", self._root / "etc")
        shutil.copy(CERTIFICATES, self._root / CERTIFICATES.relative_to("/"))  # also of a proxy this machine trusts
        if self._user != "root":
            self.run("useradd --create-home " + self._user, "root")
        checkout = self._root / self._home.relative_to("/") / "tikissa"
        checkout.mkdir(parents=True)
        files = subprocess.run(
            ["git", "-c", f"safe.directory={TOP}", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
            cwd=TOP,
            capture_output=True,
            check=True,
        ).stdout
        packed = subprocess.run(["tar", "-c", "--null", "-T-"], cwd=TOP, input=files, capture_output=True, check=True)
        subprocess.run(["tar", "-x", "-C", checkout], input=packed.stdout, check=True)
        for package in (TOP / "dist").glob("*.deb"):
            (checkout / "dist").mkdir(exist_ok=True)
            shutil.copy(package, checkout / "dist")
        self.run(f"chown -R {self._user}: {self._home}/tikissa", "root")
        return self

    def __exit__(self, *_: object) -> None:
        shutil.rmtree(self._root, ignore_errors=True)

    def run(self, line: str, user: str) -> tuple[int, str]:
        """Run a shell line as a user, in name spaces of its own, and return its exit status and what it said."""
        index = {name: value for name, value in os.environ.items() if name.startswith("PIP_INDEX")}
        home = "/root" if user == "root" else f"/home/{user}"
        given = {
            "HOME": home,
            "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
            "LANG": "C.UTF-8",
            "PIP_CERT": str(CERTIFICATES),
        }
        words = " ".join(f"{name}={shlex.quote(value)}" for name, value in (given | index).items())
        inside = f"cd {home}/tikissa 2>/dev/null; {line}"
        rights = "" if user == "root" else f"setpriv --reuid={user} --regid={user} --init-groups "
        mounts = f"mount --rbind /dev {self._root}/dev && mount -t proc proc {self._root}/proc && "
        chroot = f"exec chroot {self._root} env -i {words} {rights}sh -c {shlex.quote(inside)}"
        apart = ["unshare", "--mount", "--pid", "--fork", "sh", "-c", mounts + chroot]
        done = subprocess.run(apart, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
        return done.returncode, done.stdout


def try_out(name: str, user: str, jobs: list[str]) -> bool:
    """Run the commands as a newcomer would, tell how each ended, and return whether all ended well."""
    well = True
    with Visit(name, user) as machine:
        for job in jobs:
            status, said, minutes = _timed(machine, JOBS[job], user)
            line = next((text.strip() for text in said.splitlines() if "apt-get install" in text), "")
            if status == 2 and user != "root" and line:
                print(f"{name}, {user}: {job} asks for root after {minutes:.1f} min: {line}", flush=True)
                fetched, _, took = _timed(machine, line.replace("sudo ", ""), "root")
                print(f"{name}, root: that line ended {fetched} after {took:.1f} min", flush=True)
                status, said, minutes = _timed(machine, JOBS[job], user)
            (FOLDER / f"{name}-{user}-{job}.txt").write_text(said, encoding="utf-8")
            closing = said.strip().splitlines()[-1] if said.strip() else ""
            print(f"{name}, {user}: {job} ended {status} after {minutes:.1f} min: {closing}", flush=True)
            well &= status == 0
    return well


def _timed(machine: Visit, line: str, user: str) -> tuple[int, str, float]:
    began = time.monotonic()
    status, said = machine.run(line, user)
    return status, said, (time.monotonic() - began) / 60


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument(
        "machines", nargs="*", metavar="MACHINE", help=f"of {', '.join(MACHINES)}; all if none is named"
    )
    parser.add_argument("--users", nargs="+", default=["root", PLAIN_USER], help="who tries: root, or any other name")
    parser.add_argument("--jobs", nargs="+", default=["demo", "test"], choices=list(JOBS))
    wanted = parser.parse_args()
    if unknown := set(wanted.machines) - set(MACHINES):
        parser.error(f"not a machine: {', '.join(sorted(unknown))}")
    system_packages.fetch("To make machines with nothing on them", "debootstrap", "debian-archive-keyring")
    names = wanted.machines or list(MACHINES)
    went_well = [try_out(name, user, wanted.jobs) for name in names for user in wanted.users]
    return 0 if all(went_well) else 1


if __name__ == "__main__":
    sys.exit(main())
