"""Whose turn it is to write."""

import asyncio
from collections import deque

IN_A_ROW = 16  # of those in a hurry, before somebody else has a turn


class Turn:
    """One at a time: those in a hurry first, else in the order in which they came.

    Like `asyncio.Lock`, but that who lets go hands it over: nobody comes in between.
    """

    def __init__(self) -> None:
        self._taken = False
        self._hurried: deque[asyncio.Future[None]] = deque()
        self._others: deque[asyncio.Future[None]] = deque()
        self._row = 0

    def locked(self) -> bool:
        """Whether somebody has it."""
        return self._taken

    @property
    def hurried(self) -> bool:
        """Whether somebody in a hurry waits for it."""
        return bool(self._hurried)

    async def acquire(self, *, hurried: bool = False) -> None:
        """Returns when it is the caller's."""
        if not self._taken:
            self._taken = True
            return
        waiting = self._hurried if hurried else self._others
        mine: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        waiting.append(mine)
        try:
            await mine
        except asyncio.CancelledError:
            if not mine.cancelled():  # it was given in the same moment
                self.release()
            elif mine in waiting:
                waiting.remove(mine)
            raise

    def release(self) -> None:
        """Hands it to the next."""
        while (next_one := self._next()) is not None:
            if not next_one.done():
                next_one.set_result(None)
                return
        self._taken = False

    def _next(self) -> "asyncio.Future[None] | None":
        patient = self._others and (self._row >= IN_A_ROW or not self._hurried)
        self._row = 0 if patient else self._row + 1
        if patient:
            return self._others.popleft()
        return self._hurried.popleft() if self._hurried else None
