"""Opens a workbook protected with a password; the password is never kept."""

import struct
from io import BytesIO

import msoffcrypto
from msoffcrypto.exceptions import DecryptionError, FileFormatError, InvalidKeyError, ParseError

from tikissa.model.problems import FileProblem


def is_encrypted(data: bytes) -> bool:
    """Say whether a file in an OLE container is protected with a password."""
    try:
        return bool(msoffcrypto.OfficeFile(BytesIO(data)).is_encrypted())
    except (FileFormatError, ParseError, OSError, ValueError, KeyError, IndexError):
        return False


def decrypt(data: bytes, password: str | None, name: str) -> bytes:
    """Return the workbook inside. Raises FileProblem where there is no password or it is another one."""
    if password is None:
        raise FileProblem("file.password_protected", name)
    opened = BytesIO()
    try:
        file = msoffcrypto.OfficeFile(BytesIO(data))
        file.load_key(password=password)
        file.decrypt(opened)
    except (InvalidKeyError, DecryptionError):
        raise FileProblem("file.wrong_password", name) from None
    except (FileFormatError, ParseError, OSError, ValueError, KeyError, IndexError, struct.error):
        raise FileProblem("file.damaged", name) from None
    return opened.getvalue()
