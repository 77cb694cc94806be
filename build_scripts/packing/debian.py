"""The Debian package: the frozen folder under /usr/lib, a menu entry, icons, and what Qt asks the system for."""

import shutil
import subprocess
from datetime import date
from pathlib import Path
from xml.sax.saxutils import escape

from packing.origin import Origin, origin

HERE = Path(__file__).resolve().parent
DEPENDS = (
    "libc6", "libgcc-s1", "libstdc++6", "libzstd1",
    "libegl1", "libgl1", "libfontconfig1", "libfreetype6", "libglib2.0-0 | libglib2.0-0t64", "libdbus-1-3",
    "libx11-6", "libx11-xcb1", "libxcb1", "libxcb-cursor0", "libxcb-glx0", "libxcb-icccm4", "libxcb-image0",
    "libxcb-keysyms1", "libxcb-randr0", "libxcb-render0", "libxcb-render-util0", "libxcb-shape0", "libxcb-shm0",
    "libxcb-sync1", "libxcb-util1", "libxcb-xfixes0", "libxcb-xkb1", "libxkbcommon0", "libxkbcommon-x11-0",
)  # fmt: skip
PICTURES = {
    "overview": "The state of the register",
    "duplicates": "Duplicates side by side, with the value that is kept",
    "fixes": "What is wrong, errors first",
}
_CONTROL = """Package: tikissa
Version: {version}
Architecture: amd64
Maintainer: {maintainer}
Installed-Size: {kilobytes}
Depends: {depends}
Recommends: fonts-dejavu-core, libwayland-client0, libwayland-cursor0, libwayland-egl1
Section: misc
Priority: optional
{homepage}Description: puts the customer register of a small business back in shape
 Drop an Excel or CSV file on the window: customers entered more than once,
 rows worth checking and wrong values are found, and only what you accept is
 changed. The original file stays as it is and nothing leaves the computer.
"""


def _install(source: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(source, target)
    target.chmod(0o644)


def _write(target: Path, text: str) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text, encoding="utf-8")
    target.chmod(0o644)


def copyright_of(licence: Path, program: Path) -> str:
    """Return the product's licence and, below it, the notices of all that it carries: where Debian looks for them."""
    notices = sorted(program.rglob("THIRD-PARTY-NOTICES.txt"))
    return "\n\n".join(text.read_text(encoding="utf-8") for text in (licence, *notices[:1]))


def metainfo(version: str, homepage: str) -> str:
    """Return what software centres show; links and pictures only where the build comes from a public place."""
    described = (HERE / "linux/fi.tikissa.tikissa.metainfo.xml").read_text(encoding="utf-8")
    links = _links(escape(homepage), version) if homepage else ""
    return described.replace("@LINKS@", links).replace("@VERSION@", version).replace("@DATE@", date.today().isoformat())


def _links(page: str, version: str) -> str:
    pictures = "".join(
        f"""
    <screenshot{' type="default"' if name == "overview" else ""}>
      <caption>{caption}</caption>
      <image type="source" width="1366" height="768">{page}/raw/v{version}/resources/pictures/{name}-fi.png</image>
    </screenshot>"""
        for name, caption in PICTURES.items()
    )
    return f"""<url type="homepage">{page}</url>
  <url type="bugtracker">{page}/issues</url>
  <screenshots>{pictures}
  </screenshots>"""


def _lay_out(tree: Path, program: Path, icons: Path, top: Path, version: str, where: Origin) -> None:
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
    _write(share / "doc/tikissa/copyright", copyright_of(top / "LICENSE", program))
    _write(share / "metainfo/fi.tikissa.tikissa.metainfo.xml", metainfo(version, where.homepage))
    for moment in ("preinst", "prerm"):
        _install(HERE / "linux/close_running.sh", tree / "DEBIAN" / moment)
        (tree / "DEBIAN" / moment).chmod(0o755)


def build_deb(program: Path, icons: Path, top: Path, version: str, target: Path, where: Origin | None = None) -> None:
    """Build the package from a frozen folder. Needs dpkg-deb."""
    where = where or origin(top)
    tree = target.parent / "deb-tree"
    shutil.rmtree(tree, ignore_errors=True)
    _lay_out(tree, program, icons, top, version, where)
    size = sum(file.lstat().st_size for file in tree.rglob("*") if not file.is_dir())
    control = tree / "DEBIAN/control"
    control.parent.mkdir(exist_ok=True)
    homepage = f"Homepage: {where.homepage}\n" if where.homepage else ""
    facts = {"version": version, "kilobytes": size // 1024, "depends": ", ".join(DEPENDS)}
    control.write_text(_CONTROL.format(**facts, maintainer=where.maintainer, homepage=homepage), encoding="utf-8")
    for folder in (tree, *(path for path in tree.rglob("*") if path.is_dir() and not path.is_symlink())):
        folder.chmod(0o755)
    subprocess.run(["dpkg-deb", "--root-owner-group", "-Zxz", "--build", tree, target], check=True)
    shutil.rmtree(tree)
