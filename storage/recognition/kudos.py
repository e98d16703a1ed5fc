"""Kudos, with who is thanked, and how a company gives them."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model.kudos import DEFAULTS, Kudos, KudosRules, Value
from bot.ports.kudos import KudosItems
from storage.counters import next_number
from storage.database.statements import insert
from storage.tables.kudos import kudos as table
from storage.tables.kudos import kudos_receivers as receivers
from storage.tables.kudos import kudos_rules as rules
from storage.tables.kudos import kudos_values as values

SAME = ("giver_id", "reason", "given_at", "place", "wall", "permalink", "taken_at")


class SqlKudos:
    """Kudos of one organization."""

    def __init__(self, connection: AsyncConnection, organization_id: int) -> None:
        self._connection = connection
        self._organization_id = organization_id

    async def add(self, kudos: Kudos) -> Kudos:
        """Stores new ones; they come back with id and number."""
        number = await next_number(self._connection, self._organization_id, "kudos")
        new = table.insert().values(
            organization_id=self._organization_id, number=number, **_columns(kudos)
        )
        made = (await self._connection.execute(new.returning(table.c.id))).scalar_one()
        rows = [
            {
                "organization_id": self._organization_id,
                "kudos_id": made,
                "person_id": person_id,
            }
            for person_id in sorted(kudos.receivers)
        ]
        await self._connection.execute(receivers.insert(), rows)
        found = await self.get(made)
        return found or replace(kudos, id=made, number=number)

    async def save(self, kudos: Kudos) -> None:
        """Writes every changed fact; who gave and got them stays."""
        changed = update(table).where(self._ours, table.c.id == kudos.id)
        await self._connection.execute(changed.values(**_columns(kudos)))

    async def get(self, kudos_id: int) -> Kudos | None:
        """The ones with this id."""
        return next(iter(await self._where(table.c.id == kudos_id)), None)

    async def numbered(self, number: int) -> Kudos | None:
        """The ones by their short number, held for this unit until it ends."""
        wanted = select(table.c.id).where(self._ours, table.c.number == number)
        found = (await self._connection.execute(wanted.with_for_update())).scalar()
        return await self.get(found) if found is not None else None

    async def where(
        self,
        *,
        giver_id: int | None = None,
        receiver_id: int | None = None,
        since: datetime | None = None,
        until: datetime | None = None,
        limit: int = 500,
    ) -> Sequence[Kudos]:
        """Those that fit all of what is given and were not taken back, the newest
        first.
        """
        wanted: list[ColumnElement[bool]] = [table.c.taken_at.is_(None)]
        if giver_id is not None:
            wanted.append(table.c.giver_id == giver_id)
        if receiver_id is not None:
            theirs = (
                select(receivers.c.kudos_id)
                .where(receivers.c.organization_id == self._organization_id)
                .where(receivers.c.person_id == receiver_id)
            )
            wanted += [
                table.c.id.in_(theirs.scalar_subquery()),
                table.c.giver_id != receiver_id,
            ]
        if since is not None:
            wanted.append(table.c.given_at >= since)
        if until is not None:
            wanted.append(table.c.given_at < until)
        return await self._where(*wanted, limit=limit)

    async def thanked_before(
        self, person_ids: Collection[int], until: datetime
    ) -> frozenset[int]:
        """Who of these was thanked before that instant."""
        wanted = (
            select(receivers.c.person_id)
            .join(table, table.c.id == receivers.c.kudos_id)
            .where(self._ours, receivers.c.organization_id == self._organization_id)
            .where(receivers.c.person_id.in_(person_ids))
            .where(receivers.c.person_id != table.c.giver_id)
            .where(table.c.taken_at.is_(None), table.c.given_at < until)
            .distinct()
        )
        return frozenset((await self._connection.execute(wanted)).scalars())

    async def rules(self) -> KudosRules:
        """How kudos are given."""
        wanted = select(rules).where(rules.c.organization_id == self._organization_id)
        row = (await self._connection.execute(wanted)).first()
        if row is None:
            return KudosRules()
        return KudosRules(row.wall, row.allowance, row.ranking, row.sign)

    async def rule(self, rules_: KudosRules) -> None:
        """Keeps how kudos are given from now on."""
        said = {
            "wall": rules_.wall,
            "allowance": rules_.allowance,
            "ranking": rules_.ranking,
            "sign": rules_.sign,
        }
        new = insert(self._connection, rules).values(
            organization_id=self._organization_id, **said
        )
        await self._connection.execute(
            new.on_conflict_do_update(index_elements=["organization_id"], set_=said)
        )

    async def values(self) -> Sequence[Value]:
        """The company's values in their order."""
        return await self._values(values.c.position.is_not(None)) or DEFAULTS

    async def all_values(self) -> Sequence[Value]:
        """The same, and behind them those that are values no longer."""
        current = await self.values()
        words = {each.word for each in current}
        old = (*await self._values(values.c.position.is_(None)), *DEFAULTS)
        return (*current, *(each for each in old if each.word not in words))

    async def choose_values(self, chosen: Sequence[Value]) -> None:
        """Makes these the values, in place of any others."""
        ours = values.c.organization_id == self._organization_id
        await self._connection.execute(update(values).where(ours).values(position=None))
        for position, each in enumerate(chosen, 1):
            said = {
                "chinese": each.chinese,
                "emoji": each.emoji,
                "position": position,
            }
            new = insert(self._connection, values).values(
                organization_id=self._organization_id, word=each.word, **said
            )
            await self._connection.execute(
                new.on_conflict_do_update(
                    index_elements=["organization_id", "word"], set_=said
                )
            )

    @property
    def _ours(self) -> ColumnElement[bool]:
        return table.c.organization_id == self._organization_id

    async def _values(self, which: ColumnElement[bool]) -> tuple[Value, ...]:
        wanted = (
            select(values)
            .where(values.c.organization_id == self._organization_id, which)
            .order_by(values.c.position, values.c.word)
        )
        rows = await self._connection.execute(wanted)
        return tuple(Value(row.word, row.chinese, row.emoji) for row in rows)

    async def _where(
        self, *conditions: ColumnElement[bool], limit: int = 1
    ) -> list[Kudos]:
        newest = table.c.given_at.desc(), table.c.number.desc()
        wanted = select(table).where(self._ours, *conditions)
        rows = await self._connection.execute(wanted.order_by(*newest).limit(limit))
        found = rows.all()
        theirs = await self._receivers([row.id for row in found])
        return [_kudos(row, theirs.get(row.id, ())) for row in found]

    async def _receivers(self, ids: Collection[int]) -> dict[int, tuple[int, ...]]:
        if not ids:
            return {}
        wanted = (
            select(receivers)
            .where(receivers.c.organization_id == self._organization_id)
            .where(receivers.c.kudos_id.in_(ids))
            .order_by(receivers.c.person_id)
        )
        found: defaultdict[int, tuple[int, ...]] = defaultdict(tuple)
        for row in await self._connection.execute(wanted):
            found[row.kudos_id] = (*found[row.kudos_id], row.person_id)
        return found


def _columns(kudos: Kudos) -> dict[str, Any]:
    same = {name: getattr(kudos, name) for name in SAME}
    return same | {"values": list(kudos.values)}


def _kudos(row: Row[Any], theirs: tuple[int, ...]) -> Kudos:
    return Kudos(
        id=row.id,
        number=row.number,
        receivers=theirs,
        values=tuple(row._mapping["values"]),
        **{name: getattr(row, name) for name in SAME},
    )


_: type[KudosItems] = SqlKudos
