"""Leave that platforms told of, and the absences it makes."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model.absence import Days
from bot.model.leave import ToldLeave
from bot.model.people import Account
from bot.ports.leave import ToldLeaves
from storage.tables.leaves import leaves
from storage.tables.people import absences, accounts, workspaces

DAY = timedelta(days=1)


class SqlToldLeaves:
    """Leave of one organization's people."""

    def __init__(self, connection: AsyncConnection, organization_id: int) -> None:
        self._connection = connection
        self._organization_id = organization_id

    async def get(self, leave_id: int) -> ToldLeave | None:
        """The leave with this id."""
        return next(iter(await self._where(leaves.c.id == leave_id)), None)

    async def of(
        self, account_ids: Collection[int], since: date
    ) -> Sequence[ToldLeave]:
        """Leave of these accounts that ends on `since` or later, the next first."""
        theirs = leaves.c.account_id.in_(set(account_ids))
        return await self._where(and_(theirs, leaves.c.last >= since))

    async def tell(self, account: Account, days: Days) -> ToldLeave:
        """Keeps what was told, and that the account's person is away."""
        new = leaves.insert().values(
            organization_id=self._organization_id,
            account_id=account.id,
            first=days.first,
            last=days.last,
        )
        made = await self._connection.execute(new.returning(leaves.c.id))
        who, platform = account.person_id, account.ref.platform
        leave = ToldLeave(made.scalar_one(), account.id, who, platform, days)
        await self._be_away(leave)
        return leave

    async def move(self, leave: ToldLeave, days: Days) -> None:
        """Other days were told. Who changed their absence since keeps it as it is."""
        period = {"first": days.first, "last": days.last}
        await self._change(leave, **period)
        await self._connection.execute(
            update(absences)
            .where(self._made_by(leave))
            .where(absences.c.first == leave.days.first)
            .where(absences.c.last == leave.days.last)
            .values(period)
        )

    async def drop(self, leave: ToldLeave, today: date) -> None:
        """It is told no more: nobody is away for it from today on."""
        await self._end(leave, today)
        await self._connection.execute(
            update(absences).where(self._made_by(leave)).values(leave_id=None)
        )
        await self._connection.execute(delete(leaves).where(self._is(leave)))

    async def overrule(self, leave: ToldLeave, today: date) -> None:
        """The person is there after all, from today on."""
        await self._change(leave, overruled=True)
        await self._end(leave, today)

    async def restore(self, leave: ToldLeave) -> None:
        """The person is away as was told."""
        await self._change(leave, overruled=False)
        await self._connection.execute(delete(absences).where(self._made_by(leave)))
        await self._be_away(leave)

    async def follow(self, account_id: int) -> None:
        """The account is somebody else's now: so are the absences of its leave."""
        owner = select(accounts.c.person_id).where(
            accounts.c.organization_id == self._organization_id,
            accounts.c.id == account_id,
        )
        theirs = select(leaves.c.id).where(
            leaves.c.organization_id == self._organization_id,
            leaves.c.account_id == account_id,
        )
        await self._connection.execute(
            update(absences)
            .where(absences.c.organization_id == self._organization_id)
            .where(absences.c.leave_id.in_(theirs))
            .values(person_id=owner.scalar_subquery())
        )

    async def _be_away(self, leave: ToldLeave) -> None:
        new = absences.insert().values(
            organization_id=self._organization_id,
            person_id=leave.person_id,
            leave_id=leave.id,
            first=leave.days.first,
            last=leave.days.last,
            reason="",
        )
        await self._connection.execute(new)

    async def _end(self, leave: ToldLeave, today: date) -> None:
        """Days that are over stay as they were."""
        to_come = absences.c.first >= today
        await self._connection.execute(
            delete(absences).where(self._made_by(leave), to_come)
        )
        await self._connection.execute(
            update(absences)
            .where(self._made_by(leave), absences.c.last >= today)
            .values(last=today - DAY)
        )

    async def _change(self, leave: ToldLeave, **values: object) -> None:
        await self._connection.execute(
            update(leaves).where(self._is(leave)).values(**values)
        )

    async def _where(self, condition: ColumnElement[bool]) -> Sequence[ToldLeave]:
        wanted = (
            select(leaves, accounts.c.person_id, workspaces.c.platform)
            .join(accounts, accounts.c.id == leaves.c.account_id)
            .join(workspaces, workspaces.c.id == accounts.c.workspace_id)
            .where(leaves.c.organization_id == self._organization_id, condition)
            .order_by(leaves.c.first, leaves.c.id)
        )
        return [_leave(row) for row in await self._connection.execute(wanted)]

    def _is(self, leave: ToldLeave) -> ColumnElement[bool]:
        return and_(
            leaves.c.organization_id == self._organization_id, leaves.c.id == leave.id
        )

    def _made_by(self, leave: ToldLeave) -> ColumnElement[bool]:
        return and_(
            absences.c.organization_id == self._organization_id,
            absences.c.leave_id == leave.id,
        )


def _leave(row: Row[Any]) -> ToldLeave:
    return ToldLeave(
        row.id,
        row.account_id,
        row.person_id,
        row.platform,
        Days(row.first, row.last),
        row.overruled,
    )


_: type[ToldLeaves] = SqlToldLeaves
