"""What the courier asks before it writes to a person: may it be now (PEERS B15)?

What waited is sent on their next working morning; several messages about tasks are
then parts of that morning's bundle.
"""

from bot.messages import Card
from bot.model.delivery import Delivery, Hold
from bot.model.link import MessageKind, kind_of
from bot.model.people import DayHalf, Person
from bot.model.quiet import CALLS_FOR_HELP, MERGED, Urgency, quiet_until, urgency
from bot.ports import Calendar, Clock, Store, UnitOfWork
from bot.rituals.bundle import put_in_bundle
from bot.rituals.delivery.muted import muted_until
from bot.rituals.task.work import TaskWork
from bot.rituals.workdays import working_days


class Quiet:
    """Holds back what can wait for the reader's working time."""

    def __init__(self, store: Store, clock: Clock, calendar: Calendar) -> None:
        self._store = store
        self._clock = clock
        self._calendar = calendar

    async def puts_off(self, delivery: Delivery, card: Card) -> bool:
        """Whether the message has to wait, or went into the morning's bundle; if so,
        that is written down. What people have seen is edited at any time.
        """
        what = urgency(delivery.draft, urgent=card.urgent)
        person_id = delivery.draft.person_id
        if person_id is None or delivery.shown or what is Urgency.ANY_TIME:
            return False
        async with self._store() as db:
            person = await db.people.get(person_id)
            if not await self._put_off(db, delivery, person, what):
                return False
            await db.commit()
            return True

    async def _put_off(
        self, db: UnitOfWork, delivery: Delivery, person: Person, what: Urgency
    ) -> bool:
        now = self._clock.now()
        today = person.local(now).date()
        absences = await db.absences.of(person.id, today)
        organization = await db.people.organization()
        works = working_days(self._calendar, organization, person, absences)
        half = DayHalf.at(person.local(now))
        away = any(absence.covers(today, half=half) for absence in absences)
        muted = None
        if delivery.draft.kind not in CALLS_FOR_HELP:
            muted = await muted_until(db, person.id, now)
        if until := muted or quiet_until(person, now, what, works, away=away):
            await db.deliveries.held.put_off(delivery, Hold.QUIET, until)
            return True
        if delivery.hold is not Hold.QUIET:
            return False
        work = TaskWork(db, self._calendar, organization, now)
        return await self._merge(work, delivery, person)

    async def _merge(self, work: TaskWork, delivery: Delivery, person: Person) -> bool:
        """Makes what waited about tasks parts of one message, if it is several."""
        if not _about_tasks(delivery):
            return False
        held = work.db.deliveries.held
        waited = await held.waited(person.id, work.now)
        several = [each for each in waited if _about_tasks(each)]
        if not any(each.id == delivery.id for each in several):
            return True  # it went into the bundle with the first of them
        if len(several) < MERGED:
            return False
        for each in several:
            await held.into_bundle(each, work.now)
        await put_in_bundle(work, person)
        await work.db.deliveries.touch(subject=f"bundle:{person.id}")
        return True


def _about_tasks(delivery: Delivery) -> bool:
    kind = delivery.draft.kind
    return kind != "bundle" and kind_of(kind) is MessageKind.TASK
