"""How every risk command begins and ends: the risk, the rights, the answer."""

import re
from collections.abc import Sequence

from bot.arguments import NUMBER, Arguments
from bot.cards import risk as cards
from bot.cards.risk.words import brief
from bot.commands.task.at_hand import in_place, voice
from bot.commands.task.at_hand import pressed as pressed
from bot.context import Context
from bot.errors import NotAllowed, NotFound, UsageError
from bot.messages import Audience, Line, Reply
from bot.model.expression import expression
from bot.model.people import Person
from bot.model.risk import Risk, RiskView, UpdateKind, may_change
from bot.rituals.risk.views import seen_by, views
from bot.rituals.risk.work import RiskWork
from bot.sight import restricted

LETTER = "R"
LIST = "risk list"
CLOSEST = 3
SHOWN = 40  # characters of a scenario among others
LEADING = expression(rf"\s*(?:risk(?!\w)|风险)?{NUMBER}", re.IGNORECASE)


def work(ctx: Context) -> RiskWork:
    """The tools to change risks with."""
    return RiskWork(ctx.db, ctx.calendar, ctx.organization, ctx.now)


async def let_in(ctx: Context) -> None:
    """Guests are not shown what may go wrong."""
    if await restricted(ctx.db, ctx.person):
        raise NotAllowed("risk-guests")


def number(ctx: Context, args: Arguments, example: str) -> int:
    """The short number typed. Raises UsageError with an example."""
    args.keyword("risk", "风险")
    found = args.number(LETTER)
    if found is None:
        raise UsageError("risk-number-missing", try_this=ctx.t(example))
    return found


def number_and_rest(ctx: Context, args: Arguments, example: str) -> tuple[int, str]:
    """The same, and the words behind it as they were typed."""
    wanted = number(ctx, args, example)
    match = LEADING.match(args.typed)
    return wanted, args.typed[match.end() :] if match else ""


async def visible(ctx: Context, wanted: int) -> Risk:
    """The risk by its number. One that is not theirs to see is not there."""
    await let_in(ctx)
    risk = await ctx.db.risks.numbered(wanted)
    if risk is None or not await seen_by(ctx.db, [risk], ctx.person):
        raise await _unknown(ctx, wanted)
    return risk


async def changeable(ctx: Context, wanted: int) -> Risk:
    """The same, if they may change it. Raises NotAllowed with who can."""
    risk = await visible(ctx, wanted)
    owner = await ctx.db.people.get(risk.owner_id)
    if not may_change(risk, ctx.person, owner):
        people = await ctx.db.people.some([risk.owner_id, risk.reporter_id])
        names = ctx.t.items(tuple(person.name for person in people.values()))
        raise NotAllowed("risk-not-yours", id=risk.short, who=names)
    return risk


async def still_open(ctx: Context, wanted: int) -> Risk:
    """The same, if it is open. Raises UsageError with who closed it and when."""
    risk = await changeable(ctx, wanted)
    if risk.closed_at is None:
        return risk
    (seen,) = await views(ctx.db, [risk])
    raise UsageError(
        "risk-closed-already",
        try_this=f"risk reopen {risk.number}",
        id=risk.short,
        who=seen.closer,
        when=ctx.t.moment(risk.closed_at),
    )


async def check_owner(ctx: Context, owner: Person) -> Person:
    """The same, if they can answer for a risk."""
    if await restricted(ctx.db, owner):
        raise UsageError("risk-owner-outside", who=owner.name)
    return owner


async def view(ctx: Context, risk: Risk) -> RiskView:
    """The risk with the names beside it."""
    return (await views(ctx.db, [risk]))[0]


async def card_of(
    ctx: Context, risk: Risk, audience: Audience, notes: Sequence[Line] = ()
) -> Reply:
    """Its card; a private one, where others would read along, for their eyes only."""
    if risk.private and ctx.here:
        audience = Audience.ONLY_YOU
    t = voice(ctx)[0] if audience is Audience.HERE else ctx.t
    return Reply(cards.card(t, await view(ctx, risk), notes=notes), audience)


async def story_of(ctx: Context, risk: Risk, audience: Audience) -> Reply:
    """Everything about it."""
    updates = await ctx.db.risks.log.of(risk.id)
    named = {each.person_id for each in updates}
    about = (each for each in updates if each.kind is UpdateKind.OWNER)
    named |= {int(each.text) for each in about if each.text.isdigit()}
    people = await ctx.db.people.some(sorted(named))
    names = {id: person.name for id, person in people.items()}
    card = cards.shown(ctx.t, await view(ctx, risk), updates, names)
    return Reply(card, audience)


async def answered(ctx: Context, risk: Risk) -> Reply | None:
    """What is true now: the card that was pressed shows it by itself, and what was
    typed is answered with everything about it.
    """

    async def story(audience: Audience) -> Reply:
        return await story_of(ctx, risk, audience)

    return await in_place(ctx, story)


async def _unknown(ctx: Context, wanted: int) -> NotFound:
    """Names those with the closest numbers that they may see."""
    found = await seen_by(ctx.db, await ctx.db.risks.all(open_=True), ctx.person)
    near = sorted(found, key=lambda each: abs(each.number - wanted))[:CLOSEST]
    id = f"{LETTER}-{wanted}"
    if not near:
        return NotFound("risk-unknown", try_this=LIST, id=id)
    lines = tuple(f"{each.short} “{brief(each.scenario)[:SHOWN]}”" for each in near)
    close = ctx.t.either(lines)
    return NotFound("risk-unknown-close", try_this=LIST, id=id, close=close)
