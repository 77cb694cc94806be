"""Tikissä puts the customer register of a small business back in shape.

For Python it offers the same on pandas DataFrames: `duplicates`, `fixes`, `stale`, `clean`, `gate`, `purchases`, `read`
and, on every frame, `frame.tikissa`. Import pandas before tikissa for the latter. pandas is loaded only when one of
these is asked for.
"""

import sys
from importlib import import_module
from typing import Any

__version__ = "0.1.0"

OFFERED = ("clean", "duplicates", "fixes", "gate", "purchases", "read", "stale")
"""Functions on DataFrames, of `tikissa.frames.customer_frames`."""


def __getattr__(name: str) -> Any:
    if name not in OFFERED:
        raise AttributeError(f"module 'tikissa' has no attribute {name!r}")
    import_module("tikissa.frames.frame_accessor")
    return getattr(import_module("tikissa.frames.customer_frames"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *OFFERED})


if "pandas" in sys.modules:
    import_module("tikissa.frames.frame_accessor")
