"""Makes new workbooks row by row: held whole and let go at once, a long one would keep the window waiting."""

from collections.abc import Iterator
from contextlib import contextmanager
from tempfile import TemporaryDirectory
from typing import IO

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError

_AS_WRITTEN = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


@contextmanager
def new_workbook(target: IO[bytes]) -> Iterator[xlsxwriter.Workbook]:
    """Yield a workbook that is written to a file at the end.

    The rows wait on the disk meanwhile; nothing of them stays there when the writing is stopped. Raises OSError where
    the file cannot be written.
    """
    with TemporaryDirectory(prefix="tikissa-", ignore_cleanup_errors=True) as folder:
        workbook = xlsxwriter.Workbook(target, {"constant_memory": True, "tmpdir": folder, **_AS_WRITTEN})
        yield workbook
        try:
            workbook.close()
        except FileCreateError as error:  # a full disk; the library's own name for it says nothing to the user
            raise error.args[0] from None
