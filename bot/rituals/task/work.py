"""Changing tasks: what every change of a task brings with it.

Whoever adds or changes one does it here: it is saved, written into its history, shown
on every living card, its reminders are planned anew, and who must know is told.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from bot.model.delivery import Draft
from bot.model.people import Absence, Organization, Person
from bot.model.refs import PlaceRef
from bot.model.reminders import Works, reminders
from bot.model.task import Task
from bot.model.task.log import Change, ChangeKind, differences
from bot.ports import Calendar, UnitOfWork
from bot.rituals.workdays import working_days

MIRROR = "todo.mirror"  # the task in a platform's own list of things to do
REPLAN = "task.replan"  # somebody lives by another clock, or works other hours
JOBS = {
    "morning": "task.remind",
    "soon": "task.soon",
    "wake": "task.wake",
    "late": "task.late",
}


@dataclass(frozen=True, slots=True)
class TaskWork:
    """One unit of work on tasks, at one instant, by one person.

    `lists` says whether anybody may have a list of a platform's in which tasks show.
    """

    db: UnitOfWork
    calendar: Calendar
    organization: Organization
    now: datetime
    lists: bool = True

    async def add(
        self, task: Task, owner: Person, away: Iterable[Absence] | None = None
    ) -> Task:
        """Stores a new task and plans its reminders; `away`, where that is known, is
        when its owner is.
        """
        stored = await self.db.tasks.add(task)
        await self.record(stored, task.creator_id, ChangeKind.CREATED)
        if away is None:
            works = await self._works(stored, owner)
        else:
            works = working_days(self.calendar, self.organization, owner, away)
        await self._plan(stored, owner, works, new=True)
        await self._mirror(stored, owner.id)
        if stored.parent_id is not None:
            await self.db.deliveries.touch(subject=f"task:{stored.parent_id}")
        return stored

    async def change(self, before: Task, after: Task, by: int) -> Task:
        """Saves what is different, if anything is."""
        changes = differences(before, after, by, self.now)
        if not changes:
            return after
        await self.db.tasks.save(after)
        await self.db.tasks.log.record(changes)
        await self.show(after)
        if before.owner_id != after.owner_id:
            await self.db.deliveries.touch(subject=f"bundle:{before.owner_id}")
            await self._mirror(after, before.owner_id)
        await self.replan(after, await self.db.people.get(after.owner_id))
        return after

    async def show(self, task: Task) -> None:
        """Lets every message and list that shows the task show what is true now."""
        await self._mirror(task, task.owner_id)
        for subject in (task.subject, f"bundle:{task.owner_id}"):
            await self.db.deliveries.touch(subject=subject)
        if task.parent_id is not None:
            await self.db.deliveries.touch(subject=f"task:{task.parent_id}")

    async def record(
        self, task: Task, by: int, kind: ChangeKind, before: str = "", after: str = ""
    ) -> None:
        """Writes a line of history that no field of the task tells."""
        change = Change(task.id, by, self.now, kind, before, after)
        await self.db.tasks.log.record((change,))

    async def replan(self, task: Task, owner: Person) -> None:
        """Plans what is said next about the task; forgets what was planned before."""
        works = await self._works(task, owner)
        await self._plan(task, owner, works, new=False)

    async def _works(self, task: Task, owner: Person) -> Works:
        """Only of an open task with a deadline it matters when its owner works."""
        idle = task.closed or task.deadline is None
        return _any_day if idle else await self.works(owner)

    async def _plan(
        self, task: Task, owner: Person, works: Works, *, new: bool
    ) -> None:
        planned = reminders(task, owner, works, self.now)
        times = {job: getattr(planned, name) for name, job in JOBS.items()}
        await self.db.jobs.plan(task.id, times, new=new)

    async def _mirror(self, task: Task, owner_id: int) -> None:
        """Lets an owner's own list agree with the task, if there is one."""
        if self.lists and await self.db.mirrors.concern(owner_id):
            await self.db.jobs.put(MIRROR, {task.id: self.now})

    async def works(self, person: Person, since: datetime | None = None) -> Works:
        """On which days the person works: weekdays, holidays and absences together,
        from today on, or since then.
        """
        first = person.local(since or self.now).date()
        absences = await self.db.absences.of(person.id, first)
        return working_days(self.calendar, self.organization, person, absences)

    async def tell(
        self,
        task: Task,
        kind: str,
        person_ids: Iterable[int],
        *,
        by: int,
        once: str,
        due: datetime | None = None,
        expires: datetime | None = None,
        **args: int | str,
    ) -> None:
        """Tells people news of a task, once for each `once`; never who did it."""
        for person_id in dict.fromkeys(person_ids):
            if person_id == by:
                continue
            draft = Draft(
                key=f"task:{task.id}:{kind}:{once}:person:{person_id}",
                kind=f"task.{kind}",
                args={"task": task.id, "by": by} | args,
                person_id=person_id,
                subject=task.subject,
                due=due or self.now,
                expires=expires,
            )
            await self.db.deliveries.add(draft)

    async def post(self, task: Task, place: PlaceRef) -> None:
        """Shows the task's card in a place, once."""
        await self.db.deliveries.add(
            Draft(
                key=f"task:{task.id}:card",
                kind="task.card",
                args={"task": task.id},
                place=place,
                subject=task.subject,
                due=self.now,
            )
        )

    @property
    def stamp(self) -> str:
        """This instant as a part of a key: the same event tells the same thing once."""
        return str(int(self.now.timestamp() * 1000))


def _any_day(day: date) -> bool:
    """Where nobody asks."""
    return True
