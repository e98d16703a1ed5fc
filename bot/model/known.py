"""What is known, when an event comes in, of everybody and every place in it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from bot.model.people import Organization, Person, Place, Workspace
from bot.model.refs import PlaceRef, UserRef


@dataclass(frozen=True, slots=True)
class Home:
    """Where who caused it belongs, and when they were last seen with this account.

    `lists` says whether tasks show in any platform's own lists, `leaves` whether they
    leave the company, or have left it.
    """

    organization: Organization
    workspace: Workspace
    seen: datetime | None
    lists: bool
    leaves: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """The people and places we know of those asked for, and what accounts and their
    people are called. `home` is None where who asks is not known; `tied` are the
    places that are in a room.
    """

    home: Home | None = None
    people: Mapping[UserRef, Person] = field(default_factory=dict)
    names: Mapping[UserRef, tuple[str, ...]] = field(default_factory=dict)
    places: Mapping[PlaceRef, Place] = field(default_factory=dict)
    tied: Collection[PlaceRef] = ()
