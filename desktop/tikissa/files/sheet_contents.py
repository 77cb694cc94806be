"""Gets the bytes of a file without touching it, or says why it cannot be had."""

from pathlib import Path

from tikissa.model.problems import FileProblem

LARGEST_BYTES = 1_500_000_000


def read_content(path: Path) -> bytes:
    """Return a file's bytes. Raises FileProblem."""
    try:
        if path.exists() and not (path.is_file() or path.is_dir()):  # a device or a pipe may never end
            raise FileProblem("file.not_a_file", path.name)
        if path.stat().st_size > LARGEST_BYTES:
            raise FileProblem("file.too_large", path.name)
        return path.read_bytes()
    except FileNotFoundError:
        raise FileProblem("file.missing", path.name) from None
    except IsADirectoryError:
        raise FileProblem("file.is_folder", path.name) from None
    except PermissionError:
        code = "file.is_folder" if path.is_dir() else "file.no_permission"
        raise FileProblem(code, path.name) from None
    except OSError as error:
        raise FileProblem("file.unreadable", path.name, str(error.strerror)) from None
