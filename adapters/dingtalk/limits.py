"""How fast we call, and how long we wait after a refusal (facts §9.2)."""

import asyncio
import logging
import random
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import TypeVar

from adapters.dingtalk.errors import NOT_CONNECTED
from bot.errors import ChatError, RateLimited, Unreachable

log = logging.getLogger(__name__)
T = TypeVar("T")

TRIES = 3
PATIENCE = 4.0  # seconds; a longer wait is the courier's
LONGEST = 60.0  # seconds between two tries to connect


@dataclass(frozen=True, slots=True)
class Time:
    """A clock of seconds, how to wait on it, and a die that rolls 0 to 1: many that
    wait for the same thing should not come back together.
    """

    now: Callable[[], float] = time.monotonic
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep
    dice: Callable[[], float] = random.random


class Pace:
    """So many calls a second to each API, a few of them at once (GCRA).

    DingTalk refuses the twenty-first call of a second to one API: together they are
    no more than that.
    """

    def __init__(self, per_second: float = 15, at_once: int = 5) -> None:
        self._step = 1 / per_second
        self._slack = (at_once - 1) * self._step
        self._due: dict[str, float] = {}

    def turn(self, api: str, now: float) -> float:
        """Takes the next turn; says how many seconds it is away."""
        due = max(self._due.get(api, now), now)
        self._due[api] = due + self._step
        return max(0.0, round(due - self._slack - now, 3))


class Gate:
    """Closed while DingTalk blocks our address: calls would only prolong it."""

    def __init__(self) -> None:
        self._until = 0.0

    def close(self, seconds: float, now: float) -> None:
        """Lets nothing through for so long."""
        self._until = max(self._until, now + seconds)

    def closed_for(self, now: float) -> float:
        """How many seconds it stays closed; nothing when it is open."""
        return max(0.0, self._until - now)


def pause(failed: ChatError, tries: int, dice: float, *, once: bool) -> float | None:
    """Seconds until the next try after `tries` of them; None when there is none.

    What must happen `once` is not tried again when it may have happened already.
    """
    if tries >= TRIES:
        return None
    growing = 2.0 ** (tries - 1) * (0.5 + dice)
    match failed:
        case RateLimited(retry_after=least) if least <= PATIENCE:
            return float(max(least, growing))
        case Unreachable(code=code) if code == NOT_CONNECTED or not once:
            return growing
        case _:
            return None


def wait_before(tries: int, dice: float) -> float:
    """Seconds to wait after so many tries in vain: 1, 2, 4 … 60, a bit blurred."""
    return float(min(LONGEST, 2.0 ** min(tries, 6)) * (0.75 + dice / 2))


async def insist(ask: Callable[[], Awaitable[T]], time: Time) -> T:
    """Asks until DingTalk answers. Raises Rejected when it refuses."""
    tries = 0
    while True:
        wait = wait_before(tries, time.dice())
        try:
            return await ask()
        except (RateLimited, Unreachable) as away:
            if isinstance(away, RateLimited):
                wait = max(wait, away.retry_after)
            extra = {"why": away.code, "wait": round(wait, 1)}
            log.warning("dingtalk unreachable", extra=extra)
        await time.sleep(wait)
        tries += 1
