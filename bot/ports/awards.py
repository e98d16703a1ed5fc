"""The repository of awards: who is nominated, shortlisted, voted for."""

from collections.abc import Collection, Mapping, Sequence
from typing import Protocol

from bot.model.award import Award, Finalist, Nomination, Round


class Awards(Protocol):
    """Awards of one organization. What somebody votes for is never given out again."""

    async def add(self, award: Award) -> Award:
        """Stores a new one. Conflict if there is one of this name."""
        ...

    async def get(self, award_id: int) -> Award | None: ...

    async def all(self) -> Sequence[Award]:
        """Every award, by name."""
        ...

    async def open(self, round: Round) -> Round | None:
        """Stores a new round; None if there was one for its period."""
        ...

    async def save(self, round: Round) -> None: ...

    async def round(self, round_id: int) -> Round | None: ...

    async def hold(self, round_id: int) -> Round | None:
        """The round, kept from everybody else until the unit of work ends."""
        ...

    async def rounds(self, *, over: bool, limit: int = 200) -> Sequence[Round]:
        """Those that are over, or those that are not, the newest first."""
        ...

    async def nominate(self, nomination: Nomination) -> None:
        """Keeps it; the last reason of one person for another counts."""
        ...

    async def nominations(self, round_id: int) -> Sequence[Nomination]: ...

    async def shortlist(self, round_id: int, person_ids: Collection[int]) -> None:
        """Makes these the finalists."""
        ...

    async def finalists(self, round_id: int) -> Sequence[Finalist]: ...

    async def vote(self, round_id: int, person_id: int, choice_id: int) -> None:
        """Keeps a person's one vote, in place of the one before."""
        ...

    async def count(self, round_id: int) -> Mapping[int, int]:
        """How many votes each finalist has; for nobody's eyes before the end."""
        ...

    async def finish(
        self, round_id: int, votes: Mapping[int, int], winner_id: int | None
    ) -> None:
        """Keeps the counts, and forgets who voted for whom."""
        ...
