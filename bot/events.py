"""What comes in: past participles, because it happened.

Every event is a plain value that can be stored and read back (`bot.inbox`), so an
event that was acknowledged survives a killed process.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from bot.model.files import FileLink, SentFile
from bot.model.people import Profile
from bot.model.refs import Handle, MessageRef, PlaceRef, UserRef

FieldValue = str | tuple[str, ...] | None
Values = Mapping[str, FieldValue]


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """`id` is the platform's own, the same when it delivers again. `at` is aware.

    `direct` says that `where` is a conversation of two, where the platform tells so;
    `place_hint` is what the platform calls `where`, as far as it says so here.
    """

    id: str
    at: datetime
    who: UserRef
    where: PlaceRef | None = None
    handle: Handle | None = None
    name_hint: str = ""
    direct: bool = False
    place_hint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Commanded(Event):
    """Words meant for the bot: a slash command or a mention, without the prefix.

    Mentions of people and places stay in the text in the one form the core reads:
    `<@U1|ann>` and `<#C1|shop>`; everything else is as the person typed it. Where a
    platform says who was called but not where in the text, they are in `mentions`.
    `quoted` is what the message said that these words answer to, `answers` that
    message, where the platform tells. `files` came along.
    """

    text: str
    mentions: tuple[UserRef, ...] = ()
    quoted: str = ""
    answers: MessageRef | None = None
    files: tuple[SentFile, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Said(Event):
    """Plain words in a direct conversation with the bot, in the same form; or none, but
    `files`.
    """

    text: str
    mentions: tuple[UserRef, ...] = ()
    quoted: str = ""
    files: tuple[SentFile, ...] = ()


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
    may be chosen; None where nothing was given. Where a platform has no picker for
    people, a typed name stands for one. `reopen` is the form's `opener` as text.

    `doubtful` says that `form`, `state` and `reopen` are not surely what we sent: the
    form is not taken, and what was typed is in it when it opens again. With `back` it
    was not sent: they go back to the form which that opener opens. Nor was it sent
    `partly`: a field was changed on which others hang, and the form stays open.
    """

    form: str
    values: Values
    state: str = ""
    reopen: str = ""
    doubtful: bool = False
    back: str = ""
    partly: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Shortcut(Event):
    """A shortcut from the platform's own menu; on a message, with what it said and the
    files beside it.
    """

    name: str
    text: str = ""
    author: UserRef | None = None
    message: MessageRef | None = None
    permalink: str = ""
    files: tuple[FileLink, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeOpened(Event):
    """The person looks at the bot's home tab."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProfileChanged(Event):
    """A person's facts changed on the platform, or a new person `came`. `status` is
    what they show of themselves, with its sign, `status_until` when that ends.
    """

    profile: Profile
    came: bool = False
    status: str = field(default="", repr=False)
    status_sign: str = ""
    status_until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined(Event):
    """The bot itself came to `where`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Left(Event):
    """The bot itself was removed from `where`, or the place was closed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Replied(Event):
    """Somebody answered under a message without calling the bot, changed that answer,
    or took it back: `message` is the answer, its place has the thread.
    """

    message: MessageRef
    text: str = ""
    changed: bool = False
    gone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reacted(Event):
    """Somebody put a `sign` on a message of `author`, who is a person's account or the
    bot's.
    """

    sign: str
    author: UserRef
    message: MessageRef


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceChanged(Event):
    """Other people are in `where`, or it has another name: the `place_hint`."""

    came: tuple[UserRef, ...] = ()
    went: tuple[UserRef, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LeaveChanged(Event):
    """Somebody's leave was granted, changed or taken back: the platform does not say
    whose, and `who` is the company.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed(Event):
    """The workspace let us go; `why` is the platform's word for it, and `who` the
    company.
    """

    why: str


Inbound = (
    Commanded
    | Said
    | Replied
    | Reacted
    | Pressed
    | Filled
    | Shortcut
    | HomeOpened
    | ProfileChanged
    | Joined
    | Left
    | PlaceChanged
    | LeaveChanged
    | Removed
)
