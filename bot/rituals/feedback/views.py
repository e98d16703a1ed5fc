"""What a reader sees beside feedback."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from bot.cards.feedback import FeedbackView
from bot.cards.feedback.approval import ApprovalView
from bot.model.feedback import Feedback
from bot.model.feedback.approval import Approval
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
        mine = [own_voices(each, voices_of) for each in found]
        return await _beside(db, mine, whole=whole)
    asked = await _asked(db, found)
    return [
        replace(view, approvals=asked.get(view.feedback.id, ()))
        for view in await _beside(db, found, whole=whole)
    ]


async def _beside(
    db: UnitOfWork, found: Sequence[Feedback], *, whole: bool
) -> list[FeedbackView]:
    """The same, whoever reads it."""
    ids = {
        id
        for each in found
        for id in (each.owner_id, *each.senders, *each.followers)
        if id
    }
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
            followers=tuple(people[id].name for id in each.followers if id in people),
        )
        for each in found
    ]


async def _asked(
    db: UnitOfWork, found: Sequence[Feedback]
) -> Mapping[int, tuple[ApprovalView, ...]]:
    """What was asked about each, among those who work on it."""
    asked = await db.feedback.approvals.of([each.id for each in found])
    every = [each for requests in asked.values() for each in requests]
    shown = {view.approval.id: view for view in await approval_views(db, every)}
    return {
        id: tuple(shown[each.id] for each in requests) for id, requests in asked.items()
    }


async def approval_views(
    db: UnitOfWork, found: Sequence[Approval]
) -> list[ApprovalView]:
    """Requests with the names beside them, in the same order."""
    ids = {id for a in found for id in (a.asker_id, a.asked_id, a.answered_by) if id}
    people = await db.people.some(sorted(ids)) if ids else {}
    names = {id: person.name for id, person in people.items()}
    return [
        ApprovalView(
            each,
            asker=names.get(each.asker_id, ""),
            asked=names.get(each.asked_id, ""),
            by=names.get(each.answered_by or 0, ""),
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
