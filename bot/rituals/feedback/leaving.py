"""Words that leave in a moment: whoever said them sees until when they come back
(PEERS H11).
"""

from datetime import datetime

from bot.cards.feedback.leaving import leaving, subject_of
from bot.messages import Card
from bot.model.feedback import Feedback
from bot.model.feedback.life import UNDO
from bot.ports import Translate, UnitOfWork
from bot.rituals.feedback.undo import Words, words_of
from bot.rituals.flow import Flow, Scene, World

LEFT = "feedback.left"
flow = Flow()


@flow.job(LEFT)
async def left(world: World, feedback_id: int) -> None:
    """They have left: nothing offers to take them back any more."""
    async with world.store() as db:
        if feedback := await db.feedback.get(feedback_id):
            await db.deliveries.touch(subject=subject_of(feedback))
            await db.commit()


@flow.notice("feedback.leaving")
async def tell_leaving(scene: Scene) -> Card | None:
    """The same message, as it is by now; what was taken back says so itself."""
    feedback = await scene.db.feedback.get(scene.number("feedback"))
    if feedback is None or scene.reader is None:
        return None
    story = await scene.db.feedback.log.of(feedback.id)
    words = words_of(story, scene.number("update"), scene.reader.id)
    return await on_its_way(scene.db, scene.t, feedback, words, scene.now)


async def on_its_way(
    db: UnitOfWork, t: Translate, feedback: Feedback, words: Words | None, now: datetime
) -> Card | None:
    """Somebody's words, and whether they can still be taken back."""
    if words is None:
        return None
    people = await db.people.some(feedback.senders)
    here = any(person.active for person in people.values()) or not feedback.senders
    told, first = words.form if here else "nobody", words.updates[0]
    soon = now < first.at + UNDO
    return leaving(feedback, t, words.text, told, first.id, soon=soon)
