"""Starts the command line or, with nothing else asked for, the window."""

import gc
import sys
from pathlib import Path


class Window:
    """The door from the command line to the window: Qt is loaded only when somebody goes through."""

    def open(self, path: Path | None) -> int:
        gc.disable()  # all that is made until the window is up is kept; the end of its first work turns it on again
        from tikissa.gui.shell.application import run

        return run(path)

    def check(self, folder: Path) -> None:
        from tikissa.gui.shell.self_check import open_and_close

        open_and_close(folder)


def main() -> int:
    sys.unraisablehook = lambda _: None  # what a library cannot put away after a full disk is no news to the user
    from tikissa.cli.main import main as command_line

    return command_line(sys.argv[1:], Window())


if __name__ == "__main__":
    sys.exit(main())
