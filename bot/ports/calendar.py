"""Working days, holidays and recurrence, as the core sees them."""

from collections.abc import Mapping, Sequence
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

    def days_off(
        self, country: str | None, year: int, language: str
    ) -> Mapping[date, str]:
        """Every public holiday of a country's year with its name, the first first."""
        ...

    def knows(self, country: str) -> bool:
        """Whether there is a calendar of a country ("DE"), or of a part ("DE-BY")."""
        ...

    def worked_instead(self, country: str | None, year: int) -> Sequence[date]:
        """The days off the usual week that are worked that year (调休)."""
        ...

    def announced(self, country: str | None, year: int) -> bool:
        """Whether the year's calendar is known: some countries swap days that their
        government names only in the autumn before.
        """
        ...

    def next_day(self, rule: str, start: date, after: date) -> date | None:
        """The first day after `after` on which the RFC 5545 rule happens, or None.

        `start` is the rule's DTSTART. Raises ValueError for a rule that is none.
        """
        ...
