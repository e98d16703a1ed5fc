"""What is said of requests: to who is asked, to who asked; and as time goes by."""

from bot.cards.feedback import approval as cards
from bot.messages import Card
from bot.model.feedback import Feedback, State
from bot.model.feedback.approval import Approval
from bot.model.people import Person
from bot.ports import UnitOfWork
from bot.rituals.feedback.approval import (
    AGAIN,
    ANSWERED,
    ASKED,
    WAITS,
    Approvals,
    open_of,
)
from bot.rituals.feedback.news import told_key
from bot.rituals.feedback.sight import Sight, sight
from bot.rituals.feedback.views import approval_views
from bot.rituals.feedback.work import DECIDED, FeedbackWork
from bot.rituals.flow import Flow, Scene, World

flow = Flow()


@flow.job(WAITS)
async def wait(world: World, approval_id: int) -> None:
    """Sees to what nobody has answered yet."""
    async with world.store() as db:
        approval = await db.feedback.approvals.get(approval_id)
        feedback = await db.feedback.hold(approval.feedback_id) if approval else None
        approval = await db.feedback.approvals.get(approval_id)  # now nobody else can
        if approval and approval.waits and feedback and feedback.state.open:
            await (await _approvals(world, db)).look_again(feedback, approval)
            await db.commit()


@flow.job(DECIDED)
async def end(world: World, feedback_id: int) -> None:
    """What is over needs nobody's word any more."""
    async with world.store() as db:
        feedback = await db.feedback.hold(feedback_id)
        if feedback is None or feedback.state.open:
            return
        approvals = await _approvals(world, db)
        for each in await open_of(db, feedback):
            await approvals.withdraw(feedback, each, None)
        await db.commit()


@flow.notice(f"feedback.{ASKED}")
async def tell_asked(scene: Scene) -> Card | None:
    """What somebody is to say yes or no to; once that is over, what became of it."""
    return await _asked(scene, ASKED)


@flow.notice(f"feedback.{AGAIN}")
async def tell_again(scene: Scene) -> Card | None:
    """The same once more, after a working day."""
    return await _asked(scene, AGAIN)


@flow.notice(f"feedback.{ANSWERED}")
async def tell_answered(scene: Scene) -> Card | None:
    """What was decided."""
    found = await _found(scene)
    if found is None or found[1].waits or scene.reader is None:
        return None
    feedback, approval = found
    whole = await sight(scene.db, feedback, scene.reader) is Sight.WHOLE
    (view,) = await approval_views(scene.db, (approval,))
    return cards.answered(feedback, view, scene.t, whole=whole)


async def _asked(scene: Scene, kind: str) -> Card | None:
    """What was over before it left is not sent any more."""
    found = await _found(scene)
    if found is None or scene.reader is None:
        return None
    feedback, approval = found
    reader = scene.reader
    waits = approval.waits and feedback.state.open and reader.id == approval.asked_id
    if not waits and not await _came(scene, feedback, kind, approval, reader):
        return None
    whole = await sight(scene.db, feedback, reader) is Sight.WHOLE
    if feedback.state is State.JOINED:  # its words are elsewhere
        feedback = await scene.db.feedback.get(feedback.joined_to or 0) or feedback
    (view,) = await approval_views(scene.db, (approval,))
    again = kind == AGAIN
    return cards.asked(
        feedback, view, scene.t, reader.id, whole=whole, waits=waits, again=again
    )


async def _came(
    scene: Scene, feedback: Feedback, kind: str, approval: Approval, reader: Person
) -> bool:
    """Whether its reader has it already."""
    key = told_key(feedback, kind, approval.id, reader.id)
    sent = await scene.db.deliveries.get(key)
    return sent is not None and sent.message is not None


async def _found(scene: Scene) -> tuple[Feedback, Approval] | None:
    approval = await scene.db.feedback.approvals.get(scene.number("approval"))
    feedback = await scene.db.feedback.get(approval.feedback_id) if approval else None
    return (feedback, approval) if feedback and approval else None


async def _approvals(world: World, db: UnitOfWork) -> Approvals:
    organization = await db.people.organization()
    work = FeedbackWork(db, organization, world.clock.now())
    return Approvals(work, world.calendar)
