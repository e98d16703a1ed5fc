"""What may be done for a customer only if somebody says so, and a rule for it."""

from decimal import Decimal

from bot.model.feedback.approval import (
    Approval,
    ApprovalRule,
    Money,
    Outcome,
    Wish,
)
from tests.driver import Member, Team


async def requests(team: Team, anna: Member, bo: Member, hard: str) -> None:
    """Anna asked Bo about the first feedback, and Bo has answered."""
    now, wish = team.clock.now(), Wish("refund", hard, Money(Decimal("800.50"), "CNY"))
    async with team.store() as db:
        known = await db.people.known([anna.ref, bo.ref])
        (found, *_) = await db.feedback.where()
        new = Approval(
            feedback_id=found.id,
            wish=wish,
            reason=hard,
            asker_id=known[anna.ref].id,
            asked_id=known[bo.ref].id,
            asked_at=now,
            reminded_at=now,
            outcome=Outcome.APPROVED,
            answered_by=known[bo.ref].id,
            answered_at=now,
            comment=hard,
        )
        await db.feedback.approvals.add(new)
        await db.feedback.approvals.keep_rule(ApprovalRule(wish, new.asked_id))
        await db.commit()
