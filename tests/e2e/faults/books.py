"""What the database says, read beside the processes that write it."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, Select, exists, func, select
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import NullPool

from bot.model.delivery import LOST
from storage.tables.deliveries import deliveries, delivery_attempts
from storage.tables.inbox import inbox
from storage.tables.jobs import jobs
from storage.tables.people import people
from storage.tables.standups import answers, occurrences, participants, standups
from storage.tables.tasks import task_changes, tasks
from tests.e2e.faults.company import MATES

Owed = dict[str, Select[Any]]
# An event that was not worked on, or whose answer was not said.
UNWORKED = inbox.c.payload.is_not(None) | inbox.c.reply.is_not(None)
LATE = timedelta(seconds=90)
SOON = timedelta(minutes=6)  # nobody waits for longer to try a message again


class Books:
    """Looks things up; nothing here writes."""

    def __init__(self, url: str) -> None:
        self._engine: AsyncEngine = create_async_engine(url, poolclass=NullPool)

    async def close(self) -> None:
        """Closes them."""
        await self._engine.dispose()

    async def rows(self, wanted: Select[Any]) -> Sequence[Row[Any]]:
        """What was asked for."""
        async with self._engine.connect() as connection:
            found: Sequence[Row[Any]] = (await connection.execute(wanted)).all()
        return found

    async def number(self, wanted: Select[Any]) -> int:
        """How many there are."""
        counted = select(func.count()).select_from(wanted.subquery())
        return int((await self.rows(counted))[0][0])

    async def left_to_do(self, now: datetime, soon: timedelta = SOON) -> int:
        """How much is owed: events, days, jobs, messages on their way or to be tried
        again as soon as that. While the database is away, something is.
        """
        message, job = deliveries.c, jobs.c
        again = (message.state == "pending") & (message.due <= now + soon)
        underway = select(message.id).where(again | (message.state == "sending"))
        running = select(job.id).where(job.state == "running")
        return await self._sum(underway, running, *_due(now))

    async def due(self, now: datetime) -> int:
        """How much of it waits for nobody but us: not for the clock."""
        message = deliveries.c
        due = (message.state == "pending") & (message.due <= now)
        return await self._sum(select(message.id).where(due), *_due(now))

    async def _sum(self, *owed: Select[Any]) -> int:
        try:
            return sum([await self.number(one) for one in owed])
        except (DBAPIError, OSError):
            return -1

    async def know_everybody(self) -> bool:
        """Whether all of them have been met by their full names."""
        met = select(people.c.id).where(people.c.name.in_(m.name for m in MATES))
        try:
            return await self.number(met) >= len(MATES)
        except (DBAPIError, OSError):
            return False

    async def have_a_standup(self) -> bool:
        """Whether one was ordered."""
        return bool(await self.number(select(standups.c.id)))

    async def have_asked(self) -> bool:
        """Whether everybody was asked on a day that was opened."""
        asks = select(deliveries.c.id).where(deliveries.c.kind == "standup.prompt")
        sent = await self.number(asks.where(deliveries.c.state == "sent"))
        return sent >= len(MATES) and sent == await self.number(asks)

    async def must_not_be(self, now: datetime) -> dict[str, int]:
        """States that must not exist once everything is calm, and how many there are
        of each.
        """
        forbidden = _of_messages(now) | _of_days(now) | _of_work(now)
        found = {name: await self.number(one) for name, one in forbidden.items()}
        return {name: count for name, count in found.items() if count}


def _of_messages(now: datetime) -> Owed:
    message = deliveries.c
    receipt = exists().where(delivery_attempts.c.delivery_id == message.id)
    seen = (message.state == "sent") & (message.shown > 0)
    lost = (message.state == "sending") & (message.tried_at < now - LOST)
    overdue = (message.state == "pending") & (message.due < now - LATE)
    there = message.message.is_not(None)
    return {
        "sending with nobody": select(message.id).where(lost),
        "overdue message": select(message.id).where(overdue),
        "sent without a receipt": select(message.id).where(seen & there & ~receipt),
    }


def _of_days(now: datetime) -> Owed:
    who, day = participants.c, occurrences.c
    theirs = participants.join(occurrences, who.occurrence_id == day.id)
    asked = who.state.in_(("waiting", "asked"))
    over = day.state.in_(("closed", "cancelled"))
    left = select(who.id).select_from(theirs).where(over, asked)
    late = (day.state == "open") & (day.closes_at < now - LATE)
    said = exists().where(answers.c.participant_id == who.id)
    silent = (who.state == "answered") & ~said
    return {
        "closed day with somebody waiting": left,
        "open day after its end": select(day.id).where(late),
        "answered without an answer": select(who.id).where(silent),
    }


def _of_work(now: datetime) -> Owed:
    job = jobs.c
    history = exists().where(task_changes.c.task_id == tasks.c.id)
    overdue = (job.state == "waiting") & (job.run_at < now - LATE)
    return {
        "task without history": select(tasks.c.id).where(~history),
        "job running with nobody": select(job.id).where(job.state == "running"),
        "job given up": select(job.id).where(job.state == "held"),
        "overdue job": select(job.id).where(overdue),
        "event not worked on, or not answered": select(inbox.c.id).where(UNWORKED),
    }


def _due(now: datetime) -> Sequence[Select[Any]]:
    day, job = occurrences.c, jobs.c
    over = day.state.in_(("planned", "open")) & (day.closes_at <= now)
    asks = (participants.c.state == "waiting") & (participants.c.ask_at <= now)
    waits = (job.state == "waiting") & (job.run_at <= now)
    return (
        select(inbox.c.id).where(UNWORKED),
        select(job.id).where(waits),
        select(standups.c.id).where(standups.c.next_at <= now),
        select(day.id).where(over),
        select(participants.c.id).where(asks),
    )
