"""How often rooms hear of feedback, and what waits for that."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, delete, literal, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model.feedback import Feedback
from bot.model.feedback.rhythm import Rhythm, Slot
from bot.model.refs import PlaceRef
from bot.ports.feedback_rooms import FeedbackRooms
from storage.database.statements import insert
from storage.feedback.figures import Find
from storage.tables.feedback import feedback
from storage.tables.feedback import feedback_rhythms as rhythms
from storage.tables.feedback import feedback_slots as slots


class SqlFeedbackRooms:
    """The rooms of one organization that hear of feedback."""

    def __init__(
        self, connection: AsyncConnection, organization_id: int, find: Find
    ) -> None:
        self._connection = connection
        self._organization_id = organization_id
        self._find = find

    async def rhythms(self) -> Mapping[PlaceRef, Rhythm]:
        """How often each place hears; one that is not named hears at once."""
        wanted = select(rhythms.c.place, rhythms.c.rhythm).where(
            rhythms.c.organization_id == self._organization_id
        )
        found = await self._connection.execute(wanted)
        return {row.place: Rhythm(row.rhythm) for row in found}

    async def keep_to(self, places: Collection[PlaceRef], rhythm: Rhythm) -> None:
        """Has these places hear so often from now on."""
        new = insert(self._connection, rhythms)
        changed = {"rhythm": new.excluded.rhythm}
        await self._connection.execute(
            new.on_conflict_do_update(
                index_elements=["organization_id", "place"], set_=changed
            ),
            [
                {
                    "organization_id": self._organization_id,
                    "place": place.unthreaded(),
                    "rhythm": rhythm.value,
                }
                for place in places
            ],
        )

    async def wait(self, feedback_id: int, slot: Slot) -> bool:
        """Has it told in that slot; False where it waits there, or was told."""
        ours = select(
            feedback.c.organization_id,
            feedback.c.id,
            literal(slot.place, slots.c.place.type),
            literal(slot.at, slots.c.at.type),
        ).where(
            feedback.c.organization_id == self._organization_id,
            feedback.c.id == feedback_id,
        )
        new = insert(self._connection, slots).from_select(
            ["organization_id", "feedback_id", "place", "at"], ours
        )
        done = await self._connection.execute(new.on_conflict_do_nothing())
        return done.rowcount > 0

    async def told_in(self, slot: Slot) -> Sequence[Feedback]:
        """What is told in a slot, the oldest first."""
        wanted = (
            select(slots.c.feedback_id)
            .where(self._ours, slots.c.place == slot.place, slots.c.at == slot.at)
            .order_by(slots.c.feedback_id)
        )
        ids = (await self._connection.execute(wanted)).scalars().all()
        found = {each.id: each for each in await self._find(ids)} if ids else {}
        return [found[id] for id in ids if id in found]

    async def of(self, feedback_id: int) -> Sequence[PlaceRef]:
        """The places where it is told with others, or will be."""
        wanted = select(slots.c.place).where(
            self._ours, slots.c.feedback_id == feedback_id
        )
        return (await self._connection.execute(wanted)).scalars().all()

    async def hurry(self, feedback_id: int, now: datetime) -> None:
        """It waits nowhere any more; where it was told, it stays told."""
        waits = (slots.c.feedback_id == feedback_id, slots.c.at > now)
        await self._connection.execute(delete(slots).where(self._ours, *waits))

    @property
    def _ours(self) -> ColumnElement[bool]:
        return slots.c.organization_id == self._organization_id


_: type[FeedbackRooms] = SqlFeedbackRooms
