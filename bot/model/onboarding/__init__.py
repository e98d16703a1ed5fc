"""A newcomer's first months, or somebody's last weeks, as a checklist that is asked one
thing at a time (PEERS I07, I11).
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

TEXT_LIMIT = 300
NAME_LIMIT = 60
LINES_LIMIT = 40
FARTHEST = 120  # working days that a line may be away from the day
ANSWER_LIMIT = 2000


class Kind(StrEnum):
    """Whether somebody comes, goes, or stays and does something else."""

    START = "start"
    LEAVE = "leave"
    CHANGE = "change"


class Part(StrEnum):
    """Who does a step; NEWCOMER is the one it is about, on the way out too."""

    NEWCOMER = "newcomer"
    MANAGER = "manager"
    BUDDY = "buddy"
    IT = "it"


class State(StrEnum):
    """What became of a step; SKIPPED does not apply."""

    OPEN = "open"
    DONE = "done"
    SKIPPED = "skipped"


class Mood(StrEnum):
    """How somebody finds it at their new place."""

    GOOD = "good"
    MIXED = "mixed"
    HARD = "hard"


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to do, `after` so many working days from the day.

    `ready` names a text that comes with us, in every language; else it is `text`. With
    `check` it is a talk so many calendar days after the day.
    """

    part: Part
    after: int
    text: str = ""
    ready: str = ""
    link: str = ""
    check: int | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """A line of one journey, and how far it is. `mood` and `answer` are the newcomer's
    own, and their manager's only where they are `shared`; of anything but a talk, the
    answer is what is in the way of who does it.
    """

    line: Line
    id: int = 0
    state: State = State.OPEN
    asked_on: date | None = None
    nudged_on: date | None = None
    closed_at: datetime | None = None
    closed_by: int | None = None
    mood: Mood | None = None
    answer: str = ""
    shared: bool = False

    @property
    def subject(self) -> str:
        """What its messages are about."""
        return f"onboarding:step:{self.id}"

    @property
    def asks_how(self) -> bool:
        """Whether it asks the newcomer how it goes."""
        return self.line.check is not None and self.line.part is Part.NEWCOMER

    @property
    def stuck(self) -> bool:
        """Whether who does it said that they cannot go on."""
        talk = self.line.check is not None
        return not talk and self.state is State.OPEN and self.answer != ""

    def close(self, state: State, by: int, now: datetime) -> "Step":
        """The step, done or put aside by somebody."""
        return replace(self, state=state, closed_by=by, closed_at=now)


@dataclass(frozen=True, slots=True)
class Journey:
    """Somebody's way in, on or out; `day` is their first day so, or their last."""

    person_id: int
    track: str
    day: date
    made_by: int
    made_at: datetime
    kind: Kind = Kind.START
    manager_id: int | None = None
    buddy_id: int | None = None
    it_id: int | None = None
    steps: tuple[Step, ...] = ()
    told_on: date | None = None
    ended_at: datetime | None = None
    id: int = 0

    @property
    def checklist(self) -> tuple[Step, ...]:
        """The steps that count: talks are beside them."""
        return tuple(step for step in self.steps if step.line.check is None)

    @property
    def complete(self) -> bool:
        """Whether nothing is open."""
        return all(step.state is not State.OPEN for step in self.steps)

    def candidates(self, part: Part) -> tuple[int, ...]:
        """Who does this part, the first of them who is still here."""
        leads = [self.manager_id, self.made_by]
        match part:
            case Part.NEWCOMER:
                return (self.person_id,)
            case Part.MANAGER:
                wanted = leads
            case Part.BUDDY:
                wanted = [self.buddy_id, *leads]
            case Part.IT:
                wanted = [self.it_id, *leads]
        return tuple(each for each in wanted if each and each != self.person_id)

    def step(self, step_id: int) -> Step | None:
        """The step with this id."""
        return next((step for step in self.steps if step.id == step_id), None)

    def changed(self, *steps: Step) -> "Journey":
        """The same with these steps as they are now."""
        new = {step.id: step for step in steps}
        return replace(self, steps=tuple(new.get(old.id, old) for old in self.steps))


def closed(steps: Iterable[Step]) -> int:
    """How many of these need nothing any more."""
    return sum(step.state is not State.OPEN for step in steps)
