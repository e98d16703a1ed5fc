"""How a ritual declares its parts: jobs for instants, notices that write messages.

A *job* is `async (world, id) -> None`: it opens its own unit of work, locks the row it
is about, checks the state, changes it, writes the next jobs and deliveries, commits.
It may run twice: the state decides, so the second time does nothing.

A *notice* is `async (scene) -> Card | None`: it writes the message of a delivery at
the moment it is sent, from what is true by then. None means nothing to say: a message
that was not sent yet expires silently, one that was stays as it is.

A *tick* is `async (world) -> int`: it claims what is due and says how much it did.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import TypeVar

from bot.messages import Card
from bot.model.people import Organization, Person
from bot.model.refs import PlaceRef
from bot.ports import (
    Abilities,
    Calendar,
    Chat,
    Clock,
    Directory,
    Store,
    Translate,
    UnitOfWork,
)
from bot.ports.files import Files
from bot.ports.hooks import Outside
from bot.ports.leave import Leaves
from bot.ports.todo import Todos
from bot.reading.lessons import Lessons


@dataclass(frozen=True, slots=True)
class World:
    """What a job may touch. `words` gives the catalogue for a language and a zone;
    `leaves` and `todos` are there for the platforms that know of such. `pages` is what
    addresses of ours begin with, where there are pages. `lessons` are what the company
    taught. `outside` is the way to addresses that admins name, `files` to what people
    sent.
    """

    store: Store
    clock: Clock
    chat: Chat
    directory: Directory
    calendar: Calendar
    words: Callable[[str, str], Translate]
    leaves: Mapping[str, Leaves] = field(default_factory=dict)
    todos: Mapping[str, Todos] = field(default_factory=dict)
    pages: str = ""
    outside: Outside | None = None
    files: Files | None = None
    lessons: Lessons = field(default_factory=Lessons)


def everything(_: PlaceRef) -> Abilities:
    """What a place can show where nobody says otherwise."""
    return Abilities()


@dataclass(frozen=True, slots=True)
class Scene:
    """What a notice may look at while it writes one message, for one reader.

    `reader` is None in a channel or group, which reads in its own language and zone:
    the `place`. `can` is what can be shown there, `can_at` what anywhere else.
    `orphan` says that the message in whose thread it belongs never came: it stands on
    its own, and says what it is about.
    """

    db: UnitOfWork
    now: datetime
    t: Translate
    organization: Organization
    reader: Person | None
    args: Mapping[str, int | str]
    calendar: Calendar
    can: Abilities = field(default_factory=Abilities)
    place: PlaceRef | None = None
    can_at: Callable[[PlaceRef], Abilities] = everything
    orphan: bool = False

    def number(self, name: str) -> int:
        """An argument that is an id."""
        return int(self.args[name])


T = TypeVar("T")

Job = Callable[[World, int], Awaitable[None]]
Writer = Callable[[Scene], Awaitable[Card | None]]
Tick = Callable[[World], Awaitable[int]]
NextDue = Callable[[UnitOfWork], Awaitable[datetime | None]]


@dataclass(slots=True)
class Flow:
    """The jobs, notices and ticks of one subject; a name used twice stops the start."""

    jobs: dict[str, Job] = field(default_factory=dict)
    notices: dict[str, Writer] = field(default_factory=dict)
    ticks: list[tuple[Tick, NextDue]] = field(default_factory=list)

    def job(self, name: str) -> Callable[[Job], Job]:
        """Declares a job under its durable name."""

        def declare(run: Job) -> Job:
            _put(self.jobs, name, run)
            return run

        return declare

    def notice(self, kind: str) -> Callable[[Writer], Writer]:
        """Declares who writes the messages of one kind."""

        def declare(write: Writer) -> Writer:
            _put(self.notices, kind, write)
            return write

        return declare

    def tick(self, next_due: NextDue) -> Callable[[Tick], Tick]:
        """Declares what looks for due rituals, and how it tells when the next is
        due: before, it is not run.
        """

        def declare(run: Tick) -> Tick:
            self.ticks.append((run, next_due))
            return run

        return declare

    def include(self, other: "Flow") -> None:
        """Takes over everything another flow declares."""
        for name, job in other.jobs.items():
            _put(self.jobs, name, job)
        for kind, writer in other.notices.items():
            _put(self.notices, kind, writer)
        self.ticks.extend(other.ticks)


def _put(table: dict[str, T], name: str, value: T) -> None:
    if name in table:
        raise ValueError(f"{name!r} is declared twice")
    table[name] = value
