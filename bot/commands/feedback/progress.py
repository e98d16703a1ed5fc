"""How feedback goes on: corrected, taken, planned, fixed, declined, opened again."""

from dataclasses import replace

from bot.arguments import Arguments
from bot.cards.feedback import forms
from bot.commands.feedback.at_hand import (
    field_of,
    number,
    pressed,
    shown,
    text_of,
    told,
    visible,
    work,
    workable,
)
from bot.commands.feedback.sentence import read_severity, read_step
from bot.commands.feedback.ways import ways
from bot.commands.task.at_hand import work as task_work
from bot.context import Context
from bot.errors import UsageError
from bot.events import Values
from bot.messages import Reply
from bot.model.feedback import FIELD_LIMIT, Feedback, Kind, State
from bot.model.feedback.life import NEXT
from bot.model.text import tidy
from bot.registry import Commands
from bot.rituals.feedback.task import make_task, outcome

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
SAID = ("plan", "wait", "fixed", "decline")  # those that go with words


async def _go(ctx: Context, found: Feedback, name: str, words: str) -> Feedback:
    """Brings it there. Raises UsageError where it cannot go."""
    state = STATES[name]
    if found.state is state:
        return found
    if state not in NEXT[found.state]:
        now = ctx.t(f"feedback-state-{found.state.value}")
        raise UsageError("feedback-cannot", id=found.short, state=now)
    if state is State.DECLINED and not words:
        again = f"feedback decline {found.number} …"
        raise UsageError("feedback-reason-missing", try_this=again)
    return await work(ctx).go(found, state, ctx.person.id, words)


def _declare(name: str, *english: str, zh: tuple[str, ...]) -> None:
    """Declares one way to go on, typed and pressed."""

    @commands.command(*ways(name, *english, zh=zh))
    async def typed(ctx: Context, args: Arguments) -> Reply | None:
        """Brings it there, with the words behind its number."""
        found = await workable(ctx, number(ctx, args, f"feedback-try-{name}"))
        words = text_of(await ctx.readable(args.rest()))
        return await shown(ctx, await _go(ctx, found, name, words))

    @commands.button(f"feedback.{name}")
    async def press(ctx: Context, value: str) -> Reply | None:
        """The same; asks for the words where some belong to it."""
        found = await workable(ctx, pressed(value))
        if name in SAID and found.state is not STATES[name]:
            first = await outcome(ctx.db, found) if name == "fixed" else ""
            return Reply(forms.words(ctx.t, found, name, found.text, first))
        return await shown(ctx, await _go(ctx, found, name, ""))

    if name in SAID:

        @commands.form(f"feedback.{name}")
        async def fill(ctx: Context, values: Values, state: str) -> Reply:
            """Takes the words."""
            found = await workable(ctx, pressed(state))
            words = field_of(values, required=name == "decline")
            after = await _go(ctx, found, name, words)
            return told(ctx, f"feedback-told-{name}", after)


_declare("start", "begin", "work", zh=("开始", "处理"))
_declare("plan", "planned", zh=("计划", "排期"))
_declare("wait", "waiting", "pending", zh=("等待", "等客户"))
_declare(
    "fixed", "fix", "solved", "done", "resolve", zh=("已修复", "修复", "解决", "完成")
)
_declare("decline", "declined", "reject", zh=("拒绝", "不处理", "驳回"))
_declare("close", "closed", zh=("关闭",))
_declare("reopen", "undo", zh=("重新打开", "重开", "撤销"))


@commands.command(*ways("take", "own", "mine", zh=("认领", "我来", "接手")))
async def take(ctx: Context, args: Arguments) -> Reply | None:
    """Makes it yours."""
    found = await workable(ctx, number(ctx, args, "feedback-try-take"))
    return await shown(ctx, await work(ctx).take(found, ctx.person.id, ctx.person.id))


@commands.button("feedback.take")
async def press_take(ctx: Context, value: str) -> Reply | None:
    """The same, from a button."""
    found = await workable(ctx, pressed(value))
    return await shown(ctx, await work(ctx).take(found, ctx.person.id, ctx.person.id))


@commands.command(*ways("assign", "give", zh=("转交", "指派", "分配")))
async def assign(ctx: Context, args: Arguments) -> Reply | None:
    """Makes it somebody else's: feedback assign 7 @Li."""
    found = await workable(ctx, number(ctx, args, "feedback-try-assign"))
    people = await ctx.find_people(args.people())
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


@commands.button("feedback.step")
async def pick_step(ctx: Context, value: str) -> Reply | None:
    """Corrects where it hurts, in one tap."""
    found, named = await _picked(ctx, value)
    facts = replace(found.facts, step=read_step(named))
    return await shown(ctx, await work(ctx).correct(found, facts, ctx.person.id))


@commands.button("feedback.severity")
async def pick_severity(ctx: Context, value: str) -> Reply | None:
    """Corrects how bad it is, in one tap."""
    found, named = await _picked(ctx, value)
    facts = replace(found.facts, severity=read_severity(named))
    return await shown(ctx, await work(ctx).correct(found, facts, ctx.person.id))


@commands.button("feedback.correct")
async def press_correct(ctx: Context, value: str) -> Reply:
    """Opens everything that was read; who sent it may correct it, too."""
    found, _ = await visible(ctx, pressed(value))
    return Reply(forms.correct(ctx.t, found))


@commands.form("feedback.correct")
async def fill_correct(ctx: Context, values: Values, state: str) -> Reply:
    """Takes the corrections."""
    found, _ = await visible(ctx, pressed(state))
    kinds = {each.value: each for each in Kind}
    facts = replace(
        found.facts,
        step=read_step(str(values.get("step") or found.facts.step.value)),
        severity=read_severity(
            str(values.get("severity") or found.facts.severity.value)
        ),
        kind=kinds.get(str(values.get("kind")), found.facts.kind),
        sku=tidy(str(values.get("sku") or ""))[:FIELD_LIMIT].upper(),
        market=tidy(str(values.get("market") or ""))[:FIELD_LIMIT].upper(),
    )
    after = await work(ctx).correct(found, facts, ctx.person.id)
    return told(ctx, "feedback-corrected", after)


async def _task(ctx: Context, found: Feedback) -> Reply | None:
    if found.task_id is None:
        made = await make_task(work(ctx), task_work(ctx), found, ctx.person.id)
        found = made[0]
    return await shown(ctx, found)


async def _picked(ctx: Context, value: str) -> tuple[Feedback, str]:
    """The feedback and the choice that an option holds: "7:cart"."""
    wanted, _, named = value.partition(":")
    return await workable(ctx, pressed(wanted)), named
