"""Small durable jobs, written in the caller's transaction."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from bot.model.given_up import GivenUp

GIVEN_UP = "job.given-up"  # put for each job that is kept aside, with its id


class Jobs(Protocol):
    """The jobs of one unit of work: they exist if, and only if, it commits."""

    async def put(self, name: str, times: Mapping[int, datetime]) -> None:
        """Runs job `name` once for each id at its instant.

        A job that is already waiting for the same name and id moves to the new instant.
        """
        ...

    async def plan(
        self, id: int, times: Mapping[str, datetime | None], *, new: bool = False
    ) -> None:
        """Runs each of these jobs for one id at its instant, and forgets those that
        have none: of a `new` id nothing waits yet.
        """
        ...

    async def drop(self, name: str, ids: tuple[int, ...]) -> None:
        """Forgets waiting jobs. One that runs already goes on: handlers check the
        state.
        """
        ...

    async def given_up(self) -> Sequence[GivenUp]:
        """Jobs that failed too often and wait for somebody, the oldest first."""
        ...

    async def retry(self, ids: Collection[int], now: datetime) -> int:
        """Runs these of them at once, unless the same waits already; how many."""
        ...
