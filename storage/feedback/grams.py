"""Finding feedback that says the same, by the rarest grams of its words."""

from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import (
    ColumnElement,
    Table,
    delete,
    func,
    or_,
    select,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model.feedback import OPEN, State
from bot.model.feedback.alike import JUDGED, KEPT, Likely, Told, asked, grams, rarest
from bot.ports.alike import FeedbackAlike
from storage.database.statements import insert
from storage.tables.alike import feedback_gram_counts as counts
from storage.tables.alike import feedback_grams as table
from storage.tables.alike import feedback_likely as likely
from storage.tables.feedback import feedback
from storage.tables.feedback import feedback_voices as voices

ALIVE = [state.value for state in OPEN]
# Those of all times that share most: which of them are open is asked of no more.
SHARING = 1_000
FOUND = [*ALIVE, State.JOINED.value]  # of these, the one that they were joined to


class SqlFeedbackGrams:
    """What is found by its words, in one organization."""

    def __init__(self, connection: AsyncConnection, organization_id: int) -> None:
        self._connection = connection
        self._organization_id = organization_id

    async def keep(self, feedback_id: int, text: str) -> None:
        """Makes it findable by its words."""
        found = grams(text)
        if not found or not await self._ours(feedback_id):
            return
        known = await self._counts(found)
        one = insert(self._connection, counts)
        more = one.on_conflict_do_update(
            index_elements=["organization_id", "gram"],
            set_={"count": counts.c.count + 1},
        )
        mine = {"organization_id": self._organization_id}
        every = [{**mine, "gram": gram, "count": 1} for gram in sorted(found)]
        await self._connection.execute(more, every)
        rows = [
            {**mine, "gram": gram, "feedback_id": feedback_id}
            for gram in rarest(found, known)[:KEPT]
        ]
        new = insert(self._connection, table).on_conflict_do_nothing()
        await self._connection.execute(new, rows)

    async def unfindable(self, limit: int) -> Sequence[Told]:
        """The newest of what is older than all that is findable."""
        oldest = select(func.min(table.c.feedback_id)).where(self._of(table))
        first = (await self._connection.execute(oldest)).scalar_one()
        wanted = select(feedback.c.id).where(self._of(feedback))
        if first is not None:
            wanted = wanted.where(feedback.c.id < first)
        newest = wanted.order_by(feedback.c.id.desc()).limit(limit)
        ids = (await self._connection.execute(newest)).scalars().all()
        at_first = func.coalesce(voices.c.came_from, voices.c.feedback_id)
        said = (
            select(at_first, voices.c.text)
            .where(or_(voices.c.feedback_id.in_(ids), voices.c.came_from.in_(ids)))
            .order_by(voices.c.id.desc())
        )
        texts = {row[0]: row[1] for row in await self._connection.execute(said)}
        return [Told(id, texts[id]) for id in ids if id in texts]

    async def near(self, text: str, but: int) -> Sequence[Told]:
        """Open feedback with the same rare pieces of words."""
        found = grams(text)
        wanted = asked(found, await self._counts(found)) if found else []
        homes = await self._sharing(wanted, but) if wanted else {}
        if not homes:
            return ()
        first = func.coalesce(voices.c.came_from, voices.c.feedback_id)
        said = (
            select(feedback.c.id, feedback.c.sku, voices.c.text)
            .join(voices, voices.c.feedback_id == feedback.c.id)
            .where(self._of(feedback), feedback.c.state.in_(ALIVE))
            .where(feedback.c.id.in_(homes.values()), first.in_(homes))
            .order_by(feedback.c.id, voices.c.id)
        )
        rows = await self._connection.execute(said)
        return [Told(row.id, row.text, row.sku) for row in rows if row.id != but]

    async def propose(self, feedback_id: int, like_id: int | None) -> None:
        """Keeps what it is likely one with, or that it is not."""
        gone = delete(likely).where(
            self._of(likely), likely.c.feedback_id == feedback_id
        )
        await self._connection.execute(gone)
        if like_id is not None:
            new = likely.insert().values(
                organization_id=self._organization_id,
                feedback_id=feedback_id,
                like_id=like_id,
            )
            await self._connection.execute(new)

    async def proposed(self, feedback_ids: Collection[int]) -> Mapping[int, Likely]:
        """What these are likely one with, as long as that is open."""
        if not feedback_ids:
            return {}
        like, home = feedback.alias(), feedback.alias()
        counted = func.count(voices.c.id)
        wanted = (
            select(likely.c.feedback_id, home.c.number, home.c.opened_at, counted)
            .join(like, like.c.id == likely.c.like_id)
            .join(home, home.c.id == func.coalesce(like.c.joined_to, like.c.id))
            .join(voices, voices.c.feedback_id == home.c.id)
            .where(self._of(likely), likely.c.feedback_id.in_(feedback_ids))
            .where(home.c.state.in_(ALIVE), home.c.id != likely.c.feedback_id)
            .group_by(likely.c.feedback_id, home.c.id)
        )
        return {
            id: Likely(number, customers, since)
            for id, number, since, customers in await self._connection.execute(wanted)
        }

    async def _ours(self, feedback_id: int) -> bool:
        """Whether there is such feedback in this organization."""
        this = select(feedback.c.id).where(feedback.c.id == feedback_id)
        found = await self._connection.execute(this.where(self._of(feedback)))
        return found.first() is not None

    async def _counts(self, found: Collection[int]) -> Mapping[int, int]:
        """In how many each of these is."""
        wanted = select(counts.c.gram, counts.c.count).where(
            self._of(counts), counts.c.gram.in_(found)
        )
        return {row[0]: row[1] for row in await self._connection.execute(wanted)}

    async def _sharing(self, wanted: Collection[int], but: int) -> Mapping[int, int]:
        """Those that have most of these, of equals the newest; and what each is now."""
        shared = func.count().label("shared")
        most = (
            select(table.c.feedback_id, shared)
            .where(self._of(table), table.c.gram.in_(wanted))
            .where(table.c.feedback_id != but)
            .group_by(table.c.feedback_id)
            .order_by(shared.desc(), table.c.feedback_id.desc())
            .limit(SHARING)
            .subquery()
        )
        found = (
            select(feedback.c.id, func.coalesce(feedback.c.joined_to, feedback.c.id))
            .join(most, most.c.feedback_id == feedback.c.id)
            .where(self._of(feedback), feedback.c.state.in_(FOUND))
            .order_by(most.c.shared.desc(), feedback.c.id.desc())
            .limit(JUDGED)
        )
        return {row[0]: row[1] for row in await self._connection.execute(found)}

    def _of(self, one: Table) -> ColumnElement[bool]:
        return one.c.organization_id == self._organization_id


_: type[FeedbackAlike] = SqlFeedbackGrams
