"""Stand-ups: who is asked what and when, one day of it, and what each person said."""

import unicodedata
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.model.people import Person, Place, Role
from bot.model.question import DEFAULT_QUESTIONS, Question
from bot.model.refs import PlaceRef
from bot.model.standup.policy import USUAL, Policy, Readers

WEEKDAYS = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"
WHENEVER = ""  # the rule of one that has no schedule (PEERS A27)
NAME_LIMIT = 80
REMIND_LIMIT = 24 * 60
SNOOZE = timedelta(minutes=30)
LAST_CALL = timedelta(minutes=5)


class StandupState(StrEnum):
    """Paused ones ask nobody; archived ones are only history."""

    ACTIVE = "active"
    PAUSED = "paused"
    ARCHIVED = "archived"


class OccurrenceState(StrEnum):
    """`planned → open → closed`; cancelled when nobody was asked until its close."""

    PLANNED = "planned"
    OPEN = "open"
    CLOSED = "closed"
    CANCELLED = "cancelled"


class ParticipantState(StrEnum):
    """`waiting → asked → answered | missed`, or away, or skipped by their own wish."""

    WAITING = "waiting"
    ASKED = "asked"
    ANSWERED = "answered"
    AWAY = "away"
    SKIPPED = "skipped"
    MISSED = "missed"


@dataclass(frozen=True, slots=True)
class Everyone:
    """Everybody but guests."""


@dataclass(frozen=True, slots=True)
class Chosen:
    """The people named when it was made or edited."""

    people: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Members:
    """Whoever is in a place when the day opens."""

    place: PlaceRef


@dataclass(frozen=True, slots=True)
class Department:
    """Whoever is in a department when the day opens."""

    name: str


Roster = Everyone | Chosen | Members | Department


@dataclass(frozen=True, slots=True, kw_only=True)
class Standup:
    """A stand-up. `at` is a wall time in `zone`, or on each person's clock without one.

    `home_zone` is where its close and its calendar days are counted. Nobody is asked
    whose time had passed before `since`: when it was made, edited or resumed.
    `next_at` is when `next_day` has to be planned. With `eve` people are asked on the
    evening of their working day before (PEERS A14); with `closes_next`, `close_at` is
    on the day after. `country` is whose holidays count instead of each person's own.
    `skipped` are days that it leaves out, though its rule has them. `optional` people
    are asked but not expected (A08). Of the `pool` one question a day is asked in turn
    (A19), `pool_turn` says how many were.
    """

    id: int
    organization_id: int
    name: str
    rule: str
    start: date
    at: time
    home_zone: str
    owner_id: int
    since: datetime
    zone: str | None = None
    close_at: time | None = None
    remind_minutes: int = 30
    place: PlaceRef | None = None
    questions: tuple[Question, ...] = DEFAULT_QUESTIONS
    roster: Roster = Everyone()
    observers: tuple[int, ...] = ()
    optional: tuple[int, ...] = ()
    admins: tuple[int, ...] = ()
    left: tuple[int, ...] = ()
    eve: bool = False
    closes_next: bool = False
    country: str | None = None
    pool: tuple[Question, ...] = ()
    pool_turn: int = 0
    policy: Policy = USUAL
    state: StandupState = StandupState.ACTIVE
    paused_until: date | None = None
    skipped: tuple[date, ...] = ()
    next_day: date | None = None
    next_at: datetime | None = None

    @property
    def home(self) -> ZoneInfo:
        """The stand-up's own zone."""
        return ZoneInfo(self.home_zone)

    @property
    def active(self) -> bool:
        """Whether it asks anybody."""
        return self.state is StandupState.ACTIVE

    @property
    def paused(self) -> bool:
        """Whether it asks again when it is resumed, or by itself on `paused_until`."""
        return self.state is StandupState.PAUSED

    @property
    def whenever(self) -> bool:
        """Whether it has no schedule: people answer when they like."""
        return self.rule == WHENEVER

    @property
    def posts_answers(self) -> bool:
        """Whether answers are posted in its place; else readers get them one by one."""
        return self.place is not None and self.policy.readers is Readers.ALL

    def may_change(self, person: Person) -> bool:
        """Whether the person may edit, pause, run or archive it."""
        return person.id in (self.owner_id, *self.admins) or person.is_admin

    def asks(self, person: Person, *, listed: bool) -> bool:
        """Whether it will ask them. `listed`: they were on its latest day, which is
        what is known of a place until its next day opens.
        """
        if person.id in self.observers or person.id in self.left:
            return False
        if person.id in self.optional:
            return True
        match self.roster:
            case Everyone():
                return person.role is not Role.GUEST
            case Chosen(people):
                return person.id in people
            case Department(name):
                return name in person.departments
            case Members():
                return listed

    def seen_by(
        self, person: Person, place: Place | None, *, listed: bool, here: bool
    ) -> bool:
        """Whether it is shown to them: privacy follows its place (PEERS F18).

        A place nobody told us about counts as private. `here`: they ask inside it.
        """
        if self.place is None or here or (place and not place.private):
            return True
        theirs = person.id in self.observers or self.may_change(person)
        return theirs or listed or self.asks(person, listed=listed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Occurrence:
    """One day of a stand-up. Its questions and roster are those of its opening."""

    id: int
    standup_id: int
    day: date
    opens_at: datetime
    closes_at: datetime
    state: OccurrenceState = OccurrenceState.PLANNED
    questions: tuple[Question, ...] = DEFAULT_QUESTIONS

    @property
    def key(self) -> str:
        """The beginning of the keys of all its deliveries."""
        return f"standup:{self.standup_id}:{self.day}"

    @property
    def subject(self) -> str:
        """What its day's message is about."""
        return f"occurrence:{self.id}"

    def over(self, now: datetime) -> bool:
        """Whether answers are late from now on."""
        return self.state is OccurrenceState.CLOSED or now >= self.closes_at


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """One person on one day. `ask_at` is when they are, or were, asked; None is never.

    `state` is what counts at the close: a late answer leaves it missed. `version`
    counts how often they answered. `followed_at` is when they were reminded after the
    prompt, `sealed` says that their anonymous answers are given.
    """

    id: int
    occurrence_id: int
    person_id: int
    state: ParticipantState = ParticipantState.WAITING
    ask_at: datetime | None = None
    answered_at: datetime | None = None
    late: bool = False
    version: int = 0
    reminded_at: datetime | None = None
    nudge_at: datetime | None = None
    optional: bool = False
    followed_at: datetime | None = None
    sealed: bool = False

    @property
    def edited(self) -> bool:
        """Whether they changed what they had said."""
        return self.version > 1

    @property
    def said(self) -> bool:
        """Whether there is an answer, in time or late."""
        return self.version > 0

    def answer(self, occurrence: Occurrence, now: datetime) -> "Participant":
        """The participant once they answered: in time it counts, late it is kept."""
        kept = replace(self, version=self.version + 1, nudge_at=None)
        if not self.said:
            kept = replace(kept, answered_at=now)
        if not occurrence.over(now):
            return replace(kept, state=ParticipantState.ANSWERED)
        asked = self.state is ParticipantState.ASKED
        return replace(kept, state=self.silent if asked else self.state, late=True)

    @property
    def silent(self) -> ParticipantState:
        """What who was asked and did not answer in time is from the close on."""
        if self.optional:
            return ParticipantState.SKIPPED
        return ParticipantState.MISSED


@dataclass(frozen=True, slots=True)
class Share:
    """One person's part in one day of one stand-up."""

    standup: Standup
    occurrence: Occurrence
    participant: Participant


@dataclass(frozen=True, slots=True)
class Coming:
    """A stand-up that asks one person, and when it does so next."""

    standup: Standup
    at: datetime | None


def same_name(name: str) -> str:
    """The name as it is compared: case, width and spacing do not make it another."""
    return " ".join(unicodedata.normalize("NFKC", name).casefold().split())
