"""The clock goes on whatever its ticks do."""

import asyncio
import logging
from datetime import UTC, datetime, timedelta, tzinfo

import pytest
from apscheduler.schedulers import base
from apscheduler.triggers import interval

from schedules import Ticker, scheduler

Records = pytest.LogCaptureFixture
TENTH = 0.1


class Counter:
    """A tick that counts itself and raises what it is told to."""

    def __init__(self, *raised: Exception | None) -> None:
        self.times = 0
        self.raised = list(raised)
        self.changed = asyncio.Condition()

    async def __call__(self) -> int:
        async with self.changed:
            self.times += 1
            self.changed.notify_all()
        wrong = self.raised.pop(0) if self.raised else None
        if wrong:
            raise wrong
        return self.times

    async def reaches(self, times: int) -> None:
        """Returns when it ran so often."""
        async with self.changed:
            await self.changed.wait_for(lambda: self.times >= times)


async def test_tick_comes_each_second() -> None:
    """Two ticks take between one and three seconds."""
    ticker, counter = Ticker(), Counter()
    ticker.each_second(counter, "count")
    ticker.start()
    begun = datetime.now(UTC)
    await counter.reaches(2)
    await ticker.stop()
    assert 0.9 < (datetime.now(UTC) - begun).total_seconds() < 5


async def test_tick_that_breaks_is_logged_once_and_comes_again(caplog: Records) -> None:
    """Three failures of one kind are one line with its cause; recovery is told."""
    caplog.set_level(logging.INFO, "schedules")
    ticker = Ticker(TENTH)
    counter = Counter(OSError("no database"), OSError("no database"), None)
    ticker.each_second(counter, "count")
    ticker.start()
    await counter.reaches(4)
    await ticker.stop()
    told = [(r.name, r.message) for r in caplog.records]
    assert told == [
        ("schedules.scheduler", "tick failed"),
        ("schedules.scheduler", "tick well again"),
    ]
    assert caplog.records[0].exc_info


async def test_slow_tick_is_never_doubled_and_is_let_finish() -> None:
    """One run at a time; `stop` waits for the one that runs."""
    ticker, go, runs = Ticker(TENTH), asyncio.Event(), [0]
    other = Counter()

    async def slow() -> None:
        runs[0] += 1
        await go.wait()
        runs[0] += 100

    ticker.each_second(slow, "slow")
    ticker.each_second(other, "other")
    ticker.start()
    await other.reaches(3)
    assert runs == [1]
    asyncio.get_running_loop().call_later(0.1, go.set)
    await ticker.stop()
    assert runs == [101]


async def test_stop_does_not_wait_for_ever() -> None:
    """A tick that hangs is cancelled when patience ends."""
    ticker, cancelled, begun = (
        Ticker(TENTH, patience=0.05),
        asyncio.Event(),
        asyncio.Event(),
    )

    async def hang() -> None:
        begun.set()
        try:
            await asyncio.Event().wait()
        finally:
            cancelled.set()

    ticker.each_second(hang, "hang")
    ticker.start()
    await begun.wait()
    await ticker.stop()
    await asyncio.wait_for(cancelled.wait(), 5)


async def test_stopping_twice_or_before_the_start_is_fine() -> None:
    """Shutting down in reverse order must never fail half-way."""
    ticker = Ticker()
    await ticker.stop()
    ticker.each_minute(Counter(), "minute")
    ticker.daily(Counter(), "day")
    ticker.start()
    await ticker.stop()
    await ticker.stop()


async def test_one_name_for_two_ticks_stops_the_start() -> None:
    """A clash is found when the bot starts, not when a tick is missed."""
    ticker = Ticker()
    ticker.daily(Counter(), "twice")
    with pytest.raises(ValueError, match="twice"):
        ticker.each_minute(Counter(), "twice")


async def test_a_clock_set_back_stops_no_tick(monkeypatch: pytest.MonkeyPatch) -> None:
    """It ticks on, instead of waiting for that hour to come again."""
    offset = timedelta(0)

    class Shown(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> "Shown":
            real = datetime.now(UTC) + offset
            return cls.fromtimestamp(real.timestamp(), tz)

    for module in (base, interval, scheduler):
        monkeypatch.setattr(module, "datetime", Shown)
    ticker, counter = Ticker(TENTH), Counter()
    ticker.each_second(counter, "count")
    ticker.start()
    await counter.reaches(2)
    offset = -timedelta(hours=1)
    async with asyncio.timeout(5):
        await counter.reaches(counter.times + 3)
    await ticker.stop()
