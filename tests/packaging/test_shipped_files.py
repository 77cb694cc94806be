"""What is made for the installers is well formed: icons, notices, the Debian package's texts."""

import configparser
import re
import shutil
import struct
import subprocess
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest

from packing.debian import metainfo
from packing.icons import icns, ico, png
from packing.notices import licence_name, licence_texts, notices, shipped
from packing.origin import origin
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
    excel = "application/vnd.ms-excel"
    macros = {f"{excel}.sheet.macroEnabled.12", f"{excel}.sheet.binary.macroEnabled.12"}
    assert {"text/csv", excel, *macros} <= set(main["MimeType"].split(";"))


@pytest.mark.parametrize("page", ["", "https://example.org/somebody/tikissa?a&b"])
def test_the_appstream_description_is_well_formed_wherever_it_was_built(page):
    root = ElementTree.fromstring(metainfo("1.2.3", page))
    assert root.findtext("id") == "fi.tikissa.tikissa"
    assert root.findtext("launchable") == "tikissa.desktop"
    assert (root.findtext("url") or "") == page


def test_software_centres_are_shown_pictures_that_are_in_the_repository():
    root = ElementTree.fromstring(metainfo("1.2.3", "https://example.org/tikissa"))
    pictures = [image.text or "" for image in root.iter("image")]
    assert len(pictures) == 3
    for picture in pictures:
        place = picture.removeprefix("https://example.org/tikissa/raw/v1.2.3/")
        assert (TOP / place).is_file()


@pytest.mark.skipif(shutil.which("appstreamcli") is None, reason="appstreamcli is not here")
def test_software_centres_find_nothing_to_say_about_the_description(tmp_path):
    (tmp_path / "fi.tikissa.tikissa.metainfo.xml").write_text(metainfo("1.2.3", "https://example.org/tikissa"))
    looked_at = subprocess.run(
        ["appstreamcli", "validate", "--pedantic", "--no-net", tmp_path / "fi.tikissa.tikissa.metainfo.xml"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert looked_at.returncode == 0, looked_at.stdout
    assert "fi.tikissa.tikissa:" not in looked_at.stdout


@pytest.mark.parametrize(
    ("surroundings", "told"),
    [
        (
            {"GITHUB_REPOSITORY": "oy/tikissa", "GITHUB_REPOSITORY_OWNER": "oy"},
            ("https://github.com/oy/tikissa", "oy <oy@users.noreply.github.com>"),
        ),
        (
            {"TIKISSA_HOMEPAGE": "https://example.org", "DEBEMAIL": "a@example.org", "DEBFULLNAME": "Aino"},
            ("https://example.org", "Aino <a@example.org>"),
        ),
    ],
    ids=["by the release workflow", "by a packager"],
)
def test_a_package_says_where_it_comes_from_and_who_answers_for_it(surroundings, told, tmp_path):
    where = origin(tmp_path, surroundings)
    assert (where.homepage, where.maintainer) == told


def test_a_package_built_from_no_public_place_names_nobody_else_for_it(tmp_path):
    where = origin(tmp_path, {})
    assert where.homepage == ""
    assert re.fullmatch(r".+ <.+@.+>", where.maintainer)
