"""People and their accounts."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, delete, select, tuple_, update

from bot.model.people import Account, Organization, Person, Profile
from bot.model.refs import PlaceRef, UserRef
from bot.ports.people import People
from storage.person_rows import (
    ACCOUNTS,
    PEOPLE,
    WORKSPACE,
    account,
    department_names,
    person,
    values,
)
from storage.profiles import facts, new_facts
from storage.tables.people import (
    accounts,
    departments,
    organizations,
    people,
    workspaces,
)
from storage.workspaces import SqlWorkspaces


class SqlPeople(SqlWorkspaces):
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
        row = await self._account_of(profile.ref)
        if row is None:
            return await self._welcome(profile)
        changed = facts(profile, row)
        if changed:
            await self._connection.execute(
                update(people).where(self._is(row.person_id)).values(**changed)
            )
        moved = profile.active != row.present
        if moved or (profile.handle and profile.handle != row.handle):
            await self._bring_account_up_to_date(profile, row)
        return await self.get(row.person_id) if changed or moved else person(row)

    async def known(self, refs: Sequence[UserRef]) -> dict[UserRef, Person]:
        """The people behind these accounts, those we know."""
        wanted = [(ref.platform, ref.tenant, ref.id) for ref in refs]
        rows = await self._connection.execute(
            self._accounts().where(tuple_(*WORKSPACE, accounts.c.user_id).in_(wanted))
        )
        return {
            UserRef(row.platform, row.tenant, row.user_id): person(row) for row in rows
        }

    async def get(self, person_id: int) -> Person:
        """The person; there is one, because ids come from rows."""
        wanted = self._people().where(people.c.id == person_id)
        return person((await self._connection.execute(wanted)).one())

    async def some(self, person_ids: Sequence[int]) -> dict[int, Person]:
        """People by id."""
        wanted = self._people().where(people.c.id.in_(set(person_ids)))
        return {row.id: person(row) for row in await self._connection.execute(wanted)}

    async def everyone(self) -> Sequence[Person]:
        """Every active person, guests included, by name."""
        wanted = self._people().where(people.c.active).order_by(people.c.id)
        found = [person(row) for row in await self._connection.execute(wanted)]
        # Databases sort names each in their own way; people should not notice which.
        return sorted(found, key=lambda person: person.name.casefold())

    async def accounts(self, person_id: int) -> Sequence[Account]:
        """The person's active accounts: those with a conversation first."""
        wanted = (
            select(accounts, *WORKSPACE)
            .join(workspaces, workspaces.c.id == accounts.c.workspace_id)
            .where(accounts.c.organization_id == self._organization_id)
            .where(accounts.c.person_id == person_id, accounts.c.active)
            .order_by(accounts.c.dm.is_(None), accounts.c.id)
        )
        return [account(row) for row in await self._connection.execute(wanted)]

    async def remember_dm(self, ref: UserRef, dm: PlaceRef) -> None:
        """Keeps the direct conversation of an account."""
        workspace = (
            select(workspaces.c.id)
            .where(workspaces.c.organization_id == self._organization_id)
            .where(
                workspaces.c.platform == ref.platform, workspaces.c.tenant == ref.tenant
            )
        )
        await self._connection.execute(
            update(accounts)
            .where(accounts.c.organization_id == self._organization_id)
            .where(accounts.c.workspace_id == workspace.scalar_subquery())
            .where(accounts.c.user_id == ref.id)
            .values(dm=dm.unthreaded())
        )

    async def save(self, person: Person) -> None:
        """Writes what a person or an admin changed."""
        await self._connection.execute(
            update(people).where(self._is(person.id)).values(**values(person))
        )
        await self._connection.execute(
            delete(departments)
            .where(departments.c.organization_id == self._organization_id)
            .where(departments.c.person_id == person.id)
        )
        ours = {"organization_id": self._organization_id, "person_id": person.id}
        if rows := [ours | {"name": name} for name in department_names(person)]:
            await self._connection.execute(departments.insert(), rows)

    async def _welcome(self, profile: Profile) -> Person:
        """Makes the person and the account, unless somebody else just did."""
        workspace = await self.connect(profile.ref.platform, profile.ref.tenant, "")
        await self._connection.execute(
            select(workspaces.c.id)
            .where(workspaces.c.organization_id == self._organization_id)
            .where(workspaces.c.id == workspace.id)
            .with_for_update()
        )
        if row := await self._account_of(profile.ref):
            return person(row)
        new = people.insert().values(
            organization_id=self._organization_id, **new_facts(profile)
        )
        made = await self._connection.execute(new.returning(people.c.id))
        person_id = made.scalar_one()
        await self._connection.execute(
            accounts.insert().values(
                organization_id=self._organization_id,
                person_id=person_id,
                workspace_id=workspace.id,
                user_id=profile.ref.id,
                handle=profile.handle,
                active=profile.active,
            )
        )
        return await self.get(person_id)

    async def _bring_account_up_to_date(self, profile: Profile, row: Row[Any]) -> None:
        """A person is active while one of their accounts is."""
        ours = accounts.c.organization_id == self._organization_id
        await self._connection.execute(
            update(accounts)
            .where(ours, accounts.c.id == row.account_id)
            .values(handle=profile.handle or row.handle, active=profile.active)
        )
        alive = select(accounts.c.id).where(
            ours, accounts.c.person_id == row.person_id, accounts.c.active
        )
        await self._connection.execute(
            update(people).where(self._is(row.person_id)).values(active=alive.exists())
        )

    async def _account_of(self, ref: UserRef) -> Row[Any] | None:
        wanted = self._accounts().where(
            workspaces.c.platform == ref.platform,
            workspaces.c.tenant == ref.tenant,
            accounts.c.user_id == ref.id,
        )
        return (await self._connection.execute(wanted)).first()

    def _accounts(self) -> Select[*tuple[Any, ...]]:
        return ACCOUNTS.where(people.c.organization_id == self._organization_id)

    def _people(self) -> Select[*tuple[Any, ...]]:
        return PEOPLE.where(people.c.organization_id == self._organization_id)

    def _is(self, person_id: int) -> ColumnElement[bool]:
        return and_(
            people.c.organization_id == self._organization_id, people.c.id == person_id
        )


_: type[People] = SqlPeople
