"""Keeps Qt for Python from using up None: on Python 3.11 its version 6.12 gives back more of it than it took.

The wheels are built for Pythons in which None, True and False are never counted (PEP 683, from 3.12 on); on an older
one each `widget.parent()` that is None takes one away, and when none is left the program ends at once.
"""

import ctypes
import sys

PLENTY = 1 << 40


def make_constants_immortal() -> None:
    """Give the constants more references than a program can use up, as later Pythons do by themselves."""
    if sys.version_info < (3, 12):
        for constant in (None, True, False, NotImplemented, Ellipsis):
            references = ctypes.c_ssize_t.from_address(id(constant))
            if references.value < PLENTY:
                references.value += PLENTY
