"""Who came or went, decided about: begun as proposed or changed first, or nothing."""

from bot.cards.onboarding import passage as cards
from bot.commands.onboarding.at_hand import decidable, tracks
from bot.commands.onboarding.sentence import FAR, Sentence, check_others
from bot.commands.onboarding.start import begin
from bot.commands.standup.export import filled_day
from bot.commands.task.at_hand import account_of, pressed
from bot.context import Context
from bot.errors import FieldError, FieldErrors, NotFound, UserError
from bot.events import Values
from bot.messages import Audience, Reply
from bot.model.onboarding import Kind
from bot.model.onboarding.passage import Passage
from bot.model.onboarding.tracks import CHANGING, KINDS
from bot.model.people import Person
from bot.registry import Commands
from bot.rituals.onboarding.asking import asked, waiting
from bot.rituals.onboarding.handing import Handing
from bot.rituals.onboarding.passage import proposed, settle

commands = Commands()
PARTS = ("manager", "buddy", "it")


@commands.button("onboarding.waiting")
async def press_waiting(ctx: Context, value: str) -> Reply:
    """Everybody whom nobody has decided about."""
    return cards.listed(ctx.t, await waiting(ctx.db, ctx.person))


@commands.button("onboarding.passage")
async def press_passage(ctx: Context, value: str) -> Reply:
    """One of them."""
    passage, _ = await decidable(ctx, pressed(value))
    return await _now(ctx, passage, Audience.ONLY_YOU)


@commands.button("onboarding.as-proposed")
async def press_as_proposed(ctx: Context, value: str) -> Reply:
    """Begins their start as it was shown, or the checklist of who was moved."""
    passage, person = await decidable(ctx, pressed(value))
    if passage.closed_at or passage.kind is Kind.LEAVE:
        return await _now(ctx, passage, Audience.REPLACE)
    if passage.kind is Kind.CHANGE:
        said = Sentence(person, None, "", None, None, None)
        return await begin(ctx, said, Kind.CHANGE, CHANGING)
    found = await proposed(ctx.db, person, ctx.now)
    said = Sentence(
        person, found.day, found.track, found.buddy, found.manager, found.tech
    )
    return await begin(ctx, said, Kind.START, found.track)


@commands.button("onboarding.welcome")
async def press_welcome(ctx: Context, value: str) -> Reply:
    """Asks what is to be different."""
    passage, person = await decidable(ctx, pressed(value))
    if passage.closed_at or passage.kind is not Kind.START:
        return await _now(ctx, passage, Audience.ONLY_YOU)
    found = await proposed(ctx.db, person, ctx.now)
    start = cards.Start(
        found.track,
        found.day,
        await _account(ctx, found.manager),
        await _account(ctx, found.buddy),
        await _account(ctx, found.tech),
    )
    names = [name for name in await tracks(ctx) if name not in KINDS]
    return Reply(cards.form(ctx.t, passage.id, start, names))


@commands.form("onboarding.welcome")
async def fill_welcome(ctx: Context, values: Values, state: str) -> Reply:
    """Begins it as it was filled."""
    passage, person = await decidable(ctx, pressed(state))
    if passage.closed_at or passage.kind is not Kind.START:
        raise NotFound("onboarding-unknown", try_this="onboarding")
    track = str(values.get("track") or "")
    if track not in await tracks(ctx):
        raise FieldErrors({"track": FieldError("form-missing")})
    people = await _people(ctx, values)
    day = filled_day(values, "day")
    if day and abs((day - ctx.today).days) > FAR:
        problem = FieldError("onboarding-day-far", {"limit": FAR})
        raise FieldErrors({"day": problem})
    said = Sentence(
        person, day, track, people["buddy"], people["manager"], people["it"]
    )
    check_others(said)
    return await begin(ctx, said, Kind.START, track)


@commands.button("onboarding.no-start")
async def press_no_start(ctx: Context, value: str) -> Reply:
    """Nothing follows: who was asked, too, sees that."""
    passage, person = await decidable(ctx, pressed(value))
    await settle(ctx.db, person.id, passage.kind, ctx.person.id, ctx.now)
    passage, _ = await decidable(ctx, passage.id)
    return await _now(ctx, passage, Audience.REPLACE)


async def _now(ctx: Context, passage: Passage, audience: Audience) -> Reply:
    """The question as it is by now."""
    tools = Handing(
        ctx.db, ctx.calendar, ctx.organization, ctx.now, ctx.person, ctx.person
    )
    card = await asked(ctx.t, tools, passage)
    if card is None:
        raise NotFound("onboarding-unknown", try_this="onboarding")
    return Reply(card, audience)


async def _people(ctx: Context, values: Values) -> dict[str, Person | None]:
    found: dict[str, Person | None] = dict.fromkeys(PARTS)
    wrong: dict[str, FieldError] = {}
    for name in PARTS:
        typed = values.get(name)
        try:
            found[name] = await ctx.filled_person(str(typed)) if typed else None
        except UserError as problem:
            wrong[name] = FieldError(problem.key, problem.values)
    if wrong:
        raise FieldErrors(wrong)
    return found


async def _account(ctx: Context, person: Person | None) -> str:
    if person is None:
        return ""
    return await account_of(ctx, person.id) or f"person:{person.id}"
