"""Where feedback goes, and how soon it is answered."""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import ColumnElement, delete, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model.feedback import RoutingRule, Runs, ServiceLevel, Severity, Step
from bot.model.feedback.ending import REOPENS
from bot.model.market import market_of
from bot.model.refs import PlaceRef
from bot.ports.feedback import FeedbackRules
from storage.database.statements import insert
from storage.tables.feedback import feedback_desks as desks
from storage.tables.feedback import feedback_levels as levels
from storage.tables.feedback import feedback_manners as manners
from storage.tables.feedback import feedback_routes as routes


class SqlFeedbackRules:
    """The rules of one organization."""

    def __init__(self, connection: AsyncConnection, organization_id: int) -> None:
        self._connection = connection
        self._organization_id = organization_id

    async def triage(self) -> PlaceRef | None:
        """The place whose people see everything, if one was chosen."""
        wanted = select(desks.c.triage).where(
            desks.c.organization_id == self._organization_id
        )
        found: PlaceRef | None = (await self._connection.execute(wanted)).scalar()
        return found

    async def choose_triage(self, place: PlaceRef | None) -> None:
        """Makes a place the one for triage, in place of any other."""
        if place is None:
            ours = desks.c.organization_id == self._organization_id
            await self._connection.execute(delete(desks).where(ours))
            return
        new = insert(self._connection, desks).values(
            organization_id=self._organization_id, triage=place.unthreaded()
        )
        await self._connection.execute(
            new.on_conflict_do_update(
                index_elements=["organization_id"], set_={"triage": new.excluded.triage}
            )
        )

    async def routes(self) -> Sequence[RoutingRule]:
        """Every rule, in the order in which they are tried."""
        wanted = select(routes).where(self._ours).order_by(routes.c.position)
        return [
            RoutingRule(
                id=row.id,
                position=row.position,
                step=Step(row.step) if row.step else None,
                severity=Severity(row.severity) if row.severity else None,
                market=market_of(row.market),
                sku=row.sku,
                words=tuple(row.words),
                place=row.place,
                department=row.department,
                person_id=row.person_id,
            )
            for row in await self._connection.execute(wanted)
        ]

    async def add_route(self, rule: RoutingRule) -> RoutingRule:
        """Stores a new rule, behind all others; it comes back with id and position."""
        last = select(func.coalesce(func.max(routes.c.position), 0)).where(self._ours)
        position = (await self._connection.execute(last)).scalar_one() + 1
        new = routes.insert().values(
            organization_id=self._organization_id,
            position=position,
            step=rule.step.value if rule.step else None,
            severity=rule.severity.value if rule.severity else None,
            market=market_of(rule.market),
            sku=rule.sku,
            words=list(rule.words),
            place=rule.place,
            department=rule.department,
            person_id=rule.person_id,
        )
        made = await self._connection.execute(new.returning(routes.c.id))
        return replace(rule, id=made.scalar_one(), position=position)

    async def drop_route(self, rule_id: int) -> bool:
        """Forgets a rule; False if there is none."""
        gone = delete(routes).where(self._ours, routes.c.id == rule_id)
        return (await self._connection.execute(gone)).rowcount > 0

    async def reopens(self) -> int:
        """For how many days after its end its sender opens it again."""
        wanted = select(manners.c.reopens).where(
            manners.c.organization_id == self._organization_id
        )
        found: int | None = (await self._connection.execute(wanted)).scalar()
        return REOPENS if found is None else found

    async def reopen_for(self, days: int) -> None:
        """Makes it so many days."""
        new = insert(self._connection, manners).values(
            organization_id=self._organization_id, reopens=days
        )
        await self._connection.execute(
            new.on_conflict_do_update(
                index_elements=["organization_id"], set_={"reopens": days}
            )
        )

    async def levels(self) -> Sequence[ServiceLevel]:
        """What is promised, by severity."""
        wanted = (
            select(levels)
            .where(levels.c.organization_id == self._organization_id)
            .order_by(levels.c.severity)
        )
        return [
            ServiceLevel(
                Severity(row.severity),
                row.answer,
                row.solve,
                row.escalate_to,
                Runs(row.hours),
            )
            for row in await self._connection.execute(wanted)
        ]

    async def promise(self, level: ServiceLevel) -> None:
        """Keeps what is promised for a severity, in place of what was."""
        said = {
            "answer": level.answer,
            "solve": level.solve,
            "escalate_to": level.escalate_to,
            "hours": level.hours.value,
        }
        new = insert(self._connection, levels).values(
            organization_id=self._organization_id,
            severity=level.severity.value,
            **said,
        )
        await self._connection.execute(
            new.on_conflict_do_update(
                index_elements=["organization_id", "severity"], set_=said
            )
        )

    @property
    def _ours(self) -> ColumnElement[bool]:
        return routes.c.organization_id == self._organization_id


_: type[FeedbackRules] = SqlFeedbackRules
