"""Somebody's way in or out, moved on: begun, asked, answered, over (PEERS I07–I11)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import partial

from bot.model.delivery import Draft
from bot.model.onboarding import Journey, Kind, Mood, Part, State, Step
from bot.model.onboarding.plan import Planned, Reader, Readers, What, over, planned
from bot.model.people import Organization, Person
from bot.ports import Calendar, UnitOfWork
from bot.rituals.onboarding.passage import close_access, settle
from bot.rituals.workdays import working_days

MORNING = "onboarding.morning"
ASK, NUDGE, WEEK = "onboarding.ask", "onboarding.nudge", "onboarding.week"
BEGUN, SHARED, OVER = "onboarding.begun", "onboarding.shared", "onboarding.over"
STUCK, OFF = "onboarding.stuck", "onboarding.off"
LOOK = timedelta(days=1)  # whoever is back earlier, or moved, is asked in time


@dataclass(frozen=True, slots=True)
class OnboardingWork:
    """One unit of work on ways in and out, at one instant."""

    db: UnitOfWork
    calendar: Calendar
    organization: Organization
    now: datetime

    async def begin(self, journey: Journey, by: Person) -> Journey:
        """Stores a new one, tells who is part of it, and plans its mornings."""
        stored = await self.db.onboarding.add(journey)
        await settle(self.db, stored.person_id, stored.kind, by.id, self.now)
        await self._announce(stored, by, "begun")
        await self.go_on(stored)
        return stored

    async def change(self, journey: Journey, by: Person) -> Journey:
        """Another day or other helpers: who is part of it hears, mornings follow."""
        await self.db.onboarding.save(journey)
        for step in journey.steps:
            if step.asked_on and step.state is State.OPEN:
                await self.db.deliveries.touch(subject=step.subject)
        await self._announce(journey, by, f"begun:{self.now.timestamp():.0f}")
        return await self.go_on(journey)

    async def go_on(self, journey: Journey) -> Journey:
        """Says what is due, and looks again when the next is; ends what is over."""
        if journey.ended_at is not None:
            return journey
        if journey.kind is Kind.LEAVE and await self._is_gone(journey.person_id):
            await close_access(self.db, journey.person_id, self.now)
        if over(journey, self.now) or await self._gone(journey):
            return await self.end(journey)
        readers = await self.readers(journey)
        for each in planned(journey, readers, self.now):
            if each.at <= self.now:
                journey = await self._say(journey, each)
        await self.db.onboarding.save(journey)
        coming = planned(journey, readers, self.now)
        at = min([self.now + LOOK, *(each.at for each in coming)])
        await self.db.jobs.put(MORNING, {journey.id: at})
        return journey

    async def close(
        self, journey: Journey, step: Step, state: State, by: Person
    ) -> Journey:
        """A step is done, or does not apply: every message about it shows that."""
        return await self._closed(journey, step.close(state, by.id, self.now))

    async def answer(
        self, journey: Journey, step: Step, mood: Mood, text: str, *, shared: bool
    ) -> Journey:
        """How the newcomer finds it; their manager hears only what they share."""
        said = replace(step, mood=mood, answer=text, shared=shared)
        done = said.close(State.DONE, journey.person_id, self.now)
        readers = await self.readers(journey)
        if shared and (reader := readers.get(Part.MANAGER)):
            args = {"step": step.id, "by": journey.person_id}
            name = f"shared:{step.id}"
            await self._tell(journey, SHARED, name, reader.person.id, args)
        return await self._closed(journey, done)

    async def stick(
        self, journey: Journey, step: Step, text: str, by: Person
    ) -> Journey:
        """Who does it cannot go on: the manager hears at once, or who began it."""
        after = journey.changed(replace(step, answer=text))
        await self.db.onboarding.save(after)
        await self.db.deliveries.touch(subject=step.subject)
        readers = await self.readers(journey)
        leads = readers.get(Part.MANAGER)
        told = {leads.person.id if leads else journey.made_by, journey.made_by}
        for person_id in sorted(told - {by.id}):
            args = {"step": step.id, "by": by.id}
            name = f"stuck:{step.id}:{self.now.timestamp():.0f}"
            await self._tell(journey, STUCK, name, person_id, args)
        return after

    async def cancel(self, journey: Journey, by: Person) -> Journey:
        """Ends it before its time: who is part of it hears so."""
        ended = await self.end(journey)
        await self._announce(ended, by, "off", OFF)
        return ended

    async def end(self, journey: Journey) -> Journey:
        """Nobody is asked any more; the manager of who came hears that all is done."""
        ended = replace(journey, ended_at=self.now)
        await self.db.onboarding.save(ended)
        await self.db.jobs.drop(MORNING, (journey.id,))
        for step in journey.steps:
            if step.asked_on and step.state is State.OPEN:
                await self._refresh(step)
        reader = (await self.readers(ended)).get(Part.MANAGER)
        if journey.complete and reader:
            args = {"onboarding": journey.id}
            await self._tell(ended, OVER, "over", reader.person.id, args)
        return ended

    async def readers(self, journey: Journey) -> Readers:
        """Who does each part: the first of those meant who is still here."""
        wanted = {part: journey.candidates(part) for part in Part}
        ids = sorted({id for ids in wanted.values() for id in ids})
        people = await self.db.people.some(ids)
        left = await self._left(people.values())
        found: dict[Part, Reader] = {}
        for part, ids_ in wanted.items():
            here = [people[id] for id in ids_ if id in people and id not in left]
            if here:
                found[part] = await self._reader(here[0])
        return found

    async def _reader(self, person: Person) -> Reader:
        today = person.local(self.now).date()
        absences = await self.db.absences.of(person.id, today)
        days = partial(working_days, self.calendar, self.organization, person)
        return Reader(person, days(()), days(absences))

    async def _announce(
        self, journey: Journey, by: Person, name: str, kind: str = BEGUN
    ) -> None:
        """Tells who is part of it, but not who began it; each once, for one part."""
        told = {by.id}
        for part, reader in (await self.readers(journey)).items():
            if part is Part.NEWCOMER or reader.person.id in told:
                continue
            told.add(reader.person.id)
            args: dict[str, int | str] = {"onboarding": journey.id, "by": by.id}
            args["part"] = part.value
            await self._tell(journey, kind, f"{name}:{part}", reader.person.id, args)

    async def _closed(self, journey: Journey, step: Step) -> Journey:
        after = journey.changed(step)
        await self.db.onboarding.save(after)
        await self._refresh(step)
        return await self.end(after) if after.complete else await self.go_on(after)

    async def _refresh(self, step: Step) -> None:
        """What nobody has read yet is not sent any more; the rest shows what is so."""
        for kind in (ASK, NUDGE):
            await self.db.deliveries.expire(subject=step.subject, kind=kind)
        await self.db.deliveries.touch(subject=step.subject)

    async def _gone(self, journey: Journey) -> bool:
        """Whether who came, or does something else, has left."""
        stays = journey.kind is not Kind.LEAVE
        return stays and await self._is_gone(journey.person_id)

    async def _is_gone(self, person_id: int) -> bool:
        person = await self.db.people.get(person_id)
        return bool(await self._left([person]))

    async def _left(self, people: Iterable[Person]) -> frozenset[int]:
        """Who of these is not here any more: as a platform says, or their last day."""
        gone: set[int] = set()
        for person in people:
            today = person.local(self.now).date()
            said = await self.db.onboarding.left([person.id], today)
            gone |= said if person.active else {person.id}
        return frozenset(gone)

    async def _say(self, journey: Journey, each: Planned) -> Journey:
        step, who = each.step, each.person_id
        if step is None:
            args = {"onboarding": journey.id}
            await self._tell(journey, WEEK, f"week:{each.day}", who, args, each.at)
            return replace(journey, told_on=each.day)
        nudges = each.what is What.NUDGE
        draft = Draft(
            key=f"{step.subject}:{each.what}:person:{who}",
            kind=NUDGE if nudges else ASK,
            args={"step": step.id},
            person_id=who,
            subject=step.subject,
            due=each.at,
        )
        await self.db.deliveries.add(draft)
        if nudges:
            return journey.changed(replace(step, nudged_on=each.day))
        return journey.changed(replace(step, asked_on=each.day))

    async def _tell(
        self,
        journey: Journey,
        kind: str,
        name: str,
        person_id: int,
        args: Mapping[str, int | str],
        at: datetime | None = None,
    ) -> None:
        draft = Draft(
            key=f"onboarding:{journey.id}:{name}:person:{person_id}",
            kind=kind,
            args=args,
            person_id=person_id,
            due=at or self.now,
        )
        await self.db.deliveries.add(draft)
