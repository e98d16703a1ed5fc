"""People and their accounts."""

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import Select, func, select, tuple_, update

from bot.model.known import Known
from bot.model.people import Organization, Person, Profile, ReminderStyle
from bot.model.refs import PlaceRef, UserRef
from bot.ports.people import People
from storage.people.meeting import SqlMeeting
from storage.people.recall import recall
from storage.people.rows import (
    PEOPLE,
    WORKSPACE,
    department_names,
    names_of,
    person,
    values,
)
from storage.tables.people import accounts, departments, organizations, people

ASKED = people.alias()  # who was asked for, and may be somebody else by now


class SqlPeople(SqlMeeting):
    """People and their accounts, of one organization."""

    async def organization(self) -> Organization:
        """The organization of this unit of work."""
        wanted = select(organizations).where(
            organizations.c.id == self._organization_id
        )
        row = (await self._connection.execute(wanted)).one()
        return Organization(row.id, row.name, row.zone, row.language, row.country)

    async def meet(self, profile: Profile) -> Person:
        """The person behind a profile: made on first sight, kept up to date later."""
        return await self.get(await self._meet(profile))

    async def recall(
        self, who: UserRef, others: Collection[UserRef], places: Collection[PlaceRef]
    ) -> Known:
        """What is known of who asks, of others in their workspace, and of places."""
        return await recall(
            self._connection, self._organization_id, who, others, places
        )

    async def known(self, refs: Sequence[UserRef]) -> dict[UserRef, Person]:
        """The people behind these accounts, those we know."""
        wanted = [(ref.platform, ref.tenant, ref.id) for ref in refs]
        rows = await self._connection.execute(
            self._accounts().where(tuple_(*WORKSPACE, accounts.c.user_id).in_(wanted))
        )
        return {
            UserRef(row.platform, row.tenant, row.user_id): person(row) for row in rows
        }

    async def names(self, refs: Sequence[UserRef]) -> dict[UserRef, tuple[str, ...]]:
        """What these accounts, those we know, and their people are called."""
        wanted = [(ref.platform, ref.tenant, ref.id) for ref in refs]
        rows = await self._connection.execute(
            self._accounts().where(tuple_(*WORKSPACE, accounts.c.user_id).in_(wanted))
        )
        return {
            UserRef(row.platform, row.tenant, row.user_id): names_of(row)
            for row in rows
        }

    async def get(self, person_id: int) -> Person:
        """The person; there is one, because ids come from rows."""
        whose = select(func.coalesce(ASKED.c.merged_into, ASKED.c.id)).where(
            ASKED.c.id == person_id
        )
        wanted = self._people().where(people.c.id == whose.scalar_subquery())
        return person((await self._connection.execute(wanted)).one())

    async def some(self, person_ids: Sequence[int]) -> dict[int, Person]:
        """People by the ids asked for."""
        wanted = (
            self._people()
            .add_columns(ASKED.c.id.label("asked"))
            .join(ASKED, func.coalesce(ASKED.c.merged_into, ASKED.c.id) == people.c.id)
            .where(ASKED.c.id.in_(set(person_ids)))
        )
        rows = await self._connection.execute(wanted)
        return {row.asked: person(row) for row in rows}

    async def everyone(self) -> Sequence[Person]:
        """Every active person, guests included, by name."""
        wanted = self._people().where(people.c.active).order_by(people.c.id)
        found = [person(row) for row in await self._connection.execute(wanted)]
        # Databases sort names each in their own way; people should not notice which.
        return sorted(found, key=lambda person: person.name.casefold())

    async def remind_at_most(self, style: ReminderStyle) -> None:
        """How often people are reminded at most, whatever they choose."""
        ours = organizations.c.id == self._organization_id
        await self._connection.execute(
            update(organizations).where(ours).values(reminders=style.value)
        )

    async def save(self, person: Person) -> None:
        """Writes what a person or an admin changed."""
        await self._connection.execute(
            update(people).where(self._is(person.id)).values(**values(person))
        )
        names = department_names(person.departments)
        now = select(departments.c.name).where(self._departments_of(person.id))
        if set(names) != set((await self._connection.scalars(now)).all()):
            await self._write_departments(person.id, names, own=True)

    def _people(self) -> Select[*tuple[Any, ...]]:
        return PEOPLE.where(people.c.organization_id == self._organization_id)


_: type[People] = SqlPeople
