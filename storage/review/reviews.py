"""Reviews with their cycles and rounds, and what goes with them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import time
from typing import Any

from sqlalchemy import ColumnElement, Row, Table, and_, delete, insert, select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.errors import Conflict
from bot.model.review import Cadence, Cycle, Review, Round, State
from bot.ports.reviews import Reviews
from storage.database.statements import insert as upsert
from storage.review.texts import SqlReviewTexts
from storage.review.words import SqlReviewLog, SqlReviewWords
from storage.secrets.vault import Vault
from storage.tables.reviews import (
    review_cycles,
    review_evidence,
    review_hours,
    review_rounds,
    reviews,
)

CYCLE_SAME = ("name", "made_by", "made_at", "weeks", "due", "self_first", "stopped_at")
ROUND_SAME = ("cycle_id", "since", "opens", "due", "made_at", "closed_at")
SAME = (
    "round_id", "person_id", "reviewer_id", "delegated", "asked_on", "self_asked_on",
    "self_sent_at", "sent_at", "told_at", "acknowledged_at", "version",
)  # fmt: skip


class SqlReviews:
    """Reviews of one organization."""

    def __init__(
        self, connection: AsyncConnection, organization_id: int, vault: Vault
    ) -> None:
        self._connection = connection
        self._organization_id = organization_id
        self.words = SqlReviewWords(connection, organization_id, vault)
        self.log = SqlReviewLog(connection, organization_id)
        self.texts = SqlReviewTexts(connection, organization_id)

    async def add_cycle(self, cycle: Cycle) -> Cycle:
        """Stores a new one. Raises Conflict for a name that another has."""
        new = upsert(self._connection, review_cycles).values(
            organization_id=self._organization_id, **_cycle_columns(cycle)
        )
        once = new.on_conflict_do_nothing(index_elements=["organization_id", "folded"])
        made = await self._connection.execute(once.returning(review_cycles.c.id))
        id = made.scalar()
        if id is None:
            raise Conflict("a cycle of this name")
        return replace(cycle, id=id)

    async def save_cycle(self, cycle: Cycle) -> None:
        """Writes every changed fact."""
        await self._update(review_cycles, cycle.id, _cycle_columns(cycle))

    async def cycle(self, cycle_id: int) -> Cycle | None:
        """The cycle with this id."""
        found = await self._cycles(review_cycles.c.id == cycle_id)
        return next(iter(found), None)

    async def cycles(self) -> Sequence[Cycle]:
        """Every one there was, by name."""
        return await self._cycles()

    async def open(self, round: Round, reviews_: Sequence[Review]) -> Round | None:
        """Stores a new round with its reviews; None if there was one for its day."""
        new = upsert(self._connection, review_rounds).values(
            organization_id=self._organization_id, **_same(round, ROUND_SAME)
        )
        once = new.on_conflict_do_nothing(
            index_elements=["organization_id", "cycle_id", "due"]
        )
        made = await self._connection.execute(once.returning(review_rounds.c.id))
        id = made.scalar()
        if id is None:
            return None
        ours = {"organization_id": self._organization_id}
        rows = [ours | _columns(replace(each, round_id=id)) for each in reviews_]
        if rows:
            await self._connection.execute(insert(reviews), rows)
        return replace(round, id=id)

    async def save_round(self, round: Round) -> None:
        """Writes every changed fact."""
        await self._update(review_rounds, round.id, _same(round, ROUND_SAME))

    async def round(self, round_id: int) -> Round | None:
        """The round with this id."""
        found = await self._rounds(review_rounds.c.id == round_id)
        return next(iter(found), None)

    async def hold(self, round_id: int) -> Round | None:
        """The one with this id, held for this unit until it ends."""
        found = await self._rounds(review_rounds.c.id == round_id, hold=True)
        return next(iter(found), None)

    async def rounds(self, cycle_id: int | None = None) -> Sequence[Round]:
        """Those of one cycle, or of all, the newest first."""
        if cycle_id is None:
            return await self._rounds()
        return await self._rounds(review_rounds.c.cycle_id == cycle_id)

    async def of_round(self, round_id: int) -> Sequence[Review]:
        """Every review of a round."""
        return await self._where(reviews.c.round_id == round_id)

    async def get(self, review_id: int) -> Review | None:
        """The review with this id."""
        found = await self._where(reviews.c.id == review_id)
        return next(iter(found), None)

    async def about(self, person_id: int) -> Sequence[Review]:
        """Those of one person, the newest first."""
        return (await self._where(reviews.c.person_id == person_id))[::-1]

    async def by(self, reviewer_id: int) -> Sequence[Review]:
        """Those that somebody writes or wrote, the newest first."""
        return (await self._where(reviews.c.reviewer_id == reviewer_id))[::-1]

    async def save(self, reviews_: Collection[Review]) -> None:
        """Writes every changed fact of these."""
        for each in reviews_:
            try:
                await self._update(reviews, each.id, _columns(each))
            except IntegrityError as wrong:
                raise Conflict("not as a review can be") from wrong

    async def shows_work(self, person_id: int) -> bool:
        """Whether they let their manager see what they did, beside the form."""
        wanted = select(review_evidence.c.person_id).where(
            self._ours(review_evidence), review_evidence.c.person_id == person_id
        )
        return (await self._connection.execute(wanted)).first() is not None

    async def show_work(self, person_id: int, *, wanted: bool) -> None:
        """Keeps whether they do."""
        theirs = review_evidence.c.person_id == person_id
        if not wanted:
            gone = delete(review_evidence).where(self._ours(review_evidence), theirs)
            await self._connection.execute(gone)
            return
        new = upsert(self._connection, review_evidence).values(
            organization_id=self._organization_id, person_id=person_id
        )
        await self._connection.execute(
            new.on_conflict_do_nothing(index_elements=["person_id"])
        )

    async def hours(self, person_ids: Collection[int]) -> Mapping[int, time]:
        """When these want to hear of reviews, on their own clocks."""
        wanted = select(review_hours.c.person_id, review_hours.c.minute).where(
            self._ours(review_hours), review_hours.c.person_id.in_(person_ids)
        )
        rows = await self._connection.execute(wanted)
        return {row.person_id: time(*divmod(row.minute, 60)) for row in rows}

    async def choose_hour(self, person_id: int, hour: time | None) -> None:
        """Keeps it; None for as it is without a choice."""
        theirs = review_hours.c.person_id == person_id
        if hour is None:
            gone = delete(review_hours).where(self._ours(review_hours), theirs)
            await self._connection.execute(gone)
            return
        said = {"minute": hour.hour * 60 + hour.minute}
        new = upsert(self._connection, review_hours).values(
            organization_id=self._organization_id, person_id=person_id, **said
        )
        await self._connection.execute(
            new.on_conflict_do_update(
                index_elements=["organization_id", "person_id"], set_=said
            )
        )

    async def _cycles(self, *conditions: ColumnElement[bool]) -> list[Cycle]:
        wanted = select(review_cycles).where(self._ours(review_cycles), *conditions)
        rows = await self._connection.execute(wanted.order_by(review_cycles.c.name))
        return [
            Cycle(id=row.id, cadence=Cadence(row.cadence), **_same(row, CYCLE_SAME))
            for row in rows
        ]

    async def _rounds(
        self, *conditions: ColumnElement[bool], hold: bool = False
    ) -> list[Round]:
        wanted = select(review_rounds).where(self._ours(review_rounds), *conditions)
        wanted = wanted.order_by(review_rounds.c.due.desc(), review_rounds.c.id.desc())
        rows = await self._connection.execute(
            wanted.with_for_update() if hold else wanted
        )
        return [Round(id=row.id, **_same(row, ROUND_SAME)) for row in rows]

    async def _where(self, *conditions: ColumnElement[bool]) -> list[Review]:
        wanted = select(reviews).where(self._ours(reviews), *conditions)
        rows = await self._connection.execute(wanted.order_by(reviews.c.id))
        return [_review(row) for row in rows]

    async def _update(self, table: Table, id: int, values: dict[str, Any]) -> None:
        changed = update(table).where(self._ours(table), table.c.id == id)
        await self._connection.execute(changed.values(values))

    def _ours(self, table: Table) -> ColumnElement[bool]:
        return and_(table.c.organization_id == self._organization_id)


def _cycle_columns(cycle: Cycle) -> dict[str, Any]:
    said = {"folded": cycle.folded, "cadence": cycle.cadence.value}
    return _same(cycle, CYCLE_SAME) | said


def _columns(review: Review) -> dict[str, Any]:
    return _same(review, SAME) | {"state": review.state.value}


def _review(row: Row[Any]) -> Review:
    return Review(id=row.id, state=State(row.state), **_same(row, SAME))


def _same(kept: object, names: Sequence[str]) -> dict[str, Any]:
    return {name: getattr(kept, name) for name in names}


_: type[Reviews] = SqlReviews
