"""Joining what says the same, and parting it again: every voice is kept (PEERS H14)."""

from collections import defaultdict
from dataclasses import replace

from bot.cards.feedback import joining as cards
from bot.messages import Card
from bot.model.feedback import Feedback, State, UpdateKind
from bot.model.feedback.joining import joined, joining, moved, parted
from bot.rituals.feedback.work import FeedbackWork
from bot.rituals.flow import Flow, Scene

flow = Flow()


async def join(work: FeedbackWork, one: Feedback, to: Feedback, by: int) -> Feedback:
    """Makes both one: whoever sent either hears how it ends. The one that stays."""
    places: defaultdict[int, list[int]] = defaultdict(list)
    for voice in moved(one):
        places[voice.came_from or one.id].append(voice.id)
    for came_from, ids in places.items():
        await work.db.feedback.move(ids, to.id, came_from=came_from)
    for came_from in places.keys() - {one.id}:
        before = await work.db.feedback.hold(came_from)
        if before is not None:
            await work.save(replace(before, joined_to=to.id))
    after = joining(to, one)
    await work.db.feedback.alike.propose(one.id, None)
    await work.save(joined(one, to, work.now))
    said = await work.record(after, by, UpdateKind.JOINED, one.short)
    await work.save(after)
    await work.tell(after, "joined", one.senders, by=by, once=said.id, joined=one.id)
    return after


async def part(work: FeedbackWork, one: Feedback, home: Feedback, by: int) -> Feedback:
    """Takes that back: its voices are its own again."""
    after = parted(one, home)
    ids = [voice.id for voice in after.voices]
    await work.db.feedback.move(ids, one.id, came_from=None)
    said = await work.record(home, by, UpdateKind.PARTED, one.short)
    await work.save(after)
    await work.save(await work.db.feedback.hold(home.id) or home)
    await work.tell(after, "parted", after.senders, by=by, once=said.id, home=home.id)
    return after


async def differ(work: FeedbackWork, one: Feedback) -> None:
    """They are not the same, somebody says: it is proposed no more."""
    await work.db.feedback.alike.propose(one.id, None)
    await work.db.deliveries.touch(subject=one.subject)


@flow.notice("feedback.joined")
async def tell_joined(scene: Scene) -> Card | None:
    """Who sent it hears that others say so, too: as long as it is so."""
    home = await scene.db.feedback.get(scene.number("feedback"))
    one = await scene.db.feedback.get(scene.number("joined"))
    if home is None or one is None or one.joined_to != home.id or not scene.reader:
        return None
    return cards.joined(one, home, scene.t)


@flow.notice("feedback.parted")
async def tell_parted(scene: Scene) -> Card | None:
    """Who sent it hears that it is on its own again."""
    one = await scene.db.feedback.get(scene.number("feedback"))
    home = await scene.db.feedback.get(scene.number("home"))
    if one is None or home is None or one.state is State.JOINED:
        return None
    return cards.parted(one, home, scene.t)
