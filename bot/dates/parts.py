"""A part of a date phrase and how parts of one phrase add up."""

from dataclasses import dataclass, fields
from datetime import date, tzinfo
from enum import IntEnum, StrEnum


class Strength(IntEnum):
    """How much company words need before a sentence may lose them to a date."""

    WHOLE = 0  # only as the whole text, or after "due"
    LED = 1  # after "by", "until", "on" …, or before 前
    TRAILING = 2  # or at the end of the sentence
    CERTAIN = 3  # anywhere


class Period(StrEnum):
    """A part of the day; it tells three in the night from three in the afternoon."""

    SMALL_HOURS = "small hours"
    MORNING = "morning"
    NOON = "noon"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    NIGHT = "night"


@dataclass(frozen=True, slots=True)
class Clock:
    """A wall time; `vague` hours (1–12) may mean the morning or the afternoon."""

    hour: int
    minute: int = 0
    second: int = 0
    vague: bool = False

    @property
    def exists(self) -> bool:
        """No 25:00 and no 12:60; 24:00 is the coming midnight."""
        if self.hour == 24:
            return self.minute == self.second == 0
        return self.hour < 24 and self.minute < 60 and self.second < 60


@dataclass(frozen=True, slots=True)
class Part:
    """What some words say about day and time; what they do not say is None."""

    strength: Strength = Strength.CERTAIN
    dates: tuple[date, ...] | None = (
        None  # readings, best first; () is an impossible day
    )
    near: date | None = None  # today, tomorrow: gives way to a date beside it
    weekday: int | None = None
    week: date | None = None  # the Monday of the week meant
    otherwise: date | None = None  # the day when no words say one
    clock: Clock | None = None
    period: Period | None = None
    zone: tzinfo | None = None  # whose clock it is, when not the speaker's


_SAYS = tuple(f.name for f in fields(Part) if f.name != "strength")


def merge(one: Part, two: Part) -> Part | None:
    """Both parts as one, or None when they say the same kind of thing twice."""
    if any(_both(one, two, name) for name in _SAYS) or _two_days(one, two):
        return None
    return Part(
        strength=_together(one, two),
        dates=two.dates if one.dates is None else one.dates,
        near=one.near or two.near,
        weekday=two.weekday if one.weekday is None else one.weekday,
        week=one.week or two.week,
        otherwise=one.otherwise or two.otherwise,
        clock=one.clock or two.clock,
        period=one.period or two.period,
        zone=one.zone or two.zone,
    )


def _both(one: Part, two: Part, name: str) -> bool:
    return getattr(one, name) is not None and getattr(two, name) is not None


def _two_days(one: Part, two: Part) -> bool:
    """ "next tuesday" beside a date; only a span of weeks knows a date and its week."""
    dated, weekly = (one, two) if one.dates is not None else (two, one)
    return dated.dates is not None and weekly.week is not None


def _together(one: Part, two: Part) -> Strength:
    """Weak words stay weak; a day beside a time vouch for each other."""
    weakest = min(one.strength, two.strength)
    if weakest is Strength.WHOLE:
        return weakest
    if has_day(one) != has_day(two):
        return Strength.CERTAIN
    return max(one.strength, two.strength)


def has_day(part: Part) -> bool:
    """Whether a day is said, not only a time."""
    days = (part.dates, part.near, part.weekday, part.week)
    return any(day is not None for day in days)
