"""Reviews: what a manager tells a person about their work, between the two of them
(PEERS K01–K12).
"""

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from bot.model.text import simplified

NAME_LIMIT = 60
FIELD_LIMIT = 3000  # what one field of a platform's own form holds
COMMENT_LIMIT = 2000
MERGED = timedelta(hours=8)  # what is sent again so soon is not announced again


class Cadence(StrEnum):
    """How often a cycle comes round."""

    ONCE = "once"
    WEEKS = "weeks"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    HALF_YEARLY = "half-yearly"
    YEARLY = "yearly"


@dataclass(frozen=True, slots=True, kw_only=True)
class Cycle:
    """How a company reviews: `weeks` counts for WEEKS only, `due` for ONCE. With
    `self_first` everybody writes about themselves before their manager does.
    """

    name: str
    cadence: Cadence
    made_by: int
    made_at: datetime
    weeks: int = 0
    due: date | None = None
    self_first: bool = False
    stopped_at: datetime | None = None
    id: int = 0

    @property
    def folded(self) -> str:
        """Its name as names are compared: no other cycle has it."""
        plain = unicodedata.normalize("NFKC", self.name).casefold()
        return " ".join(simplified(plain).split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Round:
    """One time that a cycle comes round: `since` is the first day it looks back on,
    `opens` the first on which anybody is asked.
    """

    cycle_id: int
    since: date
    opens: date
    due: date
    made_at: datetime
    closed_at: datetime | None = None
    id: int = 0


class State(StrEnum):
    """How far a review is; DROPPED is of who has left, or of a cycle that stopped."""

    WAITING = "waiting"
    SENT = "sent"
    ACKNOWLEDGED = "acknowledged"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """Who writes about whom, and how far that is: never what it says.

    Without a `reviewer_id` somebody has to be found. `delegated` says that the reviewer
    was chosen by hand, and stays whoever leads the person. `version` counts what was
    written, so that two windows do not overwrite each other.
    """

    round_id: int
    person_id: int
    reviewer_id: int | None = None
    delegated: bool = False
    state: State = State.WAITING
    asked_on: date | None = None
    self_asked_on: date | None = None
    self_sent_at: datetime | None = None
    sent_at: datetime | None = None
    told_at: datetime | None = None
    acknowledged_at: datetime | None = None
    version: int = 0
    id: int = 0

    @property
    def subject(self) -> str:
        """What its messages are about."""
        return f"review:{self.id}"

    @property
    def open(self) -> bool:
        """Whether it is still to be written."""
        return self.state is State.WAITING

    @property
    def sent(self) -> bool:
        """Whether the person it is about may read it."""
        return self.state in (State.SENT, State.ACKNOWLEDGED)

    def given_to(self, reviewer_id: int | None, *, by_hand: bool) -> "Review":
        """The same in other hands: they have not been asked yet."""
        return replace(self, reviewer_id=reviewer_id, delegated=by_hand, asked_on=None)


class Part(StrEnum):
    """What is written: the review, the private note beside it, what somebody says of
    themselves, their comment, and what nobody has sent yet.
    """

    REVIEW = "review"
    NOTE = "note"
    SELF = "self"
    COMMENT = "comment"
    DRAFT = "draft"
    SELF_DRAFT = "self-draft"


Fields = Mapping[str, str]
NOTE = "note"
SAID = ("strengths", "next", "goals")  # what the person reads
SELF_SAID = ("proud", "hard", "wish")


@dataclass(frozen=True, slots=True)
class Written:
    """What somebody wrote, by field. Only `by_id` and who it is for ever see it."""

    part: Part
    by_id: int
    fields: Fields
    at: datetime


class Happened(StrEnum):
    """What is kept of a review for who it is about, and for HR."""

    READ = "read"
    SELF_READ = "self-read"
    COMMENT_READ = "comment-read"
    SELF_SENT = "self-sent"
    SENT = "sent"
    CHANGED = "changed"
    ACKNOWLEDGED = "acknowledged"
    DELEGATED = "delegated"
    MOVED = "moved"
    ERASED = "erased"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of that: who did it, and to whom it went where it moved."""

    review_id: int
    what: Happened
    at: datetime
    person_id: int | None = None
    to_id: int | None = None


def announced(review: Review, now: datetime) -> bool:
    """Whether sending it now is news: what is sent again soon after is not (K12)."""
    return review.told_at is None or now - review.told_at >= MERGED
