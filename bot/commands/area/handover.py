"""An area handed over, said aloud, with what is still open (PEERS I04)."""

import re

from bot.arguments import Arguments
from bot.cards import area as cards
from bot.cards.area import forms
from bot.commands.area.at_hand import changeable, living, the_one, work
from bot.commands.area.ways import ways
from bot.commands.standup.places import filled, picked, unseen
from bot.commands.task.at_hand import here, pressed
from bot.context import Context
from bot.errors import FieldError, FieldErrors, UsageError, UserError
from bot.events import Values
from bot.messages import Reply
from bot.model.area import Area
from bot.model.people import Person
from bot.model.refs import PlaceRef
from bot.registry import Commands
from bot.rituals.area.notices import open_feedback, open_tasks

commands = Commands()
TO_NAMED = re.compile(
    r"(?P<area>.+?)(?:\s+to\s+|\s*(?:移?交给|给)\s*)(?P<who>[^\s#].*)", re.IGNORECASE
)
TO = ("to", "给", "交给", "由")


@commands.command(*ways("handover", "hand over", "give", zh=("移交", "交接", "转交")))
async def handover(ctx: Context, args: Arguments) -> Reply:
    """Hands an area over: area handover refunds to @Mia in #shop."""
    linked = args.places()
    people = await ctx.find_people(args.people())
    words = args.rest()
    if not people and (named := TO_NAMED.fullmatch(words)):
        people, words = (await ctx.filled_person(named["who"]),), named["area"]
    words = _tidied(words)
    area = await changeable(ctx, await the_one(ctx, words, "area-try-handover"))
    if len(people) != 1:
        raise UsageError("area-to-whom", try_this=ctx.t("area-try-handover"))
    where = here(ctx)
    place = where.unthreaded() if where else None
    if linked:
        place = ctx.place_ref(linked[0])
        if await picked(ctx, place, linked[0]) is None:
            raise unseen(ctx, "")
    return await _handed(ctx, area, people[0], place)


@commands.button("area.handover")
async def press_handover(ctx: Context, value: str) -> Reply:
    """Asks to whom."""
    area = await changeable(ctx, await living(ctx, pressed(value)))
    return Reply(forms.handover(ctx.t, area))


@commands.form("area.handover")
async def fill_handover(ctx: Context, values: Values, state: str) -> Reply:
    """Takes to whom, and where it is said."""
    area = await changeable(ctx, await living(ctx, pressed(state)))
    wrong: dict[str, FieldError] = {}
    owner, place = None, None
    try:
        owner = await ctx.filled_person(str(values.get("owner") or ""))
    except UserError as problem:
        wrong["owner"] = FieldError(problem.key, problem.values)
    try:
        said = str(values.get("place") or "")
        place = await filled(ctx, said) if said else None
    except UserError as problem:
        wrong["place"] = FieldError(problem.key, problem.values)
    if wrong or owner is None:
        raise FieldErrors(wrong)
    if owner.id == area.owner_id:
        already = FieldError("area-already", {"who": owner.name, "area": area.name})
        raise FieldErrors({"owner": already})
    return await _handed(ctx, area, owner, place)


async def _handed(
    ctx: Context, area: Area, owner: Person, place: PlaceRef | None
) -> Reply:
    if owner.id == area.owner_id:
        raise UsageError("area-already", who=owner.name, area=area.name)
    before = area.owner_id
    tasks = await open_tasks(ctx.db, before, ctx.person)
    said = await open_feedback(ctx.db, before, ctx.person)
    after = await work(ctx).hand_over(area, owner.id, owner.name, place)
    may = ctx.person.is_admin or before == ctx.person.id
    old = before if may else None
    return cards.passed(ctx.t, after, owner.name, len(tasks), len(said), old)


def _tidied(text: str) -> str:
    """The name of the area, without the word that led to the person."""
    words = text.split()
    while words and words[-1].casefold() in (*TO, "in", "at", "在"):
        words.pop()
    return " ".join(words).removesuffix("交给").removesuffix("给")
