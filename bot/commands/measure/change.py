"""Measures changed and retired (PEERS J01)."""

import re
from dataclasses import replace

from bot.arguments import Arguments
from bot.cards import measure as cards
from bot.cards.measure import forms, words
from bot.cards.measure.forms import Filling
from bot.commands.measure.at_hand import (
    by_id,
    changeable,
    leading,
    let_in,
    living,
    may_give,
    narrow,
    shown,
    the_one,
    work,
)
from bot.commands.measure.defining import Wrong, beside, check_free, redefined
from bot.commands.measure.filled import from_form
from bot.commands.measure.holder import as_typed
from bot.commands.measure.sentence import Said, read_said
from bot.commands.measure.ways import ways
from bot.commands.task.at_hand import account_of
from bot.context import Context
from bot.errors import FieldError, FieldErrors, UsageError
from bot.events import Values
from bot.messages import Form, Reply
from bot.model.measure import Measure
from bot.model.measure.aims import LEAST, MOST
from bot.registry import Commands

commands = Commands()
AIM = re.compile(
    rf"(?:{MOST.pattern[1:]}|{LEAST.pattern[1:]})?[¥€$£-]?\s*\d", re.IGNORECASE
)


@commands.command(
    *ways("change", "edit", "target", zh=("修改", "编辑", "变更", "目标"))
)
async def change(ctx: Context, args: Arguments) -> Reply:
    """Changes a measure: measure change refund rate target <2% deputies @Mia."""
    await let_in(ctx)
    measure, rest = await leading(ctx, args.typed)
    if measure is not None:
        args = Arguments(rest, args.now)
    said = await read_said(ctx, args)
    if measure is None:
        measure = await the_one(ctx, said.name, "measure-try-change")
    measure = await changeable(ctx, await living(ctx, str(measure.id)))
    if not said.aim and rest and AIM.match(narrow(said.name)):
        said = replace(said, aim=said.name)
    try:
        after = await redefined(ctx, said, measure)
        if after == measure and not said.owner:
            return Reply(await _form(ctx, measure))
        return await _kept(ctx, measure, after)
    except Wrong as wrong:
        raise wrong.error from wrong


@commands.button("measure.change")
async def press_change(ctx: Context, value: str) -> Reply:
    """Opens the form."""
    return Reply(await _form(ctx, await changeable(ctx, await living(ctx, value))))


@commands.form("measure.change")
async def fill_change(ctx: Context, values: Values, state: str) -> Reply:
    """Takes what the form says."""
    measure = await changeable(ctx, await living(ctx, state))
    said = await from_form(ctx, values)
    if said.formula == words.formula(ctx.t, measure):
        said = replace(said, formula=None)
    if said.owner and said.owner.id == measure.owner_id:  # as the form came
        said = replace(said, owner=None)
    await _same_unit(ctx, measure, said)
    bare = replace(
        measure, also=(), target=None, unit=said.unit or measure.unit,
        currency=said.currency, department=said.department,
    )  # fmt: skip
    try:
        return await _kept(ctx, measure, await redefined(ctx, said, bare))
    except Wrong as wrong:
        raise beside(wrong) from wrong


@commands.command(*ways("retire", "delete", "drop", zh=("停用", "删除")))
async def retire(ctx: Context, args: Arguments) -> Reply:
    """Ends a measure: measure retire refund rate."""
    measure = await the_one(ctx, args.rest(), "measure-try-retire")
    return await _retired(ctx, measure)


@commands.button("measure.retire")
async def press_retire(ctx: Context, value: str) -> Reply:
    """The same, from a button; twice is once."""
    return await _retired(ctx, await by_id(ctx, value))


async def _retired(ctx: Context, measure: Measure) -> Reply:
    await changeable(ctx, measure)
    if measure.retired_at is None:
        await work(ctx).retire(measure)
    return cards.done(ctx.t.line("measure-retired", measure=measure.name))


async def _kept(ctx: Context, before: Measure, after: Measure) -> Reply:
    if after.owner_id != before.owner_id != ctx.person.id:
        await may_give(ctx, await ctx.db.people.get(after.owner_id))
    if after.cadence is not before.cadence:
        await _check_rhythm(ctx, before)
    after = await check_free(ctx, after)
    if after != before:
        after = await work(ctx).change(after, before, ctx.person.id)
    return await shown(ctx, after)


async def _check_rhythm(ctx: Context, measure: Measure) -> None:
    """The value of a week is none of a month. Raises Wrong."""
    if await ctx.db.measures.values.newest([measure.id], 1):
        error = UsageError("measure-cadence-kept", measure=measure.name)
        raise Wrong("cadence", error)


async def _same_unit(ctx: Context, measure: Measure, said: Said) -> None:
    """What was reported in one unit is nothing in another. Raises FieldErrors."""
    if (said.unit, said.currency) == (measure.unit, measure.currency):
        return
    if await ctx.db.measures.values.newest([measure.id], 1):
        error = FieldError("measure-unit-kept", {"measure": measure.name})
        raise FieldErrors({"unit": error})


async def _form(ctx: Context, measure: Measure) -> Form:
    people = (measure.owner_id, *measure.deputies)
    accounts = {id: await account_of(ctx, id) or f"person:{id}" for id in people}
    aim, holder = measure.target, await as_typed(ctx, measure)
    filling = Filling(
        name=measure.name,
        unit=measure.unit,
        currency=measure.currency,
        target=words.typed_target(measure),
        direction=aim.direction if aim else None,
        owner=() if holder else (accounts[measure.owner_id],),
        holder=holder,
        deputies=tuple(accounts[id] for id in measure.deputies),
        cadence=measure.cadence.value,
        department=measure.department or "",
        formula=words.formula(ctx.t, measure),
        source=measure.source,
        basis=measure.basis,
        also=", ".join(measure.also),
        zone=measure.zone,
        private=measure.private,
    )
    return forms.change(ctx.t, measure, filling)
