"""One transaction with its repositories, and the store that opens them."""

from collections.abc import Callable, Collection, Sequence
from contextlib import AbstractAsyncContextManager
from functools import cached_property
from typing import Self

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model.people import Organization
from bot.ports import Store, UnitOfWork
from storage.areas import SqlAreas
from storage.blocker.blockers import SqlBlockers
from storage.blocker.hooks import SqlHooks
from storage.crossings import SqlCrossings
from storage.database.apart import apart
from storage.database.engine import Database
from storage.database.statements import insert
from storage.delivery.lanes import SqlLanes
from storage.delivery.outbox import SqlDeliveries
from storage.delivery.usage import SqlUsage
from storage.feedback.doors import SqlDoors
from storage.feedback.items import SqlFeedback
from storage.forms.choices import SqlChoices
from storage.forms.drafts import SqlDrafts
from storage.forms.interviews import SqlInterviews
from storage.forms.links import SqlFormLinks
from storage.installing.connections import SqlConnections
from storage.measure.measures import SqlMeasures
from storage.onboarding.onboardings import SqlOnboardings
from storage.people.absences import SqlAbsences
from storage.people.directory import SqlPeople
from storage.people.leaves import SqlToldLeaves
from storage.people.links import SqlLinks
from storage.people.rooms import SqlRooms
from storage.people.team import SqlTeam
from storage.recognition.awards import SqlAwards
from storage.recognition.celebrations import SqlCelebrations
from storage.recognition.kudos import SqlKudos
from storage.retro.retros import SqlRetros
from storage.review.reviews import SqlReviews
from storage.risk.risks import SqlRisks
from storage.secrets.vault import Vault
from storage.standup.standups import SqlStandups
from storage.tables.people import organizations
from storage.task.projects import SqlProjects
from storage.task.tasks import SqlTasks
from storage.task.todos import SqlMirrors
from storage.work.agenda import SqlAgenda
from storage.work.chores import SqlChores
from storage.work.custody import SqlCustody
from storage.work.inbox import SqlInbox
from storage.work.jobs import SqlJobs
from storage.work.moved import SqlMoved

OPEN = Vault()  # without keys: nothing is encrypted


class SqlUnitOfWork:
    """One transaction: rolled back unless committed. Never shared between tasks."""

    def __init__(
        self,
        opened: AbstractAsyncContextManager[AsyncConnection],
        organization_id: int,
        on_commit: Callable[[], None] | None = None,
        vault: Vault = OPEN,
    ) -> None:
        self._opened = opened
        self._organization_id = organization_id
        self._on_commit = on_commit
        self._vault = vault

    async def __aenter__(self) -> Self:
        self.connection = await self._opened.__aenter__()
        return self

    async def __aexit__(self, *exc: object) -> None:
        await self._opened.__aexit__(*exc)  # type: ignore[arg-type]

    async def commit(self) -> None:
        """Makes everything written so far true, and wakes whoever sends or runs it."""
        if "deliveries" in vars(self):
            await self.deliveries.settle()
        await self.connection.commit()
        if self._on_commit and (self.deliveries.wrote or self.jobs.wrote):
            self.deliveries.wrote = self.jobs.wrote = False
            self._on_commit()

    @cached_property
    def people(self) -> SqlPeople:
        """People, accounts, workspaces, places."""
        return SqlPeople(self.connection, self._organization_id)

    @cached_property
    def connections(self) -> SqlConnections:
        """The workspaces there are."""
        return SqlConnections(self.connection, self._organization_id)

    @cached_property
    def links(self) -> SqlLinks:
        """Who is whom."""
        return SqlLinks(self.connection, self._organization_id)

    @cached_property
    def rooms(self) -> SqlRooms:
        """Places that are one."""
        return SqlRooms(self.connection, self._organization_id)

    @cached_property
    def crossings(self) -> SqlCrossings:
        """Answers that cross between the places of a room."""
        return SqlCrossings(self.connection, self._organization_id)

    @cached_property
    def absences(self) -> SqlAbsences:
        """Who is away."""
        return SqlAbsences(self.connection, self._organization_id)

    @cached_property
    def leaves(self) -> SqlToldLeaves:
        """Leave that platforms told of."""
        return SqlToldLeaves(self.connection, self._organization_id)

    @cached_property
    def interviews(self) -> SqlInterviews:
        """Forms being filled question by question."""
        return SqlInterviews(self.connection, self._organization_id, self._vault)

    @cached_property
    def drafts(self) -> SqlDrafts:
        """What was typed into forms that were not taken yet."""
        return SqlDrafts(self.connection, self._organization_id, self._vault)

    @cached_property
    def form_links(self) -> SqlFormLinks:
        """Links to forms."""
        return SqlFormLinks(self.connection, self._organization_id, self._vault)

    @cached_property
    def choices(self) -> SqlChoices:
        """Who and what can be chosen on a page."""
        return SqlChoices(self.connection, self._organization_id)

    @cached_property
    def inbox(self) -> SqlInbox:
        """Events that came in."""
        return SqlInbox(self.connection, self._organization_id, self._vault)

    @cached_property
    def custody(self) -> SqlCustody:
        """Who works on them."""
        return SqlCustody(self.connection, self._organization_id, self._vault)

    @cached_property
    def agenda(self) -> SqlAgenda:
        """What is due."""
        return SqlAgenda(self.connection, self._organization_id)

    @cached_property
    def moved(self) -> SqlMoved:
        """What waits on a clock that was moved."""
        return SqlMoved(self.connection, self._organization_id)

    @cached_property
    def chores(self) -> SqlChores:
        """What one replica does for all."""
        return SqlChores(self.connection, self._organization_id)

    @cached_property
    def deliveries(self) -> SqlDeliveries:
        """Messages that go out."""
        return SqlDeliveries(self.connection, self._organization_id)

    @cached_property
    def lanes(self) -> SqlLanes:
        """How fast platforms may be called."""
        return SqlLanes(self.connection, self._organization_id)

    @cached_property
    def jobs(self) -> SqlJobs:
        """Jobs to be run."""
        return SqlJobs(self.connection, self._organization_id)

    @cached_property
    def tasks(self) -> SqlTasks:
        """Tasks."""
        return SqlTasks(self.connection, self._organization_id)

    @cached_property
    def mirrors(self) -> SqlMirrors:
        """Tasks in platforms' own lists."""
        return SqlMirrors(self.connection, self._organization_id)

    @cached_property
    def projects(self) -> SqlProjects:
        """Projects."""
        return SqlProjects(self.connection, self._organization_id)

    @cached_property
    def standups(self) -> SqlStandups:
        """Stand-ups."""
        return SqlStandups(self.connection, self._organization_id)

    @cached_property
    def blockers(self) -> SqlBlockers:
        """What holds people up."""
        return SqlBlockers(self.connection, self._organization_id)

    @cached_property
    def hooks(self) -> SqlHooks:
        """What is told to systems outside."""
        return SqlHooks(self.connection, self._organization_id, self._vault)

    @cached_property
    def feedback(self) -> SqlFeedback:
        """What customers say."""
        return SqlFeedback(self.connection, self._organization_id)

    @cached_property
    def doors(self) -> SqlDoors:
        """Where feedback comes in from outside."""
        return SqlDoors(self.connection, self._organization_id, self._vault)

    @cached_property
    def kudos(self) -> SqlKudos:
        """Thanks."""
        return SqlKudos(self.connection, self._organization_id)

    @cached_property
    def awards(self) -> SqlAwards:
        """What is given to whom."""
        return SqlAwards(self.connection, self._organization_id, self._vault)

    @cached_property
    def celebrations(self) -> SqlCelebrations:
        """Own days."""
        return SqlCelebrations(self.connection, self._organization_id)

    @cached_property
    def areas(self) -> SqlAreas:
        """Who answers for what."""
        return SqlAreas(self.connection, self._organization_id)

    @cached_property
    def measures(self) -> SqlMeasures:
        """What is measured."""
        return SqlMeasures(self.connection, self._organization_id)

    @cached_property
    def team(self) -> SqlTeam:
        """What is said of people."""
        return SqlTeam(self.connection, self._organization_id)

    @cached_property
    def onboarding(self) -> SqlOnboardings:
        """Ways in and out."""
        return SqlOnboardings(self.connection, self._organization_id)

    @cached_property
    def reviews(self) -> SqlReviews:
        """What managers tell people."""
        return SqlReviews(self.connection, self._organization_id, self._vault)

    @cached_property
    def risks(self) -> SqlRisks:
        """What may go wrong."""
        return SqlRisks(self.connection, self._organization_id)

    @cached_property
    def retros(self) -> SqlRetros:
        """What waits for retrospectives, and what they opened."""
        return SqlRetros(self.connection, self._organization_id)

    @cached_property
    def usage(self) -> SqlUsage:
        """What is counted of monthly quotas."""
        return SqlUsage(self.connection, self._organization_id)


class SqlStore:
    """Opens units of work of one organization.

    `on_commit` is called after each commit that wrote deliveries or jobs.
    """

    def __init__(
        self,
        database: Database,
        organization_id: int = 1,
        on_commit: Callable[[], None] | None = None,
        vault: Vault = OPEN,
    ) -> None:
        self.database = database
        self.organization_id = organization_id
        self.on_commit = on_commit
        self.vault = vault

    @property
    def shared(self) -> bool:
        """Whether other processes may use the same database."""
        return self.database.shared

    def of(self, organization_id: int) -> "SqlStore":
        """The store of an organization, in the same database."""
        return SqlStore(self.database, organization_id, vault=self.vault)

    def __call__(self, *, hurried: bool = False) -> SqlUnitOfWork:
        """A unit that may write; one in a hurry comes before others that wait."""
        opened = self.database.writing(hurried=hurried)
        return SqlUnitOfWork(opened, self.organization_id, self.on_commit, self.vault)

    def reading(self) -> SqlUnitOfWork:
        """A unit that only reads."""
        opened = self.database.reading()
        return SqlUnitOfWork(opened, self.organization_id, vault=self.vault)

    def apart(
        self, names: Sequence[str], most: int
    ) -> AbstractAsyncContextManager[Collection[str]]:
        """Those that no other process has, for this one until the block ends."""
        return apart(self.database, self.organization_id, names, most)

    async def ensure_organization(
        self, name: str, zone: str, language: str, country: str | None
    ) -> Organization:
        """The organization of this store, made with these facts at the first start."""
        async with self.database.writing() as connection:
            new = insert(connection, organizations).values(
                id=self.organization_id,
                name=name,
                zone=zone,
                language=language,
                country=country,
            )
            await connection.execute(new.on_conflict_do_nothing(index_elements=["id"]))
            wanted = select(organizations).where(
                organizations.c.id == self.organization_id
            )
            row = (await connection.execute(wanted)).one()
            await connection.commit()
        return Organization(row.id, row.name, row.zone, row.language, row.country)


_: type[UnitOfWork] = SqlUnitOfWork
__: Callable[[Database], Store] = SqlStore
