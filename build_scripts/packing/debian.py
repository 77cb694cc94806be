"""The Debian package: the frozen folder under /usr/lib, a menu entry, icons, and what Qt asks the system for."""

import shutil
import subprocess
from datetime import date
from pathlib import Path

HERE = Path(__file__).resolve().parent
DEPENDS = (
    "libc6", "libgcc-s1", "libstdc++6", "libzstd1",
    "libegl1", "libgl1", "libfontconfig1", "libfreetype6", "libglib2.0-0 | libglib2.0-0t64", "libdbus-1-3",
    "libx11-6", "libx11-xcb1", "libxcb1", "libxcb-cursor0", "libxcb-glx0", "libxcb-icccm4", "libxcb-image0",
    "libxcb-keysyms1", "libxcb-randr0", "libxcb-render0", "libxcb-render-util0", "libxcb-shape0", "libxcb-shm0",
    "libxcb-sync1", "libxcb-util1", "libxcb-xfixes0", "libxcb-xkb1", "libxkbcommon0", "libxkbcommon-x11-0",
)  # fmt: skip
_CONTROL = """Package: tikissa
Version: {version}
Architecture: amd64
Maintainer: The Tikissä developers <noreply@localhost>
Installed-Size: {kilobytes}
Depends: {depends}
Recommends: fonts-dejavu-core, libwayland-client0, libwayland-cursor0, libwayland-egl1
Section: misc
Priority: optional
Description: puts the customer register of a small business back in shape
 Drop an Excel or CSV file on the window: customers entered more than once,
 rows worth checking and wrong values are found, and only what you accept is
 changed. The original file stays as it is and nothing leaves the computer.
"""


def _install(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
    target.chmod(0o644)


def _lay_out(tree: Path, program: Path, icons: Path, top: Path, version: str) -> None:
    """Put every file of the package where it will be installed."""
    shutil.copytree(program, tree / "usr/lib/tikissa", symlinks=True)
    (tree / "usr/bin").mkdir(parents=True)
    for name in ("tikissa", "tikissa-cli"):
        (tree / "usr/bin" / name).symlink_to("../lib/tikissa/tikissa")
    share = tree / "usr/share"
    _install(HERE / "linux/tikissa.desktop", share / "applications/tikissa.desktop")
    for picture in sorted(icons.glob("app-*.png")):
        size = picture.stem.removeprefix("app-")
        _install(picture, share / f"icons/hicolor/{size}x{size}/apps/tikissa.png")
    _install(top / "resources/icons/app.svg", share / "icons/hicolor/scalable/apps/tikissa.svg")
    _install(top / "LICENSE", share / "doc/tikissa/copyright")
    described = (HERE / "linux/fi.tikissa.Tikissa.metainfo.xml").read_text(encoding="utf-8")
    metainfo = share / "metainfo/fi.tikissa.Tikissa.metainfo.xml"
    metainfo.parent.mkdir(parents=True)
    metainfo.write_text(
        described.replace("@VERSION@", version).replace("@DATE@", date.today().isoformat()), encoding="utf-8"
    )


def build_deb(program: Path, icons: Path, top: Path, version: str, target: Path) -> None:
    """Build the package from a frozen folder. Needs dpkg-deb."""
    tree = target.parent / "deb-tree"
    shutil.rmtree(tree, ignore_errors=True)
    _lay_out(tree, program, icons, top, version)
    size = sum(file.lstat().st_size for file in tree.rglob("*") if not file.is_dir())
    control = tree / "DEBIAN/control"
    control.parent.mkdir()
    control.write_text(
        _CONTROL.format(version=version, kilobytes=size // 1024, depends=", ".join(DEPENDS)), encoding="utf-8"
    )
    for folder in (tree, *(path for path in tree.rglob("*") if path.is_dir() and not path.is_symlink())):
        folder.chmod(0o755)
    subprocess.run(["dpkg-deb", "--root-owner-group", "-Zxz", "--build", tree, target], check=True)
    shutil.rmtree(tree)
