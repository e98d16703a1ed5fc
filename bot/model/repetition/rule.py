"""A rule of repetition taken apart, and its RFC 5545 text."""

import re
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

WORKING_WEEK = ("MO", "TU", "WE", "TH", "FR")
WEEKEND = ("SA", "SU")
WEEK = WORKING_WEEK + WEEKEND
LONGEST = 99
LAST = -1
FIFTH = 5  # of a weekday, no month has more; nobody counts further from its end
WORKING_DAYS = 20  # as many has every month
QUARTERS = (1, 4, 7, 10)  # the months that begin one …
QUARTER_ENDS = (3, 6, 9, 12)  # … and those that end it
LONGEST_MONTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
UNTIL = re.compile(r";UNTIL=(\d{8})$")


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

    `days` are two-letter RFC codes; `nth` picks some of them in the month (-1 is the
    last); `month_days` are days of the month (-1 is its last); only `months` count
    where there are any.
    """

    every: Every
    interval: int = 1
    days: tuple[str, ...] = ()
    nth: tuple[int, ...] = ()
    month_days: tuple[int, ...] = ()
    months: tuple[int, ...] = ()

    @property
    def possible(self) -> bool:
        """Whether such a day ever comes."""
        return (
            1 <= self.interval <= LONGEST
            and (bool(self.days) or not self.nth)
            and (bool(self.nth or self.month_days) or not self.months)
            and all(self._picks(nth) for nth in self.nth)
            and all(self._has(day) for day in self.month_days)
            and all(1 <= month <= len(LONGEST_MONTHS) for month in self.months)
        )

    def _picks(self, nth: int) -> bool:
        most = WORKING_DAYS if self.days == WORKING_WEEK else FIFTH
        return -FIFTH <= nth <= LAST or 1 <= nth <= most

    def _has(self, day: int) -> bool:
        months = self.months or (1,)
        longest = min(LONGEST_MONTHS[month - 1] for month in months if 0 < month <= 12)
        return -FIFTH <= day <= LAST or 1 <= day <= longest

    @property
    def rule(self) -> str:
        """The RFC 5545 text, without its DTSTART."""
        parts = [f"FREQ={FREQUENCIES[self.every]}"]
        if self.interval > 1:
            parts.append(f"INTERVAL={self.interval}")
        if self.months:
            parts.append(f"BYMONTH={_listed(self.months)}")
        if self.days:
            parts.append(f"BYDAY={','.join(self.days)}")
        if self.nth:
            parts.append(f"BYSETPOS={_listed(self.nth)}")
        if self.month_days:
            parts.append(f"BYMONTHDAY={_listed(self.month_days)}")
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
            _numbers(parts.get("BYSETPOS")),
            _numbers(parts.get("BYMONTHDAY")),
            _numbers(parts.get("BYMONTH")),
        )
    except ValueError:
        return None
    return found if found.rule == rule and found.possible else None


def ended(rule: str, last: date | None) -> str:
    """The rule until that day, which may be one of it; None is for ever."""
    endless, _ = without_end(rule)
    return f"{endless};UNTIL={last:%Y%m%d}" if last else endless


def without_end(rule: str) -> tuple[str, date | None]:
    """The rule as if it never ended, and the last day on which it may happen."""
    match = UNTIL.search(rule)
    if match is None:
        return rule, None
    day = datetime.strptime(match[1], "%Y%m%d")  # noqa: DTZ007 a day has no zone
    return rule[: match.start()], day.date()


def _listed(numbers: tuple[int, ...]) -> str:
    return ",".join(map(str, numbers))


def _numbers(text: str | None) -> tuple[int, ...]:
    return tuple(map(int, text.split(","))) if text else ()
