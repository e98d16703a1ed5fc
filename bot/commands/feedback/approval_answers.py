"""Saying whether something may be done for a customer: once, and by who was asked
(PEERS H19).
"""

import re

from bot.arguments import Arguments
from bot.cards.feedback import approval as cards
from bot.cards.feedback import approval_forms as forms
from bot.commands.feedback.approval_asking import approvals
from bot.commands.feedback.approval_words import wish_of
from bot.commands.feedback.at_hand import (
    field_of,
    number,
    pressed,
    text_of,
    workable,
)
from bot.commands.feedback.progress import decline
from bot.commands.feedback.ways import ways
from bot.commands.task.at_hand import in_place
from bot.context import Context
from bot.errors import NotAllowed, NotFound, UsageError
from bot.events import Values
from bot.messages import Audience, Reply
from bot.model.feedback import Feedback
from bot.model.feedback.approval import Approval, Outcome, Wish
from bot.registry import Commands
from bot.rituals.feedback.approval import open_of
from bot.rituals.feedback.views import approval_views

commands = Commands()
BECAUSE = re.compile(
    r"^(?:(?:because(?: of)?|since|with|comment)\b|因为|由于|原因|理由|备注)"
    r"[\s:：,，]*",
    re.IGNORECASE,
)


@commands.command(*ways("approve", "approved", zh=("同意", "批准")))
async def approve(ctx: Context, args: Arguments) -> Reply | None:
    """Says that it may be, with a comment or without: feedback approve 7 this once."""
    found = await workable(ctx, number(ctx, args, "feedback-try-approve"))
    asked, words = await _asked(ctx, found, args)
    if asked is None:
        again = ctx.t("feedback-try-approval").replace("7", str(found.number), 1)
        raise UsageError("feedback-approval-none", try_this=again, id=found.short)
    return await _answered(ctx, found, asked, Outcome.APPROVED, words)


@commands.command(*ways("reject", zh=("驳回",)))
async def reject(ctx: Context, args: Arguments) -> Reply | None:
    """Says that it may not be, and why: feedback reject 7 because …; where nothing was
    asked of you, the feedback itself is declined.
    """
    typed = args.typed
    found = await workable(ctx, number(ctx, args, "feedback-try-reject"))
    asked, words = await _asked(ctx, found, args)
    theirs = asked and (_theirs(asked, ctx.person.id) or await _stands_in(ctx, asked))
    if asked is None or not theirs:
        return await decline(ctx, Arguments(typed, ctx.local))
    if asked.waits and not words:
        again = f"feedback reject {found.number} …"
        raise UsageError("feedback-approval-reason", try_this=again)
    return await _answered(ctx, found, asked, Outcome.REJECTED, words)


@commands.button("feedback.approve")
async def press_approve(ctx: Context, value: str) -> Reply | None:
    """It may be."""
    found, asked = await _pressed(ctx, value)
    return await _answered(ctx, found, asked, Outcome.APPROVED, "")


@commands.button("feedback.approve-with")
async def press_with(ctx: Context, value: str) -> Reply | None:
    """Asks for the words that go with it."""
    return await _form(ctx, value, "approve-with")


@commands.button("feedback.reject")
async def press_reject(ctx: Context, value: str) -> Reply | None:
    """Asks why not."""
    return await _form(ctx, value, "reject")


@commands.form("feedback.approve-with")
async def fill_with(ctx: Context, values: Values, state: str) -> Reply | None:
    """It may be, with these words."""
    found, asked = await _pressed(ctx, state)
    words = await ctx.readable(field_of(values))
    return await _answered(ctx, found, asked, Outcome.APPROVED, words)


@commands.form("feedback.reject")
async def fill_reject(ctx: Context, values: Values, state: str) -> Reply | None:
    """It may not be, for this reason."""
    found, asked = await _pressed(ctx, state)
    words = await ctx.readable(field_of(values))
    return await _answered(ctx, found, asked, Outcome.REJECTED, words)


async def _form(ctx: Context, value: str, name: str) -> Reply | None:
    found, asked = await _pressed(ctx, value)
    if not asked.waits:
        return await _told(ctx, found, asked)
    await _check(ctx, found, asked)
    (view,) = await approval_views(ctx.db, (asked,))
    return Reply(forms.answer(ctx.t, found, view, name))


async def _answered(
    ctx: Context, found: Feedback, asked: Approval, outcome: Outcome, words: str
) -> Reply | None:
    """The first answer stands: whoever comes later is told what it was."""
    if not asked.waits:
        return await _told(ctx, found, asked)
    await _check(ctx, found, asked)
    me = ctx.person.id
    after = await approvals(ctx).answer(found, asked, outcome, me, words)
    return await _told(ctx, found, after)


async def _told(ctx: Context, found: Feedback, asked: Approval) -> Reply | None:
    (view,) = await approval_views(ctx.db, (asked,))
    card = cards.decided(found, view, ctx.t)

    async def said(audience: Audience) -> Reply:
        return Reply(card, Audience.ONLY_YOU)

    return await in_place(ctx, said)


async def _check(ctx: Context, found: Feedback, asked: Approval) -> None:
    """Raises UserError for who may not answer it, and for what is over."""
    (view,) = await approval_views(ctx.db, (asked,))
    if asked.asker_id == ctx.person.id:
        raise NotAllowed("feedback-approval-yours", who=view.asked)
    if asked.asked_id != ctx.person.id and not await _stands_in(ctx, asked):
        raise NotAllowed("feedback-approval-others", who=view.asked, id=found.short)
    if not found.state.open:
        state = ctx.t(f"feedback-state-{found.state.value}")
        raise UsageError("feedback-approval-over", id=found.short, state=state)


async def _stands_in(ctx: Context, asked: Approval) -> bool:
    """Whether who was asked has left, so that an admin may answer in their place."""
    if not ctx.person.is_admin:
        return False
    return not (await ctx.db.people.get(asked.asked_id)).active


async def _pressed(ctx: Context, value: str) -> tuple[Feedback, Approval]:
    """What a button is about, held for this unit. Raises NotFound."""
    wanted, _, id = value.partition(":")
    await workable(ctx, pressed(wanted))
    asked = await ctx.db.feedback.approvals.get(pressed(id))
    found = await ctx.db.feedback.hold(asked.feedback_id) if asked else None
    if found is None or asked is None or found.number != pressed(wanted):
        raise NotFound("feedback-approval-gone", id=f"F-{pressed(wanted)}")
    return found, asked


async def _asked(
    ctx: Context, found: Feedback, args: Arguments
) -> tuple[Approval | None, str]:
    """What is meant of all that was asked about it: what waits for them, by its word
    where that is several; else what they have answered; else what waits for others.
    With the words that go with the answer.
    """
    words = BECAUSE.sub("", text_of(await ctx.readable(args.rest())))
    every = (await ctx.db.feedback.approvals.of([found.id])).get(found.id, ())
    me, waiting = ctx.person.id, await open_of(ctx.db, found)
    mine = [each for each in waiting if each.asked_id == me]
    if len(mine) > 1:
        first, _, rest = words.partition(" ")
        named = [each for each in mine if each.wish.word == wish_of(first, None).word]
        if len(named) != 1:
            said = ctx.t.items(tuple(cards.wished(ctx.t, each.wish) for each in mine))
            raise UsageError("feedback-approval-which", what=said, id=found.short)
        return named[0], BECAUSE.sub("", rest)
    if mine and wish_of(words, None) == Wish(mine[0].wish.word):  # it is only named
        words = ""
    over = [each for each in every if not each.waits and _theirs(each, me)]
    kinds = mine, over, waiting, every
    return next((each[-1] for each in kinds if each), None), words


def _theirs(asked: Approval, me: int) -> bool:
    """Whether they are who was asked, or who has answered."""
    taken_back = asked.outcome is Outcome.WITHDRAWN
    return asked.asked_id == me or (asked.answered_by == me and not taken_back)
