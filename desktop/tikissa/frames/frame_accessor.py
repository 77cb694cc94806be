"""`frame.tikissa`: what the program offers on a DataFrame, called on the frame itself."""

from typing import Any

import pandas as pd


@pd.api.extensions.register_dataframe_accessor("tikissa")
class TikissaAccessor:
    """The functions of `tikissa` with this frame as the register; see their own documentation for shapes and errors.

    >>> import pandas as pd, tikissa
    >>> frame = pd.DataFrame({"Nimi": ["Korpi Aino"], "Postinro": ["100"], "Postitoimipaikka": ["Helsinki"]})
    >>> len(frame.tikissa.fixes())
    1
    """

    def __init__(self, frame: pd.DataFrame) -> None:
        self._frame = frame

    def duplicates(self, **options: Any) -> pd.DataFrame:
        """See `tikissa.duplicates`."""
        from tikissa.frames.customer_frames import duplicates

        return duplicates(self._frame, **options)

    def fixes(self, **options: Any) -> pd.DataFrame:
        """See `tikissa.fixes`."""
        from tikissa.frames.customer_frames import fixes

        return fixes(self._frame, **options)

    def stale(self, **options: Any) -> pd.DataFrame:
        """See `tikissa.stale`."""
        from tikissa.frames.customer_frames import stale

        return stale(self._frame, **options)

    def clean(self, accept: str = "safe", **options: Any) -> tuple[pd.DataFrame, pd.DataFrame]:
        """See `tikissa.clean`."""
        from tikissa.frames.customer_frames import clean

        return clean(self._frame, accept, **options)

    def gate(self, new: pd.DataFrame, **options: Any) -> pd.DataFrame:
        """Say what each row of `new` is to this frame; see `tikissa.gate`."""
        from tikissa.frames.customer_frames import gate

        return gate(new, self._frame, **options)

    def purchases(self, lines: pd.DataFrame, **options: Any) -> pd.DataFrame:
        """Return what the customers of this frame bought; see `tikissa.purchases`."""
        from tikissa.frames.customer_frames import purchases

        return purchases(lines, self._frame, **options)
