"""Blockers told to a system outside (PEERS C07): what is told, and when again."""

import json
import logging
from collections.abc import Mapping
from datetime import UTC, datetime

from bot.cards.blocker import hook as cards
from bot.messages import Card
from bot.model.blocker import Blocker
from bot.model.blocker.hook import (
    CallState,
    Hook,
    HookCall,
    HookEvent,
    after,
    new_message,
)
from bot.model.delivery import Draft
from bot.model.standup.policy import Readers
from bot.ports import UnitOfWork
from bot.rituals.flow import Flow, Scene, World
from bot.rituals.room import whole

log = logging.getLogger(__name__)
flow = Flow()
CALL = "blocker.call"


async def tell_outside(
    db: UnitOfWork, blocker: Blocker, event: HookEvent, now: datetime
) -> None:
    """Has it told, where there is a webhook and everybody may know of the blocker."""
    if await db.hooks.get() and await _for_everybody(db, blocker):
        call = HookCall(
            message=new_message(), event=event, at=now, blocker_id=blocker.id
        )
        await put_call(db, call)


async def put_call(db: UnitOfWork, call: HookCall) -> None:
    """Has something told."""
    stored = await db.hooks.add(call)
    await db.jobs.put(CALL, {stored.id: call.at})


async def _for_everybody(db: UnitOfWork, blocker: Blocker) -> bool:
    """Only what was said where everybody reads leaves the house: in a stand-up that all
    may read, in a place anybody can enter, or in the place of such a stand-up.
    """
    if blocker.standup_id is not None:
        standup = await db.standups.get(blocker.standup_id)
        return standup is not None and standup.policy.readers is Readers.ALL
    if blocker.place is None:
        return False
    place = (await db.people.places([blocker.place])).get(blocker.place)
    if place is None or place.direct:
        return False
    if not place.private:
        return True
    room = await whole(db, blocker.place.unthreaded())
    return any(
        each.place in room and each.policy.readers is Readers.ALL
        for each in await db.standups.all()
    )


@flow.job(CALL)
async def call(world: World, call_id: int) -> None:
    """Tells one thing, and plans to try again where it did not arrive."""
    async with world.store() as db:
        hook, waiting = await db.hooks.get(), await db.hooks.call(call_id)
        if hook is None or waiting is None or waiting.state is not CallState.WAITING:
            return
        body = await _body(db, waiting)
    now = world.clock.now()
    if body is None or world.outside is None:
        return
    heard = await world.outside.tell(hook, waiting.message, body, now)
    log.info("webhook told", extra={"call": call_id, "answer": heard.answer})
    async with world.store() as db:
        known = await db.hooks.call(call_id)
        if known is None or known.state is not CallState.WAITING:
            return
        tried, again = after(known, heard, now)
        await db.hooks.save(tried)
        if again:
            await db.jobs.put(CALL, {call_id: again})
        await _report(db, hook, tried, now)
        await db.commit()


async def _report(db: UnitOfWork, hook: Hook, tried: HookCall, now: datetime) -> None:
    """Who asked for a test hears how it went; whose webhook it is, once a day that it
    does not answer.
    """
    if tried.asker_id is not None:
        reader, key = tried.asker_id, f"blocker:call:{tried.id}:test"
        kind = "blocker.tested"
    elif tried.state is CallState.FAILED:
        reader, key = hook.owner_id, f"blocker:hook:{hook.id}:{now.date()}"
        kind = "blocker.hook"
    else:
        return
    draft = Draft(
        key=f"{key}:person:{reader}",
        kind=kind,
        args={"call": tried.id, "host": hook.host, "answer": tried.answer},
        person_id=reader,
        due=now,
    )
    await db.deliveries.add(draft)


@flow.notice("blocker.tested")
async def tested(scene: Scene) -> Card | None:
    """How a test went."""
    host, answer = str(scene.args["host"]), str(scene.args["answer"])
    return cards.tested(scene.t, host, answer, well=answer.startswith("2"))


@flow.notice("blocker.hook")
async def given_up(scene: Scene) -> Card | None:
    """That something did not arrive."""
    host, answer = str(scene.args["host"]), str(scene.args["answer"])
    return cards.given_up(scene.t, host, answer)


async def _body(db: UnitOfWork, call: HookCall) -> bytes | None:
    """What is told, as it is now; None where that is gone."""
    data: Mapping[str, object] = {}
    if call.blocker_id is not None:
        blocker = await db.blockers.get(call.blocker_id)
        if blocker is None:
            return None
        data = await _data(db, blocker)
    told = {"type": call.event.value, "timestamp": _iso(call.at), "data": data}
    return json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()


async def _data(db: UnitOfWork, blocker: Blocker) -> Mapping[str, object]:
    ids = [blocker.reporter_id, *blocker.tagged]
    ids += [id for id in (blocker.escalated_to, blocker.resolved_by) if id]
    people = await db.people.some(ids)

    def name(id: int | None) -> str | None:
        return people[id].name if id in people else None

    standup = (
        await db.standups.get(blocker.standup_id)
        if blocker.standup_id is not None
        else None
    )
    return {
        "id": f"B-{blocker.number}",
        "text": blocker.text,
        "state": blocker.state.value,
        "reporter": name(blocker.reporter_id),
        "asked": [name(id) for id in blocker.tagged],
        "standup": standup.name if standup else None,
        "opened_at": _iso(blocker.opened_at),
        "escalated_to": name(blocker.escalated_to),
        "resolved_at": _iso(blocker.resolved_at) if blocker.resolved_at else None,
        "resolved_by": name(blocker.resolved_by),
        "outcome": blocker.outcome,
    }


def _iso(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
