"""What becomes of a call to a platform, by lot: the same seed, the same weather."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from random import Random


class Fate(Enum):
    """How a call ends. What is done in spite of it stands in the chat."""

    WELL = auto()
    LIMITED = auto()  # 429 with Retry-After, nothing done
    BROKEN = auto()  # an error of theirs, nothing done
    CUT = auto()  # the connection drops, nothing done
    DONE_BROKEN = auto()  # an error of theirs, done in spite of it
    DONE_CUT = auto()  # the connection drops, done in spite of it
    DONE_LATE = auto()  # the connection drops, done a while later
    DONE_SILENT = auto()  # no answer comes any more, done in spite of it

    @property
    def is_done(self) -> bool:
        """Whether what was asked for happened at once."""
        done = (Fate.DONE_BROKEN, Fate.DONE_CUT, Fate.DONE_SILENT)
        return self is Fate.WELL or self in done


ROUGH: Mapping[Fate, float] = {
    Fate.LIMITED: 0.05,
    Fate.BROKEN: 0.04,
    Fate.CUT: 0.03,
    Fate.DONE_BROKEN: 0.03,
    Fate.DONE_CUT: 0.03,
    Fate.DONE_LATE: 0.03,
    Fate.DONE_SILENT: 0.01,
}
BREEZE: Mapping[Fate, float] = {
    Fate.LIMITED: 0.02,
    Fate.BROKEN: 0.01,
    Fate.CUT: 0.01,
    Fate.DONE_BROKEN: 0.01,
    Fate.DONE_CUT: 0.01,
    Fate.DONE_LATE: 0.01,
}


@dataclass
class Weather:
    """Draws lots for calls, and for what comes in."""

    random: Random
    odds: Mapping[Fate, float] = field(default_factory=dict)
    twice: float = 0.0  # how often an event comes twice
    later: float = 0.0  # how often one is overtaken by the next
    overtaken: int = 0
    drawn: dict[Fate, int] = field(default_factory=dict)

    @property
    def unheard(self) -> int:
        """How many calls so far ended in a way that leaves open what they did."""
        clear = (Fate.LIMITED, Fate.BROKEN)
        return sum(many for fate, many in self.drawn.items() if fate not in clear)

    def calm(self) -> None:
        """Everything goes well from now on."""
        self.odds, self.twice, self.later = {}, 0.0, 0.0

    def fate(self) -> Fate:
        """What becomes of the next call."""
        lot = self.random.random()
        for fate, odds in self.odds.items():
            lot -= odds
            if lot < 0:
                self.drawn[fate] = self.drawn.get(fate, 0) + 1
                return fate
        return Fate.WELL

    def comes_twice(self) -> bool:
        """Whether the next event comes twice."""
        return self.random.random() < self.twice

    def delay(self) -> float:
        """Seconds until the next event sets out."""
        if self.random.random() >= self.later:
            return 0.0
        self.overtaken += 1
        return self.random.uniform(0.1, 0.8)
