"""The repository of what a company says of its people."""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Protocol

from bot.model.team import TeamFacts


class Team(Protocol):
    """Heads, kinds of work, and who leads whom, of one organization."""

    async def heads(self) -> Mapping[str, int]:
        """Who heads each department that has a head."""
        ...

    async def head(self, department: str, person_id: int | None) -> None:
        """Makes somebody the head of a department; None leaves it without one."""
        ...

    async def facts(self) -> Mapping[int, TeamFacts]:
        """What is said of each person of whom anything is."""
        ...

    async def keep(self, person_id: int, facts: TeamFacts) -> None:
        """Writes what is said of a person."""
        ...

    async def lead(self, person_id: int, manager_id: int | None) -> None:
        """Makes somebody the manager of a person, whatever a platform tells."""
        ...

    async def beside(self, person_id: int) -> Collection[int]:
        """Who was seen in a place where they were seen, as far as we know who is
        where.
        """
        ...

    async def propose(self, person_id: int, text: str, now: datetime) -> int:
        """Keeps a list that somebody wants to import, in place of their last; its
        number, which no other list ever has.
        """
        ...

    async def proposed(self, import_id: int, person_id: int) -> str | None:
        """The list, if it is theirs and was neither applied nor dropped."""
        ...

    async def drop(self, import_id: int) -> None:
        """Lets the list go."""
        ...
