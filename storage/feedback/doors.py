"""Doors by which feedback comes from outside, and how far mailboxes were read."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import ColumnElement, Table, and_, delete, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model.feedback import Source
from bot.model.feedback.door import Brings, Door, DoorSecret, name_at
from bot.ports.doors import Doors, Mark, Traffic
from storage.database.statements import insert
from storage.people.profiles import address as folded_address
from storage.secrets.vault import Vault
from storage.tables.doors import (
    feedback_door_secrets,
    feedback_doors,
    feedback_mailboxes,
)
from storage.tables.feedback import feedback_voices as voices
from storage.tables.measures import measure_values as values
from storage.tables.people import accounts, people


class SqlDoors:
    """Doors of one organization."""

    def __init__(
        self, connection: AsyncConnection, organization_id: int, vault: Vault
    ) -> None:
        self._connection = connection
        self._organization_id = organization_id
        self._vault = vault

    async def all(self) -> Sequence[Door]:
        """Every door, by name."""
        return await self._where()

    async def get(self, key: str) -> Door | None:
        """The door of an address."""
        return next(iter(await self._where(feedback_doors.c.key == key)), None)

    async def add(self, door: Door) -> Door:
        """Stores a new one with its secrets; it comes back with its id."""
        new = feedback_doors.insert().values(
            organization_id=self._organization_id,
            key=door.key,
            name=door.name,
            owner_id=door.owner_id,
            made_at=door.made_at,
            brings=door.brings.value,
        )
        made = await self._connection.execute(new.returning(feedback_doors.c.id))
        stored = replace(door, id=made.scalar_one())
        for secret in door.secrets:
            await self._keep(stored, secret)
        return stored

    async def own(self, door: Door, person_id: int) -> None:
        """Somebody else sees to it."""
        this = self._of(feedback_doors), feedback_doors.c.key == door.key
        changed = update(feedback_doors).where(*this)
        await self._connection.execute(changed.values(owner_id=person_id))

    async def renew(self, door: Door, secret: str, until: datetime) -> None:
        """Gives it one more secret; those before work until then at most."""
        if await self.get(door.key) is None:
            return
        theirs = self._of(feedback_door_secrets), self._secrets_of(door)
        ends = feedback_door_secrets.c.until
        old = update(feedback_door_secrets).where(*theirs)
        longer = or_(ends.is_(None), ends > until)
        await self._connection.execute(old.where(longer).values(until=until))
        await self._keep(door, DoorSecret(value=secret))

    async def drop(self, door: Door) -> None:
        """Forgets a door and its secrets; what came through stays."""
        for table, which in (
            (feedback_door_secrets, self._secrets_of(door)),
            (feedback_doors, feedback_doors.c.id == door.id),
        ):
            gone = delete(table).where(self._of(table), which)
            await self._connection.execute(gone)

    async def traffic(self, door: Door) -> Traffic:
        """What came through it."""
        by = name_at(door.key, "")
        if door.brings is Brings.MEASURES:
            came = select(func.count(), func.max(values.c.at))
            wanted = came.where(
                self._of(values), values.c.external.startswith(by, autoescape=True)
            )
        else:
            came = select(func.count(), func.max(voices.c.said_at))
            wanted = came.where(
                self._of(voices),
                voices.c.source == Source.WEBHOOK.value,
                voices.c.external.startswith(by, autoescape=True),
            )
        count, last = (await self._connection.execute(wanted)).one()
        return Traffic(count, last)

    async def person_at(self, address: str) -> int | None:
        """Who has this e-mail address, if it is one person's alone."""
        if not (wanted := folded_address(address)):
            return None
        theirs = (
            select(people.c.id)
            .join(accounts, accounts.c.person_id == people.c.id)
            .where(accounts.c.organization_id == self._organization_id)
            .where(people.c.active, accounts.c.active, accounts.c.address == wanted)
            .distinct()
            .limit(2)
        )
        found = (await self._connection.scalars(theirs)).all()
        return int(found[0]) if len(found) == 1 else None

    async def reached(self, mailbox: str) -> Mark | None:
        """How far a mailbox was read."""
        wanted = select(feedback_mailboxes).where(
            self._of(feedback_mailboxes), feedback_mailboxes.c.name == mailbox
        )
        row = (await self._connection.execute(wanted)).first()
        return Mark(row.validity, row.last) if row else None

    async def reach(self, mailbox: str, mark: Mark) -> None:
        """Keeps how far a mailbox was read."""
        how_far = {"validity": mark.validity, "last": mark.last}
        new = insert(self._connection, feedback_mailboxes).values(
            organization_id=self._organization_id, name=mailbox, **how_far
        )
        place = [feedback_mailboxes.c.organization_id, feedback_mailboxes.c.name]
        kept = new.on_conflict_do_update(index_elements=place, set_=how_far)
        await self._connection.execute(kept)

    async def _keep(self, door: Door, secret: DoorSecret) -> None:
        new = feedback_door_secrets.insert().values(
            organization_id=self._organization_id,
            door_id=door.id,
            value=self._vault.locked(secret.value),
            until=secret.until,
        )
        await self._connection.execute(new)

    async def _where(self, *conditions: ColumnElement[bool]) -> list[Door]:
        wanted = select(feedback_doors).where(self._of(feedback_doors), *conditions)
        found = await self._connection.execute(wanted.order_by(feedback_doors.c.name))
        rows = found.all()
        kept: defaultdict[int, list[DoorSecret]] = defaultdict(list)
        ids = [row.id for row in rows]
        theirs = select(feedback_door_secrets).where(
            self._of(feedback_door_secrets), feedback_door_secrets.c.door_id.in_(ids)
        )
        newest = theirs.order_by(feedback_door_secrets.c.id.desc())
        for row in await self._connection.execute(newest):
            value = self._vault.opened(row.value)
            kept[row.door_id].append(DoorSecret(value=value, until=row.until))
        return [
            Door(
                id=row.id,
                key=row.key,
                name=row.name,
                owner_id=row.owner_id,
                made_at=row.made_at,
                secrets=tuple(kept[row.id]),
                brings=Brings(row.brings),
            )
            for row in rows
        ]

    def _of(self, table: Table) -> ColumnElement[bool]:
        return and_(table.c.organization_id == self._organization_id)

    def _secrets_of(self, door: Door) -> ColumnElement[bool]:
        return feedback_door_secrets.c.door_id == door.id


_: type[Doors] = SqlDoors
