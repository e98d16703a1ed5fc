"""Days of people that they like to be celebrated: a birthday, how long they are here;
pure. Nobody's year of birth is kept.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum

from bot.model.reminders import Works

MORNING = time(9)
DAY = timedelta(days=1)
LONGEST = 14  # days off in a row, of which the first day of work tells
LEAP = "02-29"


class Occasion(StrEnum):
    """What is celebrated."""

    BIRTHDAY = "birthday"
    ANNIVERSARY = "anniversary"
    FIRST_DAY = "first-day"


@dataclass(frozen=True, slots=True)
class OwnDays:
    """What somebody told of themselves: "03-12", and the day they began."""

    person_id: int
    birthday: str = ""
    started: date | None = None


@dataclass(frozen=True, slots=True)
class Party:
    """Somebody's day; `years` are how long they are here."""

    person_id: int
    occasion: Occasion
    years: int = 0


def parties(found: Sequence[OwnDays], days: Sequence[date]) -> tuple[Party, ...]:
    """What there is to celebrate on these days."""
    return tuple(party for day in days for each in found for party in _on(each, day))


def days_told(today: date, works: Works) -> tuple[date, ...]:
    """Of which days a working day tells: its own, and those off right before it."""
    if not works(today):
        return ()
    found = [today]
    for back in range(1, LONGEST + 1):
        day = today - DAY * back
        if works(day):
            break
        found.append(day)
    return tuple(reversed(found))


def _on(own: OwnDays, day: date) -> Iterator[Party]:
    if own.birthday in _names(day):
        yield Party(own.person_id, Occasion.BIRTHDAY)
    if own.started is None or f"{own.started:%m-%d}" not in _names(day):
        return
    if years := day.year - own.started.year:
        if years > 0:
            yield Party(own.person_id, Occasion.ANNIVERSARY, years)
    else:
        yield Party(own.person_id, Occasion.FIRST_DAY)


def _names(day: date) -> tuple[str, ...]:
    """What the day is called; of 29 February most years have the 28th."""
    name = f"{day:%m-%d}"
    last = name == "02-28" and (day + DAY).month == 3
    return (name, LEAP) if last else (name,)
