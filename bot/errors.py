"""Every error of ours, in one tree.

ShopcrewError
├── UserError            a person can mend it: a kind, private answer in their language
│   ├── UsageError       the words after a command were wrong
│   │   └── UnknownWord  … so wrong that another command may be meant
│   ├── NotFound         no such thing, or not theirs to see: one answer for both
│   │   └── Unclear      … as several people may be meant: they are asked which
│   ├── NotAllowed       theirs to see, not to change
│   └── FieldErrors      fields of a form, each with its own text, shown in place
├── Conflict             the database refused: somebody else was first
├── StoreAway            the database is away for a moment: the same again may work
├── PutOff               what is owed is not said now: it stays in the inbox
├── ChatError            a platform did not do what we asked
│   ├── RateLimited      too fast; says how long to wait
│   ├── Unreachable      no answer, or a broken one: it may have arrived
│   │   └── NotSaid      … but for certain it did not
│   ├── CannotTell       nobody can find out whether it arrived
│   ├── HandleExpired    the click is too old to open a form or to answer through
│   │   └── NoForm       the platform has no form to open here
│   ├── CannotEdit       what was said there stays as it was said
│   ├── Disconnected     the workspace let us go: it waits until it has us again
│   └── Rejected         the platform said no, and would say no again
│       └── NoFile       it takes no file from us or gives us none, whatever it says
├── ConfigError          settings that cannot work; lists every mistake at once
│   └── DatabaseInUse    another process has the embedded database
└── NotCarried           data could not be backed up, restored or moved
"""

from collections.abc import Mapping
from dataclasses import dataclass, field


class ShopcrewError(Exception):
    """The root of every error of ours."""


@dataclass(frozen=True, slots=True)
class Way:
    """A way on from a mistake: what a button says, and which one it is."""

    label: str
    action: str
    value: str = ""


class UserError(ShopcrewError):
    """A mistake a person can mend: `key` names the text in the catalogue.

    `try_this` is a command to type instead, in the words of any language and without
    what calls the bot: the router puts it as its reader types it. `ways` are buttons
    that go on with what was meant.
    """

    def __init__(
        self,
        key: str,
        *,
        try_this: str = "",
        ways: tuple[Way, ...] = (),
        **values: object,
    ) -> None:
        super().__init__(key)
        self.key = key
        self.values: Mapping[str, object] = values
        self.try_this = try_this
        self.ways = ways


class UsageError(UserError):
    """The words after a command were wrong or missing."""


class UnknownWord(UsageError):
    """The word after a family's name is none of it: the closest commands are named.

    `sentence` is the path of the command that whole sentences are meant for; "" where
    there is none.
    """

    def __init__(
        self,
        key: str,
        *,
        try_this: str = "",
        ways: tuple[Way, ...] = (),
        sentence: str = "",
        **values: object,
    ) -> None:
        super().__init__(key, try_this=try_this, ways=ways, **values)
        self.sentence = sentence


class NotFound(UserError):
    """There is no such thing, or it is not theirs to see."""


class Unclear(NotFound):
    """Several people may be meant by a name: they are `people`, by id."""

    def __init__(
        self, key: str, *, name: str, close: str, people: tuple[int, ...]
    ) -> None:
        super().__init__(key, name=name, close=close)
        self.name = name
        self.people = people


class NotAllowed(UserError):
    """They may see it but not change it."""


@dataclass(frozen=True, slots=True)
class FieldError:
    """What is wrong with one field of a form: a catalogue key and its values."""

    key: str
    values: Mapping[str, object] = field(default_factory=dict)


class FieldErrors(UserError):
    """Fields of a form that cannot be taken as they are, by field name."""

    def __init__(self, fields: Mapping[str, FieldError]) -> None:
        super().__init__("form-wrong")
        self.fields = fields


class Conflict(ShopcrewError):
    """A constraint of the database refused the change."""


class StoreAway(ShopcrewError):
    """The database is away for a moment: the connection, the disk, a lock.

    Nothing of the unit was kept; after a `commit` that ended so, it may have been.
    """


class PutOff(ShopcrewError):
    """What is owed is not said now: others may have it in hand, or nobody can look
    whether it was said. It stays in the inbox, to be taken up again.
    """


class ChatError(ShopcrewError):
    """A platform did not do what it was asked; `code` is its own word for why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


class RateLimited(ChatError):
    """Too fast: ask again after `retry_after` seconds. `of_place` says that it is about
    who was written to, and not about everything we say.
    """

    def __init__(
        self, code: str, retry_after: float, *, of_place: bool = False
    ) -> None:
        super().__init__(code)
        self.retry_after = retry_after
        self.of_place = of_place


class Unreachable(ChatError):
    """No answer, or a broken one: what was sent may have arrived."""


class NotSaid(Unreachable):
    """It could not be reached, or said that it cannot do it now: nothing arrived."""


class CannotTell(ChatError):
    """The platform does not tell what was said: it may be there or not."""


class HandleExpired(ChatError):
    """The click is too old, or was used already."""


class NoForm(HandleExpired):
    """The platform has no form of its own here: a page or a dialogue must do."""


class CannotEdit(ChatError):
    """The platform keeps this message as it was said."""


class Disconnected(ChatError):
    """The workspace let us go: nothing can be said there until it has us again."""


class Rejected(ChatError):
    """The platform said no, and would say no again."""


class NoFile(Rejected):
    """The platform takes no file from us, or gives us none: other ways must do."""


@dataclass(frozen=True, slots=True)
class Mistake:
    """One thing that cannot work: its text in the catalogue, and what goes into it."""

    key: str
    values: Mapping[str, object] = field(default_factory=dict)
    setting: str = ""

    def __str__(self) -> str:
        known = " ".join(f"{name}={value}" for name, value in self.values.items())
        return " ".join(filter(None, (self.setting, self.key, known)))


class ConfigError(ShopcrewError):
    """Settings that cannot work, every one of them named, for who runs the bot."""

    def __init__(self, *mistakes: Mistake | str, **values: object) -> None:
        """`values` go into the text of a mistake that is only a key."""
        self.mistakes = tuple(
            Mistake(each, values) if isinstance(each, str) else each
            for each in mistakes
        )
        super().__init__("; ".join(map(str, self.mistakes)))


class DatabaseInUse(ConfigError):
    """Another process has the embedded database, which serves one."""


class NotCarried(ShopcrewError):
    """Data could not be backed up, restored or moved, and nothing was changed.

    `reason` names the text for who runs the bot; `values` go into it.
    """

    def __init__(self, reason: str, **values: object) -> None:
        super().__init__(reason)
        self.reason = reason
        self.values: Mapping[str, object] = values
