#!/usr/bin/env python3
"""Makes installers from the frozen folder in dist/.

`--deb` on Linux; `--windows` on Windows from what was frozen there, on Linux from a folder put together for smoke tests
under Wine; `--dmg` on macOS. What is missing on Debian is fetched through apt where that is allowed.
"""

import argparse
import os
import platform
import re
import subprocess
import sys
from pathlib import Path

import dev
import system_packages
from packing.debian import build_deb

DIST, ICONS = dev.TOP / "dist", dev.TOP / "build" / "icons"
PROGRAM = DIST / "tikissa"


def version() -> str:
    """Return the product's version without importing the product: this runs on a bare Python."""
    text = (dev.TOP / "desktop" / "tikissa" / "__init__.py").read_text(encoding="utf-8")
    found = re.search(r'__version__ = "([^"]+)"', text)
    if not found:
        raise SystemExit("installers.py: the product has no version")
    return found.group(1)


def _freeze(program: Path = PROGRAM) -> None:
    """Freeze the program, or prepare its icons and notices, where that is not done yet."""
    if not program.is_dir():
        subprocess.run([sys.executable, dev.TOP / "build_scripts" / "build_app.py"], check=True)


def make_deb() -> Path:
    """Build the Debian package."""
    system_packages.fetch("To build the package", "dpkg-dev")
    _freeze()
    target = DIST / f"tikissa_{version()}_amd64.deb"
    build_deb(PROGRAM, ICONS, dev.TOP, version(), target)
    return target


def make_windows() -> Path:
    """Build the Windows installer with NSIS."""
    target = DIST / f"tikissa-{version()}-setup.exe"
    program = PROGRAM
    if os.name == "nt":
        _freeze()
    else:
        system_packages.fetch("To build the installer", "nsis", "gcc-mingw-w64-x86-64-win32")
        dev.set_up()
        program = DIST / "windows" / "tikissa"
        reach = os.environ | {"PYTHONPATH": str(dev.TOP / "build_scripts"), "QT_QPA_PLATFORM": "offscreen"}
        for script in ("prepare.py", "windows_payload.py"):
            subprocess.run([dev.PYTHON, dev.TOP / "build_scripts" / "packing" / script], env=reach, check=True)
    facts = {"VERSION": version(), "PROGRAM": program, "ICON": ICONS / "app.ico", "OUTPUT": target}
    dash = "/" if os.name == "nt" else "-"
    recipe = dev.TOP / "build_scripts" / "packing" / "windows" / "tikissa.nsi"
    if os.environ.get("CERTIFICATE"):
        facts["SIGN"] = f"powershell -NoProfile -ExecutionPolicy Bypass -File {recipe.with_name('sign.ps1')}"
    given = [f"{dash}D{name}={fact}" for name, fact in facts.items()]
    subprocess.run(["makensis", f"{dash}V2", f"{dash}INPUTCHARSET", "UTF8", *given, recipe], check=True)
    return target


def make_dmg() -> Path:
    """Build the macOS disk image with the system's own hdiutil."""
    _freeze(DIST / "Tikissä.app")
    target = DIST / f"Tikissa-{version()}-{platform.machine()}.dmg"
    target.unlink(missing_ok=True)
    image: list[str | Path] = ["-volname", "Tikissä", "-srcfolder", DIST / "Tikissä.app", "-format", "UDZO", target]
    subprocess.run(["hdiutil", "create", *image], check=True)
    return target


_MAKERS = {"deb": make_deb, "windows": make_windows, "dmg": make_dmg}


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    for name, maker in _MAKERS.items():
        parser.add_argument(
            f"--{name}", action="store_true", help=(maker.__doc__ or "Build the Debian package.").splitlines()[0]
        )
    parser.add_argument("--tag", help="Only see that a tag is the version of the product with a v before it.")
    wanted = parser.parse_args()
    chosen = [maker for name, maker in _MAKERS.items() if getattr(wanted, name)]
    if wanted.tag and wanted.tag != f"v{version()}":
        print(f"installers.py: the tag {wanted.tag} is not v{version()}, the version of the product")
        return 1
    if not chosen and not wanted.tag:
        parser.error("say which installers to make")
    for maker in chosen:
        target = maker()
        print(f"{target.relative_to(dev.TOP)}: {target.stat().st_size / 1e6:.0f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
