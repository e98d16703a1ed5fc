"""What a company says of its people."""

from collections.abc import Collection, Mapping, Sequence
from functools import cached_property
from typing import Any

from sqlalchemy import ColumnElement, Row, Table, delete, null, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model.team import Expected, TeamFacts, WorkKind
from bot.ports.team import Team
from storage.database.statements import insert
from storage.people.profiles import address as folded_address
from storage.people.proposals import SqlProposals
from storage.tables.areas import (
    chosen_managers,
    department_heads,
    expected_people,
    team_facts,
    team_imports,
)
from storage.tables.people import people, place_people


class SqlTeam:
    """Heads, kinds of work, and who leads whom, of one organization."""

    def __init__(self, connection: AsyncConnection, organization_id: int) -> None:
        self._connection = connection
        self._organization_id = organization_id

    @cached_property
    def imports(self) -> SqlProposals:
        """Lists of people that somebody wants to import."""
        return SqlProposals(self._connection, self._organization_id, team_imports)

    async def heads(self) -> Mapping[str, int]:
        """Who heads each department that has a head."""
        wanted = select(department_heads).where(self._of(department_heads))
        rows = await self._connection.execute(wanted)
        return {row.department: row.person_id for row in rows}

    async def head(self, department: str, person_id: int | None) -> None:
        """Makes somebody the head of a department; None leaves it without one."""
        heads = department_heads
        if person_id is None:
            gone = delete(heads).where(
                self._of(heads), heads.c.department == department
            )
            await self._connection.execute(gone)
            return
        new = insert(self._connection, heads).values(
            organization_id=self._organization_id,
            department=department,
            person_id=person_id,
        )
        await self._connection.execute(
            new.on_conflict_do_update(
                index_elements=["organization_id", "department"],
                set_={"person_id": person_id},
            )
        )

    async def facts(self) -> Mapping[int, TeamFacts]:
        """What is said of each person of whom anything is."""
        wanted = select(team_facts).where(self._of(team_facts))
        rows = await self._connection.execute(wanted)
        return {row.person_id: TeamFacts(row.title, WorkKind(row.kind)) for row in rows}

    async def keep(self, person_id: int, facts: TeamFacts) -> None:
        """Writes what is said of a person."""
        said = {"title": facts.title, "kind": facts.kind.value}
        new = insert(self._connection, team_facts).values(
            organization_id=self._organization_id, person_id=person_id, **said
        )
        await self._connection.execute(
            new.on_conflict_do_update(index_elements=["person_id"], set_=said)
        )

    async def lead(self, person_id: int, manager_id: int | None) -> None:
        """Makes somebody the manager of a person, whatever a platform tells."""
        theirs = update(people).where(
            people.c.organization_id == self._organization_id, people.c.id == person_id
        )
        await self._connection.execute(theirs.values(manager_id=manager_id))
        new = insert(self._connection, chosen_managers).values(
            organization_id=self._organization_id, person_id=person_id
        )
        await self._connection.execute(
            new.on_conflict_do_nothing(index_elements=["person_id"])
        )

    async def expect(self, somebody: Expected) -> None:
        """Keeps what is said of who is not here yet, in place of what was."""
        where = somebody.departments
        said = {
            "name": somebody.name,
            "departments": null() if where is None else list(where),
            "manager_id": somebody.manager_id,
            "title": somebody.title,
            "kind": somebody.kind.value if somebody.kind else None,
        }
        new = insert(self._connection, expected_people).values(
            organization_id=self._organization_id,
            email=folded_address(somebody.email) or "",
            **said,
        )
        keys = ["organization_id", "email"]
        await self._connection.execute(
            new.on_conflict_do_update(index_elements=keys, set_=said)
        )

    async def expected(self) -> Sequence[Expected]:
        """Who is not here yet, by address."""
        wanted = select(expected_people).where(self._of(expected_people))
        rows = await self._connection.execute(wanted.order_by(expected_people.c.email))
        return [_expected(row) for row in rows]

    async def arrived(self, email: str) -> Expected | None:
        """What was said of who comes with this address; it is told once."""
        this = expected_people.c.email == folded_address(email)
        gone = delete(expected_people).where(self._of(expected_people), this)
        made = await self._connection.execute(gone.returning(*expected_people.c))
        row = made.first()
        return _expected(row) if row else None

    async def beside(self, person_id: int) -> Collection[int]:
        """Who was seen in a place where they were seen."""
        theirs = select(place_people.c.place).where(
            self._of(place_people), place_people.c.person_id == person_id
        )
        wanted = select(place_people.c.person_id).where(
            self._of(place_people), place_people.c.place.in_(theirs)
        )
        return frozenset((await self._connection.scalars(wanted)).all())

    def _of(self, of: Table) -> ColumnElement[bool]:
        ours: ColumnElement[bool] = of.c.organization_id == self._organization_id
        return ours


def _expected(row: Row[Any]) -> Expected:
    return Expected(
        email=row.email,
        name=row.name,
        departments=None if row.departments is None else tuple(row.departments),
        manager_id=row.manager_id,
        title=row.title,
        kind=WorkKind(row.kind) if row.kind else None,
    )


_: type[Team] = SqlTeam
