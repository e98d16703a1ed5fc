"""Working days, holidays and recurrence, as the core sees them."""

from datetime import date
from typing import Protocol

from bot.model.people import Organization


class Calendar(Protocol):
    """Pure look-ups: no network, no clock. `country` is an ISO 3166 code or None."""

    def country(self, zone: str, organization: Organization) -> str | None:
        """Whose holidays count for who lives in that zone: the organization's, and for
        those who live by another clock those of the country that their zone is in.

        Where the organization has none, nobody has.
        """
        ...

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
