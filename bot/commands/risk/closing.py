"""Risks that are over, with what shows it, and opened again (PEERS M11)."""

from bot.arguments import Arguments
from bot.cards.risk import forms
from bot.commands.risk.at_hand import (
    answered,
    card_of,
    changeable,
    number,
    pressed,
    still_open,
    work,
)
from bot.commands.risk.ways import ways
from bot.context import Context
from bot.errors import FieldError, FieldErrors, UsageError
from bot.events import Values
from bot.messages import Audience, Reply
from bot.model.risk import EVIDENCE_LIMIT, Risk
from bot.model.text import shows, tidy_lines
from bot.registry import Commands

commands = Commands()


@commands.command(
    *ways(
        *("close", "closed", "resolve", "done", "drop", "delete", "remove"),
        zh=("关闭", "完成", "解除", "结束", "已关闭", "删除", "取消"),
    ),
    "关闭风险",
)
async def close(ctx: Context, args: Arguments) -> Reply | None:
    """Says that it is over, and what shows it: risk close 3 second carrier signed."""
    wanted = number(ctx, args, "risk-try-close")
    risk = await still_open(ctx, wanted)
    evidence = _evidence(await ctx.readable(args.rest()))
    if not evidence:
        return Reply(forms.close(ctx.t, risk))
    return await answered(ctx, await work(ctx).close(risk, ctx.person.id, evidence))


@commands.button("risk.close")
async def press_close(ctx: Context, value: str) -> Reply:
    """Asks what shows it."""
    return Reply(forms.close(ctx.t, await still_open(ctx, pressed(value))))


@commands.form("risk.close")
async def fill_close(ctx: Context, values: Values, state: str) -> Reply:
    """Takes what shows it."""
    risk = await still_open(ctx, pressed(state))
    try:
        evidence = _evidence(await ctx.readable(str(values.get("text") or "")))
    except UsageError as wrong:
        raise FieldErrors({"text": FieldError(wrong.key, wrong.values)}) from wrong
    if not evidence:
        raise FieldErrors({"text": FieldError("risk-evidence-missing")})
    done = await work(ctx).close(risk, ctx.person.id, evidence)
    return await card_of(ctx, done, Audience.ONLY_YOU)


@commands.command(
    *ways("reopen", "open again", "undo", zh=("重新打开", "重开", "撤销")),
    "重新打开风险",
)
async def reopen(ctx: Context, args: Arguments) -> Reply | None:
    """Says that it may happen after all."""
    risk = await changeable(ctx, number(ctx, args, "risk-try-reopen"))
    if risk.open:
        raise UsageError("risk-open-already", id=risk.short)
    return await answered(ctx, await _reopened(ctx, risk))


@commands.button("risk.reopen")
async def press_reopen(ctx: Context, value: str) -> Reply | None:
    """The same, from a button; twice is once."""
    risk = await changeable(ctx, pressed(value))
    return await answered(ctx, risk if risk.open else await _reopened(ctx, risk))


async def _reopened(ctx: Context, risk: Risk) -> Risk:
    return await work(ctx).reopen(risk, ctx.person.id)


def _evidence(typed: str) -> str:
    """What shows that it is over. Raises UsageError where that is too long."""
    text = tidy_lines(typed)
    if len(text) > EVIDENCE_LIMIT:
        raise UsageError("risk-text-long", count=len(text), limit=EVIDENCE_LIMIT)
    return text if shows(text) else ""
