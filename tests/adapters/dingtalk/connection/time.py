"""Time that passes when a test says so."""

import asyncio

from adapters.dingtalk.limits import Time


class Swift:
    """Waiting takes no time; who waits for more than a minute waits for good."""

    def __init__(self) -> None:
        self.at = 1000.0
        self.slept: list[float] = []
        self.time = Time(lambda: self.at, self.sleep, lambda: 0.5)

    async def sleep(self, seconds: float) -> None:
        """Moves on at once."""
        if seconds > 60:
            await asyncio.get_running_loop().create_future()
        self.slept.append(seconds)
        self.at += seconds
        await asyncio.sleep(0)


class Slow:
    """Who waits, waits until time is moved to the first of those who wait."""

    def __init__(self) -> None:
        self.at = 1000.0
        self.time = Time(lambda: self.at, self.sleep, lambda: 0.5)
        self._sleepers: list[tuple[float, asyncio.Future[None]]] = []
        self._came = asyncio.Event()

    async def sleep(self, seconds: float) -> None:
        """Waits for time to be moved."""
        until: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        self._sleepers.append((self.at + seconds, until))
        self._came.set()
        await until

    async def skip(self, least: float = 0, most: float = 74) -> float:
        """Moves to who waits for the shortest, from `least` to `most` seconds; how
        far. Who waits for silence waits longer than anybody else.
        """
        async with asyncio.timeout(5):
            while not (waiting := self._waiting(least, most)):
                self._came.clear()
                await self._came.wait()
        due, sleeper = min(waiting, key=lambda one: one[0])
        moved, self.at = due - self.at, due
        sleeper.set_result(None)
        return moved

    def _waiting(
        self, least: float, most: float
    ) -> list[tuple[float, asyncio.Future[None]]]:
        self._sleepers = [one for one in self._sleepers if not one[1].done()]
        return [one for one in self._sleepers if least <= one[0] - self.at <= most]
