"""Who works at the company of the month, where, and on which days: written down by
hand, so that nothing of it is what the product thinks.
"""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

DAY = timedelta(days=1)
OFFICE = frozenset(range(5))
COUNTRY = {
    "Europe/Berlin": "DE",
    "America/New_York": "US",
    "America/Los_Angeles": "US",
    "Asia/Shanghai": "CN",
    "Asia/Tokyo": "JP",
    "Asia/Kolkata": "IN",
    "Australia/Lord_Howe": "AU",
    "Pacific/Auckland": "NZ",
}
# Public holidays of March, April, September, October and November 2026.
OFF = {
    "DE": "4-3 4-6 10-3",
    "US": "10-12 11-11",
    "CN": "4-5 4-6 9-25 10-1 10-2 10-3 10-5 10-6 10-7",
    "JP": "3-20 9-21 9-22 9-23 10-12 11-3",
    "IN": "3-21 3-26 3-31 4-3 4-14 10-2 10-20 11-8",
    "AU": "4-3 4-6",
    "NZ": "4-3 4-6 10-26",
}
WORKED = {"CN": "9-20 10-10"}  # a Sunday and a Saturday that are worked instead


def _days(words: str) -> frozenset[date]:
    pairs = (word.split("-") for word in words.split())
    return frozenset(date(2026, int(month), int(day)) for month, day in pairs)


HOLIDAYS = {country: _days(words) for country, words in OFF.items()}
INSTEAD = {country: _days(words) for country, words in WORKED.items()}


def instant(day: date, wall: time, zone: str) -> datetime:
    """When a clock of that zone shows the time on that day."""
    return datetime.combine(day, wall, ZoneInfo(zone)).astimezone(UTC)


def office_day(day: date, country: str) -> bool:
    """Whether offices of the country work on that day."""
    if day in INSTEAD.get(country, ()):
        return True
    return day.weekday() in OFFICE and day not in HOLIDAYS[country]


@dataclass(frozen=True, slots=True)
class Away:
    """Days away. `said` is when they type it, `back` when they take it back, `words`
    how they say it where it is a part of a day: the one in which they would be asked.
    """

    first: date
    last: date
    said: datetime
    back: datetime | None = None
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Worker:
    """One person. `joins` and `leaves` are the instants that the company knows of; from
    `moved` on they live in `then`.
    """

    name: str
    zone: str
    platform: str = "slack"
    start: time = time(9)
    end: time = time(18)
    days: frozenset[int] = OFFICE
    style: str = "active"
    language: str = "en"
    silent: bool = False
    joins: datetime | None = None
    leaves: datetime | None = None
    out: datetime | None = None
    moved: date = date.max
    then: str = ""
    away: tuple[Away, ...] = field(default=())

    def lives(self, day: date) -> str:
        """Their zone on a day."""
        return self.then if day >= self.moved else self.zone

    def on(self, moment: datetime) -> date:
        """Their local day."""
        return self.clock(moment).date()

    def clock(self, moment: datetime) -> datetime:
        """What their clock shows."""
        here = moment.astimezone(ZoneInfo(self.zone))
        if here.date() < self.moved:
            return here
        return moment.astimezone(ZoneInfo(self.then))

    def at(self, day: date, wall: time) -> datetime:
        """When their clock shows the time on that day."""
        return instant(day, wall, self.lives(day))

    def works(self, day: date) -> bool:
        """Whether it is a working day of theirs, away or not."""
        country = COUNTRY[self.lives(day)]
        if day.weekday() in self.days:
            return day not in HOLIDAYS[country]
        return day in INSTEAD.get(country, ()) and self.days >= OFFICE

    def absent(self, day: date, now: datetime) -> bool:
        """Whether, as far as was said by now, they are away on that day of theirs."""
        return any(
            each.first <= day <= each.last
            and each.said <= now
            and not (each.back and each.back <= now and day >= self.on(each.back))
            for each in self.away
        )

    def employed(self, now: datetime) -> bool:
        """Whether they work here at that moment."""
        joined = self.joins is None or self.joins <= now
        return joined and (self.leaves is None or now < self.leaves)

    def at_work(self, moment: datetime) -> bool:
        """Whether that is within their working hours, on a day when they are there."""
        local = self.clock(moment)
        day = local.date()
        within = self.start <= local.time().replace(tzinfo=None) <= self.end
        return within and self.works(day) and not self.absent(day, moment)


NINE_TO_SIX = (time(9), time(18), OFFICE, "active")
