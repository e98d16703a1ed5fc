"""Tables as files, for people who count with a program of their own."""

from typing import Protocol

from bot.model.sheet import Sheet


class Sheets(Protocol):
    """Writes files, and takes a moment for it: to be called in a thread."""

    def written(self, sheet: Sheet) -> bytes:
        """The bytes of the sheet's file. No cell of it is ever run as a formula."""
        ...
