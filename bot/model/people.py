"""Organizations, workspaces, people and their accounts."""

from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.model.refs import PlaceRef, UserRef


class Role(StrEnum):
    """What a person may do: the same on every platform (PEERS P09)."""

    OWNER = "owner"
    ADMIN = "admin"
    MEMBER = "member"
    GUEST = "guest"


class ReminderStyle(StrEnum):
    """How often the bot may remind a person (PEERS A12)."""

    ACTIVE = "active"
    LIGHT = "light"
    MUTED = "muted"

    def at_most(self, ceiling: "ReminderStyle") -> "ReminderStyle":
        """The quieter of the two."""
        loudest = tuple(ReminderStyle)
        return max(self, ceiling, key=loudest.index)


class FormStyle(StrEnum):
    """How a person likes to be asked for several things at once (PEERS A04)."""

    FORM = "form"
    CONVERSATION = "conversation"
    PAGE = "page"


@dataclass(frozen=True, slots=True)
class Organization:
    """One company. `zone` is an IANA name, `country` an ISO 3166 code for holidays."""

    id: int
    name: str
    zone: str
    language: str
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Workspace:
    """One Slack team or DingTalk corp, connected to an organization; one that let us go
    at `gone_at` stays known.
    """

    id: int
    organization_id: int
    platform: str
    tenant: str
    name: str
    gone_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Profile:
    """What a platform tells about an account. Absent facts are None.

    `usual` says that zone and language are only what is usual there: nobody told them.
    `email` is one that the platform or the company vouches for, `staff_id` the number
    the company gave: who shares either with somebody elsewhere is the same human.
    """

    ref: UserRef
    name: str
    handle: str = ""
    email: str | None = None
    zone: str | None = None
    language: str | None = None
    admin: bool = False
    guest: bool = False
    bot: bool = False
    active: bool = True
    staff_id: str = ""
    departments: tuple[str, ...] = ()
    manager: UserRef | None = None
    usual: bool = False


@dataclass(frozen=True, slots=True)
class Hours:
    """A person's working hours and days, in their own zone; Monday is 0."""

    start: time = time(9)
    end: time = time(18)
    days: frozenset[int] = frozenset(range(5))


@dataclass(frozen=True, slots=True)
class Person:
    """A human of the organization.

    `zone` and `language` are the ones to use; `own_zone` and `own_language` are what
    the person chose. That wins over what a platform told of an account of theirs, and
    that over what is usual where their main account is. `own_country` is where they
    live, if another than their clock tells. `also` is what other
    accounts of theirs are called. `most_reminders` is what the company allows.
    """

    id: int
    organization_id: int
    name: str
    zone: str
    language: str
    own_zone: str | None = None
    own_language: str | None = None
    own_country: str | None = None
    email: str | None = None
    role: Role = Role.MEMBER
    hours: Hours = field(default_factory=Hours)
    reminders: ReminderStyle = ReminderStyle.ACTIVE
    most_reminders: ReminderStyle = ReminderStyle.ACTIVE
    forms: FormStyle = FormStyle.FORM
    departments: tuple[str, ...] = ()
    active: bool = True
    manager_id: int | None = None
    also: tuple[str, ...] = ()

    @property
    def tz(self) -> ZoneInfo:
        """The person's own time zone."""
        return ZoneInfo(self.zone)

    @property
    def reminded(self) -> ReminderStyle:
        """How often they are: as they chose, and never more than the company allows."""
        return self.reminders.at_most(self.most_reminders)

    @property
    def is_admin(self) -> bool:
        """Whether they may change what belongs to everybody."""
        return self.role in (Role.OWNER, Role.ADMIN)

    def local(self, moment: datetime) -> datetime:
        """The moment on this person's clock."""
        return moment.astimezone(self.tz)


@dataclass(frozen=True, slots=True)
class Account:
    """A person's identity in one workspace; `dm` is the conversation with the bot, once
    known.
    """

    id: int
    person_id: int
    workspace_id: int
    ref: UserRef
    handle: str = ""
    dm: PlaceRef | None = None
    name: str = ""
    email: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """What we know of a channel or group: private places keep their secrets (PEERS
    F18).

    `language` and `zone` are its own where it has any, else the organization's count.
    `listed` says whether the platform tells who is in it.
    """

    ref: PlaceRef
    name: str
    private: bool = False
    direct: bool = False
    language: str | None = None
    zone: str | None = None
    listed: bool = True


class AbsenceKind(StrEnum):
    """Whose idea it is: TEAM is a break of everybody's (PEERS B04). Why somebody is
    away stands in the reason, if they like to say, and nowhere else.
    """

    OTHER = "other"
    TEAM = "team"


NOON = 12


class DayHalf(StrEnum):
    """Before noon, or after it."""

    MORNING = "morning"
    AFTERNOON = "afternoon"

    @classmethod
    def at(cls, local: datetime) -> "DayHalf":
        """The half in which a wall time lies."""
        return cls.MORNING if local.hour < NOON else cls.AFTERNOON


@dataclass(frozen=True, slots=True)
class Absence:
    """Whole days, both ends included, in the person's own calendar; of one day it may
    be a half.

    `by_id` is who wrote it for them, `told` says that a platform did. With `standup_id`
    it counts for that stand-up only.
    """

    id: int
    person_id: int
    first: date
    last: date
    reason: str = ""
    kind: AbsenceKind = AbsenceKind.OTHER
    by_id: int | None = None
    standup_id: int | None = None
    half: DayHalf | None = None
    told: bool = False

    def covers(
        self, day: date, standup_id: int | None = None, half: DayHalf | None = None
    ) -> bool:
        """Whether the person is away on that local day, or on that half of it; for a
        stand-up, where one is given, else for everything.
        """
        counts = self.standup_id in (None, standup_id) and self.half in (None, half)
        return counts and self.covers_some(day)

    def covers_some(self, day: date) -> bool:
        """Whether they are away on some of that day at least."""
        return self.first <= day <= self.last
