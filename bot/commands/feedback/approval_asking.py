"""Asking for somebody's word: whether it has to be asked at all, and of whom."""

from dataclasses import dataclass, replace

from bot.cards.feedback import approval as cards
from bot.commands.feedback.at_hand import work
from bot.context import Context
from bot.errors import UsageError
from bot.messages import Audience, Line, Reply
from bot.model.area.duty import Presence
from bot.model.feedback import Feedback
from bot.model.feedback.approval import (
    Approval,
    ApprovalRule,
    Money,
    Verdict,
    Wish,
    judged,
    rule_for,
)
from bot.model.people import Person, Role
from bot.rituals.feedback.approval import Approvals, open_of, whom
from bot.rituals.feedback.views import approval_views

TRY = "feedback-try-approval"


@dataclass(frozen=True, slots=True)
class Asking:
    """What somebody asks for; `whom` only where they named somebody themselves."""

    wish: Wish
    why: str = ""
    whom: Person | None = None


def approvals(ctx: Context) -> Approvals:
    """The tools to ask and answer with."""
    return Approvals(work(ctx), ctx.calendar)


async def ask(ctx: Context, found: Feedback, asking: Asking) -> Reply:
    """Asks, if it has to be asked at all. Raises UsageError."""
    check_open(ctx, found)
    wish = asking.wish
    rule = rule_for(wish, await ctx.db.feedback.approvals.rules())
    verdict = judged(rule, wish.money)
    if rule and rule.wish.money and wish.money and not wish.money.currency:
        money = Money(wish.money.amount, rule.wish.money.currency)
        wish = replace(wish, money=money)
    if rule and verdict is Verdict.WITHIN and asking.whom is None:
        await approvals(ctx).within(found, wish, ctx.person.id)
        card = cards.within(found, wish, rule, ctx.t)
        return Reply(card, Audience.ONLY_YOU)
    if known := await open_of(ctx.db, found, wish.word):
        raise await _known(ctx, found, known[-1])
    wanted = _wanted_of(
        ctx, found, asking, rule if verdict is not Verdict.WITHIN else None
    )
    there, to = await whom(ctx.db, wanted, ctx.person.id, ctx.now)
    if to is None and asking.whom is not None:  # whom the rule names is here no longer
        there, to = await whom(ctx.db, asking.whom.id, ctx.person.id, ctx.now)
    if to is None:
        raise UsageError("feedback-approval-whom", try_this=again(ctx, found))
    new = Approval(
        feedback_id=found.id,
        wish=wish,
        reason=asking.why,
        asker_id=ctx.person.id,
        asked_id=to,
        asked_at=ctx.now,
    )
    stored = await approvals(ctx).ask(found, new)
    (view,) = await approval_views(ctx.db, (stored,))
    notes = await _notes(ctx, wanted, to, there)
    if rule and verdict is not Verdict.WITHIN:
        notes = [cards.ruled(ctx.t, rule, verdict, view.asked), *notes]
    return Reply(cards.sent(found, view, ctx.t, notes), Audience.ONLY_YOU)


async def _known(ctx: Context, found: Feedback, asked: Approval) -> UsageError:
    """That the same waits already, and how who asked takes it back."""
    (view,) = await approval_views(ctx.db, (asked,))
    what = cards.wished(ctx.t, asked.wish)
    if asked.asker_id != ctx.person.id:
        key = "feedback-approval-asked-by"
        return UsageError(key, who=view.asked, asker=view.asker, what=what)
    return UsageError(
        "feedback-approval-asked-already",
        try_this=f"feedback approval {found.number} withdraw",
        who=view.asked,
        what=what,
    )


def _wanted_of(
    ctx: Context, found: Feedback, asking: Asking, rule: ApprovalRule | None
) -> int:
    """Who is to decide: as the rule says, else as they wish, else who leads them.
    Raises UsageError where nobody is.
    """
    me, leads = ctx.person.id, ctx.person.manager_id
    if asking.whom is not None and asking.whom.id == me:
        raise UsageError("feedback-approval-own", try_this=again(ctx, found))
    if asking.whom is not None and asking.whom.role is Role.GUEST:
        name = asking.whom.name
        said = again(ctx, found)
        raise UsageError("feedback-approval-guest", try_this=said, name=name)
    ruled = (
        (rule.person_id if rule.person_id != me else None) or leads if rule else None
    )
    chosen = ruled or (asking.whom.id if asking.whom else None) or leads
    if chosen is None:
        raise UsageError("feedback-approval-whom", try_this=again(ctx, found))
    return chosen


async def _notes(ctx: Context, wanted: int, to: int, there: Presence) -> list[Line]:
    """That somebody else is asked, or that it may take a while."""
    if there.here(wanted):
        return []
    people = await ctx.db.people.some([wanted, to])
    until = there.until(wanted)
    other = people[to].name if to != wanted else ""
    return [cards.away(ctx.t, people[wanted].name, until, other)]


def again(ctx: Context, found: Feedback) -> str:
    """How it is typed about this one."""
    return ctx.t(TRY).replace("7", str(found.number), 1)


def check_open(ctx: Context, found: Feedback) -> None:
    """Raises UsageError for what is over."""
    if not found.state.open:
        state = ctx.t(f"feedback-state-{found.state.value}")
        raise UsageError("feedback-approval-over", id=found.short, state=state)
