"""The program's sign, drawn once as SVG, in the forms the desktops want: PNG in many sizes, .ico and .icns."""

import struct
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, Qt
from PySide6.QtGui import QImage, QImageWriter, QPainter
from PySide6.QtSvg import QSvgRenderer

SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
_ICO_SIZES = (16, 24, 32, 48, 64, 128, 256)
_ICNS_TYPES = ((b"icp4", 16), (b"icp5", 32), (b"icp6", 64), (b"ic07", 128), (b"ic08", 256), (b"ic09", 512))


def png(drawing: Path, size: int) -> bytes:
    """Return a square picture of a drawing."""
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(drawing)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(content.data())


def ico(pictures: dict[int, bytes]) -> bytes:
    """Return a Windows icon: a directory of 16-byte entries, then the PNG pictures (0 stands for 256)."""
    chosen = [(size, pictures[size]) for size in _ICO_SIZES]
    offset, entries = 6 + 16 * len(chosen), b""
    for size, picture in chosen:
        entries += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(picture), offset)
        offset += len(picture)
    return struct.pack("<HHH", 0, 1, len(chosen)) + entries + b"".join(picture for _, picture in chosen)


def icns(pictures: dict[int, bytes]) -> bytes:
    """Return a macOS icon: four letters and a length before each PNG picture and before the whole."""
    parts = [(kind, pictures[size]) for kind, size in _ICNS_TYPES]
    body = b"".join(kind + struct.pack(">I", len(picture) + 8) + picture for kind, picture in parts)
    return b"icns" + struct.pack(">I", len(body) + 8) + body


def write_icons(drawing: Path, folder: Path) -> None:
    """Write app-SIZE.png, app.ico and app.icns into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    pictures = {size: png(drawing, size) for size in SIZES}
    for size, picture in pictures.items():
        (folder / f"app-{size}.png").write_bytes(picture)
    (folder / "app.ico").write_bytes(ico(pictures))
    (folder / "app.icns").write_bytes(icns(pictures))
