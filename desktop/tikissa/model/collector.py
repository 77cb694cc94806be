"""Lets the garbage collector rest while millions of small objects are made, none of which lies in a circle."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_resting() -> Iterator[None]:
    """Make objects without their being looked through again and again, which can be neither reported nor cancelled.

    What was made is not looked through afterwards either: it goes when nothing refers to it any more.
    """
    working = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if working:
            gc.freeze()
            gc.enable()
