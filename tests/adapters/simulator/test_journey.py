"""The clock moves forward only, and passes through all that is due."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest

from adapters.simulator.clock import MovableClock
from adapters.simulator.journey import move, move_to_next, span
from adapters.simulator.simulator import Simulator
from tests.adapters.simulator.conftest import ManualTime

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


@dataclass(slots=True)
class Alarms:
    """A driver with a list of instants, each of which happens once."""

    clock: MovableClock
    due: list[datetime]
    happened: list[tuple[datetime, datetime]] = field(default_factory=list)
    obedient: bool = True

    async def next_due(self) -> datetime | None:
        """The earliest left."""
        return min(self.due, default=None)

    async def settle(self) -> None:
        """Note when each alarm that is due really rang."""
        for alarm in [due for due in self.due if due <= self.clock.now()]:
            self.happened.append((alarm, self.clock.now()))
            if self.obedient:
                self.due.remove(alarm)


@pytest.fixture
def clock() -> MovableClock:
    """Noon, in a time that stands still."""
    return MovableClock(NOON, monotonic=ManualTime())


def hours(*numbers: float) -> list[datetime]:
    """Instants after noon."""
    return [NOON + timedelta(hours=number) for number in numbers]


async def test_each_thing_happens_at_its_own_time(clock: MovableClock) -> None:
    """Three alarms ring on the dot on the way to the evening, the fourth does not."""
    alarms = Alarms(clock, hours(3, 1, 2, 9))
    assert await move(clock, alarms, NOON + timedelta(hours=6)) == 3
    assert [rang for _, rang in alarms.happened] == hours(1, 2, 3)
    assert clock.now() == NOON + timedelta(hours=6)


async def test_next_goes_to_the_next_thing_or_stays(clock: MovableClock) -> None:
    """With nothing due the clock does not move."""
    alarms = Alarms(clock, hours(5))
    assert await move_to_next(clock, alarms) == 1
    assert clock.now() == hours(5)[0]
    assert await move_to_next(clock, alarms) == 0
    assert clock.now() == hours(5)[0]


async def test_what_stays_due_does_not_hold_the_clock(clock: MovableClock) -> None:
    """A driver that never gets done is given up, and the target is reached."""
    alarms = Alarms(clock, hours(1), obedient=False)
    await move(clock, alarms, hours(2)[0])
    assert clock.now() == hours(2)[0]


def test_the_clock_never_goes_back(clock: MovableClock) -> None:
    """Neither by setting nor by a negative advance, and never without a zone."""
    with pytest.raises(ValueError, match="never goes back"):
        clock.set(NOON - timedelta(seconds=1))
    with pytest.raises(ValueError, match="never goes back"):
        clock.advance(timedelta(seconds=-1))
    with pytest.raises(ValueError, match="time zone"):
        clock.set(datetime(2027, 1, 1))  # noqa: DTZ001 the mistake under test


async def test_a_sleeper_wakes_when_the_clock_is_moved(clock: MovableClock) -> None:
    """Sleeping by this clock does not take real time."""
    sleeper = asyncio.create_task(clock.sleep(3600))
    await asyncio.sleep(0)
    clock.advance(timedelta(minutes=59))
    await asyncio.sleep(0)
    assert not sleeper.done()
    clock.advance(timedelta(minutes=1))
    await sleeper


@pytest.mark.parametrize(
    ("words", "seconds"),
    [
        ("1h", 3600),
        ("30m", 1800),
        ("1 hour", 3600),
        ("2 days", 172_800),
        ("90 min", 5400),
        ("1d", 86_400),
        (90, 90),
        ({"hours": 1, "minutes": 30}, 5400),
    ],
)
def test_spans_are_short_words_or_seconds(words: object, seconds: int) -> None:
    """What the control interface takes."""
    assert span(words) == timedelta(seconds=seconds)


@pytest.mark.parametrize(
    "words", ["soon", "-1h", -1, None, True, "1.5h", {}, {"hours": -1}, {"moons": 1}]
)
def test_other_spans_are_refused(words: object) -> None:
    """A sentence says what is possible."""
    with pytest.raises(ValueError, match="not a span"):
        span(words)


async def test_the_simulator_moves_its_driver(simulator: Simulator) -> None:
    """The bot in the same process is asked what is due, and settled there."""
    due = simulator.clock.now() + timedelta(hours=1)
    alarms = Alarms(simulator.clock, [due])
    simulator.driver = alarms
    moved = await simulator.move({"next": True})
    assert moved["steps"] == 1
    assert alarms.happened[0][0] == due
