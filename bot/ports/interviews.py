"""The repository of interviews."""

from typing import Protocol

from bot.model.interview import Interview


class Interviews(Protocol):
    """Forms being filled question by question, of one organization."""

    async def of(self, person_id: int) -> Interview | None:
        """The person's open interview."""
        ...

    async def save(self, interview: Interview) -> None:
        """Keeps how far it has come, in place of any other of theirs."""
        ...

    async def end(self, person_id: int) -> bool:
        """Forgets it; says whether there was one."""
        ...
