"""What is over: opened again by more words, or followed by something new, and asked
after for a week (PEERS H13, H18).
"""

from dataclasses import replace

from bot.model.feedback import Feedback, Source, UpdateKind, Voice
from bot.model.feedback.ending import ASKED, only_thanks, reopens
from bot.rituals.feedback.views import own_voices
from bot.rituals.feedback.work import ENDED, FeedbackWork
from bot.rituals.flow import Flow, World

flow = Flow()


@flow.job(ENDED)
async def ask_no_longer(world: World, feedback_id: int) -> None:
    """The question says that it is over; one that was asked anew is not."""
    async with world.store() as db:
        feedback = await db.feedback.get(feedback_id)
        if feedback is None or feedback.ended_at is None:
            return
        over = feedback.ended_at + ASKED
        if world.clock.now() < over:
            await db.jobs.put(ENDED, {feedback_id: over})
        else:
            await db.deliveries.touch(subject=feedback.subject)
        await db.commit()


async def hear(
    work: FeedbackWork,
    feedback: Feedback,
    by: int | None,
    text: str,
    *,
    source: Source = Source.TYPED,
    external: str | None = None,
) -> Feedback:
    """More words of who sent it, or (nobody) of their customer. What is open goes on;
    what was over too long is followed by something new, which is what comes back.
    """
    days = await work.db.feedback.rules.reopens()
    over = feedback.state.answered and not reopens(feedback, days, work.now)
    if not over or only_thanks(text):
        known = f"{source.value}:{external}" if external else None
        return await work.say(feedback, by, text, known)
    mine = own_voices(feedback, by).voices if by else ()
    first = next(iter(mine or feedback.voices))
    voice = _again(work, first, by, text)
    new = Feedback(
        opened_at=work.now,
        facts=feedback.facts,
        proposed=feedback.facts,
        follows_id=feedback.id,
        voices=(replace(voice, source=source, external=external),),
    )
    stored = await work.open(new, by, awaited=False)
    await work.record(feedback, None, UpdateKind.NOTE, f"→ {stored.short}")
    return stored


def _again(work: FeedbackWork, first: Voice, by: int | None, text: str) -> Voice:
    """The same customer's, as it was passed on at first."""
    return Voice(
        sender_id=by,
        text=text,
        said_at=work.now,
        customer=first.customer,
        order=first.order,
        outlet=first.outlet,
        market=first.market,
        language=first.language,
        private=True,
    )
