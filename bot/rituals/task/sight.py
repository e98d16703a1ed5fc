"""Who may see a task: the rule of `bot.model.task`, with the look-up it needs."""

from collections.abc import Collection

from bot.model.people import Person, Role
from bot.model.refs import PlaceRef
from bot.model.task import Task, may_see
from bot.ports import UnitOfWork
from bot.rituals.room import others


async def sees(
    db: UnitOfWork, task: Task, person: Person, here: Collection[PlaceRef] = ()
) -> bool:
    """Whether a person may see the task from these places; a guest, from anywhere,
    what is public in a room where they were seen.
    """
    if may_see(task, person, here):
        return True
    if person.role is not Role.GUEST or task.private or task.place is None:
        return False
    home = task.place.unthreaded()
    for place in (home, *await others(db, home)):
        if person.id in await db.people.seen_in(place):
            return True
    return False
