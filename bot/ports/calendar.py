"""Working days, holidays and recurrence, as the core sees them."""

from datetime import date
from typing import Protocol


class Calendar(Protocol):
    """Pure look-ups: no network, no clock. `country` is an ISO 3166 code or None."""

    def is_working_day(
        self, day: date, country: str | None, days: frozenset[int]
    ) -> bool:
        """Whether people who work on these weekdays (Monday is 0) work on that day.

        A swapped working Saturday (调休) is a working day (PEERS B10).
        """
        ...

    def holiday(self, day: date, country: str | None, language: str) -> str | None:
        """The public holiday's name, if that day is one."""
        ...

    def next_day(self, rule: str, start: date, after: date) -> date | None:
        """The first day after `after` on which the RFC 5545 rule happens, or None.

        `start` is the rule's DTSTART. Raises ValueError for a rule that is none.
        """
        ...
