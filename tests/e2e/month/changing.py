"""The month in which everything is changed while it goes on: names, times, people by
name and by department, who reads and who may stay silent, owners, and the end.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from tests.e2e.month.oracle import HOME, Meeting, Turn
from tests.e2e.month.people import DAY, Away, instant
from tests.e2e.month.script import Script, a_script

PEOPLE_PART, TIMES_PART = "Name and people", "Days and times"
FIRST_IN_IT = ("Kavi", "Nina", "Tomo")


def a_changing_script(begin: date, end: date, seed: int) -> Script:
    """The usual company, with stand-ups that are never left alone."""
    script = a_script(begin, end, seed)
    monday = begin + (7 - begin.weekday()) * DAY
    people = dict(script.people)
    people["Hugh"] = replace(
        people["Hugh"], away=(*people["Hugh"].away, *_half(monday))
    )
    people["Zoe"] = replace(people["Zoe"], leaves=_leaving(monday))
    every = [begin + n * DAY for n in range((end - begin).days + 3)]
    meetings = (
        _daily(monday),
        _launch(every, monday),
        _crew(monday),
        _ware(every, monday),
    )
    # Shan only reads Daily in the end, so what holds Shan up is not said there.
    troubles = tuple(each for each in script.troubles if each.by != "Shan")
    return replace(script, people=people, meetings=meetings, troubles=troubles)


def _at(monday: date, days: int, wall: time) -> datetime:
    return instant(monday + days * DAY, wall, HOME)


def _half(monday: date) -> Sequence[Away]:
    """The morning off: Hugh is asked in it."""
    day = monday + 4 * DAY
    said = _at(monday, 2, time(12, 21))
    return [Away(day, day, said, words=f"away {day} morning")]


def _leaving(monday: date) -> datetime:
    """Zoe leaves the company at night in Berlin."""
    return _at(monday, 16, time(2, 10))


def _edit(moment: datetime, name: str, part: str, **fills: object) -> Turn:
    after: Mapping[str, object] = {
        key: time.fromisoformat(each) if isinstance(each, str) else each
        for key, each in fills.items()
    }
    typed = f"standup edit {name}"
    return Turn(at=moment, typed=typed, press=(part,), fills=fills, after=after)


def _daily(monday: date) -> Meeting:
    """Renamed and moved while people answer; another one reads it."""
    return Meeting(
        name="Daily",
        typed="at 09:30 on weekdays",
        at=time(9, 30),
        weekdays=True,
        observers=_named("Dora"),
        turns=(
            Turn(at=_at(monday, 3, time(12, 5)), typed="standup rename Daily to Early"),
            _edit(_at(monday, 10, time(13, 5)), "Early", TIMES_PART, at="10:15"),
            _edit(
                _at(monday, 14, time(12, 35)), "Early", PEOPLE_PART,
                observers=_named("Shan"),
            ),
        ),
    )  # fmt: skip


def _launch(every: Sequence[date], monday: date) -> Meeting:
    """One is added by name, another taken off while it is open; then it ends."""
    first = _named("Anna Nina Lara Tomo Kavi")
    second = _named("Anna Nina Lara Tomo Kavi Shan")
    third = _named("Anna Nina Tomo Kavi Shan")
    return Meeting(
        name="Launch",
        typed="at 15:00 zone Berlin on mon, wed close 17:00",
        at=time(15),
        zone="Europe/Berlin",
        close=time(17),
        days=frozenset(day for day in every if day.weekday() in (0, 2)),
        people=first,
        turns=(
            _edit(_at(monday, 5, time(10, 3)), "Launch", PEOPLE_PART, people=second),
            _edit(_at(monday, 9, time(15, 31)), "Launch", PEOPLE_PART, people=third),
            Turn(
                at=_at(monday, 18, time(10, 41)),
                typed="standup archive Launch",
                press=("Archive",),
                after={"ended": True},
            ),
        ),
    )


def _crew(monday: date) -> Meeting:
    """A department: one comes to it, one goes to another; it is paused while open."""
    said = [
        Turn(
            at=instant(monday - DAY, time(12, 1), HOME) + timedelta(minutes=n),
            typed=f"team set @{name} departments it",
        )
        for n, name in enumerate(FIRST_IN_IT)
    ]
    more = _named(" ".join(FIRST_IN_IT)) | {"Shan"}
    return Meeting(
        name="Crew",
        typed="at 11:00 on weekdays for dept:it",
        at=time(11),
        weekdays=True,
        department=True,
        people=_named(" ".join(FIRST_IN_IT)),
        paused=(_at(monday, 15, time(12, 10)), monday + 17 * DAY),
        turns=(
            *said,
            Turn(
                at=_at(monday, 4, time(16, 2)),
                typed="team set @Shan departments it",
                after={"people": more},
            ),
            Turn(
                at=_at(monday, 11, time(16, 3)),
                typed="team set @Kavi departments finance",
                after={"people": more - {"Kavi"}},
            ),
        ),
    )


def _ware(every: Sequence[date], monday: date) -> Meeting:
    """Its owner leaves; who may stay silent changes; it rests for a week."""
    leaves = _leaving(monday)
    return Meeting(
        name="Ware",
        typed="at 13:00 on tue, thu",
        at=time(13),
        days=frozenset(day for day in every if day.weekday() in (1, 3)),
        people=_named("Zoe Yuki Bernd Anna"),
        optional=_named("Tomo"),
        owner="Zoe",
        turns=(
            _edit(
                _at(monday, 5, time(0, 15)), "Ware", PEOPLE_PART,
                optional=_named("Tomo Dora"),
            ),
            Turn(at=leaves, after={"owner": "Anna"}),
        ),
    )  # fmt: skip


def _named(names: str) -> frozenset[str]:
    return frozenset(names.split())
