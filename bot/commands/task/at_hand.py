"""How every task command begins and ends: the task, the rights, the answer."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace

from bot.arguments import Arguments
from bot.cards import task as cards
from bot.cards.task.words import short
from bot.context import Context
from bot.errors import FieldError, FieldErrors, NotAllowed, NotFound, UsageError
from bot.events import Pressed, Values
from bot.messages import Audience, Card, Line, Paragraph, Reply, Tone
from bot.model.people import Person
from bot.model.refs import PlaceRef
from bot.model.task import Task, TaskState, TaskView, may_change
from bot.model.text import shows, tidy_lines
from bot.ports import Translate
from bot.rituals.task.sight import sees
from bot.rituals.task.work import TaskWork

LETTER = "T"
LONGEST_NUMBER = 9


def work(ctx: Context) -> TaskWork:
    """The tools to change tasks with."""
    home = ctx.known.home
    lists = home is None or home.lists
    return TaskWork(ctx.db, ctx.calendar, ctx.organization, ctx.now, lists)


def number(ctx: Context, args: Arguments, example: str) -> int:
    """The short number typed. Raises UsageError with an example."""
    args.keyword("task", "with", "任务", "任務")
    found = args.number(LETTER)
    if found is None:
        raise UsageError("task-number-missing", try_this=ctx.t(example))
    return found


def pressed(value: str) -> int:
    """The short number a button holds; 0, which no task has, for anything else."""
    word = value.split(maxsplit=1)[0] if value.strip() else ""
    fits = word.isascii() and word.isdigit() and len(word) <= LONGEST_NUMBER
    return int(word) if fits else 0


async def visible(ctx: Context, wanted: int) -> Task:
    """The task by its number. One that is not theirs to see is not there."""
    task = await ctx.db.tasks.numbered(wanted)
    if task is None or not await sees(ctx.db, task, ctx.person, ctx.here):
        raise NotFound("task-unknown", try_this="task list", id=f"{LETTER}-{wanted}")
    return task


async def changeable(ctx: Context, wanted: int) -> Task:
    """The same, if they may change it. Raises NotAllowed with who can."""
    task = await visible(ctx, wanted)
    if not may_change(task, ctx.person):
        people = await ctx.db.people.some([task.owner_id, task.creator_id])
        names = tuple(dict.fromkeys(person.name for person in people.values()))
        raise NotAllowed("task-not-yours", id=short(task), who=ctx.t.items(names))
    return task


async def living(ctx: Context, wanted: int) -> Task:
    """The same, if it is still open. Raises UsageError with who closed it and when."""
    task = await changeable(ctx, wanted)
    if task.closed:
        raise await already_closed(ctx, task)
    return task


async def already_closed(ctx: Context, task: Task) -> UsageError:
    """Says kindly that somebody was first."""
    seen = await view(ctx, task)
    key = (
        "task-already-done" if task.state is TaskState.DONE else "task-already-dropped"
    )
    when = ctx.t.moment(task.closed_at) if task.closed_at else ""
    undo = f"task undo {task.number}"
    return UsageError(
        key, try_this=undo, id=short(task), who=seen.closer or "", when=when
    )


def here(ctx: Context) -> PlaceRef | None:
    """Where this happens, if that is a place with people in it."""
    return ctx.place.ref if ctx.place and not ctx.place.direct else None


def own_chat(ctx: Context) -> bool:
    """Whether nobody but this person reads the answer."""
    return ctx.place is None or ctx.place.direct


def voice(ctx: Context) -> tuple[Translate, Person | None]:
    """Who reads a card that stays here: a room in its own language, or the person."""
    return (ctx.t, ctx.person) if own_chat(ctx) else (ctx.aloud, None)


async def view(ctx: Context, task: Task) -> TaskView:
    """The task with the names beside it."""
    return (await ctx.db.tasks.views([task]))[0]


async def shown(
    ctx: Context,
    task: Task,
    *,
    notes: Sequence[Line] = (),
    remark: str = "",
    new: TaskView | None = None,
) -> Reply:
    """The task's card as the answer: in place of the one that was pressed, else here.

    Where a card of it can be seen already, that one changes, and only the person who
    asked sees it once more; so is a private task where others would read along.
    `remark` is the comment that came with the change; a `new` task is on no card yet.
    """
    secret = task.private and bool(ctx.here) and not at_home(ctx, task)
    pressed_it = isinstance(ctx.event, Pressed)
    seen_already = new is None and not pressed_it and await _can_be_seen(ctx, task)
    quiet = secret or seen_already
    t, reader = (ctx.t, ctx.person) if quiet else voice(ctx)
    seen = new or await view(ctx, task)
    seen = replace(seen, remark=remark) if remark else seen
    card = cards.card(seen, t, reader, notes=notes)
    if pressed_it:
        return Reply(card, Audience.REPLACE)
    return Reply(card, Audience.ONLY_YOU if quiet else Audience.HERE)


async def in_place(
    ctx: Context, story: Callable[[Audience], Awaitable[Reply]]
) -> Reply | None:
    """What is true now: the card that was pressed shows it by itself, and what was
    typed is answered with the whole story.
    """
    if not isinstance(ctx.event, Pressed) or ctx.event.card is None:
        return await story(Audience.ONLY_YOU)
    showing = await ctx.db.deliveries.showing(ctx.event.card)
    if showing is None:
        return await story(Audience.REPLACE)
    await ctx.db.deliveries.touch(key=showing.draft.key)
    return None


async def _can_be_seen(ctx: Context, task: Task) -> bool:
    place = None if own_chat(ctx) else ctx.event.where
    return await ctx.db.deliveries.shows(f"task:{task.id}", place, ctx.person.id)


def told(
    ctx: Context,
    key: str,
    task: Task,
    *,
    notes: Sequence[Line] = (),
    **values: object,
) -> Reply:
    """A short private confirmation."""
    line = ctx.t.line(key, id=short(task), title=task.title, **values)
    blocks = tuple(Paragraph(note) for note in notes)
    return Reply(Card(line, blocks, tone=Tone.GOOD), Audience.ONLY_YOU)


def asked(ctx: Context, key: str, *lines: Line, **values: object) -> Reply:
    """A kind private remark that changes nothing."""
    blocks = tuple(Paragraph(line) for line in lines)
    return Reply(
        Card(ctx.t.line(key, **values), blocks, Tone.WARNING), Audience.ONLY_YOU
    )


def text_of(typed: object, limit: int) -> str:
    """A reason or a comment as it is kept; nothing of it is cut off in silence.

    Raises UsageError when it is too long.
    """
    text = tidy_lines(str(typed or ""))
    if len(text) > limit:
        raise UsageError("task-text-long", count=len(text), limit=limit)
    return text if shows(text) else ""


def field_of(values: Values, name: str, missing: str, limit: int) -> str:
    """The text a form's field must hold. Raises FieldErrors."""
    try:
        text = text_of(values.get(name), limit)
    except UsageError as wrong:
        raise FieldErrors({name: FieldError(wrong.key, wrong.values)}) from wrong
    if not text:
        raise FieldErrors({name: FieldError(missing)})
    return text


async def account_of(ctx: Context, person_id: int) -> str | None:
    """The person's user id on this platform, to fill a form with."""
    for account in await ctx.db.people.accounts(person_id):
        if account.workspace_id == ctx.workspace.id:
            return account.ref.id
    return None


async def by_account(ctx: Context, user_id: str) -> Person:
    """The person a form's field holds."""
    return await ctx.filled_person(user_id)


def at_home(ctx: Context, task: Task) -> bool:
    """Whether this is where the task was made, or another place of that room."""
    return task.place in ctx.here
