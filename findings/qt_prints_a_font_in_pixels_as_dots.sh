#!/usr/bin/env bash
# A page printed from a program whose font is measured in pixels has letters less than a point tall.
#
# Guess: 13 pixels are some 9 points wherever they are drawn: on the screen the page and the window look alike, so on
#   paper too.
# So: a QTextDocument takes the application's font, and its pixels are those of the PDF, 1,200 to the inch: the text
#   comes out .8 points tall and a heading 1.6, where a font of 9 points gives 9 and 18. On the screen nothing of it
#   is seen, and what a style sizes in points by itself is printed right beside it.
# Source: PySide6 6.12.0, QTextDocument.print and QPdfWriter (1,200 dots an inch by default); read back with PyMuPDF
#   2.0.
# For us: the document to print has a default font in points; a test measures its letters on paper.
# Needs: Python 3.11 or newer and PyPI
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check 'PySide6-Essentials==6.12.0' 'PyMuPDF==2.0'
cd "$work"
venv/bin/python - <<'PYTHON'
import os
import sys

os.environ["QT_QPA_PLATFORM"] = "offscreen"
import pymupdf
import PySide6
from PySide6.QtGui import QPdfWriter, QTextDocument
from PySide6.QtWidgets import QApplication

PAGE = "<h1>Heading</h1><p>text</p><p style='font-size: 10pt'>sized</p>"
application = QApplication([])
font = application.font()


def printed(name):
    writer = QPdfWriter(name)
    document = QTextDocument()
    document.setHtml(PAGE)
    document.print_(writer)
    spans = [span for block in pymupdf.open(name)[0].get_text("dict")["blocks"] for line in block["lines"] for span in line["spans"]]
    return {span["text"]: round(span["size"], 1) for span in spans if span["text"] in ("Heading", "text", "sized")}


font.setPointSizeF(9)
application.setFont(font)
in_points = printed("points.pdf")
font.setPixelSize(13)
application.setFont(font)
in_pixels = printed("pixels.pdf")
print("PySide6", PySide6.__version__, "window's font in points:", in_points, "in pixels:", in_pixels)
sys.exit("changed" if in_points["text"] < 8 or in_pixels["Heading"] > 2 or in_pixels["sized"] < 9 else 0)
PYTHON
