"""What comes in: past participles, because it happened.

Every event is a plain value that can be stored and read back (`bot.inbox`), so an
event that was acknowledged survives a killed process.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.model.people import Profile
from bot.model.refs import Handle, MessageRef, PlaceRef, UserRef

FieldValue = str | tuple[str, ...] | None
Values = Mapping[str, FieldValue]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """`id` is the platform's own, the same when it delivers again. `at` is aware.

    `direct` says that `where` is a conversation of two, where the platform tells so.
    """

    id: str
    at: datetime
    who: UserRef
    where: PlaceRef | None = None
    handle: Handle | None = None
    name_hint: str = ""
    direct: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Commanded(Event):
    """Words meant for the bot: a slash command or a mention, without the prefix.

    Mentions of people and places stay in the text in the one form the core reads:
    `<@U1|ann>` and `<#C1|shop>`; everything else is as the person typed it.
    """

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Said(Event):
    """Plain words in a direct conversation with the bot, in the same form."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Pressed(Event):
    """A button or picker on a card. `value` is the button's own, or what was picked."""

    action: str
    value: str = ""
    card: MessageRef | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Filled(Event):
    """A form was sent. `values` has every field by name: text, the choice's value,
    the platform's user id for a person, "2026-03-12", "17:00"; a tuple where several
    may be chosen; None where nothing was given."""

    form: str
    values: Values
    state: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortcut(Event):
    """A shortcut from the platform's own menu; on a message, with what it said."""

    name: str
    text: str = ""
    author: UserRef | None = None
    message: MessageRef | None = None
    permalink: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeOpened(Event):
    """The person looks at the bot's home tab."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileChanged(Event):
    """A person's facts changed on the platform, or a new person came."""

    profile: Profile


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined(Event):
    """The bot itself came to `where`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Left(Event):
    """The bot itself was removed from `where`, or the place was closed."""


Inbound = (
    Commanded
    | Said
    | Pressed
    | Filled
    | Shortcut
    | HomeOpened
    | ProfileChanged
    | Joined
    | Left
)
