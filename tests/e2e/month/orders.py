"""The stand-ups that the company of the month orders, each of another kind."""

from collections.abc import Sequence
from datetime import date, time

from tests.e2e.month.oracle import HOME, Meeting
from tests.e2e.month.people import DAY, instant


def ordered(begin: date, end: date, monday: date) -> list[Meeting]:
    """All of them."""
    every = [begin + n * DAY for n in range((end - begin).days + 3)]
    return [*_by_clock(every, monday), *_by_night(every, monday), _on_dingtalk()]


def _by_clock(every: Sequence[date], monday: date) -> list[Meeting]:
    """Every day, on some days, every second week, once a month."""
    fridays = [day for day in every if day.weekday() == 4]
    lasts = [day for day in fridays if (day + 7 * DAY).month != day.month]
    tuesday = monday + DAY
    return [
        Meeting(
            name="Daily",
            typed="at 09:30 on weekdays",
            at=time(9, 30),
            weekdays=True,
            observers=_named("Dora"),
        ),
        Meeting(
            name="Launch",
            typed="at 15:00 zone Berlin on mon, wed close 17:00",
            at=time(15),
            zone="Europe/Berlin",
            close=time(17),
            days=frozenset(day for day in every if day.weekday() in (0, 2)),
            people=_named("Anna Nina Lara Shan Tomo Kavi Hugh Zoe"),
        ),
        Meeting(
            name="Fortnight",
            typed=f"at 10:00 every 2 weeks on tue from {tuesday}",
            at=time(10),
            days=frozenset(tuesday + n * 14 * DAY for n in range(4)),
            people=_named("Anna Bernd Nina Noel Lara Yuki Indra"),
        ),
        Meeting(
            name="Review",
            typed="at 14:00 on last fri of month",
            at=time(14),
            days=frozenset(lasts),
            people=_named("Anna Noel Shan Wang Kavi Aroha"),
        ),
    ]


def _by_night(every: Sequence[date], monday: date) -> list[Meeting]:
    """On the evening before, over midnight, paused for a while."""
    pause = instant(monday + 10 * DAY, time(16, 45), HOME)
    return [
        Meeting(
            name="Handover",
            typed="at 18:00 the evening before on weekdays",
            at=time(18),
            eve=True,
            weekdays=True,
            people=_named("Bernd Nina Lara Shan Yuki Indra Hugh Zoe"),
        ),
        Meeting(
            name="Night",
            typed="at 16:00 on tue, thu close 08:00 next day remind 60",
            at=time(16),
            close=time(8),
            next_day=True,
            before=60,
            days=frozenset(day for day in every if day.weekday() in (1, 3)),
            people=_named("Anna Noel Lara Wang Tomo Isla Zoe Aroha"),
        ),
        Meeting(
            name="Shift",
            typed="at 11:00 on weekdays nudge after 60 missing count",
            at=time(11),
            weekdays=True,
            after=60,
            missing="count",
            people=_named("Anna Noel Nina Shan Kavi"),
            optional=_named("Lara Tomo"),
            paused=(pause, monday + 15 * DAY),
        ),
    ]


def _on_dingtalk() -> Meeting:
    """In a group where nothing can be edited."""
    return Meeting(
        name="Ding",
        typed="at 09:00 on weekdays",
        at=time(9),
        weekdays=True,
        people=_named("Bernd Luis Yuki Aroha Isla"),
        owner="Wang",
        channel="#ding",
    )


def _named(names: str) -> frozenset[str]:
    return frozenset(names.split())
