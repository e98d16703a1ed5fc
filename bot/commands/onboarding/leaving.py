"""Somebody's last weeks: leaving @Li on 30 April (PEERS I11)."""

from bot.arguments import Arguments
from bot.cards.onboarding import leaving as cards
from bot.commands.onboarding.at_hand import check_may, decidable, visible
from bot.commands.onboarding.listing import ended, overview, shown
from bot.commands.onboarding.sentence import read
from bot.commands.onboarding.start import begin
from bot.commands.task.at_hand import pressed
from bot.context import Context
from bot.errors import FieldError, FieldErrors, NotAllowed, UsageError, UserError
from bot.events import Values
from bot.messages import Line, Reply
from bot.model.onboarding import Kind
from bot.model.onboarding.tracks import LEAVING
from bot.model.people import Person, Role
from bot.registry import Commands
from bot.rituals.onboarding.handing import Handing, names
from bot.rituals.onboarding.passage import settle
from bot.rituals.onboarding.views import leads

commands = Commands()
PASSAGE = "p"  # before the number of who went without a checklist


@commands.command("leaving", "offboarding", "offboard", "离职")
async def leaving(ctx: Context, args: Arguments) -> Reply:
    """Begins somebody's leaving, or shows who leaves: leaving @Li on 30 April."""
    if not args:
        return await overview(ctx)
    said = await read(ctx, args, "onboarding-try-leaving")
    if said.person.id == ctx.person.id and not ctx.person.is_admin:
        raise UsageError("onboarding-own-leaving")
    await check_may(ctx, said.person)
    if said.day is None:
        example = ctx.t("onboarding-try-leaving")
        raise UsageError("onboarding-day-missing", try_this=example)
    return await begin(ctx, said, Kind.LEAVE, LEAVING)


@commands.command("leaving show", "离职 进度", "离职 查看")
async def show(ctx: Context, args: Arguments) -> Reply:
    """Shows how far a leaving is: leaving show @Li."""
    return await shown(ctx, args, Kind.LEAVE)


@commands.command(
    "leaving cancel", "leaving end", "leaving stop", "离职 取消", "离职 撤销"
)
async def cancel(ctx: Context, args: Arguments) -> Reply:
    """Somebody stays after all: leaving cancel @Li."""
    return await ended(ctx, args, Kind.LEAVE)


@commands.button("onboarding.held")
async def press_held(ctx: Context, value: str) -> Reply:
    """What is still theirs, each with the way to hand it over."""
    return await _held(ctx, str(pressed(value)))


@commands.button("onboarding.gone")
async def press_gone(ctx: Context, value: str) -> Reply:
    """The same, of who went without a checklist."""
    return await _held(ctx, f"{PASSAGE}{pressed(value)}")


@commands.button("onboarding.handover")
async def press_handover(ctx: Context, value: str) -> Reply:
    """Asks to whom everything goes, or each thing."""
    tools = await _tools(ctx, value)
    found = await tools.held()
    if not names(found):
        return cards.held(ctx.t, found, value)
    return Reply(cards.form(ctx.t, found, value))


@commands.form("onboarding.handover")
async def fill_handover(ctx: Context, values: Values, state: str) -> Reply:
    """Gives it: one thing to who was named for it, the rest to who gets all."""
    tools = await _tools(ctx, state)
    found = await tools.held()
    heirs = await _heirs(ctx, tools.leaver, values, (cards.ALL, *names(found)))
    if not heirs:
        raise FieldErrors({cards.ALL: FieldError("form-missing")})
    lines: list[Line] = []
    for name in names(found):
        heir = heirs.get(name) or heirs.get(cards.ALL)
        if heir and await tools.give(name, heir):
            what = cards.said(ctx.t, found, name)
            lines.append(ctx.t.line("onboarding-gave", what=what, who=heir.name))
    left = await tools.held()
    if not names(left):
        await settle(ctx.db, tools.leaver.id, Kind.LEAVE, ctx.person.id, ctx.now)
    return cards.given(ctx.t, tools.leaver.name, tuple(lines), left)


async def _held(ctx: Context, about: str) -> Reply:
    tools = await _tools(ctx, about)
    return cards.held(ctx.t, await tools.held(), about)


async def _tools(ctx: Context, about: str) -> Handing:
    """What is needed to hand over, if it is theirs to do."""
    return Handing(
        ctx.db,
        ctx.calendar,
        ctx.organization,
        ctx.now,
        ctx.person,
        await _leaver(ctx, about),
    )


async def _leaver(ctx: Context, about: str) -> Person:
    if about.startswith(PASSAGE):
        _, person = await decidable(ctx, pressed(about.removeprefix(PASSAGE)))
        return person
    journey = await visible(ctx, pressed(about))
    if not leads(journey, ctx.person) and ctx.person.id != journey.person_id:
        raise NotAllowed("onboarding-leads")
    return await ctx.db.people.get(journey.person_id)


async def _heirs(
    ctx: Context, leaver: Person, values: Values, wanted: tuple[str, ...]
) -> dict[str, Person]:
    """Who gets what. Raises FieldErrors for who cannot."""
    found: dict[str, Person] = {}
    wrong: dict[str, FieldError] = {}
    for name in wanted:
        if not (typed := values.get(name)):
            continue
        try:
            heir = await ctx.filled_person(str(typed))
        except UserError as problem:
            wrong[name] = FieldError(problem.key, problem.values)
            continue
        if heir.id == leaver.id:
            wrong[name] = FieldError("onboarding-heir-leaves", {"who": heir.name})
        elif heir.role is Role.GUEST:
            wrong[name] = FieldError("onboarding-heir-guest", {"who": heir.name})
        found[name] = heir
    if wrong:
        raise FieldErrors(wrong)
    return found
