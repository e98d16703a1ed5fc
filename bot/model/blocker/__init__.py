"""Blockers: what holds somebody up, whose help is asked for, and who may say so."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from bot.model.people import Person, Place
from bot.model.refs import PlaceRef
from bot.model.standup import Standup

TEXT_LIMIT = 3_000
OUTCOME_LIMIT = 1_000
TAGS = 10  # people who are asked for help with one blocker at most


class BlockerState(StrEnum):
    """`open → resolved`, and back."""

    OPEN = "open"
    RESOLVED = "resolved"


class UpdateKind(StrEnum):
    """What kind of thing happened to a blocker."""

    OPENED = "opened"
    TAGGED = "tagged"
    ACKNOWLEDGED = "acknowledged"
    SAID = "said"
    ESCALATED = "escalated"
    TASK = "task"
    RESOLVED = "resolved"
    REOPENED = "reopened"


@dataclass(frozen=True, slots=True)
class Tag:
    """Somebody whose help is asked for; an update of theirs acknowledges it, too.

    `nudged_on` is the day of their own calendar on which they were last reminded.
    """

    person_id: int
    tagged_at: datetime
    acknowledged_at: datetime | None = None
    nudged_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocker:
    """One thing that holds its reporter up. One that is not stored has id and number 0.

    `standup_id` and `occurrence_id` say where it was said first, if in a stand-up;
    else `place` is where it was typed. `outcome` is how it was solved, `asked_on` the
    stand-up's day after which its reporter was asked whether it is still there.
    """

    id: int = 0
    number: int = 0
    reporter_id: int
    text: str
    opened_at: datetime
    standup_id: int | None = None
    occurrence_id: int | None = None
    place: PlaceRef | None = None
    state: BlockerState = BlockerState.OPEN
    resolved_at: datetime | None = None
    resolved_by: int | None = None
    outcome: str = ""
    asked_on: date | None = None
    escalated_at: datetime | None = None
    escalated_to: int | None = None
    task_id: int | None = None
    tags: tuple[Tag, ...] = ()

    @property
    def open(self) -> bool:
        """Whether it still holds somebody up."""
        return self.state is BlockerState.OPEN

    @property
    def subject(self) -> str:
        """The name under which messages about it are found."""
        return f"blocker:{self.id}"

    @property
    def tagged(self) -> tuple[int, ...]:
        """Whose help is asked for, the first one first."""
        return tuple(tag.person_id for tag in self.tags)

    @property
    def acting_id(self) -> int:
        """Who must act: who was asked for help first, else its reporter."""
        return self.tags[0].person_id if self.tags else self.reporter_id

    @property
    def waits_since(self) -> datetime:
        """Since when it is theirs."""
        return self.tags[0].tagged_at if self.tags else self.opened_at

    def tag_of(self, person_id: int) -> Tag | None:
        """What is known of one person's help; None for who was not asked."""
        return next((tag for tag in self.tags if tag.person_id == person_id), None)

    def concerns(self, person_id: int) -> bool:
        """Whether the person reported it, is asked for help, or was told of it as it
        grew old.
        """
        return person_id in (self.reporter_id, self.escalated_to, *self.tagged)


@dataclass(frozen=True, slots=True)
class Update:
    """One line of a blocker's story; the bot itself is nobody. Not stored: id 0."""

    blocker_id: int
    person_id: int | None
    kind: UpdateKind
    at: datetime
    text: str = ""
    id: int = 0


@dataclass(frozen=True, slots=True)
class BlockerView:
    """A blocker with what a reader sees beside it. `day` counts working days, the one
    it was reported on first; `task` and `risk` are the numbers of what was made of
    it. Of those who are asked for help some may be `away`.
    """

    blocker: Blocker
    reporter: str
    tagged: tuple[str, ...] = ()
    away: tuple[str, ...] = ()
    day: int = 1
    updates: int = 0
    standup: str = ""
    task: int = 0
    risk: int = 0
    escalated: str = ""
    resolver: str = ""
    last_said: str = ""


@dataclass(frozen=True, slots=True)
class Around:
    """Where a blocker is at home, for who asks what they may see and do.

    `shown`: the stand-up and this reporter's answers in it are theirs to see. `place`
    is what is known of where it was typed, `here` the places of where they ask.
    """

    shown: bool = False
    place: Place | None = None
    here: Collection[PlaceRef] = ()


def may_see(blocker: Blocker, person: Person, around: Around) -> bool:
    """Privacy follows the place (PEERS F18): that of its stand-up, else its own.

    What was typed alone with the bot is for those it concerns.
    """
    if blocker.concerns(person.id) or around.shown:
        return True
    if blocker.standup_id is not None or blocker.place is None:
        return False
    if blocker.place.unthreaded() in around.here:
        return True
    known = around.place
    return known is not None and not known.private and not known.direct


def may_change(
    blocker: Blocker, person: Person, reporter: Person, standup: Standup | None
) -> bool:
    """Whether they may resolve it and ask others for help: everybody it concerns, the
    reporter's manager, and who answers for the stand-up or for the organization.
    """
    if blocker.concerns(person.id) or person.is_admin:
        return True
    if reporter.manager_id == person.id:
        return True
    return standup is not None and standup.may_change(person)


# --- what can happen to one ----------------------------------------------------


def tag(blocker: Blocker, person_ids: Collection[int], now: datetime) -> Blocker:
    """Asks more people for help, each once; nobody asks themselves."""
    known = (*blocker.tagged, blocker.reporter_id)
    new = [each for each in dict.fromkeys(person_ids) if each not in known]
    return replace(blocker, tags=(*blocker.tags, *(Tag(each, now) for each in new)))


def acknowledge(blocker: Blocker, person_id: int, now: datetime) -> Blocker:
    """Somebody who was asked for help has seen it."""
    return replace(
        blocker,
        tags=tuple(
            replace(each, acknowledged_at=each.acknowledged_at or now)
            if each.person_id == person_id
            else each
            for each in blocker.tags
        ),
    )


def resolve(
    blocker: Blocker, by: int | None, now: datetime, outcome: str = ""
) -> Blocker:
    """It holds nobody up any more."""
    return replace(
        blocker,
        state=BlockerState.RESOLVED,
        resolved_at=now,
        resolved_by=by,
        outcome=outcome,
    )


def reopen(blocker: Blocker) -> Blocker:
    """Takes that back."""
    return replace(
        blocker,
        state=BlockerState.OPEN,
        resolved_at=None,
        resolved_by=None,
        outcome="",
    )
