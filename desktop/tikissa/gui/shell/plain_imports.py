"""Gives Python's own import back once Qt for Python is there, which puts one of its own in its place.

That one reads the source of every module imported after it, to see whether it asks for another way of writing Qt's
names. Nothing here does; reading a hundred sources for it took a seventh of the window's time to come up.
"""

import builtins
from importlib import import_module


def import_plainly() -> None:
    """Undo what Qt for Python does to the import statement when it is loaded."""
    import_module("PySide6.QtCore")
    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
