"""Steps that need a reason: typed behind the number, or asked for in a form."""

from collections.abc import Awaitable, Callable

from bot.arguments import Arguments
from bot.cards.task import forms
from bot.commands.task.at_hand import (
    field_of,
    living,
    number,
    pressed,
    shown,
    text_of,
    told,
)
from bot.context import Context
from bot.events import Values
from bot.messages import Reply
from bot.model.task import REASON_LIMIT, Task
from bot.registry import Commands

Step = Callable[[Context, Task, str], Awaitable[Task]]


def declare(
    commands: Commands, name: str, confirmed: str, step: Step, *paths: str
) -> None:
    """Declares the command, the button and the form of a step with a reason.

    `confirmed` is the text that a filled form is answered with.
    """

    @commands.command(*paths)
    async def type_(ctx: Context, args: Arguments) -> Reply:
        task = await living(ctx, number(ctx, args, f"task-try-{name}"))
        reason = text_of(args.rest(), REASON_LIMIT)
        if not reason:
            return Reply(forms.reason(ctx.t, task, name))
        return await shown(ctx, await step(ctx, task, reason))

    @commands.button(f"task.{name}")
    async def press(ctx: Context, value: str) -> Reply:
        return Reply(forms.reason(ctx.t, await living(ctx, pressed(value)), name))

    @commands.form(f"task.{name}")
    async def fill(ctx: Context, values: Values, state: str) -> Reply:
        task = await living(ctx, pressed(state))
        reason = field_of(values, "reason", "task-reason-missing", REASON_LIMIT)
        return told(ctx, confirmed, await step(ctx, task, reason))
