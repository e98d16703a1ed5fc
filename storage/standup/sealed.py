"""What was said without a name: rows that nothing leads from to a person."""

import secrets
from collections import defaultdict
from collections.abc import Mapping

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.ports.sealed_answers import SealedAnswers
from storage.tables.standups import sealed_answers

KEY_BITS = 62  # the key is drawn by lot, so the table's order says nothing
LOTS = secrets.SystemRandom()


class SqlSealedAnswers:
    """Anonymous answers of one organization's stand-ups."""

    def __init__(self, connection: AsyncConnection, organization_id: int) -> None:
        self._connection = connection
        self._organization_id = organization_id

    async def add(self, occurrence_id: int, texts: Mapping[int, str]) -> None:
        """Keeps what one person said, by the question's index."""
        rows = [
            {
                "id": LOTS.getrandbits(KEY_BITS),
                "organization_id": self._organization_id,
                "occurrence_id": occurrence_id,
                "question": question,
                "text": text,
            }
            for question, text in texts.items()
        ]
        LOTS.shuffle(rows)
        for row in rows:
            await self._connection.execute(insert(sealed_answers).values(row))

    async def of(self, occurrence_id: int) -> Mapping[int, tuple[str, ...]]:
        """What everybody said that day, by the question's index, in no order."""
        wanted = select(sealed_answers.c.question, sealed_answers.c.text).where(
            sealed_answers.c.organization_id == self._organization_id,
            sealed_answers.c.occurrence_id == occurrence_id,
        )
        rows = await self._connection.execute(wanted.order_by(sealed_answers.c.id))
        said: defaultdict[int, list[str]] = defaultdict(list)
        for row in rows:
            said[row.question].append(row.text)
        return {question: tuple(texts) for question, texts in said.items()}


_: type[SealedAnswers] = SqlSealedAnswers
