"""Starts the command line or, with nothing else asked for, the window."""

import sys


def main() -> int:
    from tikissa.cli.main import main as command_line

    return command_line(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
