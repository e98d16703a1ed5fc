"""What became of messages, and every attempt to send them."""

from collections import defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, and_, delete, func, not_, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model.delivery import ONCE, Delivery, DeliveryState
from bot.model.receipt import Attempt, Outcome, Sought
from bot.ports.receipts import Receipts
from storage.delivery.rows import AT_ONCE, delivery_of
from storage.tables.deliveries import deliveries, delivery_attempts

ATTEMPT = delivery_attempts.insert()
MANY = 500  # ids in one question
LAST = "\U0010ffff"  # no key goes on with this, and none comes after it
PENDING, SENDING, SENT, FAILED, EXPIRED = (state.value for state in DeliveryState)


class SqlReceipts:
    """Deliveries of one organization with their attempts."""

    def __init__(
        self,
        connection: AsyncConnection,
        organization_id: int,
        changed: Callable[[], None],
    ) -> None:
        self._connection = connection
        self._organization_id = organization_id
        self._changed = changed

    async def get(self, delivery_id: int) -> Delivery | None:
        """The delivery with this id."""
        wanted = select(deliveries).where(self._ours(), deliveries.c.id == delivery_id)
        row = (await self._connection.execute(wanted)).first()
        return delivery_of(row) if row else None

    async def write(self, delivery_id: int, attempt: Attempt) -> None:
        """Puts an attempt on the receipt of a delivery."""
        row = {
            "organization_id": self._organization_id,
            "delivery_id": delivery_id,
            "at": attempt.at,
            "platform": attempt.platform,
            "tenant": attempt.tenant,
            "direct": attempt.direct,
            "outcome": attempt.outcome.value,
            "error": attempt.error,
        }
        await self._connection.execute(ATTEMPT, row)

    async def attempts(
        self, delivery_ids: Collection[int]
    ) -> Mapping[int, Sequence[Attempt]]:
        """Every attempt to send these, the first one first."""
        ids, found = list(delivery_ids), defaultdict[int, list[Attempt]](list)
        tried = delivery_attempts.c
        for start in range(0, len(ids), MANY):
            wanted = (
                select(delivery_attempts)
                .where(tried.organization_id == self._organization_id)
                .where(tried.delivery_id.in_(ids[start : start + MANY]))
                .order_by(tried.id)
            )
            for row in await self._connection.execute(wanted):
                found[row.delivery_id].append(
                    Attempt(
                        row.at,
                        row.platform,
                        row.tenant,
                        row.direct,
                        Outcome(row.outcome),
                        row.error,
                    )
                )
        return found

    async def find(self, sought: Sought, limit: int, skip: int) -> Sequence[Delivery]:
        """What is sought, the newest first."""
        wanted = (
            select(deliveries)
            .where(self._fits(sought))
            .order_by(deliveries.c.id.desc())
            .limit(limit)
            .offset(skip)
        )
        return [delivery_of(row) for row in await self._connection.execute(wanted)]

    async def count(self, sought: Sought) -> Mapping[str, int]:
        """How many of them there are, by state."""
        wanted = (
            select(deliveries.c.state, func.count().label("many"))
            .where(self._fits(sought))
            .group_by(deliveries.c.state)
        )
        rows = await self._connection.execute(wanted)
        return {row.state: row.many for row in rows}

    async def retry(self, delivery_ids: Collection[int], now: datetime) -> int:
        """Lets what failed be tried again, from the start and at once."""
        ids, changed = list(delivery_ids), 0
        in_time = or_(deliveries.c.expires.is_(None), deliveries.c.expires >= now)
        again = {"state": PENDING, "due": AT_ONCE, "attempts": 0, "error": ""}
        for start in range(0, len(ids), MANY):
            done = await self._connection.execute(
                update(deliveries)
                .where(self._ours(), deliveries.c.state == FAILED, in_time)
                .where(deliveries.c.id.in_(ids[start : start + MANY]))
                .values(**again, hold=None)
            )
            changed += done.rowcount
        self._changed()
        return changed

    async def forget(self, before: datetime, limit: int) -> int:
        """Lets go of what was over by then, with its attempts, the oldest first."""
        old = select(deliveries.c.id).where(self._over(before))
        oldest = old.order_by(deliveries.c.id).limit(limit)
        ids = (await self._connection.scalars(oldest)).all()
        for start in range(0, len(ids), MANY):
            some = ids[start : start + MANY]
            tries = delivery_attempts.c.delivery_id.in_(some)
            await self._connection.execute(delete(delivery_attempts).where(tries))
            these = deliveries.c.id.in_(some)
            await self._connection.execute(
                delete(deliveries).where(these, self._over(before))
            )
        return len(ids)

    def _over(self, before: datetime) -> ColumnElement[bool]:
        """That nobody has tried it since, and nothing that waits belongs under it.

        What was never tried is as old as those that were written after it.
        """
        last, child = deliveries.alias(), deliveries.alias()
        newest = (
            select(func.max(last.c.id))
            .where(last.c.organization_id == self._organization_id)
            .where(last.c.tried_at < before)
            .scalar_subquery()
        )
        waits = (
            select(child.c.id)
            .where(child.c.organization_id == self._organization_id)
            .where(child.c.parent == deliveries.c.key)
            .where(child.c.state.in_([PENDING, SENDING]))
            .exists()
        )
        never = and_(deliveries.c.tried_at.is_(None), deliveries.c.id < newest)
        return and_(
            self._ours(),
            deliveries.c.state.in_([SENT, FAILED, EXPIRED]),
            or_(deliveries.c.tried_at < before, never),
            deliveries.c.kind.not_in(ONCE),
            not_(waits),
        )

    def _fits(self, sought: Sought) -> ColumnElement[bool]:
        rules = [self._ours()]
        about = []
        if sought.subject:
            about.append(deliveries.c.subject == sought.subject)
        if sought.prefix:
            about.append(self._begins(sought.prefix))
        if about:
            rules.append(or_(*about))
        if sought.person_id is not None:
            rules.append(deliveries.c.person_id == sought.person_id)
        if sought.failed:
            rules.append(deliveries.c.state == FAILED)
        if sought.since is not None:
            waits = deliveries.c.state == PENDING
            rules.append(or_(deliveries.c.tried_at >= sought.since, waits))
        return and_(*rules)

    def _begins(self, prefix: str) -> ColumnElement[bool]:
        """That a key begins so. SQLite finds that in an index as a range only."""
        key = deliveries.c.key
        if self._connection.dialect.name == "sqlite":
            return and_(key >= prefix, key < prefix + LAST)
        return key.startswith(prefix, autoescape=True)

    def _ours(self) -> ColumnElement[bool]:
        return deliveries.c.organization_id == self._organization_id


_: type[Receipts] = SqlReceipts
