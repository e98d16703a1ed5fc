"""Years of a company as rows: the first thousand of each table, or a million.

People and what is theirs stay the same while the tables grow: the viewer has twenty
open tasks and ten days of the first stand-up. What grows is everybody else's, and the
past.
"""

from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import func, select, text

from bot.events import Commanded
from bot.model.delivery import Draft
from bot.model.people import Profile
from bot.model.refs import PlaceRef, UserRef
from bot.model.standup import Everyone, Standup
from bot.model.standup.days import DayPlan, Invitation
from bot.model.task import Task
from storage.tables.deliveries import deliveries
from storage.tables.inbox import inbox
from storage.tables.people import people
from storage.tables.standups import answers, occurrences, participants, standups
from storage.tables.tasks import task_changes, tasks
from storage.unit_of_work import SqlStore
from tests.benchmarks.filling import each, eased, multiply, settled

NOW = datetime(2026, 6, 10, 7, 30, tzinfo=UTC)
DAY = date(2026, 6, 10)
PLACE = PlaceRef("slack", "T1", "C1")
VIEWER = UserRef("slack", "T1", "U1")
PEOPLE = 1_000
ON_A_DAY = 100  # people of a stand-up

FIRST = 1_000  # rows of which the viewer has a part
FAILED = "n.i % 1000 = 0 OR (n.i < 1000 AND n.i % 40 = 0)"  # a page of them, or more


def event(number: int, text: str = "help") -> Commanded:
    """A command of the viewer's."""
    return Commanded(id=f"event {number}", at=NOW, who=VIEWER, where=PLACE, text=text)


def draft(number: int) -> Draft:
    """A message to the viewer."""
    return Draft(key=f"bench:{number}", kind="bench", place=PLACE, subject="task:1")


async def begin(store: SqlStore) -> None:
    """The first row of everything."""
    async with store() as db:
        await db.people.connect("slack", "T1", "Bench")
        viewer = await db.people.meet(Profile(VIEWER, "Viewer"))
        await db.tasks.add(
            Task(
                title="Check banner prices",
                owner_id=viewer.id,
                creator_id=viewer.id,
                created_at=NOW,
                place=PLACE,
            )
        )
        made = await db.standups.add(_standup(viewer.id))
        await _first_day(db.connection, db, made, viewer.id)
        await db.inbox.claim(event(0))
        await db.inbox.done(event(0))
        await db.deliveries.add(draft(0))
        await db.commit()
    async with store() as db:
        sent = "UPDATE deliveries SET state = 'sent', shown = 1"
        await db.connection.execute(text(sent))
        await multiply(db.connection, people, 1, 2, PEOPLE, name="'Person ' || n.i")
        more = {"name": "'Daily ' || n.i", "folded": "'daily ' || n.i"}
        await multiply(db.connection, standups, 1, 2, 40, **more)
        await db.commit()


async def grow(store: SqlStore, before: int, rows: int) -> None:
    """Every table from `before` rows to so many."""
    first, last = max(before, 1) + 1, rows
    async with store() as db, eased(db.connection):
        await _tasks(db, first, last)
        await multiply(
            db.connection, inbox, 1, first, last, event_id="'old ' || n.i"
        )  # fmt: skip
        await multiply(
            db.connection, deliveries, 1, first, last,
            key="'old:' || n.i", subject="'task:' || n.i", message="NULL",
            state=f"CASE WHEN {FAILED} THEN 'failed' ELSE 'sent' END",
        )  # fmt: skip
        await _days(db, first // ON_A_DAY + 1, last // ON_A_DAY)
        await db.commit()
    await settled(store)


def _standup(owner: int) -> Standup:
    return Standup(
        id=0,
        organization_id=1,
        name="Daily",
        rule="FREQ=DAILY",
        start=DAY,
        at=time(9, 30),
        home_zone="Europe/Berlin",
        owner_id=owner,
        since=NOW,
        place=PLACE,
        roster=Everyone(),
        next_day=DAY + timedelta(days=1),
        next_at=NOW + timedelta(days=1),
    )


async def _first_day(connection: object, db: object, made: Standup, who: int) -> None:
    plan = DayPlan(DAY, (Invitation(who, NOW),), NOW, NOW + timedelta(hours=2))
    opened = await db.standups.days.open(made, plan)  # type: ignore[attr-defined]
    (part,) = await db.standups.days.participants(opened.id)  # type: ignore[attr-defined]
    execute = connection.execute  # type: ignore[attr-defined]
    await execute(occurrences.update().values(state="closed"))
    await execute(
        participants.update().values(state="answered", version=1, answered_at=NOW)
    )
    one = {"organization_id": 1, "participant_id": part.id, "question": 0, "version": 1}
    await execute(answers.insert().values(**one, text="All well.", written_at=NOW))


async def _tasks(db: object, first: int, last: int) -> None:
    """Of the first thousand every fifth is open, of all others every fiftieth."""
    connection = db.connection  # type: ignore[attr-defined]
    taken = (await connection.execute(select(func.max(tasks.c.number)))).scalar_one()
    last += taken + 1 - first
    first = taken + 1
    near = f"n.i <= {FIRST}"
    open_ = f"(CASE WHEN {near} THEN n.i % 5 = 0 ELSE n.i % 50 = 0 END)"
    who = f"CASE WHEN {near} THEN n.i % 50 + 1 ELSE n.i % 900 + 51 END"
    at, due, day = _moments(connection.dialect.name)
    await multiply(
        connection, tasks, 1, first, last,
        number="n.i", owner_id=who, creator_id=who,
        state=f"CASE WHEN {open_} THEN 'open' ELSE 'done' END",
        closed_at=f"CASE WHEN {open_} THEN NULL ELSE {at} END",
        deadline_at=due, deadline_day=day,
    )  # fmt: skip
    facts = {
        "organization_id": "1", "task_id": "t.id", "person_id": "t.owner_id",
        "at": "t.created_at", "kind": "'created'", "before": "''", "after": "''",
    }  # fmt: skip
    source = f"tasks t WHERE t.number BETWEEN {first} AND {last}"
    await each(connection, task_changes, source, facts)
    counted = "UPDATE counters SET last = :last WHERE name = 'task'"
    await connection.execute(text(counted), {"last": last})


def _moments(database: str) -> tuple[str, str, str]:
    """In SQL: a second of the past, and the deadline that two of three have."""
    far = "n.i % 400 - 30"
    if database == "postgresql":
        now = f"TIMESTAMPTZ '{NOW.isoformat()}'"
        ago, ahead = (
            f"{now} - n.i * INTERVAL '1 second'",
            f"DATE '{DAY}' + ({far})::int",
        )
        due = f"{now} + ({far}) * INTERVAL '1 day'"
    else:
        now = f"'{NOW:%Y-%m-%d %H:%M:%S}'"
        ago = f"datetime({now}, '-' || n.i || ' seconds') || '.000000'"
        ahead = f"date('{DAY}', ({far}) || ' days')"
        due = f"datetime({now}, ({far}) || ' days') || '.000000'"
    some = "CASE WHEN n.i % 3 = 0 THEN NULL ELSE {} END"
    return ago, some.format(due), some.format(ahead)


async def _days(db: object, first: int, last: int) -> None:
    """Days of stand-ups, the first ten the first one's; a hundred people on each."""
    connection = db.connection  # type: ignore[attr-defined]
    there = (await connection.execute(select(func.max(occurrences.c.id)))).scalar_one()
    back = "CASE WHEN n.i <= 10 THEN n.i ELSE n.i / 39 + 11 END"
    day = f"date('{DAY}', '-' || ({back}) || ' day')"
    if connection.dialect.name == "postgresql":
        day = f"DATE '{DAY}' - ({back})::int"
    which = "CASE WHEN n.i <= 10 THEN 1 ELSE n.i % 39 + 2 END"
    await multiply(connection, occurrences, 1, first, last, day=day, standup_id=which)
    facts = {name.name: f"p.{name.name}" for name in participants.columns}
    facts |= {"occurrence_id": "o.id", "person_id": "w.id"}
    source = (
        f"standup_occurrences o, standup_participants p, people w WHERE o.id > {there} "
        "AND p.id = 1 AND (w.id BETWEEN 2 AND 100 OR w.id = "
        "CASE WHEN o.standup_id = 1 THEN 1 ELSE 101 END)"
    )
    del facts["id"]
    parts = (await connection.execute(select(func.max(participants.c.id)))).scalar_one()
    await each(connection, participants, source, facts)
    said = {name.name: f"a.{name.name}" for name in answers.columns}
    said |= {"participant_id": "p.id"}
    del said["id"]
    source = (
        f"standup_participants p, standup_answers a WHERE p.id > {parts} AND a.id = 1"
    )
    await each(connection, answers, source, said)
