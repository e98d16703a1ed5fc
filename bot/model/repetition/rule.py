"""A rule of repetition taken apart, and its RFC 5545 text."""

import re
from dataclasses import dataclass
from enum import StrEnum

WORKING_WEEK = ("MO", "TU", "WE", "TH", "FR")
WEEKEND = ("SA", "SU")
WEEK = WORKING_WEEK + WEEKEND
LONGEST = 99


class Every(StrEnum):
    """The unit a rule counts in."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


FREQUENCIES = {
    Every.DAY: "DAILY",
    Every.WEEK: "WEEKLY",
    Every.MONTH: "MONTHLY",
    Every.YEAR: "YEARLY",
}


@dataclass(frozen=True, slots=True)
class Repetition:
    """Every 2 weeks on Monday, every month on its last Friday.

    `days` are two-letter RFC codes; `nth` picks one of them in the month (-1 is the
    last); `month_day` is a day of the month (-1 is its last).
    """

    every: Every
    interval: int = 1
    days: tuple[str, ...] = ()
    nth: int | None = None
    month_day: int | None = None

    @property
    def possible(self) -> bool:
        """Whether such a day ever comes."""
        return (
            1 <= self.interval <= LONGEST
            and (self.nth is None or (self.nth in (-1, 1, 2, 3, 4) and bool(self.days)))
            and (self.month_day is None or self.month_day in (-1, *range(1, 32)))
        )

    @property
    def rule(self) -> str:
        """The RFC 5545 text, without its DTSTART."""
        parts = [f"FREQ={FREQUENCIES[self.every]}"]
        if self.interval > 1:
            parts.append(f"INTERVAL={self.interval}")
        if self.days:
            parts.append(f"BYDAY={','.join(self.days)}")
        if self.nth:
            parts.append(f"BYSETPOS={self.nth}")
        if self.month_day:
            parts.append(f"BYMONTHDAY={self.month_day}")
        return ";".join(parts)


def read_rule(rule: str) -> Repetition | None:
    """A rule as `Repetition.rule` writes it, taken apart again; None for any other."""
    parts = dict(re.findall(r"([A-Z]+)=([A-Z0-9,-]+)", rule))
    units = {name: every for every, name in FREQUENCIES.items()}
    if parts.get("FREQ") not in units:
        return None
    try:
        found = Repetition(
            units[parts["FREQ"]],
            int(parts.get("INTERVAL", "1")),
            tuple(parts["BYDAY"].split(",")) if "BYDAY" in parts else (),
            _number(parts.get("BYSETPOS")),
            _number(parts.get("BYMONTHDAY")),
        )
    except ValueError:
        return None
    return found if found.rule == rule and found.possible else None


def _number(text: str | None) -> int | None:
    return int(text) if text else None
