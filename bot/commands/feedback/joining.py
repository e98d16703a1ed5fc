"""Saying that two are the same, and that they are not after all (PEERS H14)."""

import re

from bot.arguments import Arguments
from bot.commands.feedback.add import add
from bot.commands.feedback.at_hand import LETTER, pressed, told, work
from bot.commands.feedback.ways import ways
from bot.context import Context
from bot.errors import NotAllowed, NotFound, UsageError
from bot.events import Commanded, Pressed, Said
from bot.messages import Reply
from bot.model.feedback import Feedback, State
from bot.registry import Commands
from bot.rituals.feedback import joining as flow
from bot.rituals.feedback.likely import home
from bot.rituals.feedback.sight import Sight, sight

commands = Commands()
FEEDBACK = re.compile(
    r"^.*?(?:feedbacks?|反馈|客诉)[\s:：]*", re.IGNORECASE | re.DOTALL
)
BETWEEN = ("with", "to", "into", "and", "到", "与", "和", "进", "并入", "跟")


@commands.command(*ways("join", "merge", zh=("合并", "并入")))
async def join(ctx: Context, args: Arguments) -> Reply | None:
    """Makes two one that say the same: feedback join 9 with 3."""
    args.keyword("feedback", "反馈")
    one = args.number(LETTER)
    if one is None and args:
        return await _as_feedback(ctx)
    args.keyword(*BETWEEN)
    other = args.number(LETTER)
    if one is None or other is None:
        raise UsageError("feedback-join-two", try_this=ctx.t("feedback-try-join"))
    return await _join(ctx, one, other)


@commands.button("feedback.join")
async def press_join(ctx: Context, value: str) -> Reply | None:
    """The same, as it was proposed: "9:3"."""
    one, _, other = value.partition(":")
    return await _join(ctx, pressed(one), pressed(other))


@commands.command(*ways("part", "unmerge", zh=("取消合并", "分开")))
async def part(ctx: Context, args: Arguments) -> Reply | None:
    """Makes two of them again: feedback part 9."""
    args.keyword("feedback", "反馈")
    wanted = args.number(LETTER)
    if wanted is None and args:
        return await _as_feedback(ctx)
    if wanted is None:
        raise UsageError("feedback-number-missing", try_this=ctx.t("feedback-try-part"))
    return await _part(ctx, wanted)


@commands.button("feedback.part")
async def press_part(ctx: Context, value: str) -> Reply | None:
    """The same, from a button."""
    return await _part(ctx, pressed(value))


@commands.button("feedback.differ")
async def press_differ(ctx: Context, value: str) -> Reply | None:
    """They are not the same: it is proposed no more."""
    found, sees = await _seen(ctx, pressed(value))
    if sees is Sight.NOTHING:
        raise _unknown(pressed(value))
    await flow.differ(work(ctx), found)
    return await _said(ctx, "feedback-differ-done", found)


async def _as_feedback(ctx: Context) -> Reply:
    """A customer's words that begin like a command: "part of the order is missing"."""
    text = ctx.event.text if isinstance(ctx.event, Commanded | Said) else ""
    return await add(ctx, Arguments(FEEDBACK.sub("", text, count=1), ctx.local))


async def _join(ctx: Context, one_number: int, other_number: int) -> Reply | None:
    await _hold(ctx, one_number, other_number)
    one, sees = await _seen(ctx, one_number)
    other, sees_other = await _seen(ctx, other_number)
    proposed = (await ctx.db.feedback.alike.proposed([one.id])).get(one.id)
    likely = proposed is not None and proposed.number == other.number
    if sees is Sight.NOTHING:
        raise _unknown(one_number)
    if sees_other is Sight.NOTHING and not likely:
        raise _unknown(other_number)
    if one.id == other.id:
        return await _already(ctx, one, one_number, other_number)
    if not likely and Sight.SENT in (sees, sees_other):
        raise NotAllowed("feedback-not-yours", id=one.short)
    for each in (one, other):
        if not each.state.open:
            state = ctx.t(f"feedback-state-{each.state.value}")
            again = f"feedback reopen {each.number}"
            raise UsageError(
                "feedback-cannot", try_this=again, id=each.short, state=state
            )
    after = await flow.join(work(ctx), one, other, ctx.person.id)
    return await _said(ctx, "feedback-join-done", one, after)


async def _already(ctx: Context, found: Feedback, one: int, other: int) -> Reply | None:
    """They are one by now, or have been from the start."""
    if one == other:
        raise UsageError("feedback-join-two", try_this=ctx.t("feedback-try-join"))
    gone = one if found.number == other else other
    raw = await ctx.db.feedback.numbered(gone)
    return await _said(ctx, "feedback-join-done", raw or found, found)


async def _part(ctx: Context, wanted: int) -> Reply | None:
    raw = await ctx.db.feedback.numbered(wanted)
    found, sees = await _seen(ctx, wanted)
    if raw is None or sees is Sight.NOTHING:
        raise _unknown(wanted)
    if sees < Sight.MASKED:
        raise NotAllowed("feedback-not-yours", id=raw.short)
    if raw.state is not State.JOINED:
        return await _said(ctx, "feedback-part-done", raw)
    after = await flow.part(work(ctx), raw, found, ctx.person.id)
    return await _said(ctx, "feedback-part-done", after)


async def _hold(ctx: Context, *wanted: int) -> None:
    """Keeps both from everybody else, in one order: nobody waits in a ring."""
    for number in sorted(set(wanted)):
        await ctx.db.feedback.numbered(number)


async def _seen(ctx: Context, wanted: int) -> tuple[Feedback, Sight]:
    """What it is by now, and how much of that they see."""
    found = await ctx.db.feedback.numbered(wanted)
    if found is None:
        raise _unknown(wanted)
    now = await home(ctx.db, found)
    return now, await sight(ctx.db, now, ctx.person, ctx.here)


def _unknown(wanted: int) -> NotFound:
    id = f"{LETTER}-{wanted}"
    return NotFound("feedback-unknown", try_this="feedback list", id=id)


async def _said(
    ctx: Context, key: str, feedback: Feedback, other: Feedback | None = None
) -> Reply | None:
    """What was done: the card that was pressed shows it by itself."""
    if isinstance(ctx.event, Pressed) and ctx.event.card is not None:
        showing = await ctx.db.deliveries.showing(ctx.event.card)
        if showing is not None:
            await ctx.db.deliveries.touch(key=showing.draft.key)
            return None
    if other is None:
        return told(ctx, key, feedback)
    return told(ctx, key, feedback, other=other.short, count=len(other.voices))
