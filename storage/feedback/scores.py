"""How well feedback was handled, as those say who sent it."""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.model.feedback.ending import Score, Scores
from bot.ports.feedback_scores import FeedbackScores
from storage.database.statements import insert
from storage.tables.feedback import feedback_scores as scores


class SqlFeedbackScores:
    """The answers of one organization's senders."""

    def __init__(self, connection: AsyncConnection, organization_id: int) -> None:
        self._connection = connection
        self._organization_id = organization_id

    async def give(self, feedback_id: int, person_id: int, score: Score) -> None:
        """Keeps what somebody says, in place of what they said at an earlier end."""
        said = {"score": score.stars, "at": score.at}
        new = insert(self._connection, scores).values(
            organization_id=self._organization_id,
            feedback_id=feedback_id,
            person_id=person_id,
            **said,
        )
        await self._connection.execute(
            new.on_conflict_do_update(
                index_elements=["organization_id", "feedback_id", "person_id"],
                set_=said,
            )
        )

    async def of(self, feedback_id: int) -> Mapping[int, Score]:
        """What was said of one, by whom."""
        wanted = select(scores).where(self._ours, scores.c.feedback_id == feedback_id)
        return {
            row.person_id: Score(row.score, row.at)
            for row in await self._connection.execute(wanted)
        }

    async def within(self, since: datetime, until: datetime) -> Scores:
        """What was said within [since, until), added up."""
        wanted = select(func.count(), func.coalesce(func.sum(scores.c.score), 0)).where(
            self._ours, scores.c.at >= since, scores.c.at < until
        )
        return Scores(*(await self._connection.execute(wanted)).one())

    @property
    def _ours(self) -> ColumnElement[bool]:
        return scores.c.organization_id == self._organization_id


_: type[FeedbackScores] = SqlFeedbackScores
