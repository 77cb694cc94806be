"""What a record is called: by its place in its register, and by a key that holds across files."""

from typing import NewType

RecordId = NewType("RecordId", int)
"""Position of a record in its register, from 0 in source order."""

RecordKey = NewType("RecordKey", str)
"""Who a record is across files: its unique customer number, else a fingerprint of its content with its occurrence."""
