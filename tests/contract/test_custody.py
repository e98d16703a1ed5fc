"""What custody promises: no event is left behind, none is had in hand by two."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select, update

from bot.events import Commanded
from bot.model.refs import UserRef
from bot.ports.custody import LEFT, RENEWED
from storage.database.present import ago
from storage.tables.inbox import inbox
from storage.unit_of_work import SqlStore

NOW = datetime(2026, 3, 2, 8, 0, tzinfo=UTC)
SECOND = timedelta(seconds=1)
ONE = Commanded(id="e1", at=NOW, who=UserRef("slack", "T1", "U1"), text="task add Tea")
TWO = replace(ONE, id="e2")


def test_what_was_left_is_known_in_time() -> None:
    """Three words may be missed; and a minute after a death everything is in hand."""
    assert 3 * RENEWED < LEFT
    in_hand = LEFT + RENEWED
    assert in_hand < timedelta(seconds=60)


async def test_what_was_just_claimed_is_in_hand(store: SqlStore) -> None:
    """Of whoever claimed it: nobody else takes it."""
    await _claim(store, ONE)
    assert await _take_up(store) == []
    await _silence(store, LEFT - 2 * SECOND)
    assert await _take_up(store) == []


async def test_what_nobody_speaks_of_is_taken_up_once(store: SqlStore) -> None:
    """The oldest first, as it was; then it is in hand again."""
    await _claim(store, TWO, ONE)
    await _silence(store, LEFT + SECOND)
    assert await _take_up(store) == [TWO, ONE]
    assert await _take_up(store) == []


async def test_what_cannot_be_read_keeps_nobody_waiting(
    store: SqlStore, caplog: pytest.LogCaptureFixture
) -> None:
    """A newer version left it: it stays for that one, and its words are not told."""
    await _claim(store, ONE, TWO)
    async with store() as db:
        newer = update(inbox).where(inbox.c.event_id == "e1")
        unknown = '{"is": "Future", "text": "secret words"}'
        await db.connection.execute(newer.values(payload=unknown))
        await db.commit()
    await _silence(store, LEFT + SECOND)
    assert await _take_up(store) == [TWO]
    assert "event not readable" in caplog.text
    assert "secret" not in caplog.text
    async with store.reading() as db:
        kept = select(inbox.c.payload).where(inbox.c.event_id == "e1")
        assert (await db.connection.execute(kept)).scalar_one() == unknown


async def test_what_is_mine_is_never_taken_from_me(store: SqlStore) -> None:
    """A frozen process that wakes up works on already; what is left of others it
    takes.
    """
    await _claim(store, ONE, TWO)
    await _silence(store, LEFT + SECOND)
    assert await _take_up(store, ONE) == [TWO]


async def test_who_says_so_keeps_it_in_hand(store: SqlStore) -> None:
    """However long it takes."""
    await _claim(store, ONE, TWO)
    await _silence(store, LEFT + SECOND)
    async with store() as db:
        await db.custody.renew([ONE])
        await db.commit()
    assert await _take_up(store) == [TWO]


async def test_what_is_handed_back_is_free_at_once(store: SqlStore) -> None:
    """Who ends does not let it wait."""
    await _claim(store, ONE, TWO)
    async with store() as db:
        await db.custody.hand_back([ONE])
        await db.commit()
    assert await _take_up(store) == [ONE]


async def test_what_was_worked_on_is_over(store: SqlStore) -> None:
    """Nothing of it is taken, renewed or handed back."""
    await _claim(store, ONE)
    async with store() as db:
        await db.inbox.done(ONE)
        await db.custody.hand_back([ONE])
        await db.commit()
    assert await _take_up(store) == []
    assert await _take_up(store, all_left=True) == []


async def test_with_nobody_else_alive_everything_is_taken(store: SqlStore) -> None:
    """More than a batch of it, at a start."""
    events = [replace(ONE, id=f"e{number:04}") for number in range(450)]
    await _claim(store, *events)
    assert await _take_up(store, all_left=True) == events


async def test_what_fails_again_and_again_is_left_alone_longer(store: SqlStore) -> None:
    """Twice as long each time, and at last about an hour; it is never given up."""
    await _claim(store, ONE)
    for tries in range(12):
        wait = LEFT * (1 << min(tries, 7))
        await _silence(store, wait - 2 * SECOND)
        assert await _take_up(store) == [], tries
        await _silence(store, wait + SECOND)
        assert await _take_up(store) == [ONE], tries


async def test_nothing_in_hand_is_no_mistake(store: SqlStore) -> None:
    """Most of the time it is so."""
    async with store() as db:
        await db.custody.renew([])
        await db.custody.hand_back([])
        assert await db.custody.take_up([]) == []


async def _claim(store: SqlStore, *events: Commanded) -> None:
    async with store() as db:
        for event in events:
            assert await db.inbox.claim(event)
        await db.commit()


async def _take_up(
    store: SqlStore, *mine: Commanded, all_left: bool = False
) -> list[object]:
    async with store() as db:
        taken = await db.custody.take_up(mine, all_left=all_left)
        await db.commit()
    return list(taken)


async def _silence(store: SqlStore, span: timedelta) -> None:
    """Lets so much time pass in which nobody says anything."""
    async with store() as db:
        past = ago(db.connection.dialect.name, span)
        await db.connection.execute(update(inbox).values(taken_at=past))
        await db.commit()
