"""What is said of feedback: to who sent it, among those who work on it, by the sender
(PEERS H10, H16, H20).
"""

from bot.arguments import Arguments
from bot.cards.feedback import forms
from bot.commands.feedback.answers import first_words
from bot.commands.feedback.at_hand import (
    field_of,
    number,
    pressed,
    text_for,
    text_of,
    told,
    told_soon,
    visible,
    work,
    workable,
)
from bot.commands.feedback.ways import ways
from bot.context import Context
from bot.errors import NotAllowed, UsageError
from bot.events import Values
from bot.messages import Reply
from bot.model.feedback import Feedback, State
from bot.model.feedback.life import SOLVED
from bot.registry import Commands
from bot.rituals.feedback.sight import Sight

commands = Commands()


@commands.command(*ways("reply", "answer", zh=("回复", "答复")))
async def reply(ctx: Context, args: Arguments) -> Reply:
    """Tells who sent it something: feedback reply 7 it is in stock again."""
    found = await workable(ctx, number(ctx, args, "feedback-try-reply"))
    words = await _words(ctx, args, "feedback-try-reply")
    return await _replied(ctx, found, words)


@commands.command(*ways("note", "internal", zh=("备注", "内部备注")))
async def note(ctx: Context, args: Arguments) -> Reply:
    """Writes something down for those who work on it; who sent it never reads it."""
    found = await workable(ctx, number(ctx, args, "feedback-try-note"))
    words = await _words(ctx, args, "feedback-try-note")
    await work(ctx).note(found, ctx.person.id, words)
    return told(ctx, "feedback-told-note", found)


@commands.command(*ways("say", "more", "update", zh=("补充", "更新")))
async def say(ctx: Context, args: Arguments) -> Reply:
    """Adds something to what you sent: feedback say 7 it happens on phones only."""
    found, _ = await visible(ctx, number(ctx, args, "feedback-try-say"))
    words = await _words(ctx, args, "feedback-try-say")
    return await _said(ctx, found, words)


@commands.command(*ways("follow", "watch", zh=("关注",)))
async def follow(ctx: Context, args: Arguments) -> Reply:
    """Lets you hear of everything about it."""
    found = await workable(ctx, number(ctx, args, "feedback-try-follow"))
    await work(ctx).follow(found, ctx.person.id, on=True)
    return told(ctx, "feedback-followed", found)


@commands.command(*ways("unfollow", "unwatch", zh=("取消关注",)))
async def unfollow(ctx: Context, args: Arguments) -> Reply:
    """Lets you hear no more of it."""
    found, sees = await visible(ctx, number(ctx, args, "feedback-try-follow"))
    if sees < Sight.MASKED:
        raise NotAllowed("feedback-not-yours", id=found.short)
    await work(ctx).follow(found, ctx.person.id, on=False)
    return told(ctx, "feedback-unfollowed", found)


@commands.button("feedback.reply")
async def press_reply(ctx: Context, value: str) -> Reply:
    """Asks for the words."""
    found = await workable(ctx, pressed(value))
    text, first = await text_for(ctx, found), await first_words(ctx, found, "reply")
    return Reply(forms.words(ctx.t, found, "reply", text, first))


@commands.form("feedback.reply")
async def fill_reply(ctx: Context, values: Values, state: str) -> Reply:
    """Takes them."""
    found = await workable(ctx, pressed(state))
    return await _replied(ctx, found, await ctx.readable(field_of(values)))


@commands.button("feedback.note")
async def press_note(ctx: Context, value: str) -> Reply:
    """Asks for the words."""
    found = await workable(ctx, pressed(value))
    return Reply(forms.words(ctx.t, found, "note", await text_for(ctx, found)))


@commands.form("feedback.note")
async def fill_note(ctx: Context, values: Values, state: str) -> Reply:
    """Takes them."""
    found = await workable(ctx, pressed(state))
    text = await ctx.readable(field_of(values))
    await work(ctx).note(found, ctx.person.id, text)
    return told(ctx, "feedback-told-note", found)


@commands.button("feedback.say")
async def press_say(ctx: Context, value: str) -> Reply:
    """Asks for the words."""
    found, _ = await visible(ctx, pressed(value))
    return Reply(forms.words(ctx.t, found, "say", await text_for(ctx, found)))


@commands.form("feedback.say")
async def fill_say(ctx: Context, values: Values, state: str) -> Reply:
    """Takes them."""
    found, _ = await visible(ctx, pressed(state))
    return await _said(ctx, found, await ctx.readable(field_of(values)))


@commands.button("feedback.solved")
async def press_solved(ctx: Context, value: str) -> Reply:
    """It solved it, says who sent it (H18)."""
    found, _ = await visible(ctx, pressed(value))
    return await _solved(ctx, found, solved=True)


@commands.button("feedback.unsolved")
async def press_unsolved(ctx: Context, value: str) -> Reply:
    """It did not: it is opened again."""
    found, _ = await visible(ctx, pressed(value))
    return await _solved(ctx, found, solved=False)


async def _solved(ctx: Context, found: Feedback, *, solved: bool) -> Reply:
    """Once, and only by who sent it."""
    if ctx.person.id not in found.senders:
        raise NotAllowed("feedback-sender-only", id=found.short)
    outcome = State.CLOSED if solved else State.WORKING
    if (found.state, found.solved) == (outcome, solved):
        return told(ctx, "feedback-thanks" if solved else "feedback-again", found)
    if found.state not in SOLVED:
        state = ctx.t(f"feedback-state-{found.state.value}")
        raise UsageError("feedback-cannot", id=found.short, state=state)
    await work(ctx).judge(found, ctx.person.id, solved=solved)
    return told(ctx, "feedback-thanks" if solved else "feedback-again", found)


async def _replied(ctx: Context, found: Feedback, words: str) -> Reply:
    await work(ctx).reply(found, ctx.person.id, words)
    return await told_soon(ctx, found)


async def _said(ctx: Context, found: Feedback, words: str) -> Reply:
    """Adds to an open one; what is over is opened again by it (H13)."""
    if ctx.person.id in found.senders:
        await work(ctx).say(found, ctx.person.id, words)
    else:
        await work(ctx).note(found, ctx.person.id, words)
    return told(ctx, "feedback-told-say", found)


async def _words(ctx: Context, args: Arguments, example: str) -> str:
    """The words behind the number. Raises UsageError where there are none."""
    words = text_of(await ctx.readable(args.rest()))
    if not words:
        raise UsageError("feedback-words-missing", try_this=ctx.t(example))
    return words
