"""Any number of replicas over one PostgreSQL, and no leader."""

import asyncio
from collections import Counter
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

from bot.events import Said
from bot.model.delivery import DeliveryState, Draft
from bot.model.people import Account
from bot.model.refs import PlaceRef
from bot.ports import UnitOfWork
from bot.rituals.standup.plan import REPLAN
from storage.tables.deliveries import deliveries
from storage.tables.inbox import inbox
from storage.tables.jobs import jobs
from storage.tables.tasks import tasks
from tests.e2e.replicas.replicas import PEOPLE, Shop, a_shop

pytestmark = [pytest.mark.heavy, pytest.mark.timeout(240)]
EACH = 8
WANG = "254168301229"


async def test_nothing_is_lost_or_doubled_when_a_replica_dies() -> None:
    """Many people type at three replicas, one of which is killed in the midst: every
    task is there once, and told of once.
    """
    async with a_shop() as shop:
        await shop.start(3)
        typing = [asyncio.create_task(_type(shop, who)) for who in PEOPLE[:6]]
        await shop.until(lambda: len(shop.read(PEOPLE[0])) > 1, "the first answers")
        await shop.replicas[1].kill()
        await asyncio.gather(*typing)
        wanted = {f"{who} tea {n}" for who in PEOPLE[:6] for n in range(EACH)}
        await shop.until(lambda: _told(shop) >= wanted, "every answer")
        async with shop.store() as store, store.reading() as db:
            titles = Counter(await db.connection.scalars(select(tasks.c.title)))
        assert titles == dict.fromkeys(wanted, 1)
        for who in PEOPLE[:6]:
            said = shop.read(who)
            for n in range(EACH):
                assert sum(f"{who} tea {n} " in f"{each} " for each in said) == 1


async def test_the_work_of_a_dead_replica_is_done_within_a_minute() -> None:
    """Everything that it can have in hand: an event that it claimed, a job that it
    runs, a message that it marked and did not send.
    """
    async with a_shop() as shop:
        await shop.start(2)
        await shop.say(PEOPLE[0], "task add White tea")
        await shop.until(lambda: _has(shop, "White tea"), "the first answer")
        began = datetime.now(UTC)
        await _dies_in_the_midst(shop)
        await shop.until(lambda: _has(shop, "Green tea"), "the event's answer")
        await shop.until(lambda: _seen(shop, "White tea") == 2, "the message")
        async with asyncio.timeout(60):
            while await _left(shop):  # noqa: ASYNC110  # over the database
                await asyncio.sleep(0.5)
        assert datetime.now(UTC) - began < timedelta(seconds=60)
        assert _seen(shop, "Green tea") == 1


async def test_one_replica_has_the_stream_and_another_takes_it_over() -> None:
    """DingTalk would send each message to any one of several."""
    async with a_shop() as shop:
        await shop.start(3)
        streams = shop.simulator.dingtalk.hub
        assert len(streams.connections) == 1
        await shop.say(WANG, "任务 新增 绿茶")
        await shop.until(lambda: _has(shop, "绿茶", WANG), "an answer by the first")
        owner = next(r for r in shop.replicas if not _stands_by(r.log))
        await owner.kill()
        await shop.until(lambda: streams.connections, "another owner")
        assert len(streams.connections) == 1
        await shop.say(WANG, "任务 新增 白茶")
        await shop.until(lambda: _has(shop, "白茶", WANG), "an answer by the second")


async def _dies_in_the_midst(shop: Shop) -> None:
    """What a replica leaves that ends without a word: written as it would write it."""
    async with shop.store() as store, store() as db:
        account = await _account(db)
        who, now = account.ref, datetime.now(UTC)
        place = shop.simulator.slack.person(PEOPLE[0]).place("dm").id
        dm = PlaceRef(who.platform, who.tenant, place)
        said = Said(id="dead-1", at=now, who=who, where=dm, text="task add Green tea")
        assert await db.inbox.claim(said)
        await db.jobs.put(REPLAN, {4711: now})
        assert await db.jobs.claim([REPLAN], now, 9, "dead")
        card = Draft(key="dead:1", kind="task.card", args={"task": 1}, place=dm)
        await db.deliveries.add(card)
        written = await db.deliveries.get("dead:1")
        assert written
        assert await db.deliveries.mark(written, DeliveryState.SENDING, now)
        await db.commit()


async def _account(db: UnitOfWork) -> Account:
    everybody = [person.id for person in await db.people.everyone()]
    found = [each for id in everybody for each in await db.people.accounts(id)]
    return next(each for each in found if each.ref.id == PEOPLE[0])


async def _left(shop: Shop) -> list[str]:
    """What of it waits still."""
    async with shop.store() as store, store.reading() as db:
        waiting = select(inbox.c.event_id).where(inbox.c.payload.is_not(None))
        running = select(jobs.c.name).where(jobs.c.worker == "dead")
        sending = select(deliveries.c.key).where(deliveries.c.state == "sending")
        look = db.connection.scalars
        return [*await look(waiting), *await look(running), *await look(sending)]


async def _type(shop: Shop, who: str) -> None:
    for number in range(EACH):
        await shop.say(who, f"task add {who} tea {number}")


def _told(shop: Shop) -> set[str]:
    said = [each for who in PEOPLE[:6] for each in shop.read(who)]
    wanted = [f"{who} tea {n}" for who in PEOPLE[:6] for n in range(EACH)]
    return {title for title in wanted if any(f"{title} " in f"{s} " for s in said)}


def _has(shop: Shop, word: str, who: str = PEOPLE[0]) -> bool:
    return any(word in each for each in shop.read(who))


def _seen(shop: Shop, word: str) -> int:
    return sum(word in each for each in shop.read(PEOPLE[0]))


def _stands_by(log: list[str]) -> bool:
    return any("stream stands by" in line for line in log)
