"""What reviews say, encrypted, and who has read it."""

import json
from collections.abc import Sequence

from sqlalchemy import ColumnElement, and_, delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model.review import Entry, Happened, Part, Written
from bot.ports.reviews import ReviewLog, ReviewWords
from storage.database.statements import insert as upsert
from storage.secrets.vault import Vault
from storage.tables.reviews import review_log, review_words, reviews


class SqlReviewWords:
    """What people wrote, of one organization."""

    def __init__(
        self, connection: AsyncConnection, organization_id: int, vault: Vault
    ) -> None:
        self._connection = connection
        self._organization_id = organization_id
        self._vault = vault

    async def of(self, review_id: int, part: Part) -> Written | None:
        """What stands there."""
        wanted = select(review_words).where(self._is(review_id, part))
        row = (await self._connection.execute(wanted)).one_or_none()
        if row is None:
            return None
        fields = json.loads(self._vault.opened(row.value))
        return Written(part, row.by_id, fields, row.at)

    async def keep(self, review_id: int, written: Written) -> None:
        """Keeps it, in place of what stood there before."""
        said = {
            "by_id": written.by_id,
            "value": self._vault.locked(json.dumps(dict(written.fields))),
            "at": written.at,
        }
        new = upsert(self._connection, review_words).values(
            organization_id=self._organization_id,
            review_id=review_id,
            part=written.part.value,
            **said,
        )
        kept = new.on_conflict_do_update(
            index_elements=["review_id", "part"], set_=said
        )
        await self._connection.execute(kept)

    async def forget(self, review_id: int, *parts: Part) -> bool:
        """Lets it go; whether there was anything."""
        gone = await self._connection.execute(
            delete(review_words).where(self._is(review_id, *parts))
        )
        return gone.rowcount > 0

    def _is(self, review_id: int, *parts: Part) -> ColumnElement[bool]:
        return and_(
            review_words.c.organization_id == self._organization_id,
            review_words.c.review_id == review_id,
            review_words.c.part.in_([part.value for part in parts]),
        )


class SqlReviewLog:
    """Who read what, of one organization."""

    def __init__(self, connection: AsyncConnection, organization_id: int) -> None:
        self._connection = connection
        self._organization_id = organization_id

    async def record(self, entry: Entry) -> None:
        """Adds one line."""
        new = insert(review_log).values(
            organization_id=self._organization_id,
            review_id=entry.review_id,
            what=entry.what.value,
            person_id=entry.person_id,
            to_id=entry.to_id,
            at=entry.at,
        )
        await self._connection.execute(new)

    async def of(self, person_id: int, limit: int) -> Sequence[Entry]:
        """Everything about one person's reviews, the newest first."""
        wanted = (
            select(review_log)
            .join(reviews, reviews.c.id == review_log.c.review_id)
            .where(review_log.c.organization_id == self._organization_id)
            .where(reviews.c.person_id == person_id)
            .order_by(review_log.c.id.desc())
            .limit(limit)
        )
        rows = await self._connection.execute(wanted)
        return [
            Entry(row.review_id, Happened(row.what), row.at, row.person_id, row.to_id)
            for row in rows
        ]


_: type[ReviewWords] = SqlReviewWords
__: type[ReviewLog] = SqlReviewLog
