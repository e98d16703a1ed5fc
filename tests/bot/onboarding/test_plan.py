"""What is asked next: nobody twice, nothing on a day off, and a restart changes
nothing.
"""

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.model.onboarding import Journey, Kind, Line, Part, State, Step
from bot.model.onboarding.plan import (
    MOST,
    Planned,
    Reader,
    Readers,
    What,
    over,
    planned,
    target,
)
from bot.model.onboarding.tracks import CHECKS, READY, steps_of
from bot.model.people import Person

DAY = date(2026, 3, 9)  # a Monday
FOUR_HOURS = timedelta(hours=4)
ZONES = ("Europe/Berlin", "Asia/Shanghai", "America/Los_Angeles")


def reader(id: int, zone: str, away: frozenset[date]) -> Reader:
    """Somebody who works from Monday to Friday."""
    person = Person(id, 1, f"P{id}", zone, "en")
    weekdays: Callable[[date], bool] = lambda day: day.weekday() < 5  # noqa: E731
    return Reader(person, weekdays, lambda day: weekdays(day) and day not in away)


def perform(journey: Journey, now: datetime, each: Planned) -> Journey:
    """As the work does it."""
    if each.step is None:
        return replace(journey, told_on=each.day)
    name = "nudged_on" if each.what is What.NUDGE else "asked_on"
    return journey.changed(replace(each.step, **{name: each.day}))  # type: ignore[arg-type]


def live(
    journey: Journey, readers: Readers, looks: list[datetime]
) -> list[tuple[Planned, datetime]]:
    """Everything said at these looks, in order."""
    said: list[tuple[Planned, datetime]] = []
    for now in looks:
        for each in planned(journey, readers, now):
            if each.at <= now:
                journey = perform(journey, now, each)
                said.append((each, now))
        assert all(each.at > now for each in planned(journey, readers, now))
    return said


def a_journey(kind: Kind, track: str) -> Journey:
    """One with its steps numbered."""
    steps = steps_of(READY[track], kind)
    numbered = tuple(replace(step, id=id) for id, step in enumerate(steps, 1))
    made = datetime(2026, 3, 2, 9, tzinfo=UTC)
    return Journey(1, track, DAY, 2, made, kind, steps=numbered, id=1)


days_off = st.frozensets(
    st.integers(0, 60).map(lambda count: date(2026, 3, 2) + timedelta(days=count)),
    max_size=15,
)


@settings(max_examples=60, deadline=None)
@given(
    st.sampled_from(sorted(READY)),
    st.tuples(*[st.sampled_from(ZONES)] * 3),
    st.tuples(*[days_off] * 3),
    st.frozensets(st.integers(0, 700), max_size=200),
)
def test_the_laws_of_asking(
    track: str,
    zones: tuple[str, ...],
    away: tuple[frozenset[date], ...],
    missed: frozenset[int],
) -> None:
    """Whoever is away, wherever they live, whenever nobody looked."""
    kind = Kind.LEAVE if track == "leaving" else Kind.START
    journey = a_journey(kind, track)
    one, two, three = (reader(i, zones[i - 1], away[i - 1]) for i in (1, 2, 3))
    readers = {Part.NEWCOMER: one, Part.MANAGER: two, Part.BUDDY: three, Part.IT: two}
    start = datetime(2026, 3, 2, 9, tzinfo=UTC)
    looks = [start + FOUR_HOURS * count for count in range(720) if count not in missed]
    said = live(journey, readers, looks)
    keys = [(each.what, each.step.id if each.step else each.day) for each, _ in said]
    assert len(keys) == len(set(keys))
    who = {each.person.id: each for each in readers.values()}
    for each, now in said:
        local = who[each.person_id].person.local(now)
        assert who[each.person_id].works(local.date())
        assert 9 <= local.hour + local.minute / 60 <= 17
    asks = Counter((e.person_id, e.day) for e, _ in said if e.what is What.ASK)
    assert max(asks.values(), default=0) <= MOST


def test_everything_is_asked_in_time() -> None:
    """Nobody away: each step once, nothing before its day."""
    journey = a_journey(Kind.START, "warehouse")
    one, two = (reader(id, "Europe/Berlin", frozenset()) for id in (1, 2))
    readers = {
        Part.NEWCOMER: one,
        **dict.fromkeys((Part.MANAGER, Part.BUDDY, Part.IT), two),
    }
    start = datetime(2026, 3, 2, 8, tzinfo=UTC)
    said = live(journey, readers, [start + timedelta(hours=1) * n for n in range(3000)])
    asked = {
        each.step.id: each.day
        for each, _ in said
        if each.what is What.ASK and each.step
    }
    assert len(asked) == len(journey.steps)
    for step in journey.steps:
        meant = target(step, DAY, one.usual)
        assert asked[step.id] >= min(meant, date(2026, 3, 2)) or step.line.after < 0
        assert asked[step.id] >= meant or step.line.after < 0


def test_working_days_are_counted() -> None:
    """Three before a Monday is the Wednesday before; the fifth after is a Monday."""
    works = reader(1, "Europe/Berlin", frozenset()).usual
    found = [target(Step(Line(Part.IT, after)), DAY, works) for after in (-3, 0, 5)]
    assert tuple(found) == (date(2026, 3, 4), DAY, date(2026, 3, 16))
    sunday = target(Step(Line(Part.IT, 0)), date(2026, 3, 8), works)
    assert sunday == DAY


def test_it_is_over_when_nothing_is_open_or_long_ago() -> None:
    """After 120 days nobody is asked for what was never done."""
    journey = a_journey(Kind.START, "everybody")
    assert not over(journey, datetime(2026, 7, 7, tzinfo=UTC))
    assert over(journey, datetime(2026, 7, 8, tzinfo=UTC))
    now = datetime(2026, 3, 9, tzinfo=UTC)
    done = journey.changed(*(step.close(State.DONE, 1, now) for step in journey.steps))
    assert over(done, now)
    assert sum(step.line.check is not None for step in journey.steps) == 2 * len(CHECKS)
