"""What the inbox promises."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from sqlalchemy import select

from bot.events import Commanded
from bot.messages import Card, Reply
from bot.model.refs import UserRef
from bot.ports.owed import Owed
from storage.secrets.vault import Vault, is_locked
from storage.tables.inbox import inbox
from storage.unit_of_work import SqlStore

NOW = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
EVENT = Commanded(
    id="e1", at=NOW, who=UserRef("slack", "T1", "U1"), text="task add Tea"
)


async def test_second_delivery_is_ignored(store: SqlStore) -> None:
    """An event is claimed once, also after it was worked on."""
    async with store() as db:
        assert await db.inbox.claim(EVENT)
        assert not await db.inbox.claim(EVENT)
        await db.inbox.done(EVENT)
        assert not await db.inbox.claim(EVENT)


async def test_what_is_owed_waits_encrypted_until_it_is_paid(store: SqlStore) -> None:
    """It may show what nobody but one person may read; a second try does no work."""
    store.vault = Vault(["a key of the owner's"])
    owed = Owed(EVENT, Reply(Card(("Rated 4 of 5",))))
    async with store() as db:
        await db.inbox.claim(EVENT)
        assert await db.inbox.done(EVENT)
        await db.inbox.owe(owed)
        assert not await db.inbox.done(EVENT)
        assert is_locked(str(await db.connection.scalar(select(inbox.c.reply))))
        await db.inbox.forget(NOW + timedelta(days=1))
        assert await db.custody.take_up((), all_left=True) == [owed]
        await db.inbox.paid(owed)
        assert await db.custody.take_up((), all_left=True) == []
        await db.inbox.forget(NOW + timedelta(days=1))
        assert await db.inbox.claim(EVENT)


async def test_the_same_id_elsewhere_is_another_event(store: SqlStore) -> None:
    """Ids are the platform's own and mean nothing in the next workspace."""
    async with store() as db:
        assert await db.inbox.claim(EVENT)
        assert await db.inbox.claim(replace(EVENT, who=UserRef("slack", "T2", "U1")))
        assert await db.inbox.claim(replace(EVENT, who=UserRef("dingtalk", "T1", "U1")))


async def test_what_was_not_worked_on_waits_in_order(store: SqlStore) -> None:
    """After a crash the events are there, the oldest first, as they were."""
    later = replace(EVENT, id="e0", at=NOW + timedelta(seconds=1))
    async with store() as db:
        await db.inbox.claim(EVENT)
        await db.inbox.claim(later)
        assert await db.inbox.waiting() == [EVENT, later]
        await db.inbox.done(EVENT)
        assert await db.inbox.waiting() == [later]


async def test_many_at_once_are_claimed_each_for_itself(store: SqlStore) -> None:
    """Each is new or not, one that came twice only once; they wait in order."""
    events = [replace(EVENT, id=f"e{number}") for number in (3, 1, 1, 2)]
    elsewhere = replace(EVENT, id="e3", who=UserRef("slack", "T2", "U1"))
    async with store() as db:
        assert await db.inbox.claim(events[-1])
        fresh = await db.inbox.claim_all([*events, elsewhere])
        assert list(fresh) == [True, True, False, False, True]
        waiting = await db.inbox.waiting()
        assert waiting == [events[-1], events[0], events[1], elsewhere]


async def test_nothing_of_what_was_said_is_kept(store: SqlStore) -> None:
    """Once worked on, only the id is left."""
    async with store() as db:
        await db.inbox.claim(EVENT)
        await db.inbox.done(EVENT)
        rows = (await db.connection.execute(select(inbox))).all()
        assert rows
        assert "Tea" not in str(rows)


async def test_a_claim_that_was_not_committed_can_be_claimed_again(
    store: SqlStore,
) -> None:
    """Then the platform was not answered either, and delivers again."""
    async with store() as db:
        assert await db.inbox.claim(EVENT)
    async with store() as db:
        assert await db.inbox.claim(EVENT)


async def test_old_ids_are_forgotten_but_never_work_to_do(store: SqlStore) -> None:
    """An event that waits is not forgotten, however old."""
    waiting = replace(EVENT, id="e2")
    async with store() as db:
        await db.inbox.claim(EVENT)
        await db.inbox.claim(waiting)
        await db.inbox.done(EVENT)
        await db.inbox.forget(NOW)
        assert not await db.inbox.claim(EVENT)
        await db.inbox.forget(NOW + timedelta(seconds=1))
        assert await db.inbox.waiting() == [waiting]
        assert await db.inbox.claim(EVENT)


async def test_an_event_is_kept_whatever_it_says(store: SqlStore) -> None:
    """Characters no database can hold are no reason to lose an event."""
    hostile = replace(EVENT, id="nul \x00", text="half \ud83d pair, nul \x00, 茶")
    async with store() as db:
        assert await db.inbox.claim(hostile)
        assert not await db.inbox.claim(hostile)
        assert await db.inbox.waiting() == [hostile]
        await db.inbox.done(hostile)
        assert await db.inbox.waiting() == []
