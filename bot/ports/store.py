"""Storage as the core sees it: units of work and their repositories."""

from collections.abc import Collection, Sequence
from contextlib import AbstractAsyncContextManager
from typing import Protocol, Self

from bot.ports.absences import Absences
from bot.ports.agenda import Agenda
from bot.ports.areas import Areas
from bot.ports.awards import Awards
from bot.ports.blockers import Blockers
from bot.ports.celebrations import Celebrations
from bot.ports.choices import Choices
from bot.ports.chores import Chores
from bot.ports.crossings import Crossings
from bot.ports.custody import Custody
from bot.ports.deliveries import Deliveries
from bot.ports.doors import Doors
from bot.ports.drafts import Drafts
from bot.ports.feedback import FeedbackItems
from bot.ports.form_links import FormLinks
from bot.ports.hooks import Hooks
from bot.ports.inbox import Inbox
from bot.ports.installations import Connections
from bot.ports.interviews import Interviews
from bot.ports.jobs import Jobs
from bot.ports.kudos import KudosItems
from bot.ports.lanes import Lanes
from bot.ports.leave import ToldLeaves
from bot.ports.links import Links
from bot.ports.measures import Measures
from bot.ports.moved import Moved
from bot.ports.onboarding import Onboardings
from bot.ports.people import People
from bot.ports.projects import Projects
from bot.ports.retros import Retros
from bot.ports.reviews import Reviews
from bot.ports.risks import Risks
from bot.ports.rooms import Rooms
from bot.ports.standups import Standups
from bot.ports.tasks import Tasks
from bot.ports.team import Team
from bot.ports.todo import Mirrors
from bot.ports.usage import Usage


class UnitOfWork(Protocol):
    """One transaction: rolled back unless committed. Never shared between tasks."""

    @property
    def people(self) -> People: ...
    @property
    def connections(self) -> Connections: ...
    @property
    def links(self) -> Links: ...
    @property
    def rooms(self) -> Rooms: ...
    @property
    def crossings(self) -> Crossings: ...
    @property
    def absences(self) -> Absences: ...
    @property
    def leaves(self) -> ToldLeaves: ...
    @property
    def inbox(self) -> Inbox: ...
    @property
    def custody(self) -> Custody: ...
    @property
    def interviews(self) -> Interviews: ...
    @property
    def drafts(self) -> Drafts: ...
    @property
    def form_links(self) -> FormLinks: ...
    @property
    def choices(self) -> Choices: ...
    @property
    def deliveries(self) -> Deliveries: ...
    @property
    def lanes(self) -> Lanes: ...
    @property
    def jobs(self) -> Jobs: ...
    @property
    def agenda(self) -> Agenda: ...
    @property
    def moved(self) -> Moved: ...
    @property
    def chores(self) -> Chores: ...
    @property
    def tasks(self) -> Tasks: ...
    @property
    def mirrors(self) -> Mirrors: ...
    @property
    def projects(self) -> Projects: ...
    @property
    def standups(self) -> Standups: ...
    @property
    def blockers(self) -> Blockers: ...
    @property
    def hooks(self) -> Hooks: ...
    @property
    def feedback(self) -> FeedbackItems: ...
    @property
    def doors(self) -> Doors: ...
    @property
    def kudos(self) -> KudosItems: ...
    @property
    def awards(self) -> Awards: ...
    @property
    def celebrations(self) -> Celebrations: ...
    @property
    def areas(self) -> Areas: ...
    @property
    def measures(self) -> Measures: ...
    @property
    def team(self) -> Team: ...
    @property
    def onboarding(self) -> Onboardings: ...
    @property
    def reviews(self) -> Reviews: ...
    @property
    def risks(self) -> Risks: ...
    @property
    def retros(self) -> Retros: ...
    @property
    def usage(self) -> Usage: ...

    async def commit(self) -> None: ...
    async def __aenter__(self) -> Self: ...
    async def __aexit__(self, *exc: object) -> None: ...


class Store(Protocol):
    """Opens units of work, one per event or job."""

    @property
    def shared(self) -> bool:
        """Whether other processes may use the same database."""
        ...

    def __call__(self, *, hurried: bool = False) -> UnitOfWork:
        """A unit that may write. Keep it short: no network inside. One in a hurry, for
        which a platform holds its breath, comes before others that wait.
        """
        ...

    def reading(self) -> UnitOfWork:
        """A unit that only reads, beside any writer."""
        ...

    def apart(
        self, names: Sequence[str], most: int
    ) -> AbstractAsyncContextManager[Collection[str]]:
        """The first of the names that no other process has, as many as `most`, for this
        one until the block ends. It saves doing things twice, and promises nothing.
        """
        ...
