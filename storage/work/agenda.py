"""What there is to do by now, in one question.

It is asked once a second, and nearly always the answer is no.
"""

from datetime import datetime

from sqlalchemy import bindparam, exists, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model.delivery import DeliveryState
from bot.ports.agenda import Agenda
from storage.tables.base import Instant
from storage.tables.deliveries import deliveries
from storage.tables.jobs import jobs

NOW = bindparam("now", type_=Instant)
PENDING, SENDING = DeliveryState.PENDING.value, DeliveryState.SENDING.value
# A job that runs may have been left behind, and a message that is being sent in doubt:
# who takes them knows. Each is one look at an index.
DUE = select(
    or_(
        *(
            exists().where(table.c.organization_id == bindparam("organization"), *these)
            for table, *these in (
                (jobs, jobs.c.state == "waiting", jobs.c.run_at <= NOW),
                (jobs, jobs.c.state == "running"),
                (deliveries, deliveries.c.state == PENDING, deliveries.c.due <= NOW),
                (deliveries, deliveries.c.state == SENDING, deliveries.c.due <= NOW),
            )
        )
    )
)


class SqlAgenda:
    """What one organization has to do."""

    def __init__(self, connection: AsyncConnection, organization_id: int) -> None:
        self._connection = connection
        self._organization_id = organization_id

    async def due(self, now: datetime) -> bool:
        """Whether there may be a job to run or a message to send. False is certain."""
        asked = {"organization": self._organization_id, "now": now}
        return bool((await self._connection.execute(DUE, asked)).scalar_one())


_: type[Agenda] = SqlAgenda
