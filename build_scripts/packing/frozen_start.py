"""Where the frozen program begins: what a child process and a windowed Windows program need, then the product."""

import os
import sys

_TRACKER = "from multiprocessing.resource_tracker import main"


def _give_streams() -> None:
    """A windowed program on Windows has no standard streams; whoever prints must not fail for that."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, "w", encoding="utf-8"))  # noqa: PTH123, SIM115


def _serve_if_child() -> None:
    """Do a child's work and leave, where multiprocessing has started this program as its child.

    PyInstaller's own start would load multiprocessing each time, before the first window; here only a child does.
    """
    if "--multiprocessing-fork" in sys.argv:
        from multiprocessing.spawn import freeze_support

        freeze_support()
    elif "-c" in sys.argv[:-1] and sys.argv[sys.argv.index("-c") + 1].startswith(_TRACKER):
        exec(sys.argv[sys.argv.index("-c") + 1])
        sys.exit()


if __name__ == "__main__":
    sys.frozen = True  # type: ignore[attr-defined]  # also where no freezer made the folder
    _serve_if_child()
    _give_streams()
    from tikissa.__main__ import main

    sys.exit(main())
