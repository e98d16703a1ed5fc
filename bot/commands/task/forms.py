"""The forms of tasks: a new one, one from a message, and changes."""

from dataclasses import replace

from bot.arguments import Arguments
from bot.cards.task import forms as cards
from bot.cards.task.forms import Filling
from bot.commands.task import make
from bot.commands.task.at_hand import (
    account_of,
    changeable,
    number,
    pressed,
    shown,
    told,
    view,
    visible,
    work,
)
from bot.commands.task.filled import FilledTask, as_due, read_filled
from bot.commands.task.make import Plan
from bot.commands.task.origin import filled_origin, origin_of
from bot.commands.task.people import hand_to
from bot.commands.task.story import story_of
from bot.commands.task.ways import ways
from bot.context import Context
from bot.events import Shortcut, Values
from bot.messages import Reply
from bot.model.task import (
    DETAILS_LIMIT,
    TITLE_LIMIT,
    Acceptance,
    Task,
    steps,
)
from bot.model.text import tidy, tidy_lines
from bot.registry import Commands

commands = Commands()


@commands.button("task.new")
async def press_new(ctx: Context, value: str) -> Reply:
    """Opens the empty form."""
    return Reply(cards.new(ctx.t, Filling(), origin_of(ctx).write()))


@commands.shortcut(
    "task.new", "New task", "Write down something to do", on_message=False
)
async def use_new(ctx: Context, event: Shortcut) -> Reply:
    """Opens the empty form, from anywhere."""
    return Reply(cards.new(ctx.t, Filling(), origin_of(ctx).write()))


@commands.shortcut(
    "task.from_message", "Make a task", "Turn this message into a task", on_message=True
)
async def use_message(ctx: Context, event: Shortcut) -> Reply:
    """Opens the form with what the message says (PEERS F02)."""
    lines = tidy_lines(await ctx.readable(event.text))
    first = tidy(lines.split("\n", 1)[0]) or next((f.name for f in event.files), "")
    filling = Filling(
        title=first[:TITLE_LIMIT],
        details=lines[:DETAILS_LIMIT] if lines != first else "",
    )
    return Reply(cards.new(ctx.t, filling, origin_of(ctx).write()))


@commands.form("task.new")
async def fill_new(ctx: Context, values: Values, state: str) -> Reply:
    """Makes the task; its card goes where the form was opened, and to who made it."""
    filled = await read_filled(ctx, values, ctx.person)
    origin = await filled_origin(ctx, state)
    place = origin.place
    due = filled.deadline
    if filled.rule and due is None:
        due = make.first_deadline(ctx, filled.rule, filled.owner)
    task = Task(
        title=filled.title,
        details=filled.details,
        owner_id=filled.owner.id,
        creator_id=ctx.person.id,
        created_at=ctx.now,
        priority=filled.priority,
        deadline=due,
        department=filled.department,
        rule=filled.rule,
        acceptance=_asked(ctx, filled),
        place=place.ref.unthreaded() if place else None,
        private=place is not None and (place.private or place.direct),
        permalink=origin.permalink,
        files=origin.linked,
    )
    task = steps.follow(task, *(person.id for person in filled.followers))
    stored = await make.store(ctx, Plan(task, filled.owner, filled.project))
    await make.tell(ctx, [stored.task])
    notes = make.notes(ctx, ctx.t, stored, filled.owner)
    if origin.room is None:
        new = make.view_of(ctx, stored, filled.owner)
        return await shown(ctx, stored.task, notes=notes, new=new)
    await work(ctx).post(stored.task, origin.room)
    return told(ctx, "task-made", stored.task, notes=notes)


@commands.command(*ways("edit", "change", "update", zh=("编辑", "修改", "更改")))
async def edit(ctx: Context, args: Arguments) -> Reply:
    """Opens everything of a task that can be changed."""
    return await _form(ctx, await changeable(ctx, number(ctx, args, "task-try-edit")))


@commands.button("task.edit")
async def press_edit(ctx: Context, value: str) -> Reply:
    """The same, from a button."""
    return await _form(ctx, await changeable(ctx, pressed(value)))


@commands.button("task.open")
async def press_open(ctx: Context, value: str) -> Reply:
    """Shows everything about a task, with every button."""
    return await story_of(ctx, await visible(ctx, pressed(value)))


@commands.form("task.edit")
async def fill_edit(ctx: Context, values: Values, state: str) -> Reply:
    """Changes what is different; a new owner is told."""
    task = await changeable(ctx, pressed(state))
    owner = await ctx.db.people.get(task.owner_id)
    filled = await read_filled(ctx, values, owner, task)
    project, _ = await make.project_for(ctx, filled.project, task.private)
    doing = work(ctx)
    after = replace(
        task,
        title=filled.title,
        details=filled.details,
        deadline=filled.deadline,
        priority=filled.priority,
        project_id=project.id if project else None,
        department=filled.department,
        rule=filled.rule,
        followers=(),
    )
    after = steps.follow(after, *(person.id for person in filled.followers))
    after = await doing.change(task, after, ctx.person.id)
    new = [each for each in after.followers if each not in task.followers]
    once = doing.stamp
    await doing.tell(after, "followed", new, by=ctx.person.id, once=once)
    if filled.owner.id != task.owner_id:
        after = await hand_to(ctx, after, filled.owner)
    elif (after.title, after.deadline) != (task.title, task.deadline):
        await doing.tell(after, "changed", (owner.id,), by=ctx.person.id, once=once)
    return told(ctx, "task-saved", after)


async def _form(ctx: Context, task: Task) -> Reply:
    seen = await view(ctx, task)
    due = as_due(task.deadline, ctx.person) if task.deadline else None
    followers = [await account_of(ctx, person_id) for person_id in task.followers]
    filling = Filling(
        title=task.title,
        details=task.details,
        owner=await account_of(ctx, task.owner_id),
        day=due.day if due else None,
        wall=due.time if due else None,
        priority=task.priority,
        project=seen.project or "",
        department=task.department,
        followers=tuple(account for account in followers if account),
        rule=task.rule,
    )
    return Reply(cards.edit(ctx.t, task, filling))


def _asked(ctx: Context, filled: FilledTask) -> Acceptance:
    mine = filled.owner.id == ctx.person.id
    return Acceptance.NOT_ASKED if mine else Acceptance.WAITING
