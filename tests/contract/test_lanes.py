"""What lanes and turns promise, on both databases."""

import asyncio
from datetime import UTC, datetime, timedelta

from bot.model.delivery import Delivery, DeliveryState, Draft
from bot.model.lane import Lane, Limit, Row, Stand, admit
from bot.model.refs import PlaceRef
from storage.unit_of_work import SqlStore, SqlUnitOfWork

NOW = datetime(2026, 3, 2, 8, 0, 0, 123456, tzinfo=UTC)
SECOND = timedelta(seconds=1)
POST = Lane("slack", "T1", "post", Limit(rate=1, burst=2))
THERE = Lane("slack", "T1", "post", Limit(rate=1), place="C1")
ELSEWHERE = Lane("slack", "T2", "post", Limit(rate=1))
SHOP = PlaceRef("slack", "T1", "C1")


async def kept(store: SqlStore, row: Row, **stands: Stand) -> None:
    lanes = {"post": POST, "there": THERE}
    async with store() as db:
        await db.lanes.keep(row, {lanes[name]: at for name, at in stands.items()})
        await db.commit()


async def test_a_lane_nobody_used_stands_empty(store: SqlStore) -> None:
    """It has recovered for ever, and is open."""
    async with store() as db:
        assert await db.lanes.stand(Row.LAW, [POST]) == {POST: Stand()}
        assert await db.lanes.stand(Row.LAW, []) == {}


async def test_each_row_of_each_lane_is_kept_by_itself(store: SqlStore) -> None:
    """To the microsecond; a plan also knows of the calls that were made."""
    law, plan = Stand(NOW + SECOND, NOW), Stand(NOW + 9 * SECOND, NOW - SECOND)
    await kept(store, Row.LAW, post=law, there=Stand(NOW, NOW))
    await kept(store, Row.PLAN, post=plan)
    async with store() as db:
        assert await db.lanes.stand(Row.LAW, [POST]) == {POST: law}
        both = await db.lanes.stand(Row.PLAN, [POST, THERE, ELSEWHERE])
    assert both[POST] == Stand(plan.at, plan.since, made=law.at, called=law.since)
    assert both[THERE] == Stand(made=NOW, called=NOW)
    assert both[ELSEWHERE] == Stand()


async def test_a_block_is_seen_beside_every_row_and_never_shortened(
    store: SqlStore,
) -> None:
    """Whoever was told the longest wait is believed."""
    async with store() as db:
        await db.lanes.hold({POST: NOW + 30 * SECOND})
        await db.lanes.hold({POST: NOW + SECOND, THERE: NOW})
        await db.lanes.hold({})
        await db.commit()
    async with store() as db:
        for row in (Row.LAW, Row.PLAN):
            stands = await db.lanes.stand(row, [POST, THERE])
            assert stands[POST].blocked == NOW + 30 * SECOND
            assert stands[THERE].blocked == NOW


async def test_two_at_one_moment_do_not_take_the_same_turn(store: SqlStore) -> None:
    """Each reads, decides and writes before the other may read."""

    async def take() -> bool:
        async with store() as db:
            stands = await db.lanes.stand(Row.LAW, [POST, THERE])
            taken = admit(stands, [POST], NOW)
            await db.lanes.keep(Row.LAW, stands)
            await db.commit()
            return taken

    passed = await asyncio.gather(*(take() for _ in range(6)))
    assert sum(passed) == POST.limit.burst


async def test_lanes_that_recovered_long_ago_are_let_go(store: SqlStore) -> None:
    """They stand as if they had never been used; the others stay."""
    await kept(store, Row.LAW, post=Stand(NOW, NOW), there=Stand(NOW - SECOND, NOW))
    async with store() as db:
        assert await db.lanes.forget(NOW) == 1
        await db.commit()
    async with store() as db:
        assert (await db.lanes.stand(Row.LAW, [POST]))[POST] == Stand(NOW, NOW)


async def written(db: SqlUnitOfWork, *keys: str) -> list[Delivery]:
    for key in keys:
        await db.deliveries.add(Draft(key, "news", place=SHOP))
    found = [await db.deliveries.get(key) for key in keys]
    return [each for each in found if each]


async def test_what_has_its_turn_later_is_not_due_before(store: SqlStore) -> None:
    """And the next thing that happens is the first turn."""
    async with store() as db:
        a, b, c = await written(db, "a", "b", "c")
        await db.deliveries.turns.plan({a.id: NOW + SECOND, b.id: NOW + 2 * SECOND})
        await db.deliveries.turns.plan({})
        await db.commit()
    async with store() as db:
        due = await db.deliveries.due(NOW, 10)
        assert [each.draft.key for each in due] == ["c"]
        assert await db.deliveries.turns.begin([c], NOW)
        await db.commit()
    async with store() as db:
        assert await db.deliveries.next_due() == NOW + SECOND
        planned = await db.deliveries.get("a")
        assert planned
        assert planned.turn == planned.in_line == NOW + SECOND


async def test_a_turn_ends_where_the_message_is_asked_for_anew(
    store: SqlStore,
) -> None:
    """Who puts it off, or wants it at once, takes it out of the line."""
    async with store() as db:
        (a,) = await written(db, "a")
        await db.deliveries.turns.plan({a.id: NOW})
        await db.deliveries.mark(a, DeliveryState.PENDING, NOW, due=NOW + 60 * SECOND)
        put_off = await db.deliveries.get("a")
    assert put_off
    assert put_off.in_line is None


async def test_only_what_is_as_it_was_known_is_begun(store: SqlStore) -> None:
    """Another process that planned it, or began it, was faster."""
    async with store() as db:
        a, b, c = await written(db, "a", "b", "c")
        await db.deliveries.turns.plan({a.id: NOW})
        begun = await db.deliveries.turns.begin([b], NOW)
        assert [(each.id, each.attempts, each.turn) for each in begun] == [
            (b.id, 1, None)
        ]
        assert set(await db.deliveries.turns.mine([a, b, c])) == {c.id}
        assert await db.deliveries.turns.begin([a, b], NOW) == []
        assert await db.deliveries.turns.begin([], NOW) == ()
        assert await db.deliveries.turns.mine([]) == ()
        again = await db.deliveries.get("b")
    assert again
    assert again.state is DeliveryState.SENDING
    assert again.tried_at == NOW
