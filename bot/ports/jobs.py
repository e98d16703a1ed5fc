"""Small durable jobs, written in the caller's transaction."""

from collections.abc import Mapping
from datetime import datetime
from typing import Protocol


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
