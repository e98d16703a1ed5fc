"""Changing blockers: what every change of one brings with it.

Whoever opens or changes one does it here: it is saved, written into its story, shown on
every living card, what comes next is planned, and who must know is told.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.model import blocker as steps
from bot.model.blocker import Blocker, Tag, Update, UpdateKind
from bot.model.blocker.hook import HookEvent
from bot.model.blocker.steps import Actor, escalates_at, next_nudge
from bot.model.delivery import Draft
from bot.model.people import DayHalf, Organization, Person
from bot.model.refs import PlaceRef
from bot.model.reminders import next_working_day
from bot.model.standup import Standup
from bot.ports import Calendar, UnitOfWork
from bot.rituals.blocker.keys import brought_up, key_of, nudge_key, still_key
from bot.rituals.blocker.outside import tell_outside
from bot.rituals.room import post
from bot.rituals.standup import deliveries as standup_deliveries
from bot.rituals.task.work import TaskWork

STEP = "blocker.step"  # the next thing to be said of one


@dataclass(frozen=True, slots=True)
class BlockerWork:
    """One unit of work on blockers, at one instant."""

    db: UnitOfWork
    calendar: Calendar
    organization: Organization
    now: datetime

    @property
    def tasks(self) -> TaskWork:
        """The tools to make tasks with."""
        return TaskWork(self.db, self.calendar, self.organization, self.now)

    async def open(self, blocker: Blocker) -> Blocker:
        """Stores a new one; those whose help it asks for are told."""
        stored = await self.db.blockers.add(blocker)
        await self.record(stored, stored.reporter_id, UpdateKind.OPENED)
        await self._tell_tagged(stored, stored.tagged, stored.reporter_id)
        await self._settle(stored)
        await tell_outside(self.db, stored, HookEvent.OPENED, self.now)
        return stored

    def tags(self, blocker: Blocker, person_ids: Collection[int]) -> tuple[Tag, ...]:
        """Whose help a new one asks for."""
        return steps.tag(blocker, person_ids, self.now).tags

    async def tag(
        self, blocker: Blocker, person_ids: Collection[int], by: int
    ) -> Blocker:
        """Asks more people for help; each hears of it once."""
        after = steps.tag(blocker, person_ids, self.now)
        new = after.tagged[len(blocker.tags) :]
        if new:
            await self._save(after)
            await self._tell_tagged(after, new, by)
        return after

    async def acknowledge(self, blocker: Blocker, person_id: int) -> Blocker:
        """Somebody who was asked has seen it: its reporter hears so, once."""
        tag = blocker.tag_of(person_id)
        if tag is None or tag.acknowledged_at:
            return blocker
        after = steps.acknowledge(blocker, person_id, self.now)
        await self.record(after, person_id, UpdateKind.ACKNOWLEDGED)
        await self._save(after)
        await self.tell(
            after, "acknowledged", (after.reporter_id,), by=person_id, once=person_id
        )
        return after

    async def take(self, blocker: Blocker, person_id: int) -> Blocker:
        """Somebody makes it theirs: asked for help and seen at once."""
        if person_id not in blocker.tagged:
            blocker = steps.tag(blocker, (person_id,), self.now)
            await self.record(blocker, person_id, UpdateKind.TAGGED, str(person_id))
        return await self.acknowledge(blocker, person_id)

    async def say(self, blocker: Blocker, by: int, text: str) -> Blocker:
        """An update: who was asked for help and writes one has seen it, too."""
        said = await self.record(blocker, by, UpdateKind.SAID, text)
        after = steps.acknowledge(blocker, by, self.now)
        await self._save(after)
        if text:
            people = (after.reporter_id, *after.tagged)
            await self.tell(after, "said", people, by=by, once=said.id, update=said.id)
        return after

    async def reword(self, blocker: Blocker, text: str) -> Blocker:
        """Its reporter says it in other words, on the day it was said first."""
        after = replace(blocker, text=text)
        if after != blocker:
            await self._save(after)
        return after

    async def resolve(
        self, blocker: Blocker, by: int | None, outcome: str = ""
    ) -> Blocker:
        """It is out of the way: its reporter and who was asked for help are told."""
        after = steps.resolve(blocker, by, self.now, outcome)
        await self.record(after, by, UpdateKind.RESOLVED, outcome)
        await self._save(after)
        people = (after.reporter_id, *after.tagged)
        once = self.tasks.stamp
        await self.tell(after, "resolved", people, by=by or 0, once=once)
        await tell_outside(self.db, after, HookEvent.RESOLVED, self.now)
        return after

    async def reopen(self, blocker: Blocker, by: int | None) -> Blocker:
        """Takes that back. Who was told sees it in the message they have."""
        after = steps.reopen(blocker)
        await self.record(after, by, UpdateKind.REOPENED)
        await self._save(after)
        await tell_outside(self.db, after, HookEvent.REOPENED, self.now)
        return after

    async def save(self, blocker: Blocker) -> None:
        """Writes it and shows it, and plans nothing."""
        await self.db.blockers.save(blocker)
        await self.show(blocker)

    async def record(
        self, blocker: Blocker, by: int | None, kind: UpdateKind, text: str = ""
    ) -> Update:
        """Writes a line of its story."""
        update = Update(blocker.id, by, kind, self.now, text)
        return await self.db.blockers.log.record(update)

    async def show(self, blocker: Blocker) -> None:
        """Lets every message that shows it show what is true now: its cards, the
        stand-up's newest day, and what asked its reporter there.
        """
        await self.db.deliveries.touch(subject=blocker.subject)
        for tag in blocker.tags:
            if tag.nudged_on:
                key = nudge_key(tag.person_id, tag.nudged_on)
                await self.db.deliveries.touch(key=key)
        if blocker.task_id is not None:
            await self.db.deliveries.touch(subject=f"task:{blocker.task_id}")
        if blocker.standup_id is not None:
            await self._show_in(blocker, blocker.standup_id)

    async def _show_in(self, blocker: Blocker, standup_id: int) -> None:
        """What the stand-up says of it."""
        if blocker.asked_on:
            key = still_key(standup_id, blocker.asked_on, blocker.reporter_id)
            await self.db.deliveries.touch(key=key)
        days = self.db.standups.days
        last = await days.last(standup_id)
        if last is None:
            return
        await self.db.deliveries.touch(subject=last.subject)
        for each in await days.participants(last.id):
            if each.person_id == blocker.reporter_id:
                await standup_deliveries.refresh(self.db, last, each)

    async def tell(
        self,
        blocker: Blocker,
        kind: str,
        person_ids: Iterable[int],
        *,
        by: int,
        once: int | str,
        due: datetime | None = None,
        expires: datetime | None = None,
        **args: int | str,
    ) -> None:
        """Tells people news of it, once for each `once`; never who did it."""
        for person_id in dict.fromkeys(person_ids):
            if person_id == by:
                continue
            draft = Draft(
                key=key_of(blocker, kind, once, person_id),
                kind=f"blocker.{kind}",
                args={"blocker": blocker.id, "by": by, "once": once} | args,
                person_id=person_id,
                subject=blocker.subject,
                due=due or self.now,
                expires=expires,
            )
            await self.db.deliveries.add(draft)

    async def post(self, blocker: Blocker, place: PlaceRef, kind: str = "card") -> None:
        """Shows the blocker's card in a place and its mirrors, once."""
        draft = Draft(
            key=f"{blocker.subject}:{kind}",
            kind="blocker.card",
            args={"blocker": blocker.id},
            place=place,
            subject=blocker.subject,
            due=self.now,
        )
        await post(self.db, draft)

    async def actor(self, person: Person, since: datetime | None = None) -> Actor:
        """The person with the days on which they work, from today on or since then."""
        return Actor(person, await self.tasks.works(person, since))

    async def acting(self, blocker: Blocker) -> Actor:
        """Who must act; its reporter, where that is nobody who works here any more."""
        people = await self.db.people.some((blocker.acting_id, blocker.reporter_id))
        since = blocker.opened_at  # its age counts the days that have passed, too
        actor = await self.actor(people[blocker.acting_id], since)
        today = actor.day(self.now)
        if actor.person.active and next_working_day(today, actor.works):
            return actor
        return await self.actor(people[blocker.reporter_id], since)

    async def actors(self, blocker: Blocker) -> list[Actor]:
        """Everybody whose help it asks for."""
        people = await self.db.people.some(blocker.tagged)
        return [await self.actor(person) for person in people.values()]

    async def away(self, people: Iterable[Person]) -> frozenset[int]:
        """Which of them are away today, each on their own calendar."""
        days: dict[tuple[date, DayHalf], list[int]] = {}
        for person in people:
            now = person.local(self.now)
            days.setdefault((now.date(), DayHalf.at(now)), []).append(person.id)
        found = [
            await self.db.absences.away(ids, day, half=half)
            for (day, half), ids in days.items()
        ]
        return frozenset(id for absent in found for id in absent)

    async def standup(self, blocker: Blocker) -> Standup | None:
        """The stand-up it was said in."""
        if blocker.standup_id is None:
            return None
        return await self.db.standups.get(blocker.standup_id)

    async def plan(
        self, blocker: Blocker, *, tried: bool = False, again: datetime | None = None
    ) -> None:
        """Plans what is said next of it; forgets it if nothing. `tried`: nobody could
        be told that it grew old, which is tried `again` then.
        """
        wake = await self._next(blocker, tried, again) if blocker.open else None
        if wake is None:
            await self.db.jobs.drop(STEP, (blocker.id,))
        else:
            await self.db.jobs.put(STEP, {blocker.id: max(wake, self.now)})

    async def _next(
        self, blocker: Blocker, tried: bool, again: datetime | None
    ) -> datetime | None:
        times = [again]
        if not blocker.escalated_at and not tried:
            times.append(escalates_at(blocker, await self.acting(blocker)))
        if not brought_up(await self.standup(blocker)):
            times.append(next_nudge(blocker, await self.actors(blocker), self.now))
        return min((at for at in times if at), default=None)

    async def _tell_tagged(
        self, blocker: Blocker, person_ids: Collection[int], by: int
    ) -> None:
        for person_id in person_ids:
            await self.record(blocker, by, UpdateKind.TAGGED, str(person_id))
        await self.tell(blocker, "tagged", person_ids, by=by, once="new")

    async def _save(self, blocker: Blocker) -> None:
        await self.db.blockers.save(blocker)
        await self._settle(blocker)

    async def _settle(self, blocker: Blocker) -> None:
        await self.show(blocker)
        await self.plan(blocker)
