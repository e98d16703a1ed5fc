"""Counts and budgets: what the platforms' monthly quotas are and how they stand."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model.budget import Budget, Mode, Quota
from bot.ports.usage import Counter, Usage
from storage.database.statements import insert
from storage.tables.usage import budgets, usage

ONE_COUNT = ("organization_id", "platform", "tenant", "month", "kind")
ONE_BUDGET = ("organization_id", "platform", "tenant")


class SqlUsage:
    """Counts and budgets of one organization."""

    def __init__(self, connection: AsyncConnection, organization_id: int) -> None:
        self._connection = connection
        self._organization_id = organization_id

    async def add(self, counts: Mapping[Counter, int]) -> None:
        """Adds to what was counted before, in one statement."""
        if not counts:
            return
        rows = [
            {
                "organization_id": self._organization_id,
                "platform": counter.platform,
                "tenant": counter.tenant,
                "month": counter.month,
                "kind": counter.kind,
                "count": count,
            }
            # In one order, so that replicas never wait for each other in a circle.
            for counter, count in sorted(counts.items(), key=lambda each: str(each[0]))
        ]
        new = insert(self._connection, usage).values(rows)
        more = usage.c.count + new.excluded.count
        await self._connection.execute(
            new.on_conflict_do_update(index_elements=ONE_COUNT, set_={"count": more})
        )

    async def of(self, platform: str, tenant: str, month: str) -> Mapping[str, int]:
        """What was counted in a month, by kind."""
        wanted = (
            select(usage.c.kind, usage.c.count.label("times"))
            .where(usage.c.organization_id == self._organization_id)
            .where(usage.c.platform == platform, usage.c.tenant == tenant)
            .where(usage.c.month == month)
        )
        rows = await self._connection.execute(wanted)
        return {row.kind: row.times for row in rows}

    async def budgets(self) -> Sequence[Budget]:
        """Every platform that has, or had, a quota."""
        wanted = (
            select(budgets)
            .where(budgets.c.organization_id == self._organization_id)
            .order_by(budgets.c.id)
        )
        return [_budget(row) for row in await self._connection.execute(wanted)]

    async def save(self, budget: Budget) -> None:
        """Keeps everything about a budget."""
        kept = {
            "calls": budget.quota.calls,
            "pushes": budget.quota.pushes,
            "mode": budget.mode.value,
            "since": budget.since,
            "dry": budget.dry,
        }
        new = insert(self._connection, budgets).values(
            organization_id=self._organization_id,
            platform=budget.platform,
            tenant=budget.tenant,
            **kept,
        )
        await self._connection.execute(
            new.on_conflict_do_update(index_elements=ONE_BUDGET, set_=kept)
        )


def _budget(row: Row[Any]) -> Budget:
    return Budget(
        row.platform,
        row.tenant,
        Quota(row.calls, row.pushes),
        Mode(row.mode),
        row.since,
        row.dry,
    )


_: type[Usage] = SqlUsage
