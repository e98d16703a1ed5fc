"""Looking through what was said in stand-ups, as far as one reader may (PEERS A35)."""

from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from dataclasses import dataclass

from bot.model.people import Person
from bot.model.standup import Occurrence, OccurrenceState, Participant
from bot.model.standup.history import (
    PAGE,
    Cursor,
    DayEnd,
    Entry,
    Fate,
    Page,
    Query,
    Reading,
    by_day,
    fate,
    has_words,
    names_silent,
)
from bot.ports import UnitOfWork
from bot.ports.standup_history import Sealed

BATCH = 30  # days that are read at once
SPOKE = frozenset({Fate.ANSWERED, Fate.LATE})
Readings = Mapping[int, Reading]


@dataclass(frozen=True, slots=True)
class Batch:
    """Some days with everything in them."""

    people: Mapping[int, tuple[Participant, ...]]
    answers: Mapping[int, tuple[str, ...]]
    sealed: Mapping[int, Sealed]
    known: Mapping[int, Person]


async def look_up(
    db: UnitOfWork, readings: Readings, query: Query, cursor: Cursor | None = None
) -> Page:
    """A page of what the reader of these stand-ups may see, the newest day first."""
    found: list[Entry | DayEnd] = []
    async for one in _entries(db, readings, query, cursor):
        found.append(one)
        if len(found) > PAGE:
            break
    more, shown = len(found) > PAGE, found[:PAGE]
    if cursor and cursor.newer:
        return Page(tuple(reversed(shown)), newer=more, older=True)
    return Page(tuple(shown), newer=cursor is not None, older=more)


async def _entries(
    db: UnitOfWork, readings: Readings, query: Query, cursor: Cursor | None
) -> AsyncIterator[Entry | DayEnd]:
    """Everything that matches behind the cursor, the nearest to it first."""
    wanted = [query.standup_id] if query.standup_id else list(readings)
    days = await db.standups.history.days(wanted, query.days)
    days = [each for each in days if each.standup_id in readings]
    backwards = cursor is not None and cursor.newer
    if cursor and backwards:
        days = [each for each in reversed(days) if each.day >= cursor.place.day]
    elif cursor:
        days = [each for each in days if each.day <= cursor.place.day]
    for start in range(0, len(days), BATCH):
        some = days[start : start + BATCH]
        batch = await read(db, some)
        for day in some:
            lines = list(_of_day(readings[day.standup_id], day, batch, query))
            for one in reversed(lines) if backwards else lines:
                if cursor is None or cursor.takes(one):
                    yield one


async def read(db: UnitOfWork, days: Sequence[Occurrence]) -> Batch:
    """The days with everything in them, in a query each."""
    history, ids = db.standups.history, [each.id for each in days]
    participants = await history.participants(ids)
    return Batch(
        by_day(participants),
        await history.answers(ids),
        await history.sealed(ids),
        await db.people.some(list({each.person_id for each in participants})),
    )


def _of_day(
    reading: Reading, day: Occurrence, batch: Batch, query: Query
) -> Sequence[Entry | DayEnd]:
    participants = batch.people.get(day.id, ())
    lines: list[Entry | DayEnd] = []
    for who in participants:
        one = _entry(reading, day, who, batch)
        if one is not None and _matches(one, query):
            lines.append(one)
    if query.person_id is None and not query.words:
        end = _end(reading, day, batch)
        lines += [end] if end.says else []
    return lines


def _entry(
    reading: Reading, day: Occurrence, who: Participant, batch: Batch
) -> Entry | None:
    """Somebody's part, if the reader may see it."""
    about = batch.known.get(who.person_id)
    if about is None:
        return None
    texts = batch.answers.get(who.id, ())
    if who.said and not reading.may_read(day, batch.people[day.id], about):
        return None
    if not who.said and not reading.may_know(about):
        return None  # nobody looks through a colleague's gaps
    return Entry(reading.standup, day, who, about.name, texts)


def _matches(one: Entry, query: Query) -> bool:
    """Who did not answer is found by their name, and by no words."""
    if query.person_id is None:
        return one.participant.said and has_words(one.texts, query.words)
    mine = one.participant.person_id == query.person_id
    return mine and (has_words(one.texts, query.words) if query.words else True)


def _end(reading: Reading, day: Occurrence, batch: Batch) -> DayEnd:
    """Who did not answer, once nobody is waited for, and what has no name."""
    silent: defaultdict[Fate, tuple[str, ...]] = defaultdict(tuple)
    closed = day.state is OccurrenceState.CLOSED
    for who in batch.people.get(day.id, ()) if closed else ():
        about, became = batch.known.get(who.person_id), fate(day, who)
        if about and became not in SPOKE and names_silent(reading, about):
            silent[became] = (*silent[became], about.name)
    return DayEnd(reading.standup, day, dict(silent), _sealed(reading, day, batch))


def _sealed(reading: Reading, day: Occurrence, batch: Batch) -> Sealed:
    """What was said without a name is for who may read everybody of a closed day."""
    participants = batch.people.get(day.id, ())
    everybody = all(
        reading.may_read(day, participants, batch.known[who.person_id])
        for who in participants
        if who.person_id in batch.known
    )
    closed = day.state is OccurrenceState.CLOSED
    return batch.sealed.get(day.id, {}) if closed and everybody else {}


async def everything(
    db: UnitOfWork,
    reading: Reading,
    days: Sequence[Occurrence],
    takes: Callable[[Person], bool],
) -> list[Entry | DayEnd]:
    """All of these days that the reader may read of those people, the oldest day first;
    also of who did not answer.
    """
    batch = await read(db, days)
    lines: list[Entry | DayEnd] = []
    for day in reversed(days):
        participants = batch.people.get(day.id, ())
        for who in participants:
            about = batch.known.get(who.person_id)
            if about and takes(about) and reading.may_read(day, participants, about):
                texts = batch.answers.get(who.id, ())
                lines.append(Entry(reading.standup, day, who, about.name, texts))
        if all(map(takes, batch.known.values())):
            sealed = _sealed(reading, day, batch)
            lines.append(DayEnd(reading.standup, day, {}, sealed))
    return lines
