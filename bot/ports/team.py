"""The repository of what a company says of its people."""

from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

from bot.model.team import Expected, TeamFacts
from bot.ports.proposals import Proposals


class Team(Protocol):
    """Heads, kinds of work, and who leads whom, of one organization."""

    @property
    def imports(self) -> Proposals:
        """Lists of people that somebody wants to import."""
        ...

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

    async def expect(self, somebody: Expected) -> None:
        """Keeps what is said of who is not here yet, in place of what was."""
        ...

    async def expected(self) -> Sequence[Expected]:
        """Who is not here yet, by address."""
        ...

    async def arrived(self, email: str) -> Expected | None:
        """What was said of who comes with this address; it is told once."""
        ...

    async def beside(self, person_id: int) -> Collection[int]:
        """Who was seen in a place where they were seen, as far as we know who is
        where.
        """
        ...
