"""What is made for the installers is well formed: icons, notices, the Debian package's texts."""

import configparser
import struct
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from packing.icons import icns, ico, png
from packing.notices import licence_name, licence_texts, notices, shipped
from packing.version_info import version_info

TOP = Path(__file__).resolve().parents[2]

ICONS = sorted((TOP / "resources" / "icons").glob("*.svg"))


@pytest.mark.parametrize("drawing", ICONS, ids=lambda path: path.stem)
def test_every_icon_is_a_drawing_the_window_can_tint(drawing):
    root = ElementTree.fromstring(drawing.read_text(encoding="utf-8"))
    if drawing.stem != "app":
        assert root.get("viewBox") == "0 0 24 24"
        assert (root.get("stroke"), root.get("fill")) == ("#000000", "none")
        assert all(child.get("fill") is None and child.get("stroke") is None for child in root)
    assert png(drawing, 24).startswith(b"\x89PNG")


def test_the_windows_icon_points_at_its_pictures():
    pictures = {size: b"\x89PNG" + bytes([size % 251]) * size for size in (16, 24, 32, 48, 64, 128, 256, 512)}
    content = ico(pictures)
    for entry in range(7):
        width, *_, length, offset = struct.unpack_from("<BBBBHHII", content, 6 + 16 * entry)
        assert content[offset : offset + length] == pictures[width or 256]


def test_the_mac_icon_says_its_length():
    pictures = dict.fromkeys((16, 32, 64, 128, 256, 512), b"\x89PNG")
    content = icns(pictures)
    assert content[:4] == b"icns"
    assert struct.unpack(">I", content[4:8])[0] == len(content)


def test_the_notices_name_every_package_that_ships_with_its_licence():
    text = notices("tikissa")
    for package in shipped("tikissa"):
        assert f"{package.metadata['Name']} {package.version}\nLicence: " in text
        assert licence_name(package)
    assert text.count("\nPython 3.") == 1


def test_what_is_under_the_lgpl_is_named_with_its_files_and_comes_with_the_licence():
    text = notices("tikissa")
    for package in ("PySide6", "shiboken6", "python-stdnum"):
        assert f"  {package}" in text.split("=" * 100)[0]
    assert "GNU LESSER GENERAL PUBLIC LICENSE\n                       Version 3" in text
    assert "GNU GENERAL PUBLIC LICENSE\n                       Version 3" in text


def test_every_package_comes_with_the_text_of_its_licence():
    without = [package.metadata["Name"] for package in shipped("tikissa") if not any(licence_texts(package))]
    assert without == ["shiboken6"]  # the text stands under PySide6


def test_the_version_resource_has_four_numbers():
    assert "filevers=(1, 2, 3, 0)" in version_info("1.2.3")


def test_the_menu_entry_opens_register_files():
    entry = configparser.ConfigParser(interpolation=None)
    entry.optionxform = str  # type: ignore[assignment,method-assign]
    entry.read(TOP / "build_scripts/packing/linux/tikissa.desktop", encoding="utf-8")
    main = entry["Desktop Entry"]
    assert main["Exec"] == "tikissa %f"
    assert {"text/csv", "application/vnd.ms-excel"} <= set(main["MimeType"].split(";"))


def test_the_appstream_description_is_well_formed():
    root = ElementTree.parse(TOP / "build_scripts/packing/linux/fi.tikissa.Tikissa.metainfo.xml").getroot()
    assert root.findtext("launchable") == "tikissa.desktop"
