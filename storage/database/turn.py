"""Whose turn it is to write."""

import asyncio
from collections import deque

IN_A_ROW = 16  # of those in a hurry, before somebody else has a turn
# Rounds of the event loop in which a turn is left to who is in a hurry: so many takes a
# request that came in the meantime, from the wire to its claim.
LEFT_FREE = 3


class Turn:
    """One at a time: those in a hurry first, else in the order in which they came.

    Like `asyncio.Lock`, but that who lets go hands it over: nobody comes in between,
    but for who is in a hurry, who has a moment to come before somebody with time.
    """

    def __init__(self) -> None:
        self._taken = False
        self._hurried: deque[asyncio.Future[None]] = deque()
        self._others: deque[asyncio.Future[None]] = deque()
        self._row = 0
        self._left_free = False

    def locked(self) -> bool:
        """Whether somebody has it."""
        return self._taken

    @property
    def hurried(self) -> bool:
        """Whether somebody in a hurry waits for it."""
        return bool(self._hurried)

    async def acquire(self, *, hurried: bool = False) -> None:
        """Returns when it is the caller's."""
        if not self._taken and (hurried or not self._others):
            self._taken = True
            self._row = self._row + 1 if hurried else 0
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
        """Hands it to the next, or leaves it free for a moment."""
        self._taken = False
        if self._hurried or self._row >= IN_A_ROW:
            self._hand_over()
        elif self._others and not self._left_free:
            self._left_free = True
            self._leave_free(LEFT_FREE)

    def _leave_free(self, rounds: int) -> None:
        if rounds:
            loop = asyncio.get_running_loop()
            loop.call_soon(self._leave_free, rounds - 1)
            return
        self._left_free = False
        if not self._taken:
            self._hand_over()

    def _hand_over(self) -> None:
        while (next_one := self._next()) is not None:
            if not next_one.done():
                self._taken = True
                next_one.set_result(None)
                return

    def _next(self) -> "asyncio.Future[None] | None":
        patient = self._others and (self._row >= IN_A_ROW or not self._hurried)
        self._row = 0 if patient else self._row + 1
        if patient:
            return self._others.popleft()
        return self._hurried.popleft() if self._hurried else None
