"""New kudos: typed in one sentence, from a message, from a form (PEERS L01–L06)."""

from dataclasses import dataclass
from datetime import time

from bot.arguments import Arguments, as_read
from bot.cards import kudos as cards
from bot.cards.kudos import Given, forms
from bot.cards.kudos.forms import Filling
from bot.commands.kudos.sentence import (
    ONESELF,
    named_first,
    read_said,
    without_values,
)
from bot.commands.kudos.ways import CHINESE
from bot.commands.task.origin import Origin, filled_origin, origin_of
from bot.context import Context
from bot.drafts import keep
from bot.errors import FieldError, FieldErrors, NotFound, UsageError
from bot.events import Commanded, Said, Shortcut, Values
from bot.messages import Audience, Reply
from bot.model.draft import Opener
from bot.model.kudos import PEOPLE_LIMIT, REASON_LIMIT, Kudos
from bot.model.kudos.farming import OFTEN, said_before, too_often
from bot.model.kudos.reason import enough
from bot.model.kudos.standing import Period, since, spent
from bot.model.moments import instant
from bot.model.people import Person, Place, Role
from bot.model.text import tidy, tidy_lines
from bot.registry import Commands
from bot.rituals.kudos.views import views
from bot.rituals.kudos.work import KudosWork, is_open

commands = Commands()
ABOUT = 500  # characters of a message that the form shows
PLACE_LIMIT = 200


@dataclass(frozen=True, slots=True)
class Thanks:
    """What was typed or filled in, as far as it is known."""

    people: tuple[Person, ...]
    reason: str
    values: tuple[str, ...]


@commands.command("kudos", *CHINESE)
async def give(ctx: Context, args: Arguments) -> Reply:
    """Thanks people so that others see it: kudos @Li for the banner #care."""
    quoted = await _quoted(ctx)
    known = await ctx.db.kudos.values()
    if not args:
        return await open_form(ctx, Filling(about=quoted))
    if ONESELF.match(args.typed):
        raise UsageError("kudos-self")
    named, typed = await named_first(ctx, args.typed)
    said = await read_said(ctx, typed, known)
    thanks = Thanks(
        (named,) if named else await ctx.find_people(said.people),
        said.reason or (f"“{quoted}”" if quoted else ""),
        said.values,
    )
    if not thanks.people:
        return await _unfinished(ctx, "kudos-nobody", thanks)
    _check_people(ctx, thanks.people)
    if len(thanks.reason) > REASON_LIMIT:
        raise _long(thanks.reason)
    if not enough(thanks.reason):
        return await _unfinished(ctx, "kudos-reason-short", thanks)
    return await _give(ctx, thanks, origin_of(ctx), typed=True)


@commands.button("kudos.new")
async def press_new(ctx: Context, value: str) -> Reply:
    """Opens the form; `value` is the place it was begun in."""
    return await open_form(ctx, Filling(place=tidy(value)[:PLACE_LIMIT]))


@commands.shortcut(
    "kudos.from_message",
    "Give kudos",
    "Thank who wrote this, so that others see it",
    on_message=True,
)
async def use_message(ctx: Context, event: Shortcut) -> Reply:
    """Opens the form with who wrote the message, and shows what it says."""
    text = tidy_lines(await ctx.readable(event.text))[:ABOUT]
    people = (event.author.id,) if event.author else ()
    if event.author and not await ctx.db.people.known([event.author]):
        people = ()
    return await open_form(ctx, Filling(people=people, about=text))


@commands.form("kudos.new")
async def fill_new(ctx: Context, values: Values, state: str) -> Reply:
    """Takes what the form says."""
    wrong: dict[str, FieldError] = {}
    people: tuple[Person, ...] = ()
    try:
        people = await ctx.filled_people(values.get("people") or ())
        _check_people(ctx, people)
    except (NotFound, UsageError) as problem:
        wrong["people"] = FieldError(problem.key, problem.values)
    if not people and not wrong:
        wrong["people"] = FieldError("form-missing")
    reason, named = await _filled(ctx, values, wrong)
    if wrong:
        raise FieldErrors(wrong)
    origin = await filled_origin(ctx, state)
    return await _give(ctx, Thanks(people, reason, named), origin, typed=False)


async def filled_words(ctx: Context, values: Values) -> tuple[str, tuple[str, ...]]:
    """The reason and the values of a form. Raises FieldErrors."""
    wrong: dict[str, FieldError] = {}
    found = await _filled(ctx, values, wrong)
    if wrong:
        raise FieldErrors(wrong)
    return found


async def _filled(
    ctx: Context, values: Values, wrong: dict[str, FieldError]
) -> tuple[str, tuple[str, ...]]:
    known = await ctx.db.kudos.all_values()
    text = await ctx.readable(str(values.get("reason") or ""))
    reason, tagged = without_values(text, known)
    if len(reason) > REASON_LIMIT:
        problem = _long(reason)
        wrong["reason"] = FieldError(problem.key, problem.values)
    elif not enough(reason):
        wrong["reason"] = FieldError("kudos-reason-short")
    chosen = values.get("values") or ()
    words = (chosen,) if isinstance(chosen, str) else chosen
    named = [each.word for each in known if each.word in (*words, *tagged)]
    return reason, tuple(named)


async def _give(ctx: Context, thanks: Thanks, origin: Origin, *, typed: bool) -> Reply:
    """Stores them; the card is the answer where others read it."""
    place = None if origin.place is None or origin.place.direct else origin.place
    rules = await ctx.db.kudos.rules()
    wall = rules.wall is not None and is_open(place)
    alone = place is None and not wall
    if alone and ctx.person.role is Role.GUEST:
        raise UsageError("kudos-guest-alone")
    await _check_farming(ctx, thanks)
    left = await _left(ctx, len(thanks.people), rules.allowance)
    new = Kudos(
        giver_id=ctx.person.id,
        receivers=tuple(person.id for person in thanks.people),
        reason=thanks.reason,
        values=thanks.values,
        given_at=ctx.now,
        place=origin.room,
        wall=wall,
        permalink=origin.permalink,
    )
    offered = rules.wall is not None and place is not None and not wall
    aloud = typed and place is not None and left is None and not offered
    stored = await KudosWork(ctx.db, ctx.now).give(new, posted=aloud)
    (view,) = await views(ctx.db, [stored])
    if aloud:
        return Reply(cards.card(view, ctx.aloud), Audience.HERE)
    return cards.given(view, ctx.t, Given(wall, offered, alone, left))


async def _check_farming(ctx: Context, thanks: Thanks) -> None:
    """Raises UsageError for what was said today, or too often (PEERS L04)."""
    start = instant(ctx.today, time(), ctx.person.tz)
    today = await ctx.db.kudos.where(giver_id=ctx.person.id, since=start, limit=500)
    ids = [person.id for person in thanks.people]
    if said := said_before(today, ids, thanks.reason):
        raise UsageError("kudos-said", try_this="kudos mine", id=said.short)
    if (often := too_often(today, ids)) is not None:
        who = next(person.name for person in thanks.people if person.id == often)
        raise UsageError("kudos-often", who=who, limit=OFTEN)


async def _left(ctx: Context, wanted: int, allowance: int | None) -> int | None:
    """How many more people they may thank this month; None: any number."""
    if allowance is None:
        return None
    start = since(Period.MONTH, ctx.today, ctx.person.tz)
    found = await ctx.db.kudos.where(
        giver_id=ctx.person.id, since=start, limit=allowance + 1
    )
    left = max(0, allowance - spent(found))
    if wanted > left:
        raise UsageError("kudos-allowance-spent", count=left, limit=allowance)
    return left - wanted


def _check_people(ctx: Context, people: tuple[Person, ...]) -> None:
    if any(person.id == ctx.person.id for person in people):
        raise UsageError("kudos-self")
    if len(people) > PEOPLE_LIMIT:
        raise UsageError("kudos-people-many", limit=PEOPLE_LIMIT)


def _long(reason: str) -> UsageError:
    return UsageError("kudos-reason-long", count=len(reason), limit=REASON_LIMIT)


async def _unfinished(ctx: Context, key: str, thanks: Thanks) -> Reply:
    """A gentle word, and the form with what was typed already."""
    place = ctx.place.ref.id if ctx.place and not ctx.place.direct else ""
    people = tuple([await value_of(ctx, person) for person in thanks.people])
    kept: Values = {"people": people, "reason": thanks.reason, "values": thanks.values}
    await keep(ctx, Opener("kudos.new", place), kept)
    typed = ctx.event.text if isinstance(ctx.event, Commanded | Said) else ""
    return cards.unfinished(ctx.t, key, as_read(typed), place)


async def value_of(ctx: Context, person: Person) -> str:
    """What stands for a person in a form of this workspace."""
    for account in await ctx.db.people.accounts(person.id):
        if account.workspace_id == ctx.workspace.id:
            return account.ref.id
    return f"person:{person.id}"


async def open_form(ctx: Context, filling: Filling) -> Reply:
    """The form; one that was begun in a place belongs there."""
    origin = origin_of(ctx)
    if filling.place and (ctx.place is None or ctx.place.direct):
        origin = Origin(Place(ctx.place_ref(filling.place), "", private=True))
    known = await ctx.db.kudos.values()
    return Reply(forms.new(ctx.t, known, filling, origin.write()))


async def _quoted(ctx: Context) -> str:
    """What the message said that these words answer to."""
    if not isinstance(ctx.event, Commanded | Said):
        return ""
    return tidy_lines(await ctx.readable(ctx.event.quoted))[:ABOUT]
