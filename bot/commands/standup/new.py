"""Making a stand-up: from one line, or from a form."""

from dataclasses import replace

from bot.arguments import Arguments
from bot.cards import examples, standup_forms, standup_list
from bot.commands.standup.filled import from_form
from bot.commands.standup.sentence import split
from bot.commands.standup.wanted import Wanted, from_sentence
from bot.context import Context
from bot.errors import FieldError, FieldErrors, UsageError
from bot.events import Values
from bot.messages import Audience, Code, Form, Line, Reply
from bot.model.moments import instant
from bot.model.people import Person
from bot.model.refs import PlaceRef
from bot.model.standup import Everyone, Members, Standup, same_name
from bot.model.standup_days import DayPlan
from bot.registry import Commands
from bot.rituals.standup_notices import place_name, standup_view
from bot.rituals.standup_plan import as_scheduled, candidates, days_of, with_next

commands = Commands()


@commands.command(
    "standup new",
    "standup add",
    "standup create",
    "new standup",
    "站会 新建",
    "新建站会",
)
async def new(ctx: Context, args: Arguments) -> Reply:
    """Makes a stand-up from one line; without words it opens the form."""
    if not args:
        return Reply(_form(ctx))
    wanted = await from_sentence(ctx, split(args.typed))
    if await taken(ctx, wanted.name):
        raise UsageError("standup-name-taken", name=wanted.name)
    return await _make(ctx, wanted)


@commands.button("standup.new")
async def press_new(ctx: Context, value: str) -> Reply:
    """Opens the form for a new stand-up."""
    return Reply(_form(ctx))


@commands.form("standup.new")
async def fill_new(ctx: Context, values: Values, state: str) -> Reply:
    """Makes a stand-up from the form."""
    wanted = await from_form(ctx, values, None)
    if await taken(ctx, wanted.name):
        problem = FieldError("standup-name-taken", {"name": wanted.name})
        raise FieldErrors({"name": problem})
    return await _make(ctx, wanted)


async def taken(ctx: Context, name: str, but: int = 0) -> bool:
    """Whether another stand-up has the name."""
    everything = await ctx.db.standups.all()
    return any(
        same_name(each.name) == same_name(name) for each in everything if each.id != but
    )


def _form(ctx: Context) -> Form:
    here = ctx.place and not ctx.place.direct
    return standup_forms.new(ctx.t, ctx.place.ref.id if ctx.place and here else None)


async def _make(ctx: Context, wanted: Wanted) -> Reply:
    standup = Standup(
        id=0,
        organization_id=ctx.organization.id,
        name=wanted.name,
        rule=wanted.rule,
        start=ctx.today,
        at=wanted.at,
        home_zone=wanted.zone or ctx.person.zone,
        owner_id=ctx.person.id,
        since=ctx.now,
        zone=wanted.zone,
        close_at=wanted.close_at,
        remind_minutes=wanted.remind_minutes,
        place=wanted.place,
        questions=wanted.questions,
        roster=wanted.roster,
        observers=wanted.observers,
    )
    kept = await ctx.db.standups.add(await scheduled(ctx, standup))
    audience = await _audience(ctx, kept)
    ctx = replace(ctx, t=ctx.aloud) if audience is Audience.HERE else ctx
    notes = [*await _choices(ctx, kept, wanted), *await warnings(ctx, kept)]
    view = await standup_view(ctx.db, ctx.t, kept)
    return Reply(standup_list.made(ctx.t, view, notes), audience)


async def _audience(ctx: Context, standup: Standup) -> Audience:
    """Everybody here hears of it, unless it belongs to a private place elsewhere."""
    if standup.place is None or standup.place in ctx.here:
        return Audience.HERE
    place = await ctx.db.people.place(standup.place)
    return Audience.HERE if place and not place.private else Audience.ONLY_YOU


async def scheduled(ctx: Context, standup: Standup) -> Standup:
    """The stand-up with its next day, counted from now."""
    fresh = replace(standup, since=ctx.now)
    home = ctx.organization
    return await with_next(ctx.db, fresh, ctx.calendar, home, now=ctx.now)


async def _choices(ctx: Context, standup: Standup, wanted: Wanted) -> list[Line]:
    """What was chosen for them, said."""
    notes: list[Line] = []
    if wanted.here:
        place = await place_name(ctx.db, ctx.t, standup)
        notes.append(ctx.t.line("standup-note-here", place=place))
    if standup.place is None:
        notes.append(ctx.t.line("standup-note-no-place"))
    if wanted.unseen:
        place = await place_name(ctx.db, ctx.t, standup)
        notes.append(ctx.t.line("standup-note-unseen", place=place))
    if isinstance(standup.roster, Members):
        notes += await _unlisted(ctx, standup.roster.place)
    if isinstance(standup.roster, Everyone):
        count = len(await candidates(ctx.db, standup))
        notes.append(ctx.t.line("standup-note-everyone", count=count))
    return notes


async def _unlisted(ctx: Context, place: PlaceRef) -> list[Line]:
    """How people take part where nobody tells us who is there."""
    known = await ctx.db.people.place(place)
    if known is None or known.listed:
        return []
    count = len(await ctx.db.people.seen_in(place))
    words, platform = ctx.t("standup-try-join"), place.platform
    join = examples.typed(ctx.t, platform, ctx.command, words, among=True)
    return [ctx.t.line("standup-note-unlisted", count=count, join=Code(join))]


async def warnings(ctx: Context, standup: Standup) -> list[Line]:
    """What may surprise them about the first day."""
    if standup.next_day is None or isinstance(standup.roster, Members):
        return await _members_warning(ctx, standup)
    people = await candidates(ctx.db, standup)
    plan = await _first_day(ctx, standup, people)
    notes: list[Line] = []
    if not people:
        notes.append(ctx.t.line("standup-note-nobody"))
    elif not plan.asks_somebody:
        notes.append(ctx.t.line("standup-note-day-off", day=ctx.t.day(plan.day)))
    if _moved(standup, plan):
        close = ctx.t.moment(plan.closes_at)
        notes.append(ctx.t.line("standup-note-close-moves", close=close))
    later = {each.person_id for each in plan.invitations if not each.at}
    later -= {each.person_id for each in plan.invitations if each.away}
    if later:
        names = standup_list.names_of(tuple(later), {p.id: p for p in people})
        notes.append(ctx.t.line("standup-note-later", names=ctx.t.items(names)))
    return notes


async def _members_warning(ctx: Context, standup: Standup) -> list[Line]:
    """Who is in the place is not known yet: say what happens if they live far apart."""
    if standup.next_day is None:
        return [ctx.t.line("standup-note-never")]
    if standup.close_at is None or standup.zone:
        return []
    people = await candidates(ctx.db, standup)
    if _moved(standup, await _first_day(ctx, standup, people)):
        return [ctx.t.line("standup-note-close-may-move")]
    return []


async def _first_day(ctx: Context, standup: Standup, people: list[Person]) -> DayPlan:
    day = standup.next_day or ctx.today
    days = days_of(ctx.calendar, standup, ctx.organization, people)
    return await as_scheduled(ctx.db, standup, day, people, days)


def _moved(standup: Standup, plan: DayPlan) -> bool:
    if standup.close_at is None:
        return False
    return plan.closes_at > instant(plan.day, standup.close_at, standup.home)
