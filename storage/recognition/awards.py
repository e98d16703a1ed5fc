"""Awards, their rounds and shortlists, and votes that are only ever counted."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, Table, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.errors import Conflict
from bot.model.award import Award, Cadence, Finalist, Nomination, Round, Stage
from bot.ports.awards import Awards
from storage.database.statements import insert
from storage.recognition.ballots import Ballots
from storage.secrets.vault import Vault
from storage.tables.awards import (
    award_finalists,
    award_jury,
    award_nominations,
    award_rounds,
    awards,
)

OVER = tuple(stage.value for stage in Stage if stage.over)
SAME = (
    "award_id", "period", "opened_at", "due_at", "ended_at", "decided_by",
    "proposed_id", "nudged_by",
)  # fmt: skip


class SqlAwards:
    """Awards of one organization."""

    def __init__(
        self, connection: AsyncConnection, organization_id: int, vault: Vault
    ) -> None:
        self._connection = connection
        self._organization_id = organization_id
        self._ballots = Ballots(connection, organization_id, vault)

    async def add(self, award: Award) -> Award:
        """Stores a new one. Conflict if there is one of this name."""
        new = insert(self._connection, awards).values(
            organization_id=self._organization_id,
            name=award.name,
            cadence=award.cadence.value,
            made_by=award.made_by,
            approver_id=award.approver_id,
        )
        wanted = new.on_conflict_do_nothing(index_elements=["organization_id", "name"])
        made = await self._connection.execute(wanted.returning(awards.c.id))
        award_id = made.scalar()
        if award_id is None:
            raise Conflict("an award of this name")
        await self._put(award_jury, "award_id", award_id, award.jury)
        return replace(award, id=award_id, jury=tuple(sorted(award.jury)))

    async def get(self, award_id: int) -> Award | None:
        """The award with this id."""
        return next(iter(await self._awards(awards.c.id == award_id)), None)

    async def all(self) -> Sequence[Award]:
        """Every award, by name."""
        return await self._awards()

    async def open(self, round: Round) -> Round | None:
        """Stores a new round; None if there was one for its period."""
        new = insert(self._connection, award_rounds).values(
            organization_id=self._organization_id, **_columns(round)
        )
        wanted = new.on_conflict_do_nothing(index_elements=["award_id", "period"])
        made = await self._connection.execute(wanted.returning(award_rounds.c.id))
        found = made.scalar()
        return replace(round, id=found) if found is not None else None

    async def save(self, round: Round) -> None:
        """Writes every changed fact."""
        changed = update(award_rounds).where(
            self._ours(award_rounds), award_rounds.c.id == round.id
        )
        await self._connection.execute(changed.values(**_columns(round)))

    async def round(self, round_id: int) -> Round | None:
        """The round with this id."""
        row = (await self._connection.execute(self._one(round_id))).first()
        return _round(row) if row else None

    async def hold(self, round_id: int) -> Round | None:
        """The round, kept from everybody else until the unit of work ends."""
        held = self._one(round_id).with_for_update()
        row = (await self._connection.execute(held)).first()
        return _round(row) if row else None

    async def rounds(self, *, over: bool, limit: int = 200) -> Sequence[Round]:
        """Those that are over, or those that are not, the newest first."""
        ended = award_rounds.c.stage.in_(OVER)
        wanted = (
            select(award_rounds)
            .where(self._ours(award_rounds), ended if over else ~ended)
            .order_by(award_rounds.c.opened_at.desc(), award_rounds.c.id.desc())
        )
        return [
            _round(row) for row in await self._connection.execute(wanted.limit(limit))
        ]

    async def nominate(self, nomination: Nomination) -> None:
        """Keeps it; the last reason of one person for another counts."""
        said = {"reason": nomination.reason, "at": nomination.at}
        new = insert(self._connection, award_nominations).values(
            organization_id=self._organization_id,
            round_id=nomination.round_id,
            nominator_id=nomination.nominator_id,
            person_id=nomination.person_id,
            **said,
        )
        one = ["round_id", "nominator_id", "person_id"]
        await self._connection.execute(
            new.on_conflict_do_update(index_elements=one, set_=said)
        )

    async def nominations(self, round_id: int) -> Sequence[Nomination]:
        """Every nomination, the oldest first."""
        table = award_nominations
        wanted = (
            select(table)
            .where(self._ours(table), table.c.round_id == round_id)
            .order_by(table.c.at, table.c.id)
        )
        return [
            Nomination(
                row.round_id, row.nominator_id, row.person_id, row.reason, row.at
            )
            for row in await self._connection.execute(wanted)
        ]

    async def shortlist(self, round_id: int, person_ids: Collection[int]) -> None:
        """Makes these the finalists."""
        await self._forget(award_finalists, round_id)
        await self._put(award_finalists, "round_id", round_id, person_ids)

    async def finalists(self, round_id: int) -> Sequence[Finalist]:
        """Who is on the shortlist."""
        table = award_finalists
        wanted = (
            select(table)
            .where(self._ours(table), table.c.round_id == round_id)
            .order_by(table.c.person_id)
        )
        return [
            Finalist(row.person_id, row.votes, row.won)
            for row in await self._connection.execute(wanted)
        ]

    async def vote(self, round_id: int, person_id: int, choice_id: int) -> None:
        """Keeps a person's one vote, in place of the one before."""
        await self._ballots.put(round_id, person_id, choice_id)

    async def count(self, round_id: int) -> Mapping[int, int]:
        """How many votes each finalist has; a person's own for themselves is none."""
        return await self._ballots.count(round_id)

    async def finish(
        self, round_id: int, votes: Mapping[int, int], winner_id: int | None
    ) -> None:
        """Keeps the counts, and forgets who voted for whom."""
        table = award_finalists
        for each in await self.finalists(round_id):
            counted = update(table).where(
                self._ours(table),
                table.c.round_id == round_id,
                table.c.person_id == each.person_id,
            )
            won = each.person_id == winner_id
            count = votes.get(each.person_id, 0)
            await self._connection.execute(counted.values(votes=count, won=won))
        await self._ballots.forget(round_id)

    def _ours(self, table: Table) -> ColumnElement[bool]:
        return table.c.organization_id == self._organization_id

    def _one(self, round_id: int) -> Select[Any]:
        return select(award_rounds).where(
            self._ours(award_rounds), award_rounds.c.id == round_id
        )

    async def _awards(self, *conditions: ColumnElement[bool]) -> list[Award]:
        wanted = select(awards).where(self._ours(awards), *conditions)
        rows = (await self._connection.execute(wanted.order_by(awards.c.name))).all()
        jury: defaultdict[int, tuple[int, ...]] = defaultdict(tuple)
        members = (
            select(award_jury)
            .where(self._ours(award_jury))
            .where(award_jury.c.award_id.in_([row.id for row in rows]))
            .order_by(award_jury.c.person_id)
        )
        for row in await self._connection.execute(members):
            jury[row.award_id] = (*jury[row.award_id], row.person_id)
        return [
            Award(
                id=row.id,
                name=row.name,
                cadence=Cadence(row.cadence),
                made_by=row.made_by,
                approver_id=row.approver_id,
                jury=jury[row.id],
            )
            for row in rows
        ]

    async def _put(
        self, table: Table, of: str, id: int, person_ids: Collection[int]
    ) -> None:
        rows = [
            {"organization_id": self._organization_id, of: id, "person_id": person_id}
            for person_id in sorted(set(person_ids))
        ]
        if rows:
            await self._connection.execute(table.insert(), rows)

    async def _forget(self, table: Table, round_id: int) -> None:
        gone = delete(table).where(self._ours(table), table.c.round_id == round_id)
        await self._connection.execute(gone)


def _columns(round: Round) -> dict[str, Any]:
    same = {name: getattr(round, name) for name in SAME}
    return same | {"stage": round.stage.value}


def _round(row: Row[Any]) -> Round:
    same = {name: getattr(row, name) for name in SAME}
    return Round(id=row.id, stage=Stage(row.stage), **same)


_: type[Awards] = SqlAwards
