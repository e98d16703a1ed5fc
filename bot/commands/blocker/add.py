"""A new blocker: typed, or from a form; and those that a stand-up's answers name."""

from dataclasses import replace

from bot.arguments import Arguments
from bot.cards import blocker as cards
from bot.cards.blocker import forms
from bot.commands.blocker.at_hand import field_of, told, view, work
from bot.commands.blocker.said import heard_item, read_item
from bot.commands.blocker.ways import ways
from bot.commands.task.origin import filled_origin, origin_of
from bot.context import Context
from bot.errors import FieldError, FieldErrors, NotFound, UsageError
from bot.events import FieldValue, Values
from bot.messages import Audience, Line, Reply
from bot.model.blocker import TAGS, TEXT_LIMIT, Blocker
from bot.model.blocker.text import Item, lines_of
from bot.model.people import DayHalf, Person
from bot.model.question import AnswerKind, QuestionKind
from bot.model.refs import PlaceRef
from bot.model.standup import Share
from bot.registry import Commands
from bot.rituals.blocker import answers as blocker_answers

commands = Commands()


async def from_answers(ctx: Context, share: Share, texts: tuple[str, ...]) -> None:
    """What the answers to a day's questions about blockers say. Anonymous ones say
    nothing of anybody.
    """
    asked = [
        text
        for question, text in zip(share.occurrence.questions, texts, strict=False)
        if question.kind is QuestionKind.BLOCKERS
        and question.answer is AnswerKind.TEXT
        and not question.anonymous
    ]
    if asked:
        lines = lines_of("\n".join(asked))
        items = [await heard_item(ctx, line) for line in lines]
        said = [item for item in items if item.text]
        await blocker_answers.take(work(ctx), share, said)


@commands.command(*ways("add", "new", "report", zh=("新增", "新建", "添加", "上报")))
async def add(ctx: Context, args: Arguments) -> Reply:
    """Says what holds you up: blocker add stock numbers are late @Li."""
    if not args:
        return Reply(forms.new(ctx.t, origin_of(ctx).write()))
    item = await read_item(ctx, args.typed)
    if not item.text:
        raise UsageError("blocker-text-missing", try_this=ctx.t("blocker-try-add"))
    if len(item.text) > TEXT_LIMIT:
        count = len(item.text)
        raise UsageError("blocker-text-long", count=count, limit=TEXT_LIMIT)
    blocker = await _open(ctx, item, _here(ctx))
    notes = await away_notes(ctx, blocker.tagged)
    alone = not ctx.here
    t = ctx.t if alone else ctx.aloud
    reader = ctx.person if alone else None
    card = cards.card(await view(ctx, blocker), t, reader, notes=notes)
    return Reply(card, Audience.HERE)


@commands.button("blocker.new")
async def press_new(ctx: Context, value: str) -> Reply:
    """Opens the empty form."""
    return Reply(forms.new(ctx.t, origin_of(ctx).write()))


@commands.form("blocker.new")
async def fill_new(ctx: Context, values: Values, state: str) -> Reply:
    """Opens a blocker; it is shown where the form was opened."""
    text = field_of(values, TEXT_LIMIT)
    people = await chosen(ctx, values.get("people"))
    heard = await heard_item(ctx, text)
    tags = (*heard.tags, *(person.id for person in people))
    room = (await filled_origin(ctx, state)).room
    blocker = await _open(ctx, Item(text, tags), room.unthreaded() if room else None)
    if room:
        await work(ctx).post(blocker, room)
    notes = await away_notes(ctx, blocker.tagged)
    return told(ctx, "blocker-made", blocker, notes=notes)


async def chosen(ctx: Context, value: FieldValue) -> tuple[Person, ...]:
    """The people a form's field holds. Raises FieldErrors beside it."""
    try:
        people = await ctx.filled_people(value)
    except NotFound as wrong:
        raise FieldErrors({"people": FieldError(wrong.key, wrong.values)}) from wrong
    if len(people) > TAGS:
        many = FieldError("blocker-people-many", {"count": len(people), "limit": TAGS})
        raise FieldErrors({"people": many})
    return people


async def away_notes(ctx: Context, person_ids: tuple[int, ...]) -> tuple[Line, ...]:
    """Who of those who are asked for help is away, and until when."""
    found: list[Line] = []
    people = await ctx.db.people.some(person_ids)
    for person in people.values():
        today = person.local(ctx.now).date()
        half = DayHalf.at(person.local(ctx.now))
        away = await ctx.db.absences.away([person.id], today, half=half)
        if absence := away.get(person.id):
            day = ctx.t.day(absence.last)
            found.append(ctx.t.line("blocker-note-away", who=person.name, day=day))
    return tuple(found)


async def _open(ctx: Context, item: Item, place: PlaceRef | None) -> Blocker:
    tools = work(ctx)
    new = Blocker(
        reporter_id=ctx.person.id, text=item.text, opened_at=ctx.now, place=place
    )
    return await tools.open(replace(new, tags=tools.tags(new, item.tags)))


def _here(ctx: Context) -> PlaceRef | None:
    """Where this happens, if that is a place with people in it."""
    return ctx.place.ref.unthreaded() if ctx.here and ctx.place else None
