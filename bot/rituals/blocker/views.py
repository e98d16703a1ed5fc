"""What a reader sees beside a blocker, and whether they may see it at all."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from bot.model.blocker import Around, Blocker, BlockerView, may_see
from bot.model.blocker.steps import age
from bot.model.people import Person, Place
from bot.model.refs import PlaceRef
from bot.model.risk import OriginKind
from bot.model.standup import Occurrence, Standup
from bot.model.standup.policy import may_read
from bot.ports import UnitOfWork
from bot.rituals.blocker.work import BlockerWork
from bot.rituals.risk.views import numbers as numbers_of_risks


async def views(
    work: BlockerWork, found: Sequence[Blocker], at: datetime | None = None
) -> list[BlockerView]:
    """The blockers with the names a reader sees beside them, in the same order; as old
    as they were `at` that moment.
    """
    if not found:
        return []
    db = work.db
    people = await db.people.some(list({id for each in found for id in _people(each)}))
    actors = {each.id: await work.acting(each) for each in found}
    asked = {id for each in found if each.open for id in each.tagged}
    away = await work.away([people[id] for id in asked if id in people])
    standups = await _standups(db, found)
    said = await db.blockers.log.said([each.id for each in found])
    numbers = await _tasks(db, found)
    risks = await numbers_of_risks(db, OriginKind.BLOCKER, [each.id for each in found])

    def name(id: int | None) -> str:
        return people[id].name if id in people else ""

    return [
        BlockerView(
            each,
            reporter=name(each.reporter_id),
            tagged=tuple(name(id) for id in each.tagged),
            away=tuple(name(id) for id in each.tagged if id in away),
            day=age(each, people[each.reporter_id], actors[each.id], at or work.now),
            updates=len(said.get(each.id, ())),
            standup=standups.get(each.standup_id or 0, ""),
            task=numbers.get(each.task_id or 0, 0),
            risk=risks.get(each.id, 0),
            escalated=name(each.escalated_to),
            resolver=name(each.resolved_by),
            last_said=next(filter(None, reversed(said.get(each.id, ()))), ""),
        )
        for each in found
    ]


async def day_views(
    work: BlockerWork, standup: Standup, occurrence: Occurrence, reader: Person | None
) -> list[BlockerView]:
    """The blockers of one day of a stand-up: those that were open on it, as old as they
    were on it, as far as its reader may see them; None is everybody where it is posted.
    """
    until = min(work.now, occurrence.closes_at)
    since = min(occurrence.opens_at, until)
    found = await work.db.blockers.between(standup.id, since, until)
    shown = await seen(work.db, reader, (), found) if reader else found
    return await views(work, shown, until)


async def seen(
    db: UnitOfWork,
    person: Person,
    here: Collection[PlaceRef],
    found: Sequence[Blocker],
) -> list[Blocker]:
    """Those of them that the person may see, from where they are (PEERS F18)."""
    if not found:  # most days have none
        return []
    listed = await db.standups.listed(person.id)
    reporters = await db.people.some([each.reporter_id for each in found])
    ids = {each.standup_id for each in found if each.standup_id is not None}
    standups = {id: await db.standups.get(id) for id in ids}
    wheres = {each.place for each in found} | {
        standup.place for standup in standups.values() if standup
    }
    places = await db.people.places([where for where in wheres if where])
    shown: list[Blocker] = []
    for each in found:
        standup = standups.get(each.standup_id or 0)
        reporter = reporters[each.reporter_id]
        place = _known(places, standup.place if standup else each.place)
        reads = standup is not None and _reads(
            standup, place, person, reporter, here, listed=standup.id in listed
        )
        if may_see(each, person, Around(reads, place, here)):
            shown.append(each)
    return shown


def _reads(
    standup: Standup,
    place: Place | None,
    person: Person,
    reporter: Person,
    here: Collection[PlaceRef],
    *,
    listed: bool,
) -> bool:
    """Whether the stand-up, and what the reporter answers there, is theirs to see."""
    inside = standup.place in here
    if not standup.seen_by(person, place, listed=listed, here=inside):
        return False
    member = standup.asks(person, listed=listed)
    return may_read(standup, person, reporter, member=member)


async def _standups(db: UnitOfWork, found: Sequence[Blocker]) -> dict[int, str]:
    """The names of the stand-ups in which these were said, by their ids."""
    ids = {each.standup_id for each in found if each.standup_id is not None}
    known = {id: await db.standups.get(id) for id in ids}
    return {id: standup.name for id, standup in known.items() if standup}


async def _tasks(db: UnitOfWork, found: Sequence[Blocker]) -> dict[int, int]:
    """The numbers of the tasks that were made of these, by the tasks' ids."""
    tasks = await db.tasks.some([each.task_id for each in found if each.task_id])
    return {task.id: task.number for task in tasks}


def _known(places: Mapping[PlaceRef, Place], where: PlaceRef | None) -> Place | None:
    return places.get(where) if where else None


def _people(blocker: Blocker) -> set[int]:
    """Everybody its cards name."""
    named = (blocker.reporter_id, blocker.resolved_by, blocker.escalated_to)
    return {id for id in (*named, *blocker.tagged) if id is not None}
