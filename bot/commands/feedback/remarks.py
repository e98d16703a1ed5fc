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
from bot.commands.feedback.ending import more
from bot.commands.feedback.files import brings, brought
from bot.commands.feedback.ways import ways
from bot.context import Context
from bot.errors import NotAllowed, UsageError
from bot.events import Values
from bot.messages import Reply
from bot.model.feedback import Feedback
from bot.registry import Commands
from bot.rituals.feedback.sight import Sight

commands = Commands()


@commands.command(*ways("reply", "answer", zh=("回复", "答复")))
async def reply(ctx: Context, args: Arguments) -> Reply:
    """Tells who sent it something: feedback reply 7 it is in stock again."""
    found = await workable(ctx, number(ctx, args, "feedback-try-reply"))
    words = await _words(ctx, args, "feedback-try-reply", found)
    return await _replied(ctx, found, words)


@commands.command(*ways("note", "internal", zh=("备注", "内部备注")))
async def note(ctx: Context, args: Arguments) -> Reply:
    """Writes something down for those who work on it; who sent it never reads it."""
    found = await workable(ctx, number(ctx, args, "feedback-try-note"))
    words = await _words(ctx, args, "feedback-try-note", found)
    await work(ctx).note(found, ctx.person.id, words)
    return told(ctx, "feedback-told-note", found)


@commands.command(*ways("say", "more", "update", zh=("补充", "更新")))
async def say(ctx: Context, args: Arguments) -> Reply:
    """Adds something to what you sent: feedback say 7 it happens on phones only."""
    found, _ = await visible(ctx, number(ctx, args, "feedback-try-say"))
    words = await _words(ctx, args, "feedback-try-say", found)
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


async def _replied(ctx: Context, found: Feedback, words: str) -> Reply:
    await work(ctx).reply(found, ctx.person.id, words)
    return await told_soon(ctx, found)


async def _said(ctx: Context, found: Feedback, words: str) -> Reply:
    """Adds to an open one; what is over is opened again by who sent it (H13)."""
    if ctx.person.id in found.senders:
        return await more(ctx, found, words)
    await work(ctx).note(found, ctx.person.id, words)
    await brought(ctx, found)
    return told(ctx, "feedback-told-say", found)


async def _words(ctx: Context, args: Arguments, example: str, found: Feedback) -> str:
    """The words behind the number. Raises UsageError where there are none."""
    words = text_of(await ctx.readable(args.rest())) or brings(ctx)
    if not words:
        again = ctx.t(example).replace("7", str(found.number), 1)
        raise UsageError("feedback-words-missing", try_this=again)
    return words
