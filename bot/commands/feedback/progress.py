"""How feedback goes on: corrected, taken, planned, fixed, declined, opened again."""

import re

from bot.arguments import Arguments, Who
from bot.cards.feedback import forms
from bot.cards.feedback.answers import wordless
from bot.commands.feedback.answers import first_words, untold
from bot.commands.feedback.at_hand import (
    field_of,
    number,
    pressed,
    shown,
    text_for,
    text_of,
    told,
    told_soon,
    visible,
    work,
    workable,
)
from bot.commands.feedback.ending import more, unsolved
from bot.commands.feedback.ways import ways
from bot.commands.task.at_hand import work as task_work
from bot.context import Context
from bot.drafts import forget
from bot.errors import UsageError, Way
from bot.events import Values
from bot.messages import Audience, Reply
from bot.model.draft import Opener
from bot.model.feedback import Feedback, State
from bot.model.feedback.life import NEXT, WORDED
from bot.registry import CommandHandler, Commands
from bot.rituals.feedback.sight import Sight
from bot.rituals.feedback.task import make_task

commands = Commands()
# What a command and a button are called, and the state they lead to.
STATES = {
    "start": State.WORKING,
    "plan": State.PLANNED,
    "wait": State.WAITING,
    "fixed": State.FIXED,
    "decline": State.DECLINED,
    "close": State.CLOSED,
    "reopen": State.WORKING,
}
TO = re.compile(r"^(?:to\b|给)\s*", re.I)
BECAUSE = re.compile(r"^(?:because(?: of)?\b|(?:因为|由于|原因))[\s:：,，]*", re.I)
ENDS = ("fixed", "decline")  # what is over can be closed
WAYS = (*ENDS, "start", "plan", "wait")
SAID = tuple(WORDED.values())  # those that go with words


async def _go(ctx: Context, found: Feedback, name: str, words: str) -> Feedback:
    """Brings it there; where somebody was first, who sent it reads these words, too.
    Raises UsageError where it cannot go.
    """
    state = STATES[name]
    if found.state is state:
        me = ctx.person.id
        return await work(ctx).reply(found, me, words) if words else found
    if state not in NEXT[found.state]:
        raise _not_now(ctx, found, state)
    if state is State.DECLINED and not words:
        again = f"feedback decline {found.number} …"
        raise UsageError("feedback-reason-missing", try_this=again)
    return await work(ctx).go(found, state, ctx.person.id, words)


def _not_now(ctx: Context, found: Feedback, state: State) -> UsageError:
    """That it cannot go there from here, with a button for each way that it can."""
    ending = state is State.CLOSED
    offered = ENDS if ending else ("reopen",) if found.state.answered else WAYS
    ways = tuple(
        Way(ctx.t(f"feedback-button-{name}"), f"feedback.{name}", str(found.id))
        for name in offered
        if STATES[name] in NEXT[found.state]
    )
    key = "feedback-cannot-close" if ending else "feedback-cannot"
    now = ctx.t(f"feedback-state-{found.state.value}")
    return UsageError(key, ways=ways, id=found.short, state=now)


async def _own(ctx: Context, wanted: int) -> Feedback | None:
    """What they only sent; it is theirs to open again."""
    found, sees = await visible(ctx, wanted)
    return found if sees is Sight.SENT else None


async def _propose(ctx: Context, found: Feedback) -> Reply:
    """What customers can be told: the same words as in the form, a button away, also
    where others were taken back before.
    """
    text = await first_words(ctx, found, "reply")
    await forget(ctx, Opener("feedback.reply", str(found.number)))
    return Reply(wordless(found, ctx.t, text), Audience.ONLY_YOU)


def _declare(name: str, *english: str, zh: tuple[str, ...]) -> CommandHandler:
    """Declares one way to go on, typed and pressed."""

    @commands.command(*ways(name, *english, zh=zh))
    async def typed(ctx: Context, args: Arguments) -> Reply | None:
        """Brings it there, with the words behind its number."""
        wanted = number(ctx, args, f"feedback-try-{name}")
        if name == "reopen" and (sent := await _own(ctx, wanted)):
            words = text_of(await ctx.readable(args.rest()))
            return await (more(ctx, sent, words) if words else unsolved(ctx, sent))
        found = await workable(ctx, wanted)
        words = BECAUSE.sub("", text_of(await ctx.readable(args.rest())))
        after = await _go(ctx, found, name, words)
        if words and name in SAID:
            return await told_soon(ctx, after)
        return await (_propose(ctx, after) if untold(after) else shown(ctx, after))

    @commands.button(f"feedback.{name}")
    async def press(ctx: Context, value: str) -> Reply | None:
        """The same; asks for the words where some belong to it."""
        found = await workable(ctx, pressed(value))
        if name in SAID and found.state is not STATES[name]:
            text = await text_for(ctx, found)
            first = await first_words(ctx, found, name)
            return Reply(forms.words(ctx.t, found, name, text, first))
        return await shown(ctx, await _go(ctx, found, name, ""))

    if name in SAID:

        @commands.form(f"feedback.{name}")
        async def fill(ctx: Context, values: Values, state: str) -> Reply:
            """Takes the words."""
            found = await workable(ctx, pressed(state))
            words = field_of(values, required=name == "decline")
            after = await _go(ctx, found, name, await ctx.readable(words))
            if words:
                return await told_soon(ctx, after)
            return told(ctx, f"feedback-told-{name}", after)

    return typed


_declare("start", "begin", "work", zh=("开始", "处理"))
_declare("plan", "planned", zh=("计划", "排期"))
_declare("wait", "waiting", "pending", zh=("等待", "等客户"))
_declare(
    "fixed", "fix", "solved", "done", "resolve", zh=("已修复", "修复", "解决", "完成")
)
decline = _declare("decline", "declined", zh=("拒绝", "不处理"))
_declare("close", "closed", zh=("关闭",))
_declare("reopen", "undo", zh=("重新打开", "重开", "撤销"))


@commands.command(*ways("take", "own", zh=("认领", "我来", "接手")))
async def take(ctx: Context, args: Arguments) -> Reply | None:
    """Makes it yours."""
    return await _take(ctx, number(ctx, args, "feedback-try-take"))


@commands.button("feedback.take")
async def press_take(ctx: Context, value: str) -> Reply | None:
    """The same, from a button."""
    return await _take(ctx, pressed(value))


def _called(rest: str) -> tuple[Who, ...]:
    """A name without an @ before it, and nothing else."""
    name = TO.sub("", rest.strip(" .。"))
    return (Who(name),) if name else ()


@commands.command(*ways("assign", "give", zh=("转交", "指派", "分配")))
async def assign(ctx: Context, args: Arguments) -> Reply | None:
    """Makes it somebody else's: feedback assign 7 @Li."""
    found = await workable(ctx, number(ctx, args, "feedback-try-assign"))
    whos = args.people() or _called(args.rest())
    people = await ctx.find_people(whos)
    if len(people) != 1:
        raise UsageError("feedback-one-owner", try_this=ctx.t("feedback-try-assign"))
    return await shown(ctx, await work(ctx).take(found, people[0].id, ctx.person.id))


@commands.command(*ways("task", zh=("转任务", "建任务")))
async def task(ctx: Context, args: Arguments) -> Reply | None:
    """Makes a task of it; each shows the other."""
    found = await workable(ctx, number(ctx, args, "feedback-try-task"))
    return await _task(ctx, found)


@commands.button("feedback.task")
async def press_task(ctx: Context, value: str) -> Reply | None:
    """The same, from a button."""
    return await _task(ctx, await workable(ctx, pressed(value)))


async def _take(ctx: Context, wanted: int) -> Reply | None:
    """Raises UsageError where somebody else was first."""
    found = await workable(ctx, wanted)
    me, owner_id = ctx.person.id, found.owner_id
    if owner_id not in (None, me):
        owner = await ctx.db.people.get(owner_id)
        again = ctx.t("feedback-try-over", number=str(found.number))
        if owner.active:
            raise UsageError(
                "feedback-taken", id=found.short, who=owner.name, try_this=again
            )
    return await shown(ctx, await work(ctx).take(found, me, me))


async def _task(ctx: Context, found: Feedback) -> Reply | None:
    if found.task_id is None:
        made = await make_task(work(ctx), task_work(ctx), found, ctx.person.id)
        found = made[0]
    return await shown(ctx, found)
