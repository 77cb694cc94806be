"""The window; whoever imports any of it is kept from a fault between Qt for Python and Python 3.11 first, and gets the
one style its look is made for (told to Qt itself: asking for it from Python loads everything that styles can do)."""

import os

from tikissa.gui.immortal import make_constants_immortal

make_constants_immortal()
os.environ["QT_STYLE_OVERRIDE"] = "Fusion"
