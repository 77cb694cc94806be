#!/usr/bin/env python3
"""Proves that what is shipped works: the frozen folder, the installed .deb, a wheel, the installed Windows program.

`smoke_test.py folder|deb|wheel|dmg|windows [PATH]`. Installing the .deb needs root and takes it away again. The
pictures taken on the way lie in build/smoke_test/.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import venv
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import system_packages
from environment import PYTHON
from packing import on_screen

TOP = Path(__file__).resolve().parents[1]
PICTURES = TOP / "build" / "smoke_test"
TIMEOUT = 300


def _surroundings(home: Path) -> dict[str, str]:
    """Return an environment without this checkout, this Python or a display in it."""
    kept = {name: os.environ[name] for name in ("PATH", "SYSTEMROOT", "TEMP", "TMP") if name in os.environ}
    places = {name: str(home) for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA", "XDG_DATA_HOME")}
    return kept | places | {"LANG": "C.UTF-8", "QT_QPA_PLATFORM": "offscreen"}


def _run(
    command: Sequence[str | Path], environment: Mapping[str, str] | None = None, folder: Path | None = None
) -> int:
    return subprocess.run(command, env=environment, cwd=folder, timeout=TIMEOUT, check=False).returncode


def self_test(program: Path, name: str) -> bool:
    """Run a program's self-test far from the checkout, say what it found, and tell whether it passed."""
    with tempfile.TemporaryDirectory(prefix="tikissä koe ") as place:
        report = Path(place) / "tulos äö.json"
        status = _run([program, "--selftest", report], _surroundings(Path(place)), Path(place))
        found = json.loads(report.read_text(encoding="utf-8")) if report.exists() else {}
        keep_picture(report.with_suffix(".png"), name)
    for step, took in dict(found.get("steps", {})).items():
        print(f"  {step}: {took}")
    passed = status == 0 and found.get("passed") is True
    print(f"{program}: {'passed' if passed else f'FAILED, exit status {status}'}")
    return passed


def keep_picture(picture: Path, name: str) -> None:
    """Keep the picture a self-test made of its window, if it came that far."""
    if picture.exists():
        PICTURES.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(picture, PICTURES / f"{name}.png")


def opens_a_file(program: Path) -> bool:
    """Start a program on a display with a register given, and see that its window comes and stays, alone."""
    with on_screen.own_display() as display, tempfile.TemporaryDirectory(prefix="tikissä koe ") as place:
        given = shutil.copy(TOP / "resources" / "demo" / "asiakasrekisteri.xlsx", Path(place) / "rekisteri äö.xlsx")
        surroundings = _surroundings(Path(place)) | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        running = subprocess.Popen([program, given], env=surroundings, stderr=subprocess.DEVNULL)
        try:
            on_screen.wait_for_window(display, running.pid)
            time.sleep(4)  # the register is read meanwhile
            stays = running.poll() is None and len(on_screen.windows(display, running.pid)) == 1
            if PYTHON.exists():
                on_screen.take_picture(display, PYTHON, PICTURES / "opened-with-a-file.png")
        finally:
            running.kill()
            running.wait()
    print(f"{program} with a register given: {'its window is there' if stays else 'NO WINDOW'}")
    return stays


def closes_when_asked(program: Path, install: Sequence[str | Path]) -> bool:
    """Start a program on a display, install over it, and see that it closed by itself, in good order, before that."""
    with on_screen.own_display() as display, tempfile.TemporaryDirectory(prefix="tikissä koe ") as place:
        surroundings = _surroundings(Path(place)) | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        running = subprocess.Popen([program], env=surroundings, stderr=subprocess.DEVNULL)
        try:
            on_screen.wait_for_window(display, running.pid)
            installed = not _run(install)
            well = installed and running.poll() == 0
        finally:
            running.kill()
            running.wait()
    print(f"{program} while a new version comes: {'closed in good order' if well else f'NOT ({running.returncode})'}")
    return well


def folder(path: Path) -> bool:
    return self_test(path / ("tikissa-cli.exe" if os.name == "nt" else "tikissa"), "folder")


def _installed_files() -> set[str]:
    roots = (
        "/usr/bin",
        "/usr/lib/tikissa",
        "/usr/share/applications",
        "/usr/share/icons",
        "/usr/share/metainfo",
        "/usr/share/doc/tikissa",
    )
    return {str(file) for root in roots for file in Path(root).rglob("*") if "cache" not in file.name}


def deb(path: Path) -> bool:
    """Install the package, twice, run its self-test, take it away, and see that nothing stays behind."""
    system_packages.fetch("To try the package", "desktop-file-utils", "appstream", *on_screen.PACKAGES)
    before = _installed_files()
    install: list[str | Path] = ["apt-get", "-qq", "install", "--yes", "--no-install-recommends", "--reinstall", path]
    if _run(install):
        return False
    try:
        passed = closes_when_asked(Path("/usr/bin/tikissa"), install)  # over itself, as a new version comes
        passed &= not _run(["desktop-file-validate", "/usr/share/applications/tikissa.desktop"])
        described = Path("/usr/share/metainfo/fi.tikissa.tikissa.metainfo.xml")
        passed &= not _run(["appstreamcli", "validate", "--pedantic", "--no-net", described])
        passed &= self_test(Path("/usr/bin/tikissa"), "deb")
        passed &= opens_a_file(Path("/usr/bin/tikissa"))
    finally:
        _run(["dpkg", "-r", "tikissa"])
    left = _installed_files() - before
    print(f"left behind: {sorted(left) or 'nothing'}")
    return passed and not left


def wheel(path: Path) -> bool:
    """Install a wheel or an sdist into an empty environment, and run its self-test."""
    with tempfile.TemporaryDirectory(prefix="tikissa-wheel-") as place:
        venv.create(Path(place) / "empty", with_pip=True)
        python = Path(place) / "empty" / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
        pip: list[str | Path] = [python, "-m", "pip", "--disable-pip-version-check", "install", "--quiet"]
        if _run([*pip, path]):
            return False
        return self_test(python.with_name("tikissa" + python.suffix), "wheel")


def dmg(path: Path) -> bool:
    """Open a disk image as a user does, run the self-test of the program on it, and close it again."""
    with tempfile.TemporaryDirectory(prefix="tikissa-dmg-") as place:
        if _run(["hdiutil", "attach", "-nobrowse", "-readonly", "-mountpoint", place, path]):
            return False
        try:
            return self_test(Path(place) / "Tikissä.app" / "Contents" / "MacOS" / "tikissa", "dmg")
        finally:
            _run(["hdiutil", "detach", place])


def windows(path: Path) -> bool:
    """Install the Windows installer quietly, run its self-test, and take it away; on Linux under Wine."""
    from packing.installed_windows import installer_works

    wine = ("wine", "wine64", "gcc-mingw-w64-x86-64-win32", "fonts-dejavu-core")
    system_packages.fetch("To try the installer", *wine)
    return installer_works(path, PICTURES / "windows.png")


def _built(pattern: str) -> Path:
    """Return the newest of what was built. Raises SystemExit where there is none."""
    found = sorted((TOP / "dist").glob(pattern), key=lambda path: path.stat().st_mtime)
    if not found:
        raise SystemExit(f"smoke_test.py: there is no dist/{pattern}; build_app.py and installers.py make it")
    return found[-1]


_JOBS: dict[str, tuple[Callable[[Path], bool], Callable[[], Path]]] = {
    "folder": (folder, lambda: _built("tikissa")),
    "deb": (deb, lambda: _built("tikissa_*.deb")),
    "wheel": (wheel, lambda: _built("*.whl")),
    "dmg": (dmg, lambda: _built("*.dmg")),
    "windows": (windows, lambda: _built("tikissa-*-setup.exe")),
}


def main() -> int:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("what", choices=sorted(_JOBS))
    parser.add_argument("path", type=Path, nargs="?")
    wanted = parser.parse_args()
    job, default = _JOBS[wanted.what]
    return 0 if job((wanted.path or default()).resolve()) else 1


if __name__ == "__main__":
    sys.exit(main())
