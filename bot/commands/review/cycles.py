"""Cycles: review cycle "Spring" quarterly, or 2026-03-31, with self-review."""

from datetime import date

from bot.arguments import Arguments
from bot.cards.review import RoundView, forms, overview, told
from bot.commands.review.at_hand import (
    check_hr,
    named_cycle,
    rounds,
    the_cycle,
    unknown,
)
from bot.commands.review.looking import shown
from bot.commands.review.sentence import Sentence, check_name, read, span_of
from bot.commands.review.ways import ways
from bot.commands.task.at_hand import pressed
from bot.context import Context
from bot.errors import Conflict, FieldError, FieldErrors, UsageError
from bot.events import Values
from bot.messages import Reply
from bot.model.review import Cadence, Cycle
from bot.model.review.people import pairs
from bot.model.review.rhythm import MOST_WEEKS
from bot.model.text import tidy
from bot.registry import Commands
from bot.rituals.review.rounds import Opened
from bot.rituals.review.views import round_view

commands = Commands()


@commands.command(*ways("cycle", "new", zh=("周期", "新建")))
async def cycle(ctx: Context, args: Arguments) -> Reply:
    """Makes a cycle: review cycle "Spring" quarterly with self-review (HR)."""
    await check_hr(ctx)
    if not args:
        return Reply(forms.cycle(ctx.t))
    return await said(ctx, read(ctx, args))


@commands.command(*ways("stop", "cycle stop", zh=("停止", "周期 停止")))
async def stop(ctx: Context, args: Arguments) -> Reply:
    """Ends a cycle: what was sent can still be read (HR)."""
    await check_hr(ctx)
    return await _stopped(ctx, await the_cycle(ctx, tidy(args.rest())))


@commands.button("review.stop")
async def press_stop(ctx: Context, value: str) -> Reply:
    """The same, from a button."""
    await check_hr(ctx)
    found = await ctx.db.reviews.cycle(pressed(value))
    if found is None:
        raise unknown()
    return await _stopped(ctx, found)


@commands.button("review.new")
async def press_new(ctx: Context, value: str) -> Reply:
    """Opens the form."""
    await check_hr(ctx)
    return Reply(forms.cycle(ctx.t))


@commands.form("review.new")
async def fill_new(ctx: Context, values: Values, state: str) -> Reply:
    """Makes it."""
    await check_hr(ctx)
    cadence = _cadence(values)
    due = _day(values.get("due")) if cadence is Cadence.ONCE else None
    wanted = Sentence(
        name=tidy(str(values.get("name") or "")),
        cadence=cadence,
        weeks=_weeks(values) if cadence is Cadence.WEEKS else 0,
        due=due,
        self_first=values.get("self") == "yes",
    )
    if cadence is Cadence.ONCE and due is None:
        raise FieldErrors({"due": FieldError("form-missing")})
    return await _made(ctx, wanted, field=True)


async def said(ctx: Context, wanted: Sentence) -> Reply:
    """What a sentence asks for: a new cycle, its end, or a look at it."""
    if wanted.stop:
        return await _stopped(ctx, await the_cycle(ctx, wanted.name))
    if wanted.names_only and (known := await named_cycle(ctx, wanted.name)):
        return await shown(ctx, known)
    return await _made(ctx, wanted)


async def _made(ctx: Context, wanted: Sentence, *, field: bool = False) -> Reply:
    """Stores it. Raises UsageError, or FieldErrors where a `field` was filled."""
    try:
        name = check_name(ctx, wanted.name)
        if known := await named_cycle(ctx, name):
            raise _taken(ctx, known.name)
    except UsageError as wrong:
        raise _beside("name", wrong, field=field) from wrong
    cadence = wanted.cadence or Cadence.ONCE
    try:
        span = span_of(ctx, cadence, wanted.weeks, wanted.due)
    except UsageError as wrong:
        raise _beside("due", wrong, field=field) from wrong
    new = Cycle(
        name=name,
        cadence=cadence,
        weeks=wanted.weeks,
        due=wanted.due,
        self_first=wanted.self_first,
        made_by=ctx.person.id,
        made_at=ctx.now,
    )
    try:
        opened = await rounds(ctx).begin(new, span, ctx.person)
    except Conflict as taken:
        raise _taken(ctx, name) from taken
    rings = await _rings(ctx)
    return overview.made(ctx.t, new, span, await _view(ctx, opened), rings)


async def _stopped(ctx: Context, cycle: Cycle) -> Reply:
    if cycle.stopped_at is None:
        await rounds(ctx).stop(cycle)
    return told(ctx.t, "review-stopped", "review-stopped-note", cycle=cycle.name)


async def _view(ctx: Context, opened: Opened) -> RoundView | None:
    return await round_view(ctx.db, opened.round) if opened.round else None


async def _rings(ctx: Context) -> tuple[tuple[str, ...], ...]:
    """Who leads each other round and round, by name."""
    everyone = await ctx.db.people.everyone()
    names = {person.id: person.name for person in everyone}
    found = pairs(everyone).rings
    return tuple(tuple(names.get(id, "") for id in ring) for ring in found)


def _taken(ctx: Context, name: str) -> UsageError:
    again = ctx.t("review-try-other", cycle=f"{name} {ctx.today.year}")
    return UsageError("review-name-taken", try_this=again, cycle=name)


def _beside(name: str, wrong: UsageError, *, field: bool) -> UsageError | FieldErrors:
    if not field:
        return wrong
    return FieldErrors({name: FieldError(wrong.key, wrong.values)})


def _cadence(values: Values) -> Cadence:
    try:
        return Cadence(str(values.get("cadence") or ""))
    except ValueError:
        raise FieldErrors({"cadence": FieldError("form-missing")}) from None


def _weeks(values: Values) -> int:
    typed = str(values.get("weeks") or "")
    count = int(typed) if typed.isascii() and typed.isdigit() else 0
    if not 1 <= count <= MOST_WEEKS:
        said = {"count": min(count, 10**6), "limit": MOST_WEEKS}
        raise FieldErrors({"weeks": FieldError("review-weeks", said)})
    return count


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(str(value)) if value else None
    except ValueError:
        return None
