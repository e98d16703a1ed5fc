"""Meeting people: who is behind a profile, and what of it is kept."""

from collections.abc import Collection

from sqlalchemy import ColumnElement, Select, and_, delete, or_, select, update

from bot.model.link import higher
from bot.model.people import Profile, Role
from bot.model.refs import UserRef
from storage.people.accounts import SqlAccounts
from storage.people.names import folded
from storage.people.profiles import (
    address,
    departments_of,
    facts,
    home,
    new_facts,
    role,
    told,
    told_anew,
    unsettled,
)
from storage.people.rows import SEPARATOR, department_names
from storage.tables.areas import chosen_managers
from storage.tables.people import accounts, departments, organizations, people

NOBODY = frozenset({Role.GUEST})  # who is never taken for somebody else's account


class SqlMeeting(SqlAccounts):
    """Profiles become people and accounts."""

    async def _meet(self, profile: Profile) -> int:
        """The id of the person behind a profile, brought up to date."""
        row = await self._account_of(profile.ref)
        if row is None:
            return await self._welcome(profile)
        if changed := facts(profile, row):
            await self.change(row.person_id, **changed)
        if news := told_anew(profile, row):
            await self._connection.execute(
                update(accounts)
                .where(accounts.c.organization_id == self._organization_id)
                .where(accounts.c.id == row.account_id)
                .values(**news)
            )
        if unsettled(profile, row, news):
            await self.settle(row.person_id)
        if "manager" in news:
            await self._follow_manager(row.person_id, profile.manager)
        if row.main or not row.departments:
            await self._learn_departments(row.person_id, profile, row.departments)
        return int(row.person_id)

    async def _welcome(self, profile: Profile) -> int:
        """Makes the account and its person, unless somebody else just did.

        An account whose address or staff id says whose it is joins that person.
        """
        workspace = await self.connect(profile.ref.platform, profile.ref.tenant, "")
        await self._alone()
        if row := await self._account_of(profile.ref):
            return int(row.person_id)
        known = await self._same_human(profile, workspace.id)
        person_id = known or await self.make(new_facts(profile))
        await self._connection.execute(
            accounts.insert().values(
                organization_id=self._organization_id,
                person_id=person_id,
                workspace_id=workspace.id,
                user_id=profile.ref.id,
                main=known is None,
                **told(profile),
            )
        )
        if known is not None:
            row = await self._account_of(profile.ref)
            if row is not None and (missing := facts(profile, row)):
                await self.change(person_id, **missing)
            await self.settle(person_id)
        await self._learn_departments(person_id, profile, None)
        await self._follow_manager(person_id, profile.manager)
        await self._lead_those_of(profile.ref, person_id)
        return person_id

    async def _alone(self) -> None:
        """Nobody else of the organization is welcomed until this unit ends: the other
        account of the same human may be on its way, too.
        """
        whole = select(organizations.c.id).where(
            organizations.c.id == self._organization_id
        )
        # Weaker than FOR UPDATE: every row that is written holds its organization.
        await self._connection.execute(whole.with_for_update(key_share=True))

    async def make(self, values: dict[str, object]) -> int:
        """A new person with these columns; their id."""
        new = people.insert().values(organization_id=self._organization_id, **values)
        made = await self._connection.execute(new.returning(people.c.id))
        return int(made.scalar_one())

    async def _same_human(self, profile: Profile, workspace_id: int) -> int | None:
        """The one person who shares the address or staff id, and has no account here.

        Guests and bots are never taken for somebody.
        """
        same = self._same(profile)
        if not same or not profile.active or profile.bot or role(profile) in NOBODY:
            return None
        wanted = (
            select(people.c.id)
            .join(accounts, accounts.c.person_id == people.c.id)
            .where(accounts.c.organization_id == self._organization_id)
            .where(people.c.active, accounts.c.active, or_(*same))
            .distinct()
            .limit(2)
        )
        found = (await self._connection.scalars(wanted)).all()
        if len(found) != 1:
            return None
        whole = select(people.c.role).where(self._is(found[0])).with_for_update()
        theirs = await self._connection.scalar(whole)
        here = select(accounts.c.id).where(
            accounts.c.organization_id == self._organization_id,
            accounts.c.person_id == found[0],
            accounts.c.workspace_id == workspace_id,
        )
        if theirs in NOBODY or (await self._connection.execute(here)).first():
            return None
        return int(found[0])

    def _same(self, profile: Profile) -> list[ColumnElement[bool]]:
        same = []
        if email := address(profile.email):
            same.append(accounts.c.address == email)
        if staff_id := folded(profile.staff_id):
            same.append(accounts.c.staff_id == staff_id)
        return same

    async def settle(self, person_id: int) -> None:
        """A person is active while one of their accounts is, and may what any of them
        may; an owner stays one. They are at home where their accounts say.
        """
        wanted = (
            select(accounts, people.c.role.label("now"))
            .join(people, people.c.id == accounts.c.person_id)
            .where(accounts.c.organization_id == self._organization_id)
            .where(accounts.c.person_id == person_id)
        )
        rows = (await self._connection.execute(wanted)).all()
        if not rows:
            return
        alive = [row for row in rows if row.active]
        may = higher(*(Role(row.role) for row in alive or rows))
        may = Role.OWNER if rows[0].now == Role.OWNER else may
        at_home = home(rows)
        await self.change(person_id, active=bool(alive), role=may.value, **at_home)

    async def change(self, person_id: int, **values: object) -> None:
        """Writes these columns of a person."""
        await self._connection.execute(
            update(people).where(self._is(person_id)).values(**values)
        )

    async def _learn_departments(
        self, person_id: int, profile: Profile, known: str | None
    ) -> None:
        """Keeps the departments a platform tells, where nobody chose others."""
        said = department_names(departments_of(profile))
        if not said or said == sorted((known or "").split(SEPARATOR)):
            return
        chosen = select(departments.c.name).where(
            self._departments_of(person_id), departments.c.own
        )
        if (await self._connection.execute(chosen.limit(1))).first() is None:
            await self._write_departments(person_id, said, own=False)

    async def _write_departments(
        self, person_id: int, names: Collection[str], *, own: bool
    ) -> None:
        await self._connection.execute(
            delete(departments).where(self._departments_of(person_id))
        )
        ours = {"organization_id": self._organization_id, "person_id": person_id}
        if rows := [ours | {"name": name, "own": own} for name in names]:
            await self._connection.execute(departments.insert(), rows)

    def _departments_of(self, person_id: int) -> ColumnElement[bool]:
        return and_(
            departments.c.organization_id == self._organization_id,
            departments.c.person_id == person_id,
        )

    async def _follow_manager(self, person_id: int, manager: UserRef | None) -> None:
        """Keeps who leads the person, once that account is known too; unless the
        company says itself who does.
        """
        row = await self._account_of(manager) if manager else None
        if row is not None and row.person_id != person_id:
            await self._connection.execute(
                update(people)
                .where(self._is(person_id), people.c.id.not_in(self._chosen()))
                .values(manager_id=row.person_id)
            )

    async def _lead_those_of(self, ref: UserRef, person_id: int) -> None:
        """Whoever said that this account leads them is led by its person from now."""
        theirs = select(accounts.c.person_id).where(
            accounts.c.organization_id == self._organization_id,
            accounts.c.manager == ref,
            accounts.c.person_id != person_id,
        )
        await self._connection.execute(
            update(people)
            .where(people.c.organization_id == self._organization_id)
            .where(people.c.id.in_(theirs), people.c.id.not_in(self._chosen()))
            .values(manager_id=person_id)
        )

    def _chosen(self) -> Select[tuple[int]]:
        """Whose manager the company chose."""
        return select(chosen_managers.c.person_id).where(
            chosen_managers.c.organization_id == self._organization_id
        )

    def _is(self, person_id: int) -> ColumnElement[bool]:
        return and_(
            people.c.organization_id == self._organization_id, people.c.id == person_id
        )
