"""What customers said, word for word, with its files."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from sqlalchemy import ColumnElement, exists, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model.feedback import Voice
from storage.feedback.files import SqlFeedbackFiles
from storage.feedback.rows import voice_of, voice_values
from storage.tables.feedback import feedback
from storage.tables.feedback import feedback_voices as voices


class SqlVoices:
    """The voices of one organization's feedback."""

    def __init__(self, connection: AsyncConnection, organization_id: int) -> None:
        self._connection = connection
        self._organization_id = organization_id
        self._files = SqlFeedbackFiles(connection, organization_id)

    async def add(self, feedback_id: int, voice: Voice) -> Voice:
        """Stores one with its files; it comes back with its ids."""
        new = voices.insert().values(
            organization_id=self._organization_id,
            feedback_id=feedback_id,
            **voice_values(voice),
        )
        made = (await self._connection.execute(new.returning(voices.c.id))).scalar_one()
        sent = await self._files.add(made, voice.files)
        return replace(voice, id=made, feedback_id=feedback_id, files=sent)

    async def move(
        self, voice_ids: Collection[int], to: int, came_from: int | None
    ) -> None:
        """Puts voices under another feedback."""
        moved = (
            update(voices)
            .where(voices.c.organization_id == self._organization_id)
            .where(voices.c.id.in_(voice_ids), self._ours(to))
            .values(feedback_id=to, came_from=came_from)
        )
        await self._connection.execute(moved)

    def _ours(self, feedback_id: int) -> ColumnElement[bool]:
        """That there is such feedback in this organization."""
        ours = feedback.c.organization_id == self._organization_id
        return exists().where(feedback.c.id == feedback_id, ours)

    async def of(self, feedback_ids: Collection[int]) -> Sequence[Voice]:
        """What was said of these, the oldest first."""
        if not feedback_ids:
            return ()
        wanted = (
            select(voices)
            .where(voices.c.organization_id == self._organization_id)
            .where(voices.c.feedback_id.in_(feedback_ids))
            .order_by(voices.c.id)
        )
        rows = (await self._connection.execute(wanted)).all()
        theirs = await self._files.of([row.id for row in rows])
        return [voice_of(row, theirs.get(row.id, ())) for row in rows]
