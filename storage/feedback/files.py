"""Files that came with what customers said, and what is in them."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model.files import Enclosure, FileLink, Keeping
from bot.ports.feedback_files import FeedbackFiles
from storage.tables.feedback import feedback_files as files
from storage.tables.feedback import feedback_pieces as pieces
from storage.tables.feedback import feedback_voices as voices

PIECE = 1 << 16  # bytes of one row


class SqlFeedbackFiles:
    """The files of one organization's feedback."""

    def __init__(self, connection: AsyncConnection, organization_id: int) -> None:
        self._connection = connection
        self._organization_id = organization_id
        self._ours = files.c.organization_id == organization_id

    async def add(
        self, voice_id: int, sent: Sequence[FileLink]
    ) -> tuple[FileLink, ...]:
        """See `FeedbackFiles.add`."""
        if not sent or not await self._is_ours(voice_id):
            return ()
        rows = [
            {
                "organization_id": self._organization_id,
                "voice_id": voice_id,
                "name": file.name,
                "url": file.url,
                "key": file.key,
                "size": file.size,
                "state": file.state.value,
            }
            for file in sent
        ]
        await self._connection.execute(files.insert(), rows)
        return (await self.of([voice_id]))[voice_id][-len(rows) :]

    async def of(
        self, voice_ids: Collection[int]
    ) -> Mapping[int, tuple[FileLink, ...]]:
        """The files of these voices, by their ids, as they were sent."""
        found: defaultdict[int, tuple[FileLink, ...]] = defaultdict(tuple)
        if not voice_ids:
            return found
        wanted = (
            select(files)
            .where(self._ours, files.c.voice_id.in_(voice_ids))
            .order_by(files.c.id)
        )
        for row in await self._connection.execute(wanted):
            state = Keeping(row.state)
            link = FileLink(row.name, row.url, row.key, row.size, state, row.id)
            found[row.voice_id] = (*found[row.voice_id], link)
        return found

    async def keep(self, file_id: int, content: bytes) -> bool:
        """See `FeedbackFiles.keep`."""
        if not await self._end(file_id, Keeping.KEPT, size=len(content)):
            return False
        rows = [
            {
                "organization_id": self._organization_id,
                "file_id": file_id,
                "number": number,
                "content": content[start : start + PIECE],
            }
            for number, start in enumerate(range(0, len(content), PIECE))
        ]
        if rows:
            await self._connection.execute(pieces.insert(), rows)
        return True

    async def give_up(self, file_id: int, state: Keeping) -> None:
        """See `FeedbackFiles.give_up`."""
        await self._end(file_id, state)

    async def some(self, file_ids: Sequence[int]) -> Sequence[Enclosure]:
        """See `FeedbackFiles.some`."""
        wanted = (
            select(files.c.id, files.c.name, pieces.c.content)
            .join(pieces, pieces.c.file_id == files.c.id)
            .where(self._ours, files.c.id.in_(file_ids))
            .order_by(files.c.id, pieces.c.number)
        )
        found: dict[int, tuple[str, list[bytes]]] = {}
        for id, name, content in await self._connection.execute(wanted):
            found.setdefault(id, (name, []))[1].append(content)
        return [Enclosure(name, b"".join(parts)) for name, parts in found.values()]

    async def _is_ours(self, voice_id: int) -> bool:
        wanted = (
            select(voices.c.id)
            .where(voices.c.organization_id == self._organization_id)
            .where(voices.c.id == voice_id)
        )
        return (await self._connection.execute(wanted)).first() is not None

    async def _end(self, file_id: int, state: Keeping, **values: int) -> bool:
        """The key opens nothing any more: it is forgotten."""
        ended = (
            update(files)
            .where(self._ours, files.c.id == file_id)
            .where(files.c.state == Keeping.AWAITED.value)
            .values(state=state.value, key="", **values)
        )
        return (await self._connection.execute(ended)).rowcount == 1


_: type[FeedbackFiles] = SqlFeedbackFiles
