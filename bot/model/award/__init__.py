"""Awards: people nominate, a few are shortlisted, each person votes once."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

REASON_LIMIT = 600
NAME_LIMIT = 60
JURY_LIMIT = 20
FINALISTS = 10
NOMINATING = timedelta(days=10)
CHOOSING = timedelta(days=3)  # then those who shortlist are reminded
VOTING = timedelta(days=5)


class Cadence(StrEnum):
    """How often an award is given."""

    ONCE = "once"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"


class Stage(StrEnum):
    """`nominating → choosing → voting → (tied →) ended`, or dropped. What waits for an
    approval is TIED, too.
    """

    NOMINATING = "nominating"
    CHOOSING = "choosing"
    VOTING = "voting"
    TIED = "tied"
    ENDED = "ended"
    DROPPED = "dropped"

    @property
    def over(self) -> bool:
        """Whether nothing more happens to it."""
        return self in (Stage.ENDED, Stage.DROPPED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Award:
    """What is given again and again. Without a `jury` everybody votes, and the admins
    shortlist; with an approver nobody gets it before they say so. Not stored: id 0.
    """

    id: int = 0
    name: str
    cadence: Cadence
    made_by: int
    jury: tuple[int, ...] = ()
    approver_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One giving of an award, for one `period`: "2026-03", "2026-Q1" or none.

    `due_at` is when its stage is over, or those who decide are reminded. `decided_by`
    decided where votes were equal, or approved. `proposed_id` was chosen and waits for
    that; `nudged_by` had those who decide asked once more.
    """

    id: int = 0
    award_id: int
    period: str
    stage: Stage
    opened_at: datetime
    due_at: datetime
    ended_at: datetime | None = None
    decided_by: int | None = None
    proposed_id: int | None = None
    nudged_by: int | None = None

    @property
    def subject(self) -> str:
        """The name under which messages about it are found."""
        return f"award:{self.id}"

    def stuck(self, now: datetime) -> bool:
        """Whether those who decide were given their time, and have not (L12)."""
        return self.stage in (Stage.CHOOSING, Stage.TIED) and now >= self.due_at


@dataclass(frozen=True, slots=True)
class Nomination:
    """Who somebody wants to have it, and why."""

    round_id: int
    nominator_id: int
    person_id: int
    reason: str
    at: datetime

    @property
    def counts(self) -> bool:
        """Whether it is of somebody else: two may turn out to be one."""
        return self.nominator_id != self.person_id


@dataclass(frozen=True, slots=True)
class Finalist:
    """Somebody on the shortlist; how many votes they got is known when it is over."""

    person_id: int
    votes: int | None = None
    won: bool = False
