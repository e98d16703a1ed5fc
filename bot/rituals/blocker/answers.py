"""What a stand-up's answer makes of its reporter's blockers (PEERS C01, C04)."""

from collections.abc import Sequence
from dataclasses import replace

from bot.model.blocker import Blocker, UpdateKind
from bot.model.blocker.text import Item, adds_nothing, compare
from bot.model.standup import Share
from bot.rituals.blocker.alarm import alarm
from bot.rituals.blocker.work import BlockerWork


async def take(work: BlockerWork, share: Share, items: Sequence[Item]) -> None:
    """Opens what is new, keeps what is still there, and closes what an edit took out;
    an answer without any closes those that nobody was asked to help with.
    """
    who, occurrence = share.participant, share.occurrence
    mine = await _known(work, share)
    said = compare(items, mine, occurrence.id)
    for item in said.new:
        new = Blocker(
            reporter_id=who.person_id,
            text=item.text,
            opened_at=work.now,
            standup_id=share.standup.id,
            occurrence_id=occurrence.id,
            place=share.standup.place,
        )
        opened = await work.open(replace(new, tags=work.tags(new, item.tags)))
        await alarm(work, opened, share.standup)
    for blocker, item in said.edited:
        kept = await _kept(work, blocker)
        kept = await work.reword(kept, item.text)
        await work.tag(kept, item.tags, who.person_id)
    for blocker, item in said.still:
        kept = await _kept(work, blocker)
        if not adds_nothing(item.text, kept):
            kept = await _said(work, kept, item.text)
        await work.tag(kept, item.tags, who.person_id)
    for blocker in said.gone:
        await work.resolve(blocker, who.person_id)


async def _known(work: BlockerWork, share: Share) -> list[Blocker]:
    """Their blockers of that stand-up: open, or closed by themselves since the first
    answer of the day.
    """
    since = min(share.occurrence.opens_at, share.participant.answered_at or work.now)
    found = await work.db.blockers.between(share.standup.id, since, work.now)
    me = share.participant.person_id
    mine = [each for each in found if each.reporter_id == me]
    ours = [each for each in mine if each.open or each.resolved_by == me]
    held = [await work.db.blockers.hold(each.id) for each in ours]
    return [each for each in held if each]


async def _kept(work: BlockerWork, blocker: Blocker) -> Blocker:
    """It is open, whatever an earlier answer of the day said."""
    if blocker.open:
        return blocker
    return await work.reopen(blocker, blocker.reporter_id)


async def _said(work: BlockerWork, blocker: Blocker, text: str) -> Blocker:
    """The new words are an update, once: an edit of the answer says them again."""
    updates = await work.db.blockers.log.of(blocker.id)
    said = [
        each.text
        for each in updates
        if each.kind is UpdateKind.SAID and each.person_id == blocker.reporter_id
    ]
    if said and said[-1] == text:
        return blocker
    return await work.say(blocker, blocker.reporter_id, text)
