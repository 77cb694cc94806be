"""The window; whoever imports any of it is kept from a fault between Qt for Python and Python 3.11 first, imports as
Python does, and gets the one style its look is made for (told to Qt itself: asking for it from Python loads everything
that styles can do)."""

import os

from tikissa.gui.shell.qt_for_python import import_plainly, make_constants_immortal

make_constants_immortal()
import_plainly()
os.environ["QT_STYLE_OVERRIDE"] = "Fusion"
