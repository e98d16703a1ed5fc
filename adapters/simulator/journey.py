"""Moving the clock so that everything due on the way happens at its own time."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta
from typing import Protocol

from adapters.simulator.clock import MovableClock

UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86_400, "w": 604_800}
SPAN = re.compile(
    r"(\d+)\s*([smhdw])(?:ec(?:ond)?s?|in(?:ute)?s?|(?:ou)?rs?|ays?|eeks?)?"
)
MOST_STEPS = 10_000
MOST_STUCK = 20


class Driver(Protocol):
    """What lives by the clock: the bot, when it shares this process."""

    async def next_due(self) -> datetime | None:
        """When the next thing will happen; None when nothing will."""
        ...

    async def settle(self) -> None:
        """Do all that is due by now, and return when it is done."""
        ...


async def move(clock: MovableClock, driver: Driver, target: datetime) -> int:
    """Pass through all that is due until the target; return how many stops."""
    stops = stuck = 0
    last: datetime | None = None
    while stops < MOST_STEPS and stuck < MOST_STUCK:
        due = await driver.next_due()
        if due is None or due > target:
            break
        stuck = stuck + 1 if due == last else 0
        last = due
        await _arrive(clock, driver, due)
        stops += 1
    await _arrive(clock, driver, target)
    return stops


async def move_to_next(clock: MovableClock, driver: Driver) -> int:
    """Move to the next thing that will happen; stay if nothing will."""
    due = await driver.next_due()
    if due is None:
        return 0
    await _arrive(clock, driver, due)
    return 1


async def _arrive(clock: MovableClock, driver: Driver, instant: datetime) -> None:
    if instant > clock.now():
        clock.set(instant)
    await driver.settle()


class Idle:
    """A driver for a bot that lives elsewhere: nothing here is due."""

    async def next_due(self) -> datetime | None:
        """Nothing is known to be due."""
        return None

    async def settle(self) -> None:
        """There is nothing to do."""


class Together:
    """Several drivers as one: the earliest due counts, all are settled."""

    def __init__(
        self,
        driver: Callable[[], Driver],
        due: Callable[[], datetime | None],
        settle: Callable[[], Awaitable[None]],
    ) -> None:
        self._driver, self._due, self._settle = driver, due, settle

    async def next_due(self) -> datetime | None:
        """The earliest of what is due."""
        both = (await self._driver().next_due(), self._due())
        return min((due for due in both if due is not None), default=None)

    async def settle(self) -> None:
        """Settle the platforms first, then the bot, then what it sent."""
        await self._settle()
        await self._driver().settle()
        await self._settle()


def span(text: object) -> timedelta:
    """`1h`, `30 minutes`, `1d`, seconds as a number, `{"hours": 1}`; never negative."""
    match text:
        case str() if found := SPAN.fullmatch(text.strip().lower()):
            return timedelta(seconds=int(found[1]) * UNITS[found[2]])
        case int() | float() if not isinstance(text, bool) and text >= 0:
            return timedelta(seconds=text)
        case dict() if text and all(_counts(name, n) for name, n in text.items()):
            return timedelta(**text)
        case _:
            raise ValueError(f"{text!r} is not a span like 1h, 30m, 1d or seconds")


def _counts(name: object, number: object) -> bool:
    good = isinstance(number, int | float) and not isinstance(number, bool)
    return (
        name in ("seconds", "minutes", "hours", "days", "weeks")
        and good
        and (
            number >= 0  # type: ignore[operator]  # it is a number by now
        )
    )
