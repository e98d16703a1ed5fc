"""Files that people send with what customers say: fetched from their chat, kept, and
shown to those who triage (PEERS H01).

A chat gives them for a while only, and only to who was there: whoever works on it may
be on another platform.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta

from bot.cards.feedback import files as cards
from bot.errors import ChatError, NoFile
from bot.messages import Card
from bot.model.delivery import Draft
from bot.model.feedback import Feedback, Voice
from bot.model.files import (
    AT_MOST,
    KEEP_LIMIT,
    NAME_LIMIT,
    TOO_LARGE,
    Enclosure,
    FileLink,
    Keeping,
    SentFile,
    ending,
)
from bot.model.refs import UserRef
from bot.model.text import tidy
from bot.ports import UnitOfWork
from bot.rituals.feedback.news import card_key
from bot.rituals.feedback.work import FILES, FeedbackWork
from bot.rituals.flow import Flow, Scene, World
from bot.rituals.room import post

PATIENCE = timedelta(hours=1)  # for a platform that does not answer
APART = timedelta(minutes=1)
SEEN = 4  # pictures in one message
Fetched = Mapping[int, bytes | Keeping]  # by the ids of files

flow = Flow()


@flow.job(FILES)
async def keep(world: World, feedback_id: int) -> None:
    """Fetches what is awaited, without holding the database meanwhile."""
    async with world.store.reading() as db:
        feedback = await db.feedback.get(feedback_id)
        whose = await _accounts(db, feedback) if feedback else {}
    if feedback is None:
        return
    found = {
        file.id: await _fetched(world, whose.get(voice.id), file, voice.said_at)
        for voice in feedback.voices
        for file in voice.files
        if file.state is Keeping.AWAITED
    }
    ended = {id: got for id, got in found.items() if got is not Keeping.AWAITED}
    async with world.store() as db:
        feedback = await db.feedback.hold(feedback_id)
        if feedback is None:
            return
        organization, now = await db.people.organization(), world.clock.now()
        await _settle(FeedbackWork(db, organization, now), feedback, ended)
        if len(ended) < len(found):
            await db.jobs.put(FILES, {feedback_id: now + APART})
        await db.commit()


async def enclose(
    work: FeedbackWork, feedback: Feedback, sent: Sequence[Enclosure]
) -> None:
    """Keeps files that came whole, beside the newest words, and shows them."""
    if not sent:
        return
    links = [
        FileLink(tidy(e.name)[:NAME_LIMIT], "", "", len(e.content), Keeping.AWAITED)
        for e in sent[:AT_MOST]
    ]
    files = work.db.feedback.files
    made = await files.add(feedback.voices[-1].id, links)
    for link, each in zip(made, sent, strict=False):
        await files.keep(link.id, each.content)
    came = zip(made, sent, strict=False)
    await _show(work, feedback, {link.id: each.content for link, each in came})


@flow.notice("feedback.files")
async def tell_files(scene: Scene) -> Card | None:
    """What came along, in the thread of its card among those who triage."""
    feedback = await scene.db.feedback.get(scene.number("feedback"))
    found = await scene.db.feedback.files.some(_ids(scene))
    if feedback is None or not found:
        return None
    return cards.arrived(feedback, scene.t, found, SEEN)


@flow.notice("feedback.unkept")
async def tell_unkept(scene: Scene) -> Card | None:
    """What did not come, told to who sent it."""
    feedback = await scene.db.feedback.get(scene.number("feedback"))
    if feedback is None or scene.reader is None:
        return None
    ids = _ids(scene)
    left = [file for file in feedback.files if file.id in ids]
    return cards.unkept(feedback, scene.t, left) if left else None


async def _accounts(db: UnitOfWork, feedback: Feedback) -> Mapping[int, UserRef]:
    """By the ids of voices, who sent their files, on the platform that has them."""
    found = {}
    for voice in feedback.voices:
        if any(file.state is Keeping.AWAITED for file in voice.files):
            known = await db.people.accounts(voice.sender_id or 0)
            theirs = [each.ref for each in known if _is_from(each.ref, voice)]
            if theirs:
                found[voice.id] = theirs[0]
    return found


def _is_from(account: UserRef, voice: Voice) -> bool:
    place = voice.place
    there = place and (place.platform, place.tenant)
    return there is None or (account.platform, account.tenant) == there


async def _fetched(
    world: World, who: UserRef | None, file: FileLink, since: datetime
) -> bytes | Keeping:
    """What is in it, or how it ended; AWAITED where the platform may give it later."""
    if world.files is None or who is None:
        return Keeping.REFUSED
    sent = SentFile(file.name, file.key, file.size)
    try:
        return await world.files.fetched(who, sent, KEEP_LIMIT)
    except NoFile as refused:
        return Keeping.TOO_LARGE if refused.code == TOO_LARGE else Keeping.REFUSED
    except ChatError:
        young = world.clock.now() < since + PATIENCE
        return Keeping.AWAITED if young else Keeping.REFUSED


async def _settle(work: FeedbackWork, feedback: Feedback, ended: Fetched) -> None:
    """Keeps what came, and tells of it once."""
    files, kept, left = work.db.feedback.files, dict[int, bytes](), list[int]()
    for id, got in ended.items():
        if isinstance(got, Keeping):
            await files.give_up(id, got)
            left.append(id)
        elif await files.keep(id, got):
            kept[id] = got
    if ended:
        await work.db.deliveries.touch(subject=feedback.subject)
    await _show(work, feedback, kept)
    if lost := [file for file in feedback.files if file.id in left and not file.url]:
        ids = _written([file.id for file in lost])
        await work.ask(
            feedback, "unkept", _senders(feedback, left), by=0, once=ids, ids=ids
        )


async def _show(
    work: FeedbackWork, feedback: Feedback, kept: Mapping[int, bytes]
) -> None:
    """Pictures in the thread of its card, once that is there; else, and for other
    files, there is a button.
    """
    triage = await work.db.feedback.rules.triage()
    seen = _written([id for id, content in kept.items() if ending(content)])
    if triage is None or not seen:
        return
    parent = card_key(feedback, triage)
    if await work.db.deliveries.get(parent):
        draft = Draft(
            key=f"{feedback.subject}:files:{seen}",
            kind="feedback.files",
            args={"feedback": feedback.id, "ids": seen},
            place=triage.unthreaded(),
            parent=parent,
            due=work.now,
        )
        await post(work.db, draft)


def _senders(feedback: Feedback, ids: Sequence[int]) -> list[int]:
    return [
        voice.sender_id
        for voice in feedback.voices
        if voice.sender_id and any(file.id in ids for file in voice.files)
    ]


def _written(ids: Sequence[int]) -> str:
    return ".".join(str(id) for id in sorted(ids))


def _ids(scene: Scene) -> list[int]:
    return [int(id) for id in str(scene.args["ids"]).split(".")]
