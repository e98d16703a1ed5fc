"""New measures: in one sentence, in a form, or from the catalogue (PEERS J01)."""

from dataclasses import replace

from bot.arguments import Arguments
from bot.cards.measure import forms
from bot.cards.measure.forms import Filling
from bot.commands.measure.at_hand import let_in, may_give, shown, work
from bot.commands.measure.defining import (
    Wrong,
    beside,
    called,
    check_free,
    defined,
    in_catalogue,
)
from bot.commands.measure.filled import from_form
from bot.commands.measure.sentence import Said, check_name, read_said
from bot.commands.measure.ways import ways
from bot.context import Context
from bot.events import Values
from bot.messages import Reply
from bot.model.measure import Unit
from bot.model.measure.formulas import BY_KEY, Formula
from bot.registry import Commands

commands = Commands()


@commands.command(*ways("new", "add", "create", zh=("新建", "新增", "创建", "添加")))
async def new(ctx: Context, args: Arguments) -> Reply:
    """Makes a measure: measure new "Refund rate" % target <2.5% @Li weekly."""
    await let_in(ctx)
    if not args:
        return Reply(forms.new(ctx.t, Filling(owner=(ctx.event.who.id,))))
    said = await read_said(ctx, args)
    name = check_name(said.renamed or said.name)
    try:
        return await _made(ctx, said, name, in_catalogue(ctx, name))
    except Wrong as wrong:
        raise wrong.error from wrong


@commands.button("measure.new")
async def press_new(ctx: Context, value: str) -> Reply:
    """Opens the form, as the catalogue says where the button names one of it."""
    await let_in(ctx)
    formula = BY_KEY.get(value)
    return Reply(forms.new(ctx.t, filling(ctx, formula)))


@commands.form("measure.new")
async def fill_new(ctx: Context, values: Values, state: str) -> Reply:
    """Takes what the form says."""
    await let_in(ctx)
    said = await from_form(ctx, values)
    formula = BY_KEY.get(state) or in_catalogue(ctx, said.name)
    try:
        return await _made(ctx, said, said.name, formula)
    except Wrong as wrong:
        raise beside(wrong) from wrong


def filling(ctx: Context, formula: Formula | None) -> Filling:
    """What stands in the form of a new one."""
    mine = (ctx.event.who.id,)
    if formula is None:
        return Filling(owner=mine)
    money = formula.unit is Unit.MONEY
    return Filling(
        name=called(ctx, formula)[0],
        unit=formula.unit,
        currency=("CNY" if ctx.t.language == "zh" else "EUR") if money else "",
        direction=formula.direction,
        owner=mine,
        cadence=formula.cadence.value,
        department=formula.department,
        formula=ctx.t(f"measure-how-{formula.key}"),
        key=formula.key,
    )


async def _made(ctx: Context, said: Said, name: str, formula: Formula | None) -> Reply:
    owner = said.owner or ctx.person
    if formula and said.formula in ("", ctx.t(f"measure-how-{formula.key}")):
        said = replace(said, formula=None)
    measure = await defined(ctx, said, name, owner, formula)
    if measure.owner_id != owner.id:
        owner = await ctx.db.people.get(measure.owner_id)
    await may_give(ctx, owner)
    stored = await work(ctx).make(await check_free(ctx, measure), ctx.person.id)
    return await shown(ctx, stored)
