"""Measures made, changed, reported and retired; who is concerned hears of it."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.model.delivery import Draft
from bot.model.measure import Measure, Value
from bot.model.measure.periods import next_morning
from bot.model.people import Organization
from bot.ports import Calendar, UnitOfWork
from bot.rituals.workdays import working_days

REMIND = "measure.remind"
OWNED, DUE, LEFT = "measure.owned", "measure.due", "measure.left"


@dataclass(frozen=True, slots=True)
class MeasureWork:
    """One unit of work on measures, at one instant."""

    db: UnitOfWork
    calendar: Calendar
    organization: Organization
    now: datetime

    async def make(self, measure: Measure, by: int) -> Measure:
        """Stores a new one; its owner hears of it, and is asked from now on."""
        stored = await self.db.measures.add(measure)
        await self._tell_owner(stored, by)
        await self.plan(stored)
        return stored

    async def change(self, measure: Measure, before: Measure, by: int) -> Measure:
        """Writes what is different; a new owner hears of it."""
        await self.db.measures.save(measure)
        await self.db.deliveries.touch(subject=measure.subject)
        if measure.owner_id != before.owner_id:
            await self._tell_owner(measure, by)
        await self.plan(measure)
        return measure

    async def retire(self, measure: Measure) -> Measure:
        """Nobody is asked any more; what was reported stays."""
        after = replace(measure, retired_at=self.now)
        await self.db.measures.save(after)
        await self.db.jobs.drop(REMIND, (measure.id,))
        await self.db.deliveries.touch(subject=measure.subject)
        return after

    async def report(self, value: Value) -> Value | None:
        """Stores a value, and gives the one before it for that period. The same said
        twice is said once.
        """
        values = self.db.measures.values
        before = await values.standing(value.measure_id, value.first)
        if before is None or not before.same(value) or value.external:
            await values.put(value)
            subject = f"measure:{value.measure_id}"
            await self.db.deliveries.touch(subject=subject)
        return before

    async def plan(self, measure: Measure, after: datetime | None = None) -> None:
        """When its owner is asked next."""
        owner = await self.db.people.get(measure.owner_id)
        works = working_days(self.calendar, self.organization, owner, ())
        at = next_morning(measure, owner, works, after or self.now)
        if at:
            await self.db.jobs.put(REMIND, {measure.id: at})

    async def _tell_owner(self, measure: Measure, by: int) -> None:
        if measure.owner_id == by:
            return
        at = self.now.isoformat()
        await self.db.deliveries.add(
            Draft(
                key=f"{measure.subject}:owned:{at}:person:{measure.owner_id}",
                kind=OWNED,
                args={"measure": measure.id, "by": by},
                person_id=measure.owner_id,
                subject=measure.subject,
                due=self.now,
            )
        )
