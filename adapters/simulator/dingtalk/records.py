"""What the organization keeps: places, messages, cards, to-dos, leave."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from adapters.simulator.wire import Json

WORK_NOTICE = "worknotice"


class Kind(StrEnum):
    """What a place is."""

    GROUP = "group"
    IM = "im"


@dataclass(eq=False, slots=True)
class Place:
    """A group, the bot's 1:1 chat with a person, or their work notices."""

    id: str
    name: str
    kind: Kind
    members: list[str]
    peer: str = ""
    has_bot: bool = True
    disbanded: bool = False

    @property
    def chat_id(self) -> str:
        """The old id of a group."""
        return "chat" + self.id.removeprefix("cid").rstrip("=").lower()


@dataclass(frozen=True, slots=True)
class Button:
    """A button of a message that is not a card: it opens an address."""

    id: str
    label: str
    url: str


@dataclass(eq=False, slots=True)
class Message:
    """One message; only a card's looks may change after it was sent."""

    ts: str
    place: str
    user: str
    bot: bool
    kind: str
    text: str = ""
    title: str = ""
    buttons: tuple[Button, ...] = ()
    card: str | None = None
    content: Json = field(default_factory=dict)
    at_users: tuple[str, ...] = ()
    quoted: str | None = None
    key: str = ""
    recalled: bool = False
    reads: list[str] = field(default_factory=list)

    @property
    def msg_id(self) -> str:
        """The id that a push of this message carries."""
        return f"msg{self.ts.replace('.', 'a')}=="


Params = dict[str, str]


@dataclass(eq=False, slots=True)
class Card:
    """A card's data: for all, and for single readers on top of it."""

    id: str
    template: str
    params: Params
    private: dict[str, Params]
    by_stream: bool
    route_key: str = ""
    updates: int = 0

    def seen_by(self, reader: str | None) -> Params:
        """What this reader's client fills the template with."""
        return self.params | self.private.get(reader or "", {})


@dataclass(eq=False, slots=True)
class Todo:
    """A task in people's 待办."""

    id: str
    source_id: str
    subject: str
    creator: str
    executors: list[str]
    created: datetime
    due: int | None = None
    url: str = ""
    done_by: set[str] = field(default_factory=set)
    description: str = ""
    deleted: bool = False

    @property
    def done(self) -> bool:
        """Whether everybody who should has done it."""
        return bool(self.executors) and self.done_by >= set(self.executors)


@dataclass(frozen=True, slots=True)
class Leave:
    """An approved leave; the unit is `percent_day` or `percent_hour`."""

    userid: str
    start: datetime
    end: datetime
    unit: str = "percent_day"
    percent: int = 100
    code: str = "annual"
