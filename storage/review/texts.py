"""What HR says above the messages of a cycle."""

from sqlalchemy import and_, delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model.review.plan import Rung
from bot.model.review.texts import Texts
from bot.ports.reviews import ReviewTexts
from storage.database.statements import insert as upsert
from storage.tables.reviews import review_texts


class SqlReviewTexts:
    """The texts of one organization."""

    def __init__(self, connection: AsyncConnection, organization_id: int) -> None:
        self._connection = connection
        self._organization_id = organization_id

    async def of(self, cycle_id: int) -> Texts:
        """Those of one cycle."""
        wanted = select(review_texts).where(
            review_texts.c.organization_id == self._organization_id,
            review_texts.c.cycle_id == cycle_id,
        )
        rows = await self._connection.execute(wanted)
        return {(Rung(row.rung), row.language): row.value for row in rows}

    async def keep(self, cycle_id: int, rung: Rung, language: str, text: str) -> None:
        """Keeps it, in place of the one before; an empty one goes."""
        key = {
            "organization_id": self._organization_id,
            "cycle_id": cycle_id,
            "rung": rung.value,
            "language": language,
        }
        if not text:
            same = (review_texts.c[name] == value for name, value in key.items())
            await self._connection.execute(delete(review_texts).where(and_(*same)))
            return
        new = upsert(self._connection, review_texts).values(**key, value=text)
        await self._connection.execute(
            new.on_conflict_do_update(index_elements=list(key), set_={"value": text})
        )


_: type[ReviewTexts] = SqlReviewTexts
