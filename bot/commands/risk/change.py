"""Risks changed: in one sentence, or in a form (PEERS M01, M11)."""

from dataclasses import replace

from bot.arguments import Arguments
from bot.cards.risk import forms
from bot.commands.risk.at_hand import (
    answered,
    card_of,
    number,
    number_and_rest,
    pressed,
    still_open,
    work,
)
from bot.commands.risk.filled import filled, filling_of
from bot.commands.risk.reader import check_text
from bot.commands.risk.sentence import check_words, marked_mitigation, read_said
from bot.commands.risk.ways import ways
from bot.context import Context
from bot.errors import UsageError
from bot.events import Values
from bot.messages import Audience, Reply
from bot.model.risk import MITIGATION_LIMIT, Risk
from bot.model.text import tidy_lines
from bot.registry import Commands

commands = Commands()


@commands.command(
    *ways(
        *("edit", "change", "update", "rate", "set"),
        zh=("编辑", "修改", "更新", "评估", "更改"),
    ),
    "编辑风险",
    "修改风险",
)
async def change(ctx: Context, args: Arguments) -> Reply | None:
    """Changes a risk: risk edit 3 likelihood:2 owner:@Li due:friday."""
    wanted, typed = number_and_rest(ctx, args, "risk-try-edit")
    risk = await still_open(ctx, wanted)
    said = await read_said(ctx, marked_mitigation(typed))
    check_words(said, f"risk edit {wanted} scenario:…")
    changed = said.changed(risk)
    if not changed:
        return await _form(ctx, risk)
    after = replace(risk, **changed)  # type: ignore[arg-type]  # by Said.changed
    return await answered(ctx, await work(ctx).change(risk, after, ctx.person.id))


@commands.command(
    *ways("assign", "give", "hand over", zh=("转交", "指派", "分配", "移交"))
)
async def assign(ctx: Context, args: Arguments) -> Reply | None:
    """Makes it somebody else's to see to: risk assign 3 @Li."""
    wanted, typed = number_and_rest(ctx, args, "risk-try-assign")
    risk = await still_open(ctx, wanted)
    said = await read_said(ctx, typed)
    if said.owner is None:
        raise UsageError("risk-owner-missing", try_this=ctx.t("risk-try-assign"))
    after = replace(risk, owner_id=said.owner.id)
    return await answered(ctx, await work(ctx).change(risk, after, ctx.person.id))


@commands.command(
    *ways("mitigate", "mitigation", "plan", zh=("应对", "措施", "应对措施", "缓解"))
)
async def mitigate(ctx: Context, args: Arguments) -> Reply | None:
    """Says what is done against it: risk mitigate 3 sign a second carrier."""
    risk = await still_open(ctx, number(ctx, args, "risk-try-mitigate"))
    text = check_text(tidy_lines(await ctx.readable(args.rest())), MITIGATION_LIMIT)
    if not text:
        return await _form(ctx, risk)
    after = replace(risk, mitigation=text)
    return await answered(ctx, await work(ctx).change(risk, after, ctx.person.id))


@commands.button("risk.change")
async def press_change(ctx: Context, value: str) -> Reply:
    """Opens the form."""
    return await _form(ctx, await still_open(ctx, pressed(value)))


@commands.form("risk.change")
async def fill_change(ctx: Context, values: Values, state: str) -> Reply:
    """Takes what the form says."""
    risk = await still_open(ctx, pressed(state))
    after = await filled(ctx, values, risk)
    done = await work(ctx).change(risk, after, ctx.person.id)
    return await card_of(ctx, done, Audience.ONLY_YOU)


async def _form(ctx: Context, risk: Risk) -> Reply:
    return Reply(forms.change(ctx.t, risk, await filling_of(ctx, risk)))
