"""Makes what the frozen program carries and the repository does not: icons, licence notices, version information."""

import os
from pathlib import Path

from packing.icons import write_icons
from packing.leave_out import EXCLUDED_MODULES
from packing.notices import notices
from packing.version_info import version_info
from tikissa import __version__

TOP = Path(__file__).resolve().parents[2]
BUILD = TOP / "build"


def main() -> None:
    write_icons(TOP / "resources" / "icons" / "app.svg", BUILD / "icons")
    (BUILD / "THIRD-PARTY-NOTICES.txt").write_text(notices("tikissa", EXCLUDED_MODULES), encoding="utf-8")
    if "GITHUB_REPOSITORY" in os.environ:
        page = f"{os.environ['GITHUB_SERVER_URL']}/{os.environ['GITHUB_REPOSITORY']}/releases/latest"
        (BUILD / "download_page.txt").write_text(page, encoding="ascii")
    (BUILD / "version_info.txt").write_text(version_info(__version__), encoding="utf-8")


if __name__ == "__main__":
    main()
