"""What a reader sees beside feedback."""

from collections.abc import Sequence
from dataclasses import replace

from bot.cards.feedback import FeedbackView
from bot.model.feedback import Feedback
from bot.model.risk import OriginKind
from bot.ports import UnitOfWork
from bot.rituals.feedback.likely import before, homes, likely
from bot.rituals.risk.views import numbers as numbers_of_risks


async def views(
    db: UnitOfWork,
    found: Sequence[Feedback],
    *,
    whole: bool,
    voices_of: int | None = None,
) -> list[FeedbackView]:
    """Feedback with the names beside it, in the same order; of its voices, where
    somebody is named, only those that they passed on: others are not theirs to read.
    """
    if voices_of is not None:
        found = [own_voices(each, voices_of) for each in found]
    ids = {id for each in found for id in (each.owner_id, *each.senders) if id}
    people = await db.people.some(sorted(ids)) if ids else {}
    tasks = await db.tasks.some([each.task_id for each in found if each.task_id])
    numbers = {task.id: task.number for task in tasks}
    same, gone = await likely(db, found), await homes(db, found)
    led = await before(db, found)
    risks = await numbers_of_risks(db, OriginKind.FEEDBACK, [each.id for each in found])

    def name(id: int | None) -> str:
        return people[id].name if id in people else ""

    return [
        FeedbackView(
            each,
            whole,
            sender=name(_sender(each)),
            behalf=name(_behalf(each)),
            owner=name(each.owner_id),
            task=numbers.get(each.task_id or 0, 0),
            likely=same.get(each.id),
            home=gone.get(each.id, 0),
            follows=led.get(each.id, 0),
            risk=risks.get(each.id, 0),
        )
        for each in found
    ]


def _sender(feedback: Feedback) -> int | None:
    """Who passed on the first words; where no colleague did, nobody."""
    first = next(iter(feedback.voices), None)
    return (first.sender_id or first.behalf_id) if first else None


def _behalf(feedback: Feedback) -> int | None:
    """For whom, where that is somebody else."""
    first = next(iter(feedback.voices), None)
    return first.behalf_id if first and first.sender_id else None


def own_voices(feedback: Feedback, person_id: int) -> Feedback:
    """The feedback with what this person passed on, and nobody else."""
    mine = (
        voice
        for voice in feedback.voices
        if person_id in (voice.sender_id, voice.behalf_id)
    )
    return replace(feedback, voices=tuple(mine))
