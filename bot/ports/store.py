"""Storage as the core sees it: units of work and their repositories."""

from typing import Protocol, Self

from bot.ports.deliveries import Deliveries
from bot.ports.inbox import Inbox
from bot.ports.interviews import Interviews
from bot.ports.jobs import Jobs
from bot.ports.people import Absences, People
from bot.ports.projects import Projects
from bot.ports.standups import Standups
from bot.ports.tasks import Tasks


class UnitOfWork(Protocol):
    """One transaction: rolled back unless committed. Never shared between tasks."""

    @property
    def people(self) -> People: ...
    @property
    def absences(self) -> Absences: ...
    @property
    def inbox(self) -> Inbox: ...
    @property
    def interviews(self) -> Interviews: ...
    @property
    def deliveries(self) -> Deliveries: ...
    @property
    def jobs(self) -> Jobs: ...
    @property
    def tasks(self) -> Tasks: ...
    @property
    def projects(self) -> Projects: ...
    @property
    def standups(self) -> Standups: ...

    async def commit(self) -> None: ...
    async def __aenter__(self) -> Self: ...
    async def __aexit__(self, *exc: object) -> None: ...


class Store(Protocol):
    """Opens units of work, one per event or job."""

    def __call__(self) -> UnitOfWork:
        """A unit that may write. Keep it short: no network inside."""
        ...

    def reading(self) -> UnitOfWork:
        """A unit that only reads, beside any writer."""
        ...
