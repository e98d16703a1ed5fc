"""New risks: in one sentence, or in a form (PEERS M01, M04)."""

from dataclasses import replace

from bot.arguments import Arguments
from bot.cards.risk import forms
from bot.commands.risk.at_hand import card_of, let_in, work
from bot.commands.risk.filled import filled, filling_of
from bot.commands.risk.growing import grow
from bot.commands.risk.origin import named_origin, read_origin, scenario_of
from bot.commands.risk.sentence import read_said
from bot.commands.risk.ways import ways
from bot.context import Context
from bot.errors import UsageError
from bot.events import Shortcut, Values
from bot.messages import Audience, Line, Reply
from bot.model.feedback.masking import masked
from bot.model.risk import Risk
from bot.model.risk.proposed import category_of
from bot.registry import Commands

commands = Commands()


@commands.command(
    *ways(
        *("add", "new", "report", "log", "raise", "create", "record"),
        zh=("新增", "新建", "添加", "登记", "上报", "报告", "记录"),
    ),
    *("report a risk", "report risk", "raise a risk", "file a risk"),
    *("there is a risk", "there's a risk", "we have a risk"),
    *("有风险", "有个风险", "有一个风险", "发现风险", "发现一个风险", "存在风险"),
)
async def add(ctx: Context, args: Arguments) -> Reply:
    """Says what may go wrong: risk add carrier strike likelihood:4 impact:5 @Li."""
    await let_in(ctx)
    if not args:
        return await _form(ctx)
    if grows := named_origin(args.typed):
        return await grow(ctx, grows)
    said = await read_said(ctx, args.typed)
    if not said.scenario:
        raise UsageError("risk-scenario-missing", try_this=ctx.t("risk-try-add"))
    new = Risk(
        scenario=said.scenario,
        category=said.category or category_of(said.scenario),
        owner_id=said.owner.id if said.owner else ctx.person.id,
        reporter_id=ctx.person.id,
        likelihood=said.scales.get("likelihood", blank(ctx).likelihood),
        impact=said.scales.get("impact", blank(ctx).impact),
        mitigation=said.mitigation or "",
        due=said.due,
        opened_at=ctx.now,
        private=bool(said.private),
    )
    made = await work(ctx).open(new)
    notes = () if said.rated else (_unrated(ctx, private=made.private),)
    return await card_of(ctx, made, Audience.HERE, notes)


@commands.button("risk.new")
async def press_new(ctx: Context, value: str) -> Reply:
    """Opens the empty form."""
    await let_in(ctx)
    return await _form(ctx)


@commands.shortcut(
    "risk.from_message", "Make a risk", "Turn this message into a risk", on_message=True
)
async def use_message(ctx: Context, event: Shortcut) -> Reply:
    """Opens the form with what the message says, without a customer's data; what was
    not said to everybody stays among those it concerns.
    """
    await let_in(ctx)
    text = masked(await ctx.readable(event.text))
    read = replace(
        blank(ctx),
        scenario=scenario_of(text),
        category=category_of(text),
        private=ctx.place is None or ctx.place.private or ctx.place.direct,
    )
    return Reply(forms.new(ctx.t, await filling_of(ctx, read)))


@commands.form("risk.new")
async def fill_new(ctx: Context, values: Values, state: str) -> Reply:
    """Takes what the form says; what it grew out of shows it from then on."""
    await let_in(ctx)
    found = await read_origin(ctx, state) if state else None
    risk = await filled(ctx, values, found.risk if found else blank(ctx))
    made = await work(ctx).open(risk)
    return await card_of(ctx, made, Audience.ONLY_YOU)


def blank(ctx: Context) -> Risk:
    """A risk of which nothing is said yet."""
    me = ctx.person.id
    return Risk(scenario="", owner_id=me, reporter_id=me, opened_at=ctx.now)


async def _form(ctx: Context) -> Reply:
    filling = await filling_of(ctx, blank(ctx))
    return Reply(forms.new(ctx.t, filling))


def _unrated(ctx: Context, *, private: bool) -> Line:
    """That its rating is nobody's yet."""
    t = ctx.aloud if ctx.here and not private else ctx.t
    return t.line("risk-note-unrated")
