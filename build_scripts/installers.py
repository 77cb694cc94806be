#!/usr/bin/env python3
"""Makes installers from the frozen folder in dist/: a Debian package, with its checksum beside it."""

import argparse
import hashlib
import re
import subprocess
import sys
from pathlib import Path

import dev
from packing.debian import build_deb

PROGRAM, ICONS = dev.TOP / "dist" / "tikissa", dev.TOP / "build" / "icons"


def version() -> str:
    """Return the product's version without importing the product: this runs on a bare Python."""
    text = (dev.TOP / "desktop" / "tikissa" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'__version__ = "([^"]+)"', text)
    if not found:
        raise SystemExit("installers.py: the product has no version")
    return found.group(1)


def _with_checksum(installer: Path) -> None:
    digest = hashlib.sha256(installer.read_bytes()).hexdigest()
    installer.with_name(installer.name + ".sha256").write_text(f"{digest}  {installer.name}\n", encoding="utf-8")
    print(f"{installer.relative_to(dev.TOP)}: {installer.stat().st_size / 1e6:.0f} MB")


def make_deb() -> None:
    target = dev.TOP / "dist" / f"tikissa_{version()}_amd64.deb"
    build_deb(PROGRAM, ICONS, dev.TOP, version(), target)
    _with_checksum(target)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--deb", action="store_true", help="the Debian package")
    wanted = parser.parse_args()
    if not wanted.deb:
        parser.error("say which installer to make: --deb")
    if not PROGRAM.is_dir():
        subprocess.run([sys.executable, dev.TOP / "build_scripts" / "build_app.py"], check=True)
    make_deb()
    return 0


if __name__ == "__main__":
    sys.exit(main())
