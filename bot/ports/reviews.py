"""The repository of reviews: how far they are, what they say, and who has read it."""

from collections.abc import Collection, Mapping, Sequence
from datetime import time
from typing import Protocol

from bot.model.review import Cycle, Entry, Part, Review, Round, Written
from bot.model.review.plan import Rung
from bot.model.review.texts import Texts


class ReviewWords(Protocol):
    """What people wrote, encrypted where there is a key."""

    async def of(self, review_id: int, part: Part) -> Written | None: ...

    async def keep(self, review_id: int, written: Written) -> None:
        """Keeps it, in place of what stood there before."""
        ...

    async def forget(self, review_id: int, *parts: Part) -> bool:
        """Lets it go; whether there was anything."""
        ...


class ReviewLog(Protocol):
    """Who read what, and what became of reviews: only ever added to."""

    async def record(self, entry: Entry) -> None: ...

    async def of(self, person_id: int, limit: int) -> Sequence[Entry]:
        """Everything about one person's reviews, the newest first."""
        ...


class ReviewTexts(Protocol):
    """What HR says above the messages of a cycle, in place of nothing."""

    async def of(self, cycle_id: int) -> Texts:
        """Those of one cycle."""
        ...

    async def keep(self, cycle_id: int, rung: Rung, language: str, text: str) -> None:
        """Keeps it, in place of the one before; an empty one goes."""
        ...


class Reviews(Protocol):
    """Reviews of one organization."""

    @property
    def words(self) -> ReviewWords: ...
    @property
    def log(self) -> ReviewLog: ...
    @property
    def texts(self) -> ReviewTexts: ...

    async def add_cycle(self, cycle: Cycle) -> Cycle:
        """Stores a new one. Raises Conflict for a name that another has."""
        ...

    async def save_cycle(self, cycle: Cycle) -> None: ...

    async def cycle(self, cycle_id: int) -> Cycle | None: ...

    async def cycles(self) -> Sequence[Cycle]:
        """Every one there was, by name."""
        ...

    async def open(self, round: Round, reviews: Sequence[Review]) -> Round | None:
        """Stores a new round with its reviews; None if there was one for its day."""
        ...

    async def save_round(self, round: Round) -> None: ...

    async def round(self, round_id: int) -> Round | None: ...

    async def hold(self, round_id: int) -> Round | None:
        """The one with this id, held for this unit until it ends."""
        ...

    async def rounds(self, cycle_id: int | None = None) -> Sequence[Round]:
        """Those of one cycle, or of all, the newest first."""
        ...

    async def of_round(self, round_id: int) -> Sequence[Review]: ...

    async def get(self, review_id: int) -> Review | None: ...

    async def about(self, person_id: int) -> Sequence[Review]:
        """Those of one person, the newest first."""
        ...

    async def by(self, reviewer_id: int) -> Sequence[Review]:
        """Those that somebody writes or wrote, the newest first."""
        ...

    async def save(self, reviews: Collection[Review]) -> None:
        """Writes every changed fact of these."""
        ...

    async def shows_work(self, person_id: int) -> bool:
        """Whether they let their manager see what they did, beside the form."""
        ...

    async def show_work(self, person_id: int, *, wanted: bool) -> None: ...

    async def hours(self, person_ids: Collection[int]) -> Mapping[int, time]:
        """When these want to hear of reviews, on their own clocks; who chose nothing
        is not in it.
        """
        ...

    async def choose_hour(self, person_id: int, hour: time | None) -> None:
        """From now on; None for as it is without a choice."""
        ...
