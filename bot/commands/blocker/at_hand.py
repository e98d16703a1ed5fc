"""How every blocker command begins and ends: the blocker, the rights, the answer."""

from collections.abc import Sequence

from bot.arguments import Arguments
from bot.cards import blocker as cards
from bot.cards.blocker.words import brief, short
from bot.commands.task.at_hand import in_place
from bot.commands.task.at_hand import pressed as pressed
from bot.context import Context
from bot.errors import FieldError, FieldErrors, NotAllowed, NotFound, UsageError
from bot.events import Values
from bot.messages import Audience, Card, Line, Paragraph, Reply, Tone
from bot.model.blocker import Blocker, BlockerView, UpdateKind, may_change
from bot.model.text import shows, tidy_lines
from bot.rituals.blocker.views import seen, views
from bot.rituals.blocker.work import BlockerWork

LETTER = "B"
CLOSEST = 3


def work(ctx: Context) -> BlockerWork:
    """The tools to change blockers with."""
    return BlockerWork(ctx.db, ctx.calendar, ctx.organization, ctx.now)


def number(ctx: Context, args: Arguments, example: str) -> int:
    """The short number typed. Raises UsageError with an example."""
    args.keyword("blocker", "阻碍")
    found = args.number(LETTER)
    if found is None:
        raise UsageError("blocker-number-missing", try_this=ctx.t(example))
    return found


async def number_or_own(ctx: Context, args: Arguments, example: str) -> int:
    """The same; where none is typed, the only open one they reported. Raises what to
    type where there are several.
    """
    args.keyword("blocker", "阻碍")
    found = args.number(LETTER)
    if found is not None:
        return found
    open_ = await ctx.db.blockers.all()
    mine = [each for each in open_ if each.reporter_id == ctx.person.id]
    if not mine:
        raise NotFound("blocker-none-own", try_this="blocker list")
    if len(mine) > 1:
        lines = tuple(f"{short(each)} “{brief(each.text)[:40]}”" for each in mine)
        raise UsageError(
            "blocker-which",
            try_this=ctx.t(example, id=short(mine[0])),
            which=ctx.t.either(lines[:CLOSEST]),
        )
    return mine[0].number


async def visible(ctx: Context, wanted: int) -> Blocker:
    """The blocker by its number. One that is not theirs to see is not there."""
    blocker = await ctx.db.blockers.numbered(wanted)
    if blocker is None or not await seen(ctx.db, ctx.person, ctx.here, [blocker]):
        raise await _unknown(ctx, wanted)
    return blocker


async def changeable(ctx: Context, wanted: int) -> Blocker:
    """The same, if they may change it. Raises NotAllowed with who can."""
    blocker = await visible(ctx, wanted)
    reporter = await ctx.db.people.get(blocker.reporter_id)
    standup = await work(ctx).standup(blocker)
    if not may_change(blocker, ctx.person, reporter, standup):
        people = await ctx.db.people.some([reporter.id, *blocker.tagged])
        names = ctx.t.items(tuple(person.name for person in people.values()))
        raise NotAllowed("blocker-not-yours", id=short(blocker), who=names)
    return blocker


async def still_open(ctx: Context, blocker: Blocker) -> Blocker:
    """The same, if it is open. Raises UsageError with who resolved it and when."""
    if blocker.open:
        return blocker
    people = await ctx.db.people.some([blocker.resolved_by or 0])
    who = next((person.name for person in people.values()), "")
    when = ctx.t.moment(blocker.resolved_at) if blocker.resolved_at else ""
    again = f"blocker reopen {blocker.number}"
    raise UsageError(
        "blocker-resolved-already",
        try_this=again,
        id=short(blocker),
        who=who,
        when=when,
    )


async def view(ctx: Context, blocker: Blocker) -> BlockerView:
    """The blocker with the names beside it."""
    return (await views(work(ctx), [blocker]))[0]


async def story_of(ctx: Context, blocker: Blocker) -> Reply:
    """Everything about it; in place of what was pressed, if that shows the same."""
    updates = await ctx.db.blockers.log.of(blocker.id)
    named = {each.person_id for each in updates if each.person_id}
    about = (UpdateKind.TAGGED, UpdateKind.ESCALATED)
    named |= {int(each.text) for each in updates if each.kind in about if each.text}
    people = await ctx.db.people.some(list(named))
    names = {id: person.name for id, person in people.items()}
    told_ = cards.BlockerStory(await view(ctx, blocker), updates, names)
    return cards.story(told_, ctx.t, ctx.person, Audience.ONLY_YOU)


async def answered(ctx: Context, blocker: Blocker) -> Reply | None:
    """What is true now: the card that was pressed shows it by itself, and what was
    typed is answered with everything about the blocker.
    """

    async def story(audience: Audience) -> Reply:
        return Reply((await story_of(ctx, blocker)).body, audience)

    return await in_place(ctx, story)


def told(
    ctx: Context,
    key: str,
    blocker: Blocker,
    *,
    notes: Sequence[Line] = (),
    **values: object,
) -> Reply:
    """A short confirmation for one's own eyes."""
    text = brief(blocker.text)
    line = ctx.t.line(key, id=short(blocker), text=text, **values)
    blocks = tuple(Paragraph(note) for note in notes)
    return Reply(Card(line, blocks, tone=Tone.GOOD), Audience.ONLY_YOU)


def text_of(typed: object, limit: int) -> str:
    """What was said, as it is kept. Raises UsageError when it is too long."""
    text = tidy_lines(str(typed or ""))
    if len(text) > limit:
        raise UsageError("blocker-text-long", count=len(text), limit=limit)
    return text if shows(text) else ""


def field_of(values: Values, limit: int) -> str:
    """The text a form must hold. Raises FieldErrors."""
    try:
        text = text_of(values.get("text"), limit)
    except UsageError as wrong:
        raise FieldErrors({"text": FieldError(wrong.key, wrong.values)}) from wrong
    if not text:
        raise FieldErrors({"text": FieldError("blocker-text-missing")})
    return text


async def _unknown(ctx: Context, wanted: int) -> NotFound:
    """Names the open ones with the closest numbers that they may see."""
    open_ = await seen(ctx.db, ctx.person, ctx.here, await ctx.db.blockers.all())
    near = sorted(open_, key=lambda each: abs(each.number - wanted))[:CLOSEST]
    id = f"{LETTER}-{wanted}"
    if not near:
        return NotFound("blocker-unknown", try_this="blocker list", id=id)
    lines = tuple(f"{short(each)} “{brief(each.text)[:40]}”" for each in near)
    close = ctx.t.either(lines)
    return NotFound(
        "blocker-unknown-close", try_this="blocker list", id=id, close=close
    )
