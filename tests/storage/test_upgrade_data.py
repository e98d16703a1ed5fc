"""What a company kept with the first release is still there after an upgrade."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, time

import pytest
from alembic import command
from sqlalchemy import Connection, MetaData, insert, select, text

from bot.model.delivery import DeliveryState
from bot.model.people import Profile, Role
from bot.model.refs import MessageRef, PlaceRef, UserRef
from bot.model.standup import Members, ParticipantState
from bot.model.task import TaskState
from storage.database.engine import Database
from storage.database.upgrade import configuration, newest, revision, upgrade
from storage.secrets.sealing import seal
from storage.secrets.vault import Vault, is_locked
from storage.tables.awards import award_ballots
from storage.unit_of_work import SqlStore
from tests.databases import Kind, fresh_database

QUESTIONS = [["", "yesterday"], ["Why?", "own"]]
DAY = date(2026, 3, 2)
NOON = datetime(2026, 3, 2, 11, 0, tzinfo=UTC)
SHOP = PlaceRef("slack", "T1", "C1")
KEPT = '["slack","T1","C1",null]'  # as `storage.tables.base.Place` writes it
SAID = '["slack","T1","C1",null,"1.5"]'
ANNA, LI = UserRef("slack", "T1", "U1"), UserRef("slack", "T1", "U2")
ANNA_THERE = UserRef("dingtalk", "D1", "anna")

_OURS = {"organization_id": 1}
_PERSON = {
    **_OURS,
    "starts": time(9),
    "ends": time(18),
    "days": "01234",
    "reminders": "active",
    "active": True,
}
_ACCOUNT = {**_OURS, "workspace_id": 1, "active": True}
_OPEN = {"opens_at": NOON, "closes_at": NOON.replace(hour=13), "state": "open"}
_DELIVERY = {
    **_OURS,
    "kind": "standup.prompt",
    "args": {"participant": 1},
    "due": NOON,
    "wanted": 1,
    "attempts": 1,
    "error": "",
}
_TASK = {
    **_OURS,
    "details": "",
    "owner_id": 2,
    "creator_id": 1,
    "created_at": NOON,
    "state": "open",
    "priority": "high",
    "deadline_timed": False,
    "acceptance": "not_asked",
    "blocked_by": "",
    "dropped_because": "",
    "state_before": "open",
    "private": False,
    "permalink": "",
}
ROWS: tuple[tuple[str, dict[str, object]], ...] = (
    (
        "organizations",
        {
            "id": 1,
            "name": "Tea",
            "zone": "Europe/Berlin",
            "language": "en",
            "country": "DE",
        },
    ),
    ("workspaces", {**_OURS, "platform": "slack", "tenant": "T1", "name": "Tea"}),
    (
        "people",
        {
            **_PERSON,
            "name": "Anna Berger",
            "email": "anna@tea.example",
            "role": "admin",
            "profile_zone": "Europe/Berlin",
        },
    ),
    ("people", {**_PERSON, "name": "李伟", "role": "member", "own_language": "zh"}),
    ("accounts", {**_ACCOUNT, "person_id": 1, "user_id": "U1", "handle": "anna"}),
    ("accounts", {**_ACCOUNT, "person_id": 2, "user_id": "U2", "handle": "li"}),
    ("person_departments", {**_OURS, "person_id": 2, "name": "warehouse"}),
    (
        "places",
        {
            **_OURS,
            "ref": KEPT,
            "name": "shop",
            "folded": "shop",
            "private": False,
            "direct": False,
        },
    ),
    (
        "absences",
        {**_OURS, "person_id": 2, "first": DAY, "last": DAY, "reason": "sick"},
    ),
    ("counters", {**_OURS, "name": "task", "last": 1}),
    ("tasks", {**_TASK, "number": 1, "title": "Pack", "place": KEPT}),
    (
        "standups",
        {
            **_OURS,
            "name": "Daily",
            "folded": "daily",
            "rule": "FREQ=DAILY",
            "start": DAY,
            "at": time(9, 30),
            "home_zone": "Europe/Berlin",
            "remind_minutes": 30,
            "place": KEPT,
            "questions": QUESTIONS,
            "roster": "members",
            "roster_place": KEPT,
            "owner_id": 1,
            "since": NOON,
            "state": "active",
            "next_day": DAY,
            "next_at": NOON,
        },
    ),
    (
        "standup_occurrences",
        {**_OURS, **_OPEN, "standup_id": 1, "day": DAY, "questions": QUESTIONS},
    ),
    (
        "standup_participants",
        {
            **_OURS,
            "occurrence_id": 1,
            "person_id": 2,
            "state": "answered",
            "late": False,
            "answered_at": NOON,
            "version": 1,
        },
    ),
    (
        "standup_answers",
        {
            **_OURS,
            "participant_id": 1,
            "question": 0,
            "version": 1,
            "text": "茶",
            "written_at": NOON,
        },
    ),
    (
        "deliveries",
        {
            **_DELIVERY,
            "key": "k1",
            "place": KEPT,
            "state": "sent",
            "shown": 1,
            "message": SAID,
        },
    ),
    (
        "deliveries",
        {**_DELIVERY, "key": "k2", "person_id": 2, "state": "pending", "shown": 0},
    ),
)


@pytest.fixture
async def upgraded(kind: Kind) -> AsyncIterator[SqlStore]:
    """A company of the first release, opened by this one."""
    async with fresh_database(kind) as database:
        await first_release(database)
        await upgrade(database)
        async with database.writing() as connection:
            assert await connection.run_sync(revision) == newest()
        yield SqlStore(database)


async def first_release(database: Database) -> None:
    """Its tables, as its migration makes them, with the rows above."""
    async with database.writing() as connection:
        await connection.run_sync(_fill)
        await connection.commit()


def _fill(connection: Connection) -> None:
    command.upgrade(configuration(connection), "0001")
    tables = MetaData()
    tables.reflect(connection)
    for name, values in ROWS:
        connection.execute(insert(tables.tables[name]).values(values))


async def test_a_room_for_feedback_gets_the_digests_it_never_had(kind: Kind) -> None:
    """It was chosen before there were any; one that has them keeps its morning."""
    async with fresh_database(kind) as database:
        async with database.writing() as connection:
            await connection.run_sync(_choose_rooms)
            await connection.commit()
        await upgrade(database)
        async with database.writing() as connection:
            asked = text("SELECT organization_id, name, run_at FROM jobs ORDER BY 1")
            (first, second) = (await connection.execute(asked)).all()
    assert first[:2] == (1, "feedback.digest")
    assert second[:2] == (2, "feedback.digest")
    assert str(first[2]) > str(second[2])
    assert str(second[2]).startswith("2026-03-02 11:00")


def _choose_rooms(connection: Connection) -> None:
    """Two companies as they were: the second one has its next digest planned."""
    command.upgrade(configuration(connection), "0009")
    tables = MetaData()
    tables.reflect(connection)
    company = {"zone": "UTC", "language": "en", "name": "Tea"}
    digest = {"name": "feedback.digest", "run_at": NOON}
    for id in (1, 2):
        connection.execute(insert(tables.tables["organizations"]).values(**company))
        desk = {"organization_id": id, "triage": KEPT}
        connection.execute(insert(tables.tables["feedback_desks"]).values(**desk))
    kept = {"state": "waiting", "attempts": 0, "error": "", **digest}
    job = {"organization_id": 2, "subject_id": 2, **kept}
    connection.execute(insert(tables.tables["jobs"]).values(**job))


async def test_votes_that_were_plain_are_counted(kind: Kind) -> None:
    """They are as secret as new ones once they are sealed, and equal ones differ."""
    async with fresh_database(kind) as database:
        async with database.writing() as connection:
            await connection.run_sync(_vote)
            await connection.commit()
        await upgrade(database)
        vault = Vault(["a key of the company"])
        await seal(database, vault)
        async with database.writing() as connection:
            kept = set(await connection.scalars(select(award_ballots.c.value)))
        async with SqlStore(database, vault=vault)() as db:
            counted = await db.awards.count(1)
    assert counted == {3: 2}
    assert len(kept) == 2
    assert all(is_locked(each) for each in kept)


def _vote(connection: Connection) -> None:
    """Two of three vote for the third, as it was kept at first."""
    command.upgrade(configuration(connection), "0017")
    tables = MetaData()
    tables.reflect(connection)

    def put(table: str, **values: object) -> None:
        connection.execute(insert(tables.tables[table]).values(**values))

    put("organizations", zone="UTC", language="en", name="Tea")
    for name in ("Ann", "Bo", "Cy"):
        facts = {**_PERSON, "name": name}
        put("people", role="member", forms="form", **facts)
    put("awards", name="Star", cadence="monthly", made_by=1, **_OURS)
    put(
        "award_rounds", award_id=1, period="2026-03", stage="voting", opened_at=NOON,
        due_at=NOON, **_OURS,
    )  # fmt: skip
    for voter in (1, 2):
        put("award_votes", round_id=1, person_id=voter, choice_id=3, **_OURS)


async def test_people_are_who_they_were(upgraded: SqlStore) -> None:
    """With their accounts, departments, wishes and absences."""
    async with upgraded.reading() as db:
        known = await db.people.known([ANNA, LI])
        anna, li = known[ANNA], known[LI]
        assert (anna.name, anna.role, anna.zone) == (
            "Anna Berger",
            Role.ADMIN,
            "Europe/Berlin",
        )
        assert (li.name, li.language, li.departments) == ("李伟", "zh", ("warehouse",))
        assert [each.name for each in await db.people.everyone()] == [
            "Anna Berger",
            "李伟",
        ]
        (account,) = await db.people.accounts(anna.id)
        assert (account.ref, account.handle) == (ANNA, "anna")
        place = await db.people.place(SHOP)
        assert place is not None
        assert (place.name, place.listed) == ("shop", True)
        assert set(await db.absences.away([anna.id, li.id], DAY)) == {li.id}


async def test_work_goes_on(upgraded: SqlStore) -> None:
    """The task, the stand-up with its open day, and what was said and is to be sent."""
    async with upgraded() as db:
        task = await db.tasks.numbered(1)
        assert task is not None
        assert (task.title, task.state, task.place) == ("Pack", TaskState.OPEN, SHOP)
        (standup,) = await db.standups.all()
        assert standup.roster == Members(SHOP)
        occurrence = await db.standups.days.on(standup.id, DAY)
        assert occurrence is not None
        (who,) = await db.standups.days.participants(occurrence.id)
        assert who.state is ParticipantState.ANSWERED
        assert await db.standups.days.answers(occurrence.id) == {who.id: ("茶",)}
        sent = await db.deliveries.get("k1")
        assert sent is not None
        assert (sent.state, sent.message) == (
            DeliveryState.SENT,
            MessageRef(SHOP, "1.5"),
        )
        (due,) = await db.deliveries.due(NOON, 10)
        assert due.draft.key == "k2"


async def test_an_account_elsewhere_joins_who_was_known(upgraded: SqlStore) -> None:
    """By the address that the first release kept; and an admin stays one."""
    async with upgraded() as db:
        there = Profile(ANNA_THERE, "Anna", email="Anna@tea.example")
        person = await db.people.meet(there)
        assert person.name == "Anna Berger"
        assert person.role is Role.ADMIN
        await db.commit()
