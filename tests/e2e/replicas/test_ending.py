"""A process that is asked to end: what is in hand is finished, the rest handed back."""

import asyncio
from collections import Counter

import pytest
from sqlalchemy import select

from adapters.simulator.side import Press
from storage.tables.deliveries import deliveries
from storage.tables.inbox import inbox
from storage.tables.jobs import jobs
from storage.tables.tasks import tasks
from tests.databases import KINDS, Kind
from tests.e2e.replicas.replicas import DM, PEOPLE, Shop, a_shop

pytestmark = [pytest.mark.heavy, pytest.mark.timeout(240)]
BOTH = pytest.mark.parametrize("kind", KINDS)
EACH = 10
CUT_SHORT = "stopped with work in hand"
OFFERED = "I was interrupted while opening it"


@BOTH
async def test_who_is_asked_to_end_in_the_midst_loses_nothing(kind: Kind) -> None:
    """It hands back what it has in hand, and what it acknowledged and did not do is
    done by the next. Each answer is waited for by its task: the first process may have
    answered what it could not acknowledge any more.
    """
    async with a_shop(kind) as shop:
        await shop.start()
        typing = [asyncio.create_task(_type(shop, who)) for who in PEOPLE[:8]]
        await shop.until(lambda: _answered(shop) > 5, "the first answers")
        await shop.replicas[0].stop()
        await asyncio.gather(*typing)
        # On a machine too busy to hand it back in time the next one finds it.
        hurried = any(CUT_SHORT in line for line in shop.replicas[0].log)
        assert hurried or await _in_hand(shop) == []
        await shop.start()
        wanted = _acknowledged(shop)
        assert wanted
        await shop.until(lambda: wanted <= _told(shop, wanted), "every answer")
        await shop.replicas[1].stop()
        async with shop.store() as store, store.reading() as db:
            titles = Counter(await db.connection.scalars(select(tasks.c.title)))
        assert {title: titles[title] for title in wanted} == dict.fromkeys(wanted, 1)


@BOTH
async def test_a_platform_that_hangs_holds_up_no_end(kind: Kind) -> None:
    """An answer that does not come is not waited for: it would come in two minutes."""
    async with a_shop(kind) as shop:
        await shop.start()
        shop.hang("chat.postMessage")
        await _type(shop, PEOPLE[0])
        await shop.until(lambda: shop.hangs, "a call that hangs")
        await shop.replicas[0].stop()
        assert "Traceback" not in "".join(shop.replicas[0].log)


@BOTH
async def test_who_pressed_as_a_process_died_is_offered_the_form(kind: Kind) -> None:
    """The next start cannot open it, as the click is over; a button can, once."""
    async with a_shop(kind) as shop:
        await shop.start()
        who = PEOPLE[0]
        await shop.say(who, "task add")
        side = shop.simulator.side_of(who)
        await shop.until(lambda: shop.read(who), "the button of a form")
        card = next(m for m in side.messages(who, DM, None) if m["bot"])
        shop.hang("views.open")
        pressing = asyncio.create_task(side.press(who, Press("New task", card["ts"])))
        await shop.until(lambda: shop.hangs, "a form that does not open")
        await shop.replicas[0].kill()
        await pressing
        shop.simulator.slack.faults.clear()
        await shop.start()
        await shop.until(lambda: OFFERED in "".join(shop.read(who)), "the offer")


async def _type(shop: Shop, who: str) -> None:
    for number in range(EACH):
        await shop.say(who, f"task add {who} tea {number}")


def _answered(shop: Shop) -> int:
    return sum(" tea " in said for who in PEOPLE[:8] for said in shop.read(who))


def _told(shop: Shop, titles: set[str]) -> set[str]:
    """Those of the tasks that the bot has answered."""
    heard = "\n".join(said for who in PEOPLE[:8] for said in shop.read(who))
    return {title for title in titles if title in heard}


def _acknowledged(shop: Shop) -> set[str]:
    """The tasks that somebody typed, and the bot said it had heard of."""
    sent = shop.simulator.slack.outbox.sent
    heard = [each.payload["event"] for each, answer in sent if not answer.trouble]
    typed = [str(event.get("text", "")) for event in heard]
    return {text.removeprefix("task add ") for text in typed if text.startswith("task")}


async def _in_hand(shop: Shop) -> list[str]:
    """What it has not let go of."""
    async with shop.store() as store, store.reading() as db:
        look = db.connection.scalars
        waiting = inbox.c.payload.is_not(None) & inbox.c.taken_at.is_not(None)
        running = (jobs.c.state == "running") & jobs.c.claimed_at.is_not(None)
        sending = deliveries.c.state == "sending"
        return [
            *await look(select(inbox.c.event_id).where(waiting)),
            *await look(select(jobs.c.name).where(running)),
            *await look(select(deliveries.c.key).where(sending)),
        ]
