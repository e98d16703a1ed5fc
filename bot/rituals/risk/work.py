"""Risks made, changed, closed and opened again: what every change brings with it."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.model import risk as steps
from bot.model.delivery import Draft
from bot.model.moments import instant
from bot.model.people import Organization, Person, ReminderStyle
from bot.model.reminders import Works, next_working_day
from bot.model.risk import Risk, Update, UpdateKind, news
from bot.ports import Calendar, UnitOfWork
from bot.rituals.workdays import working_days

STEP = "risk.step"  # the morning of its owner on which its mitigation should be done
OWNED, DUE, CLOSED = "risk.owned", "risk.due", "risk.closed"
DAY, WEEK = timedelta(days=1), timedelta(days=7)
STALE = timedelta(days=4)  # a reminder is none after that


@dataclass(frozen=True, slots=True)
class RiskWork:
    """One unit of work on risks, at one instant."""

    db: UnitOfWork
    calendar: Calendar
    organization: Organization
    now: datetime

    async def open(self, risk: Risk) -> Risk:
        """Stores a new one; its owner is told, and what it grew out of shows it."""
        stored = await self.db.risks.add(risk)
        await self._record(stored, stored.reporter_id, UpdateKind.OPENED)
        await self._tell(stored, OWNED, stored.owner_id, by=stored.reporter_id)
        await self._settle(stored)
        return stored

    async def change(self, before: Risk, after: Risk, by: int) -> Risk:
        """Writes what is different, each thing a line of its story; a new owner is
        told.
        """
        told = news(before, after)
        if not told:
            return before
        await self.db.risks.save(after)
        for kind, text in told:
            await self._record(after, by, kind, text)
        if after.owner_id != before.owner_id:
            await self._tell(after, OWNED, after.owner_id, by=by)
        await self._settle(after)
        return after

    async def close(self, risk: Risk, by: int, evidence: str) -> Risk:
        """It is over: its owner and its reporter are told."""
        after = steps.close(risk, by, self.now, evidence)
        await self.db.risks.save(after)
        await self._record(after, by, UpdateKind.CLOSED, evidence)
        for person_id in dict.fromkeys((after.owner_id, after.reporter_id)):
            await self._tell(after, CLOSED, person_id, by=by)
        await self._settle(after)
        return after

    async def reopen(self, risk: Risk, by: int) -> Risk:
        """Takes that back. Who was told sees it in the message they have."""
        after = steps.reopen(risk)
        await self.db.risks.save(after)
        await self._record(after, by, UpdateKind.REOPENED)
        await self._settle(after)
        return after

    async def plan(self, risk: Risk) -> None:
        """Plans when its owner is reminded next, who was not in the week before;
        forgets it where nothing is due.
        """
        if not risk.open or risk.due is None:
            await self.db.jobs.drop(STEP, (risk.id,))
            return
        owner = await self.db.people.get(risk.owner_id)
        days = [risk.due]
        for each in await self.db.risks.log.of(risk.id):
            if each.kind is UpdateKind.REMINDED and each.person_id == owner.id:
                days.append(owner.local(each.at).date() + WEEK)
        await self._wake(risk, owner, max(days))

    async def remind(self, risk: Risk) -> None:
        """Reminds its owner, if they work today; and again in a week."""
        owner = await self.db.people.get(risk.owner_id)
        today = owner.local(self.now).date()
        works = await self._works(owner)
        if not works(today):
            await self._wake(risk, owner, today + DAY)
            return
        if owner.active and owner.reminders is not ReminderStyle.MUTED:
            await self._record(risk, owner.id, UpdateKind.REMINDED)
            await self.db.deliveries.add(_reminder(risk, owner, self.now))
        await self._wake(risk, owner, today + WEEK)

    async def _wake(self, risk: Risk, owner: Person, day: date) -> None:
        """Looks at it when its owner begins to work on that day, or the next one."""
        first = next_working_day(day - DAY, await self._works(owner)) or day
        morning = instant(first, owner.hours.start, owner.tz)
        await self.db.jobs.put(STEP, {risk.id: max(morning, self.now)})

    async def _works(self, owner: Person) -> Works:
        today = owner.local(self.now).date()
        absences = await self.db.absences.of(owner.id, today)
        return working_days(self.calendar, self.organization, owner, absences)

    async def _settle(self, risk: Risk) -> None:
        """Every message that shows it shows what is true now; what comes is planned."""
        await self.db.deliveries.touch(subject=risk.subject)
        if risk.origin:
            kind = risk.origin.kind
            await self.db.deliveries.touch(subject=f"{kind.value}:{risk.origin.id}")
        await self.plan(risk)

    async def _record(
        self, risk: Risk, by: int, kind: UpdateKind, text: str = ""
    ) -> None:
        await self.db.risks.log.record(Update(risk.id, by, kind, self.now, text))

    async def _tell(self, risk: Risk, kind: str, person_id: int, *, by: int) -> None:
        if person_id == by:
            return
        once = self.now.isoformat()
        draft = Draft(
            key=key_of(risk.id, kind, once, person_id),
            kind=kind,
            args={"risk": risk.id, "by": by, "once": once},
            person_id=person_id,
            subject=risk.subject,
            due=self.now,
        )
        await self.db.deliveries.add(draft)


def key_of(risk_id: int, kind: str, once: str, person_id: int) -> str:
    """The key of what one person is told of it."""
    return f"risk:{risk_id}:{kind}:{once}:person:{person_id}"


def _reminder(risk: Risk, owner: Person, now: datetime) -> Draft:
    once = now.isoformat()
    return Draft(
        key=key_of(risk.id, DUE, once, owner.id),
        kind=DUE,
        args={"risk": risk.id, "once": once},
        person_id=owner.id,
        subject=risk.subject,
        due=now,
        expires=now + STALE,
    )
