"""New feedback: typed in one sentence, from a message, from a form (PEERS H01–H03)."""

from dataclasses import replace

from bot.arguments import Arguments, fold
from bot.cards import feedback as cards
from bot.cards.feedback import forms
from bot.cards.feedback.forms import HELD, READ, Filling
from bot.commands.feedback.at_hand import work
from bot.commands.feedback.behalf import whose
from bot.commands.feedback.listing import own_list
from bot.commands.feedback.meant import check_meant
from bot.commands.feedback.sentence import Said, check_text, read_order, read_said
from bot.commands.feedback.ways import CHINESE, ways
from bot.commands.task.origin import Origin, filled_origin, origin_of
from bot.context import Context
from bot.errors import FieldError, FieldErrors, NotFound, UsageError, UserError
from bot.events import Shortcut, Values
from bot.messages import Audience, Line, Option, Reply
from bot.model.feedback import (
    FIELD_LIMIT,
    Feedback,
    Outlet,
    Severity,
    Source,
    Step,
    Voice,
)
from bot.model.feedback.routing import alarms
from bot.model.market import market_among, market_name, market_near, market_of
from bot.model.text import tidy, tidy_lines
from bot.reading import Reading, read
from bot.registry import Commands
from bot.rituals.feedback.levels import office
from bot.rituals.feedback.taught import taught
from bot.rituals.feedback.views import views

commands = Commands()
FORM = frozenset({"form", "forms", "new form", "表单", "填表", "打开表单"})
MINE = frozenset({"my", "我的"})  # no way of `own`: 反馈 我的购物车坏了 is said, too


@commands.command(
    "feedback", *CHINESE, *ways("add", "new", zh=("新增", "新建", "添加", "提交"))
)
async def add(ctx: Context, args: Arguments) -> Reply:
    """Passes on what a customer said: feedback cart is empty order:1001 !high."""
    if not args or fold(args.rest()) in FORM:
        return Reply(forms.new(ctx.t, Filling(), origin_of(ctx).write()))
    if fold(args.rest()) in MINE:
        return await own_list(ctx)
    await check_meant(ctx, args.rest())
    said = read_said(args)
    try:
        text = check_text(await ctx.readable(said.text))
    except UserError as wrong:
        wrong.try_this = wrong.try_this or ctx.t("feedback-try-add")
        raise
    said = replace(said, text=text)
    said, behalf = await whose(ctx, said)
    return await _send(
        ctx, said, Source.TYPED, origin_of(ctx), behalf.id if behalf else None
    )


@commands.button("feedback.new")
async def press_new(ctx: Context, value: str) -> Reply:
    """Opens the form: empty, or with words that were typed before."""
    filling = _filling(await ctx.readable(value)) if value else Filling()
    return Reply(forms.new(ctx.t, filling, origin_of(ctx).write()))


@commands.shortcut(
    "feedback.from_message",
    "Forward as feedback",
    "Send what a customer says to those who can fix it",
    on_message=True,
)
async def use_message(ctx: Context, event: Shortcut) -> Reply:
    """Opens the form with what the message says."""
    filling = _filling(await ctx.readable(event.text))
    if not filling.text:
        names = ", ".join(file.name for file in event.files)
        filling = replace(filling, text=names[:HELD])
    filling = await _with_author(ctx, filling, event)
    return Reply(forms.new(ctx.t, filling, origin_of(ctx).write()))


@commands.form("feedback.new")
async def fill_new(ctx: Context, values: Values, state: str) -> Reply:
    """Takes what the form says; what was left open is read from the words."""
    wrong: dict[str, FieldError] = {}
    text, behalf = "", None
    try:
        text = check_text(_text(values, "text"))
    except UsageError as problem:
        wrong["text"] = FieldError(problem.key, problem.values)
    try:
        people = await ctx.filled_people(values.get("behalf") or ())
        behalf = people[0].id if people else None
    except NotFound as problem:
        wrong["behalf"] = FieldError(problem.key, problem.values)
    try:
        read_order(_text(values, "order"))
    except UsageError as problem:
        wrong["order"] = FieldError(problem.key, problem.values)
    if wrong:
        raise FieldErrors(wrong)
    origin = await filled_origin(ctx, state)
    source = Source.MESSAGE if origin.permalink else Source.FORM
    return await _send(ctx, _filled(values, text), source, origin, behalf)


async def _with_author(ctx: Context, filling: Filling, event: Shortcut) -> Filling:
    """A colleague who said it hears of every step, too, unless that is taken out."""
    author = event.author
    if author is None or author == event.who:
        return filling
    known = (await ctx.db.people.known([author])).get(author)
    if known is None or not known.active or known.id == ctx.person.id:
        return filling
    return replace(filling, behalf=author, called=(Option(known.name, author.id),))


def _filling(said: str) -> Filling:
    """The words, and what is read from them."""
    whole = tidy_lines(said)
    text = whole[:HELD]
    found = read(text)
    return Filling(
        text=text,
        order=found.order,
        sku=found.facts.sku,
        outlet=found.outlet,
        cut=len(whole) > HELD,
    )


def _filled(values: Values, text: str) -> Said:
    steps = {each.value: each for each in Step}
    severities = {each.value: each for each in Severity}
    outlets = {each.value: each for each in Outlet}
    return Said(
        text,
        customer=_small(values, "customer"),
        order=read_order(_small(values, "order")),
        sku=_small(values, "sku").upper(),
        market=market_of(_small(values, "market")),
        outlet=outlets.get(_text(values, "outlet")),
        step=steps.get(_text(values, "step")),
        severity=severities.get(_text(values, "severity")),
    )


async def _send(
    ctx: Context, said: Said, source: Source, origin: Origin, behalf: int | None
) -> Reply:
    """Stores it, and tells who sent it what was read and where it went."""
    found = read(said.text, await taught(ctx.lessons, ctx.db, ctx.now))
    said = replace(said, market=said.market or market_among(said.text))
    facts = replace(
        found.facts,
        step=said.step or found.facts.step,
        severity=said.severity or found.facts.severity,
        sku=said.sku or found.facts.sku,
        market=said.market,
        kind=said.kind or found.facts.kind,
        sentiment=said.sentiment or found.facts.sentiment,
    )
    voice = replace(
        _voice(ctx, said, found, origin),
        source=source,
        behalf_id=behalf if behalf != ctx.person.id else None,
    )
    new = Feedback(
        opened_at=ctx.now, facts=facts, proposed=found.facts, voices=(voice,)
    )
    stored = await work(ctx).open(new, ctx.person.id)
    (view,) = await views(ctx.db, [stored], whole=True)
    triaged = await ctx.db.feedback.rules.triage() is not None
    notes = _later(ctx, stored) if triaged else _no_desk(ctx)
    notes = (*notes, *_odd_market(ctx, stored))
    return Reply(cards.received(view, ctx.t, notes), Audience.ONLY_YOU)


def _voice(ctx: Context, said: Said, found: Reading, origin: Origin) -> Voice:
    """What was said, in the words it was said in, and where."""
    place = origin.place
    return Voice(
        sender_id=ctx.person.id,
        text=said.text,
        said_at=ctx.now,
        customer=said.customer,
        order=said.order or found.order,
        outlet=said.outlet or found.outlet,
        market=said.market,
        language=found.language,
        place=place.ref.unthreaded() if place else None,
        private=place is not None and (place.private or place.direct),
        permalink=origin.permalink,
        files=origin.files,
    )


def _odd_market(ctx: Context, feedback: Feedback) -> tuple[Line, ...]:
    """A market that nobody knows, and the one whose name is nearly so."""
    typed = feedback.facts.market
    if not (near := market_near(typed)):
        return ()
    name = market_name(near, ctx.t.language)
    try_this = ctx.t("feedback-try-market", number=str(feedback.number), name=name)
    line = ctx.t.line(
        "feedback-market-unknown",
        typed=typed,
        name=name,
        try_this=ctx.typed(try_this),
    )
    return (line,)


def _later(ctx: Context, feedback: Feedback) -> tuple[Line, ...]:
    """Outside of working hours, from when on it is looked at; what stops sales wakes
    somebody (PEERS H23).
    """
    opens = office(ctx.calendar, ctx.organization).opens(ctx.now)
    if alarms(feedback) or opens is None or opens <= ctx.now:
        return ()
    return (ctx.t.line("feedback-outside-hours", when=ctx.t.moment(opens)),)


def _no_desk(ctx: Context) -> tuple[Line, ...]:
    """Nobody triages yet: says how somebody could."""
    here = ctx.typed(ctx.t("feedback-try-triage"), among=True)
    return (ctx.t.line("feedback-no-triage", try_this=here),)


def _text(values: Values, name: str) -> str:
    value = values.get(name)
    return value if isinstance(value, str) and value != READ else ""


def _small(values: Values, name: str) -> str:
    return tidy(_text(values, name))[:FIELD_LIMIT]
