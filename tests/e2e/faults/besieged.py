"""A crowd of webhooks, and kill -9 in its midst; what has to be true afterwards."""

import asyncio
from collections import Counter
from datetime import timedelta
from typing import Any

from sqlalchemy import Select, exists, select

from adapters.dingtalk.tracks import track
from bot.model.feedback import Source
from bot.model.refs import PlaceRef
from bot.model.room import mirrored
from storage.secrets.vault import Vault
from storage.tables.doors import feedback_door_secrets, feedback_doors
from storage.tables.feedback import (
    feedback,
    feedback_rhythms,
    feedback_slots,
    feedback_voices,
)
from tests.e2e.faults.company import (
    CHANNEL,
    CORP,
    DINGTALK,
    GROUP,
    MATES,
    SLACK,
    TEAM,
)
from tests.e2e.faults.counting import Counts, Rows
from tests.e2e.faults.ledger import Ledger
from tests.e2e.faults.patience import until
from tests.e2e.faults.replica import KEY
from tests.e2e.faults.shop import Shop
from tests.e2e.faults.stage import NotStarted, Stage
from tests.e2e.faults.weather import BREEZE

LONGEST_LIFE = 0.7  # seconds for which a process is asked before it is killed
OPENS = 30.0
ROOM = (PlaceRef(SLACK, TEAM, CHANNEL), PlaceRef(DINGTALK, CORP, GROUP))
ROUND = timedelta(hours=1)  # what can wait comes to the room as often


async def besieged(stage: Stage, many: int, _: int) -> int:
    """kill -9 again and again while a shop brings what so many customers say."""
    await _open(stage)
    stage.weather.odds = BREEZE
    ports = [one.port for one in stage.replicas]
    crowd = asyncio.create_task(stage.shop.brings(many, ports))
    kills = 0
    while not crowd.done():
        victim = stage.random.choice(stage.replicas)
        await stage.ready(victim)
        await asyncio.wait([crowd], timeout=stage.random.uniform(0.0, LONGEST_LIFE))
        await victim.kill()
        await victim.spawn()
        kills += 1
    await crowd
    await stage.settle()
    stage.jump(ROUND.total_seconds())
    return kills


async def _there(stage: Stage, wanted: Select[Any]) -> None:
    """Waits until what was typed was done."""

    async def done() -> bool:
        return bool(await stage.books.number(wanted))

    if not await until(done, OPENS):
        raise NotStarted(f"nobody did what this looks for: {wanted}")


async def _open(stage: Stage) -> None:
    """The room for triage, how often it hears, and a door."""
    anna, say = MATES[0], stage.crowd.voices.command
    await say(anna, "feedback triage here", CHANNEL)
    await stage.quiet()
    await say(anna, "feedback rhythm hourly", CHANNEL)
    await _there(stage, select(feedback_rhythms.c.place))
    await say(anna, "feedback door new Magento", anna.dm)
    await _there(stage, select(feedback_door_secrets.c.id))
    (door,) = await stage.books.rows(select(feedback_doors.c.key))
    (kept,) = await stage.books.rows(select(feedback_door_secrets.c.value))
    stage.shop.path = f"feedback/in/{door.key}"
    stage.shop.secret = Vault((KEY,)).opened(kept.value)
    await stage.quiet()


async def count_brought(stage: Stage, counts: Counts) -> None:
    """What was taken is there, once, by the number that was told; rooms heard of it."""
    shop = stage.shop
    counts.events += len(shop.brought)
    for why in shop.refused:
        counts.blame("lost", why=why)
    found = await stage.books.rows(_voices())
    taken(shop, counts, found)
    alarming = {one.text for one in shop.brought if one.alarms}
    for row in (each for each in found if each.text in alarming):
        heard(stage.ledger, counts, row.external, row.id)
    for state, wanted in _must_not_be().items():
        if many := await stage.books.number(wanted):
            counts.blame("impossible", many, why=state)


def taken(shop: Shop, counts: Counts, found: Rows) -> None:
    """What was answered 2xx is stored once, by the number that was told."""
    numbers = {row.external.partition(":")[2]: row.number for row in found}
    texts = Counter(row.text for row in found)
    for one in shop.brought:
        if (many := texts[one.text]) != 1:
            what = "doubled" if many else "lost"
            counts.blame(what, why=f"{many} × {one.id}")
        told = {str(each["feedback"]) for each in shop.answers.get(one.id, ())}
        if told and told != {f"F-{numbers.get(one.id)}"}:
            counts.blame("impossible", why=f"{one.id} was called {told}")


def heard(ledger: Ledger, counts: Counts, id: str, feedback_id: int) -> None:
    """Both places of the room have its card, once each; what no key tells from others
    is counted elsewhere.
    """
    for place in ROOM:
        keys = Counter(said.key for said in ledger.in_place(place.id))
        many = keys[card(feedback_id, place)]
        if many > 1:
            counts.blame("doubled", many - 1, why=f"{many} × {id} in {place.id}")
        elif not many:
            counts.blame("lost", why=f"{place.id} did not hear of {id}")


def card(feedback_id: int, place: PlaceRef) -> str:
    """What its card is known by in a place: it is for the channel, and mirrored."""
    channel = ROOM[0]
    at = f"{channel.platform}:{channel.tenant}:{channel.id}"
    key = f"feedback:{feedback_id}:card:{at}"
    return key if place == channel else track(place, mirrored(key, place))


def _voices() -> Select[tuple[str, str, int, int]]:
    theirs = feedback_voices.join(
        feedback, feedback.c.id == feedback_voices.c.feedback_id
    )
    voice = feedback_voices.c
    wanted = select(voice.external, voice.text, feedback.c.number, feedback.c.id)
    return wanted.select_from(theirs).where(voice.source == Source.WEBHOOK.value)


def _must_not_be() -> dict[str, Select[tuple[int]]]:
    said = exists().where(feedback_voices.c.feedback_id == feedback.c.id)
    waits = exists().where(feedback_slots.c.feedback_id == feedback.c.id)
    return {
        "feedback without words": select(feedback.c.id).where(~said),
        "feedback of which no room hears": select(feedback.c.id).where(
            ~waits, feedback.c.severity != "blocking"
        ),
    }
