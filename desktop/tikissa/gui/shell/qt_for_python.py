"""Keeps the program from two faults of Qt for Python (PySide6).

On Python 3.11 its version 6.12 gives back more references of None than it took. The wheels are built for Pythons in
which None, True and False are never counted (PEP 683, from 3.12 on); on an older one each `widget.parent()` that is
None takes one away, and when none is left the program ends at once.

It also puts an import function of its own in Python's place, which reads the source of every module imported after it,
to see whether it asks for another way of writing Qt's names. Nothing here does; reading a hundred sources for it took a
seventh of the window's time to come up.
"""

import builtins
import ctypes
import sys
from importlib import import_module

PLENTY = 1 << 40


def make_constants_immortal() -> None:
    """Give the constants more references than a program can use up, as later Pythons do by themselves."""
    if sys.version_info < (3, 12):
        for constant in (None, True, False, NotImplemented, Ellipsis):
            references = ctypes.c_ssize_t.from_address(id(constant))
            if references.value < PLENTY:
                references.value += PLENTY


def import_plainly() -> None:
    """Undo what Qt for Python does to the import statement when it is loaded."""
    import_module("PySide6.QtCore")
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
