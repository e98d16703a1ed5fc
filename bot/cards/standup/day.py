"""One day of a stand-up as its cards see it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from bot.messages import Span
from bot.model.blocker import BlockerView
from bot.model.standup import Occurrence, OccurrenceState, Participant, Standup
from bot.model.standup.mood import Mood


@dataclass(frozen=True, slots=True)
class Shown:
    """Where answers are seen `now`, and where only `later`, with the wrap-up; or ""."""

    now: str = ""
    later: str = ""


@dataclass(frozen=True, slots=True)
class DayView:
    """One day as it is now. `names` are people's, `place` is where it is posted, or "".

    `answers` are those of participants, by their id, that the reader may see; `shown`
    is where they are seen. `sealed` are answers without a name, by question, and `mood`
    is the team's. `calls` are people's names that call them, where they can. `blockers`
    are those of the day that the reader may see. On its `first` day it explains itself.
    """

    standup: Standup
    occurrence: Occurrence
    participants: Sequence[Participant]
    names: Mapping[int, str]
    now: datetime
    place: str = ""
    answers: Mapping[int, tuple[str, ...]] | None = None
    shown: Shown = Shown()
    sealed: Mapping[int, tuple[str, ...]] | None = None
    mood: Mood | None = None
    calls: Mapping[int, Span] = field(default_factory=dict)
    blockers: Sequence[BlockerView] = ()
    first: bool = False

    @property
    def open(self) -> bool:
        """Whether answers still count."""
        return not self.occurrence.over(self.now)

    @property
    def closed(self) -> bool:
        """Whether its wrap-up is due."""
        return self.occurrence.state is OccurrenceState.CLOSED

    @property
    def cancelled(self) -> bool:
        """Whether nobody was asked that day."""
        return self.occurrence.state is OccurrenceState.CANCELLED
