"""Writing a review, and what somebody says of themselves: in a form, kept as a draft
until it is sent (K06).
"""

from bot.arguments import Arguments
from bot.cards.review import evidence as evidence_cards
from bot.cards.review import forms, told, windows
from bot.commands.review.at_hand import (
    check_guest,
    named,
    open_about,
    own,
    seen,
    unknown,
    work,
    writable,
)
from bot.commands.review.ways import ways
from bot.commands.task.at_hand import pressed, text_of
from bot.context import Context
from bot.errors import FieldError, FieldErrors, NotFound, UsageError
from bot.events import Values
from bot.messages import Line, Reply
from bot.model.moments import instant
from bot.model.review import FIELD_LIMIT, NOTE, SAID, SELF_SAID, Fields, Part, Review
from bot.model.review.plan import NINE
from bot.registry import Commands
from bot.rituals.review.evidence import evidence

commands = Commands()
LEAST = ("strengths", "next")  # what a review must say


@commands.command(
    *ways("write", "start", zh=("填写", "撰写", "写")), "写评估", "写绩效"
)
async def write(ctx: Context, args: Arguments) -> Reply:
    """Opens the form about somebody you lead: review write @Li."""
    check_guest(ctx)
    people = await named(ctx, args)
    if len(people) > 1:
        raise UsageError("review-one-person", try_this=ctx.t("review-try-write"))
    if people and people[0].id == ctx.person.id:
        raise UsageError("review-yourself", try_this="review self")
    mine = [each for each in await ctx.db.reviews.by(ctx.person.id) if each.open]
    if people:
        mine = [each for each in mine if each.person_id == people[0].id]
        mine = mine or await _sent(ctx, people[0].id)
    if not mine:
        key = "review-not-yours" if people else "review-nothing"
        who = people[0].name if people else ""
        raise NotFound(key, try_this="review", who=who)
    if len({each.person_id for each in mine}) > 1:
        raise UsageError("review-who", try_this=ctx.t("review-try-write"))
    return await _form(ctx, mine[0])


@commands.button("review.write")
async def press_write(ctx: Context, value: str) -> Reply:
    """The same, from a button."""
    return await _form(ctx, await writable(ctx, pressed(value)))


@commands.form("review.write")
async def fill_write(ctx: Context, values: Values, state: str) -> Reply:
    """Sends it to who it is about, or keeps it as a draft."""
    review = await writable(ctx, pressed(state))
    typed = _texts(values, (*SAID, NOTE))
    if _older(review, state):
        return await _both(ctx, review, Part.DRAFT, typed)
    if values.get("what") == forms.KEEP:
        await work(ctx).draft(review, Part.DRAFT, typed, ctx.person)
        return told(ctx.t, "review-kept", "review-kept-note")
    _check_filled(typed, LEAST)
    said = {name: typed[name] for name in SAID}
    await work(ctx).send(review, said, typed[NOTE], ctx.person)
    who = (await seen(ctx, review)).person
    return told(ctx.t, "review-done", "review-done-note", who=who)


@commands.command(
    *ways("self", zh=("自评",)), "self review", "self-review", "自评", "写自评"
)
async def self_(ctx: Context, args: Arguments) -> Reply:
    """Opens what you say of yourself, where a cycle asks for it."""
    check_guest(ctx)
    for review in await open_about(ctx, ctx.person):
        found = await seen(ctx, review)
        if found.cycle.self_first:
            return await _self_form(ctx, review)
    raise NotFound("review-no-self", try_this="review")


@commands.button("review.self")
async def press_self(ctx: Context, value: str) -> Reply:
    """The same, from a button."""
    return await _self_form(ctx, await _own_open(ctx, pressed(value)))


@commands.form("review.self")
async def fill_self(ctx: Context, values: Values, state: str) -> Reply:
    """Sends it to who writes about them, or keeps it as a draft."""
    review = await _own_open(ctx, pressed(state))
    typed = _texts(values, SELF_SAID)
    if _older(review, state):
        return await _both(ctx, review, Part.SELF_DRAFT, typed)
    if values.get("what") == forms.KEEP:
        await work(ctx).draft(review, Part.SELF_DRAFT, typed, ctx.person)
        return told(ctx.t, "review-kept", "review-kept-note")
    _check_filled(typed, SELF_SAID[:1])
    await work(ctx).send_self(review, typed, ctx.person)
    return told(ctx.t, "review-self-sent", "review-self-sent-note")


async def _form(ctx: Context, review: Review) -> Reply:
    """What was kept, under what the person did since the last time."""
    view = await seen(ctx, review)
    kept = await _kept(ctx, review, Part.DRAFT)
    intro: Line = ctx.t.line("review-form-note", who=view.person)
    person = await ctx.db.people.get(review.person_id)
    since = instant(view.round.since, NINE, person.tz)
    if found := await evidence(ctx.db, person, ctx.person, since):
        lines = evidence_cards.lines(ctx.t, found, view.person)
        intro = (*lines, "\n\n", *intro)
    return Reply(forms.write(ctx.t, view, kept, intro))


async def _self_form(ctx: Context, review: Review) -> Reply:
    kept = await _kept(ctx, review, Part.SELF_DRAFT)
    return Reply(forms.about_self(ctx.t, await seen(ctx, review), kept))


async def _kept(ctx: Context, review: Review, draft: Part) -> Fields:
    """What the form opens with: the draft, else what was sent."""
    if found := await _mine(ctx, review, draft):
        return found
    if draft is Part.SELF_DRAFT:
        return await _mine(ctx, review, Part.SELF)
    said = await _mine(ctx, review, Part.REVIEW)
    return {**said, **await _mine(ctx, review, Part.NOTE)}


async def _mine(ctx: Context, review: Review, part: Part) -> Fields:
    """What they wrote themselves: whoever wrote before them keeps theirs."""
    found = await ctx.db.reviews.words.of(review.id, part)
    return found.fields if found and found.by_id == ctx.person.id else {}


async def _own_open(ctx: Context, review_id: int) -> Review:
    review, round = await own(ctx, review_id)
    cycle = await ctx.db.reviews.cycle(round.cycle_id)
    if cycle is None or not cycle.self_first:
        raise unknown()
    if round.closed_at or not review.open:
        raise UsageError("review-self-over", try_this="review")
    return review


async def _sent(ctx: Context, person_id: int) -> list[Review]:
    """What they sent already and may still change."""
    found = []
    for each in await ctx.db.reviews.by(ctx.person.id):
        if each.person_id == person_id and each.sent:
            round = await ctx.db.reviews.round(each.round_id)
            found += [each] if round and round.closed_at is None else []
    return found[:1]


def _older(review: Review, state: str) -> bool:
    """Whether it was changed since the form was opened."""
    return pressed(state.partition(" ")[2]) != review.version


async def _both(ctx: Context, review: Review, draft: Part, typed: Fields) -> Reply:
    """Two windows: nothing is sent, and both texts are in the form from now on."""
    kept = await _kept(ctx, review, draft)
    both = {
        name: "\n\n".join(dict.fromkeys(filter(None, (kept.get(name), text))))
        for name, text in typed.items()
    }
    await work(ctx).draft(review, draft, both, ctx.person)
    name = "self" if draft is Part.SELF_DRAFT else "write"
    return windows(ctx.t, await seen(ctx, review), name)


def _texts(values: Values, names: tuple[str, ...]) -> dict[str, str]:
    found: dict[str, str] = {}
    wrong: dict[str, FieldError] = {}
    for name in names:
        try:
            found[name] = text_of(values.get(name), FIELD_LIMIT)
        except UsageError as problem:
            wrong[name] = FieldError(problem.key, problem.values)
    if wrong:
        raise FieldErrors(wrong)
    return found


def _check_filled(typed: Fields, names: tuple[str, ...]) -> None:
    missing = [name for name in names if not typed.get(name)]
    if missing:
        raise FieldErrors({name: FieldError("form-missing") for name in missing})
