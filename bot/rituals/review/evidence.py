"""What somebody did since the last time, for who writes about them: only with their
consent, only what the writer may see anyway, and never a score (K07).
"""

from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.cards.review.evidence import Evidence, Moved
from bot.model.feedback import State as FeedbackState
from bot.model.people import Person
from bot.model.question import QuestionKind
from bot.model.standup.history import Reading
from bot.model.task import TaskState
from bot.model.task.list import TaskFilter
from bot.ports import UnitOfWork
from bot.rituals.kudos.views import views, visible
from bot.rituals.measure.sight import seen_by

MANY = 500
SHOWN = 5
DAYS = 15  # of stand-ups that are looked at
WINS = 3
ENDED = (FeedbackState.FIXED, FeedbackState.CLOSED)


async def evidence(
    db: UnitOfWork, person: Person, reader: Person, since: datetime
) -> Evidence | None:
    """What there is; None where they did not say that it may be shown."""
    if not await db.reviews.shows_work(person.id):
        return None
    wanted = TaskFilter(
        viewer_id=reader.id,
        owner_id=person.id,
        states=frozenset({TaskState.DONE}),
        closed_since=since,
    )
    tasks = await db.tasks.find(wanted, MANY)
    given = await db.kudos.where(receiver_id=person.id, since=since, limit=MANY)
    kudos = await views(db, await visible(db, given, reader))
    ended = await db.feedback.where(states=ENDED, owner_id=person.id, limit=MANY)
    return Evidence(
        tasks=len(tasks),
        titles=tuple(task.title for task in tasks[:SHOWN]),
        kudos=len(kudos),
        thanks=tuple((each.giver, each.kudos.reason) for each in kudos[:SHOWN]),
        feedback=sum(bool(each.ended_at and each.ended_at >= since) for each in ended),
        measures=await _measures(db, person, reader, since),
        wins=await _wins(db, person, reader, since),
    )


async def _measures(
    db: UnitOfWork, person: Person, reader: Person, since: datetime
) -> Sequence[Moved]:
    """Their own measures: where each stood first in this time, and where it stands."""
    found: list[Moved] = []
    for measure in await seen_by(db, reader):
        if measure.owner_id == person.id:
            values = await db.measures.values.of(measure.id, since.date())
            stood = [each.value for each in values if each.replaced_at is None]
            if len(stood) > 1:
                found.append(Moved(measure, stood[-1], stood[0]))
    return found[:SHOWN]


async def _wins(
    db: UnitOfWork, person: Person, reader: Person, since: datetime
) -> Sequence[str]:
    """What they said last that they had done."""
    day = person.local(since).date()
    readings = await _readings(db, reader)
    parts = [
        (day, part)
        for day, part in await db.standups.days.parts(person.id, day)
        if day.standup_id in readings
        and readings[day.standup_id].may_read(day, (), person)
    ][:DAYS]
    said = await db.standups.history.answers([day.id for day, _ in parts])
    found = (
        answer
        for occurrence, part in parts
        for question, answer in zip(
            occurrence.questions, said.get(part.id, ()), strict=False
        )
        if question.kind is QuestionKind.YESTERDAY and answer
    )
    return tuple(found)[:WINS]


async def _readings(db: UnitOfWork, reader: Person) -> Mapping[int, Reading]:
    """The stand-ups that the reader may know of: privacy follows the place (F18)."""
    standups = await db.standups.ever()
    places = await db.people.places([each.place for each in standups if each.place])
    listed = await db.standups.listed(reader.id)
    return {
        each.id: Reading(each, reader, each.asks(reader, listed=each.id in listed))
        for each in standups
        if each.seen_by(
            reader,
            places.get(each.place) if each.place else None,
            listed=each.id in listed,
            here=False,
        )
    }
