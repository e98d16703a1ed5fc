"""Reading what is written, which is on the log each time; and saying that one has."""

from bot.arguments import Arguments
from bot.cards.review import forms, reading, told
from bot.commands.review.at_hand import (
    check_guest,
    check_hr,
    held,
    named,
    own,
    seen,
    unknown,
    work,
)
from bot.commands.review.ways import ways
from bot.commands.task.at_hand import pressed, text_of
from bot.context import Context
from bot.errors import FieldError, FieldErrors, NotFound, UsageError
from bot.events import Values
from bot.messages import Reply
from bot.model.people import Person
from bot.model.review import COMMENT_LIMIT, Fields, Part, Review, State
from bot.registry import Commands
from bot.rituals.review.sight import reads

commands = Commands()
ASKED = (
    "who read my review", "who read my reviews",
    "who has read my review", "who has read my reviews",
    "谁看过我的评估", "谁看了我的评估",
)  # fmt: skip
MOST = 60  # lines of a log


@commands.command(*ways("read", "open", zh=("阅读", "读")))
async def read(ctx: Context, args: Arguments) -> Reply:
    """Shows your newest review, or the one you wrote: review read @Li."""
    check_guest(ctx)
    people = await named(ctx, args)
    person = people[0] if people else ctx.person
    for review in await ctx.db.reviews.about(person.id):
        if reads(review, ctx.person):
            return await _shown(ctx, review, Part.REVIEW)
    key = "review-none-own" if person.id == ctx.person.id else "review-unknown"
    raise NotFound(key, try_this="review")


@commands.button("review.read")
async def press_read(ctx: Context, value: str) -> Reply:
    """The same, from a button."""
    review, _ = await held(ctx, pressed(value))
    if not reads(review, ctx.person):
        raise unknown()
    return await _shown(ctx, review, Part.REVIEW)


@commands.button("review.read-self")
async def press_read_self(ctx: Context, value: str) -> Reply:
    """What somebody says of themselves, to who writes about them."""
    review, _ = await held(ctx, pressed(value))
    if ctx.person.id not in (review.reviewer_id, review.person_id):
        raise unknown()
    return await _shown(ctx, review, Part.SELF)


@commands.button("review.comment")
async def press_comment(ctx: Context, value: str) -> Reply:
    """What they answered, to who wrote it."""
    review, _ = await held(ctx, pressed(value))
    if not reads(review, ctx.person):
        raise unknown()
    return await _shown(ctx, review, Part.COMMENT)


@commands.command(*ways("acknowledge", "confirm", zh=("确认",)))
async def acknowledge(ctx: Context, args: Arguments) -> Reply:
    """Says that you have read your newest review, with a comment if you like."""
    check_guest(ctx)
    for review in await ctx.db.reviews.about(ctx.person.id):
        if review.sent:
            return await _form(ctx, review)
    raise NotFound("review-none-own", try_this="review")


@commands.button("review.acknowledge")
async def press_acknowledge(ctx: Context, value: str) -> Reply:
    """The same, from a button."""
    review, _ = await own(ctx, pressed(value))
    return await _form(ctx, review)


@commands.form("review.acknowledge")
async def fill_acknowledge(ctx: Context, values: Values, state: str) -> Reply:
    """Keeps the day and the comment; who wrote it hears so."""
    review, _ = await own(ctx, pressed(state))
    if not review.sent:
        raise unknown()
    if review.state is State.ACKNOWLEDGED:
        raise UsageError("review-acknowledged-already", try_this="review")
    if pressed(state.partition(" ")[2]) != review.version:
        raise UsageError("review-changed-since", try_this="review read")
    try:
        comment = text_of(values.get("comment"), COMMENT_LIMIT)
    except UsageError as wrong:
        problem = FieldError(wrong.key, wrong.values)
        raise FieldErrors({"comment": problem}) from wrong
    await work(ctx).acknowledge(review, comment, ctx.person)
    who = (await seen(ctx, review)).reviewer
    return told(ctx.t, "review-acknowledged-done", who=who)


@commands.command(*ways("log", zh=("记录", "日志")), *ASKED)
async def log(ctx: Context, args: Arguments) -> Reply:
    """Who read your reviews, and when; HR: review log @Li."""
    check_guest(ctx)
    people = await named(ctx, args)
    if people and people[0].id != ctx.person.id:
        await check_hr(ctx)
        return await _log(ctx, people[0])
    return await _log(ctx, ctx.person)


@commands.button("review.log")
async def press_log(ctx: Context, value: str) -> Reply:
    """One's own, from a button."""
    check_guest(ctx)
    return await _log(ctx, ctx.person)


async def _shown(ctx: Context, review: Review, part: Part) -> Reply:
    found = await work(ctx).read(review, part, ctx.person)
    if found is None:
        raise NotFound(f"review-empty-{part.value}", try_this="review")
    own = review.person_id == ctx.person.id
    note = {} if own or part is not Part.REVIEW else await _note(ctx, review)
    view = await seen(ctx, review)
    return reading.content(ctx.t, view, found, note=note, own=own)


async def _note(ctx: Context, review: Review) -> Fields:
    """The private note, for nobody but who wrote it."""
    found = await ctx.db.reviews.words.of(review.id, Part.NOTE)
    return found.fields if found and found.by_id == ctx.person.id else {}


async def _form(ctx: Context, review: Review) -> Reply:
    if not review.sent:
        raise unknown()
    if review.state is State.ACKNOWLEDGED:
        raise UsageError("review-acknowledged-already", try_this="review")
    return Reply(forms.acknowledge(ctx.t, await seen(ctx, review)))


async def _log(ctx: Context, person: Person) -> Reply:
    entries = await ctx.db.reviews.log.of(person.id, MOST)
    ids = {id for each in entries for id in (each.person_id, each.to_id) if id}
    people = await ctx.db.people.some(sorted(ids))
    names = {id: each.name for id, each in people.items()}
    who = "" if person.id == ctx.person.id else person.name
    return reading.log(ctx.t, who, entries, names)
