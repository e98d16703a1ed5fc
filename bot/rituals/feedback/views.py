"""What a reader sees beside feedback."""

from collections.abc import Sequence

from bot.cards.feedback import FeedbackView
from bot.model.feedback import Feedback
from bot.ports import UnitOfWork


async def views(
    db: UnitOfWork, found: Sequence[Feedback], *, whole: bool
) -> list[FeedbackView]:
    """Feedback with the names beside it, in the same order."""
    ids = {id for each in found for id in (each.owner_id, *each.senders) if id}
    people = await db.people.some(sorted(ids)) if ids else {}
    tasks = await db.tasks.some([each.task_id for each in found if each.task_id])
    numbers = {task.id: task.number for task in tasks}

    def name(id: int | None) -> str:
        return people[id].name if id in people else ""

    return [
        FeedbackView(
            each,
            whole,
            sender=name(next(iter(each.senders), None)),
            owner=name(each.owner_id),
            task=numbers.get(each.task_id or 0, 0),
        )
        for each in found
    ]
