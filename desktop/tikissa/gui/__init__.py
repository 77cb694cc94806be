"""The window; whoever imports any of it is kept from a fault between Qt for Python and Python 3.11 first."""

from tikissa.gui.immortal import make_constants_immortal

make_constants_immortal()
