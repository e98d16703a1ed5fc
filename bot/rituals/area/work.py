"""Areas made, changed, handed over and asked about; who is concerned hears of it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta

from bot.model.area import (
    STILL_RIGHT,
    Area,
    Change,
    Question,
    Step,
    handed,
)
from bot.model.delivery import Draft
from bot.model.refs import PlaceRef
from bot.ports import UnitOfWork
from bot.rituals.room import post

AUDIT, RIGHT = "area.audit", "area.right"
OWNED, HANDED, ASKED, ANSWERED = (
    "area.owned",
    "area.handed",
    "area.asked",
    "area.answered",
)
AGAIN = timedelta(hours=1)  # said twice within this, it was said once
WEEK = timedelta(weeks=1)
SUNDAY = 6
# Then Monday begins where it begins first, at UTC+14.
WEEK_BEGINS = time(10)


@dataclass(frozen=True, slots=True)
class AreaWork:
    """One unit of work on areas, by one person, at one instant."""

    db: UnitOfWork
    now: datetime
    by: int

    async def make(self, area: Area) -> Area:
        """Stores a new one; its owner hears of it."""
        stored = await self.db.areas.add(area)
        await self._record(stored, Step.MADE)
        await self._tell_owner(stored)
        await self._plan(stored)
        await self.db.jobs.put(AUDIT, {await self._organization(): next_week(self.now)})
        return stored

    async def change(self, area: Area, said: str) -> Area:
        """Writes what is different; `said` names it."""
        after = replace(area, confirmed_at=self.now)
        await self._save(after, Step.CHANGED, said)
        return after

    async def confirm(self, area: Area) -> Area:
        """All of it is right, for now."""
        if self.now - area.confirmed_at < AGAIN:
            return area
        after = replace(area, confirmed_at=self.now)
        await self._save(after, Step.CONFIRMED)
        return after

    async def retire(self, area: Area) -> Area:
        """Nobody answers for it any more: there is nothing to answer for."""
        after = replace(area, retired_at=self.now)
        await self._save(after, Step.RETIRED)
        await self.db.jobs.drop(RIGHT, (area.id,))
        return after

    async def hand_over(
        self, area: Area, owner_id: int, name: str, place: PlaceRef | None
    ) -> Area:
        """Somebody else answers for it: they, everybody with a part in it, and the
        place hear so.
        """
        before = area.owner_id
        after = handed(area, owner_id, self.now)
        await self._save(after, Step.HANDED, name)
        await self._tell_owner(after, before)
        told = {before, *after.deputies, *after.informed} - {owner_id, self.by}
        await self._announce(after, before, told, place)
        return after

    async def ask(self, question: Question) -> Question:
        """Brings a question to who is on duty."""
        stored = await self.db.areas.ask(question)
        await self._send(stored, ASKED, stored.asked_id, stored.asker_id)
        return stored

    async def answer(self, question: Question, text: str) -> Question:
        """Brings the answer to who asked."""
        after = replace(question, answer=text, answered_at=self.now)
        await self.db.areas.answer(after)
        await self._send(after, ANSWERED, after.asker_id, self.by)
        await self.db.deliveries.touch(subject=f"area-question:{after.id}")
        return after

    async def _save(self, area: Area, step: Step, text: str = "") -> None:
        await self.db.areas.save(area)
        await self._record(area, step, text)
        await self.db.deliveries.touch(subject=area.subject)
        if area.retired_at is None:
            await self._plan(area)

    async def _record(self, area: Area, step: Step, text: str = "") -> None:
        change = Change(area.id, self.by, step, self.now, text)
        await self.db.areas.record(change)

    async def _plan(self, area: Area) -> None:
        await self.db.jobs.put(RIGHT, {area.id: area.confirmed_at + STILL_RIGHT})

    async def _organization(self) -> int:
        return (await self.db.people.organization()).id

    async def _tell_owner(self, area: Area, before: int = 0) -> None:
        if area.owner_id == self.by:
            return
        at = self.now.isoformat()
        await self.db.deliveries.add(
            Draft(
                key=f"{area.subject}:owned:{at}:person:{area.owner_id}",
                kind=OWNED,
                args={"area": area.id, "by": self.by, "before": before},
                person_id=area.owner_id,
                subject=area.subject,
                due=self.now,
            )
        )

    async def _announce(
        self, area: Area, before: int, told: Iterable[int], place: PlaceRef | None
    ) -> None:
        args: dict[str, int | str] = {
            "area": area.id,
            "by": self.by,
            "before": before,
            "owner": area.owner_id,
            "at": self.now.isoformat(),
        }
        key = f"{area.subject}:handed:{self.now.isoformat()}"
        drafts = [
            Draft(f"{key}:person:{id}", HANDED, args, person_id=id, due=self.now)
            for id in sorted(told)
        ]
        for draft in drafts:
            await self.db.deliveries.add(draft)
        if place:
            where = f"{place.platform}:{place.tenant}:{place.id}"
            said = Draft(f"{key}:{where}", HANDED, args, place=place, due=self.now)
            await post(self.db, said)

    async def _send(self, question: Question, kind: str, to: int, by: int) -> None:
        subject = f"area-question:{question.id}"
        await self.db.deliveries.add(
            Draft(
                key=f"{subject}:{kind}:person:{to}",
                kind=kind,
                args={"question": question.id, "by": by},
                person_id=to,
                subject=subject,
                due=self.now,
            )
        )


def next_week(now: datetime) -> datetime:
    """When the next week begins, where it begins first."""
    today = now.astimezone(UTC).date()
    sunday = today + timedelta(days=SUNDAY - today.weekday())
    at = datetime.combine(sunday, WEEK_BEGINS, UTC)
    return at if at > now else at + WEEK
