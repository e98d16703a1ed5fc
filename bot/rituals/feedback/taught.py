"""The words are read as the company's own people taught (PEERS H02)."""

from datetime import datetime

from bot.model.feedback import UpdateKind
from bot.ports import UnitOfWork
from bot.reading import Model
from bot.reading.lessons import Lessons

LESSONS = 500  # corrections that teach, the newest


async def taught(lessons: Lessons, db: UnitOfWork, now: datetime) -> Model | None:
    """The model with everything in it that was corrected until a moment ago, by whom
    and in whichever process; None before anything was.
    """
    if lessons.due(now):
        count = await db.feedback.log.count(UpdateKind.CORRECTED)
        if not lessons.knows(count, now):
            await lessons.learn(await db.feedback.corrected(LESSONS), count)
    return lessons.model
