"""What somebody who goes had in hand, given to who takes it on (PEERS I04, I11)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.cards.onboarding.leaving import COUNTED, Held
from bot.model.blocker import Blocker
from bot.model.deadline import for_owner
from bot.model.feedback import OPEN, Feedback
from bot.model.feedback.door import Door
from bot.model.measure import Measure
from bot.model.people import Organization, Person
from bot.model.task import Task, steps
from bot.model.task.list import TaskFilter
from bot.ports import Calendar, UnitOfWork
from bot.rituals.area.work import AreaWork
from bot.rituals.blocker.work import BlockerWork
from bot.rituals.feedback.work import FeedbackWork
from bot.rituals.measure.work import MeasureWork
from bot.rituals.onboarding.deputies import pass_on, stood_in
from bot.rituals.risk.work import RiskWork
from bot.rituals.standup.handover import give
from bot.rituals.task.work import TaskWork

MANY = 500


@dataclass(frozen=True, slots=True)
class Handing:
    """One unit of work on what is `leaver`'s, by one person, at one instant."""

    db: UnitOfWork
    calendar: Calendar
    organization: Organization
    now: datetime
    by: Person
    leaver: Person

    async def held(self) -> Held:
        """What is theirs: of tasks those that `by` may see, and how many are left."""
        tasks = await self._tasks()
        wanted = TaskFilter(viewer_id=self.leaver.id, owner_id=self.leaver.id)
        every = await self.db.tasks.find(wanted, MANY)
        standups = [
            each
            for each in await self.db.standups.all()
            if each.owner_id == self.leaver.id and each.may_change(self.by)
        ]
        areas = await self.db.areas.living()
        return Held(
            self.leaver,
            tasks=len(tasks),
            feedback=len(await self._feedback()),
            blockers=len(await self._blockers()),
            risks=len(await self.db.risks.owned_by(self.leaver.id)),
            measures=len(await self._measures()),
            people=len(await self._people()),
            heads=len(await self._heads()),
            doors=len(await self._doors()),
            deputies=(await stood_in(self.db, self.leaver.id)).count,
            standups=tuple(standups),
            areas=tuple(each for each in areas if each.owner_id == self.leaver.id),
            kept=len({each.id for each in every} - {each.id for each in tasks}),
        )

    async def give(self, name: str, heir: Person) -> int:
        """All of one kind, or one area or stand-up, to who takes it on; how many."""
        kind, _, number = name.partition("-")
        match kind:
            case "tasks":
                return await self._give_tasks(heir)
            case "feedback":
                return await self._give_feedback(heir)
            case "blockers":
                return await self._give_blockers(heir)
            case "risks":
                return await self._give_risks(heir)
            case "measures":
                return await self._give_measures(heir)
            case "people":
                return await self._give_people(heir)
            case "heads":
                return await self._give_heads(heir)
            case "doors":
                return await self._give_doors(heir)
            case "deputies":
                return await self._give_deputies(heir)
            case "area":
                return await self._give_area(int(number), heir)
            case "standup":
                return await self._give_standup(int(number), heir)
            case _:
                raise ValueError(name)

    async def _tasks(self) -> Sequence[Task]:
        wanted = TaskFilter(viewer_id=self.by.id, owner_id=self.leaver.id)
        return await self.db.tasks.find(wanted, MANY)

    async def _feedback(self) -> Sequence[Feedback]:
        return await self.db.feedback.where(states=OPEN, owner_id=self.leaver.id)

    async def _blockers(self) -> Sequence[Blocker]:
        """Open ones of theirs with which nobody else is asked to help."""
        ids = await self.db.blockers.open_with([self.leaver.id])
        found = [await self.db.blockers.get(id) for id in ids]
        gone = {self.leaver.id}
        return [each for each in found if each and not {*each.tagged} - gone]

    async def _measures(self) -> Sequence[Measure]:
        """What a head or an area's owner has goes with that."""
        found = await self.db.measures.living()
        mine = [each for each in found if each.owner_id == self.leaver.id]
        return [each for each in mine if each.personal]

    async def _people(self) -> Sequence[Person]:
        found = await self.db.people.everyone()
        return [each for each in found if each.manager_id == self.leaver.id]

    async def _heads(self) -> Sequence[str]:
        found = await self.db.team.heads()
        return [name for name, id in found.items() if id == self.leaver.id]

    async def _doors(self) -> Sequence[Door]:
        found = await self.db.doors.all()
        return [each for each in found if each.owner_id == self.leaver.id]

    async def _give_tasks(self, heir: Person) -> int:
        """They get one message about all of them."""
        work = TaskWork(self.db, self.calendar, self.organization, self.now)
        tasks = await self._tasks()
        for task in tasks:
            given = steps.hand_to(task, heir.id, self.by.id)
            await work.change(task, for_owner(given, heir, self.now), self.by.id)
        if tasks:
            ids = ",".join(str(task.id) for task in tasks)
            me, once = self.by.id, work.stamp
            await work.tell(tasks[0], "handed", (heir.id,), by=me, once=once, list=ids)
        return len(tasks)

    async def _give_feedback(self, heir: Person) -> int:
        work = FeedbackWork(self.db, self.organization, self.now)
        found = await self._feedback()
        for each in found:
            if held := await self.db.feedback.hold(each.id):
                await work.take(held, heir.id, self.by.id)
        return len(found)

    async def _give_blockers(self, heir: Person) -> int:
        """Who takes over is asked for help with each: who reported it stays known."""
        work = BlockerWork(self.db, self.calendar, self.organization, self.now)
        found = await self._blockers()
        for each in found:
            if held := await self.db.blockers.hold(each.id):
                await work.tag(held, [heir.id], self.by.id)
        return len(found)

    async def _give_risks(self, heir: Person) -> int:
        work = RiskWork(self.db, self.calendar, self.organization, self.now)
        found = await self.db.risks.owned_by(self.leaver.id)
        for each in found:
            await work.change(each, replace(each, owner_id=heir.id), self.by.id)
        return len(found)

    async def _give_measures(self, heir: Person) -> int:
        work = MeasureWork(self.db, self.calendar, self.organization, self.now)
        found = await self._measures()
        for each in found:
            rest = tuple(id for id in each.deputies if id != heir.id)
            after = replace(each, owner_id=heir.id, deputies=rest)
            await work.change(after, each, self.by.id)
        return len(found)

    async def _give_people(self, heir: Person) -> int:
        """Nobody leads themselves: who leads the one who goes leads the heir."""
        found = await self._people()
        for each in found:
            lead = self.leaver.manager_id if each.id == heir.id else heir.id
            await self.db.team.lead(each.id, lead)
        return len(found)

    async def _give_heads(self, heir: Person) -> int:
        found = await self._heads()
        for name in found:
            await self.db.team.head(name, heir.id)
        return len(found)

    async def _give_doors(self, heir: Person) -> int:
        """Only admins see to doors: to others they are not given."""
        found = await self._doors() if heir.is_admin else ()
        for door in found:
            await self.db.doors.own(door, heir.id)
        return len(found)

    async def _give_deputies(self, heir: Person) -> int:
        areas = AreaWork(self.db, self.now, self.by.id)
        measures = MeasureWork(self.db, self.calendar, self.organization, self.now)
        found = await stood_in(self.db, self.leaver.id)
        return await pass_on(found, self.leaver.id, heir, areas, measures)

    async def _give_area(self, area_id: int, heir: Person) -> int:
        area = await self.db.areas.hold(area_id)
        if area is None or area.owner_id != self.leaver.id or area.retired_at:
            return 0
        work = AreaWork(self.db, self.now, self.by.id)
        await work.hand_over(area, heir.id, heir.name, None)
        return 1

    async def _give_standup(self, standup_id: int, heir: Person) -> int:
        standup = await self.db.standups.hold(standup_id)
        if standup is None or standup.owner_id != self.leaver.id:
            return 0
        once = f"{self.by.id}:{self.now.timestamp():.0f}"
        given = await give(self.db, standup, heir.id, self.by.id, once)
        stay = tuple(each for each in given.admins if each != self.leaver.id)
        await self.db.standups.save(replace(given, admins=stay))
        return 1


def names(found: Held) -> tuple[str, ...]:
    """Everything that can be given, by the names of the form's fields."""
    areas = [f"area-{each.id}" for each in found.areas]
    runs = [f"standup-{each.id}" for each in found.standups]
    counted = [name for name in COUNTED if getattr(found, name)]
    return (*counted, *areas, *runs)
