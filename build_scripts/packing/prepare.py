"""Makes what the frozen program carries and the repository does not: icons, licence notices, version information, and,
so that its first window is up sooner, the window's texts and Qt for Python's own support compiled."""

import compileall
import os
import shutil
import subprocess
import sys
from pathlib import Path
from py_compile import PycInvalidationMode

from packing.icons import write_icons
from packing.leave_out import EXCLUDED_MODULES
from packing.notices import notices
from packing.version_info import version_info
from tikissa import __version__

TOP = Path(__file__).resolve().parents[2]
BUILD = TOP / "build"


def compile_texts(target: Path) -> None:
    """Compile the .ts files of the window; a text that is not translated stays as it is in the source."""
    target.mkdir(parents=True, exist_ok=True)
    program = Path(sys.executable).with_name("pyside6-lrelease")
    for written in sorted((TOP / "resources" / "i18n").glob("*.ts")):
        compiled = target / f"{written.stem}.qm"
        subprocess.run([program, "-silent", "-nounfinished", written, "-qm", compiled], check=True)


def unpack_qt_support(target: Path) -> None:
    """Lay out and compile the Python that shiboken6 carries as text and else compiles anew at each start.

    It looks for it in `shiboken6/files.dir` first: its own switch, `SBK_EMBED=0`, would put it there.
    """
    import PySide6.QtCore  # noqa: F401  # loads the module asked for its archive

    shutil.rmtree(target, ignore_errors=True)
    archive = sys.modules["shibokensupport.feature"].__loader__.zfile  # type: ignore[union-attr]
    archive.extractall(target, [name for name in archive.namelist() if name.startswith("shibokensupport/")])
    never_checked = PycInvalidationMode.UNCHECKED_HASH
    compileall.compile_dir(target, quiet=2, stripdir=str(target), invalidation_mode=never_checked)


def main() -> None:
    write_icons(TOP / "resources" / "icons" / "app.svg", BUILD / "icons")
    (BUILD / "THIRD-PARTY-NOTICES.txt").write_text(notices("tikissa", EXCLUDED_MODULES), encoding="utf-8")
    compile_texts(BUILD / "i18n")
    unpack_qt_support(BUILD / "qt_support")
    if "GITHUB_REPOSITORY" in os.environ:
        page = f"{os.environ['GITHUB_SERVER_URL']}/{os.environ['GITHUB_REPOSITORY']}/releases/latest"
        (BUILD / "download_page.txt").write_text(page, encoding="ascii")
    (BUILD / "version_info.txt").write_text(version_info(__version__), encoding="utf-8")


if __name__ == "__main__":
    main()
