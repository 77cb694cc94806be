"""Where the frozen program begins: what a child process and a windowed Windows program need, then the product."""

import multiprocessing
import os
import sys


def _give_streams() -> None:
    """A windowed program on Windows has no standard streams; whoever prints must not fail for that."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115


if __name__ == "__main__":
    sys.frozen = True  # type: ignore[attr-defined]  # also where no freezer made the folder
    multiprocessing.freeze_support()
    _give_streams()
    from tikissa.__main__ import main

    sys.exit(main())
