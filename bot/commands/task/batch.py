"""Many lines at once: shown first, then made, mended or given up (PEERS F22)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from bot.arguments import Arguments, as_read
from bot.cards.repetition import repetition_words
from bot.cards.task import batch as cards
from bot.cards.task.batch import Row
from bot.cards.task.words import deadline
from bot.commands.task import make
from bot.commands.task.at_hand import pressed, text_of
from bot.commands.task.make import Plan
from bot.commands.task.minutes import with_owner
from bot.commands.task.origin import Origin, origin_of, read_origin
from bot.commands.task.wish import read_wish
from bot.context import Context
from bot.errors import FieldError, FieldErrors, UsageError, UserError
from bot.events import Values
from bot.messages import Audience, Line, Reply, Span
from bot.model.delivery import Draft
from bot.model.task import Priority, Task
from bot.model.task.batch import AT_ONCE, Batch, bare, lines_of
from bot.registry import Commands

commands = Commands()


@dataclass(frozen=True, slots=True)
class Understood:
    """A line as it was read, with the plan for its task if it is one."""

    row: Row
    line: str
    plan: Plan | None = None


async def offer(ctx: Context, text: str) -> Reply:
    """Shows what the lines would become, to who typed them; nothing is made yet."""
    wanted = lines_of(text).wanted
    if len(wanted) > AT_ONCE:
        raise UsageError("task-many-limit", count=len(wanted), limit=AT_ONCE)
    batch = Batch(0, ctx.person.id, ctx.now, text, origin_of(ctx).write())
    return await _shown(ctx, await ctx.db.tasks.batches.add(batch), Audience.ONLY_YOU)


@commands.button("task.batch-create")
async def press_create(ctx: Context, value: str) -> Reply:
    """Makes every good line; the others stay to be mended."""
    batch = await _batch(ctx, value)
    if value != batch.mark:  # an older preview: the lines were edited since
        return await _shown(ctx, batch, Audience.REPLACE)
    origin = read_origin(ctx, batch.origin)
    understood = await _read(ctx, batch, origin)
    tasks: list[Task] = []
    notes: list[Line] = []
    for plan in (each.plan for each in understood if each.plan):
        stored = await make.store(ctx, plan)
        tasks.append(stored.task)
        notes += make.notes(ctx, ctx.t, stored, plan.owner, plan.kept)
    if not tasks:
        return await _shown(ctx, batch, Audience.REPLACE)
    await make.tell(ctx, tasks)
    await _announce(ctx, batch, origin, tasks)
    rest = await _rest(ctx, batch, [each for each in understood if not each.plan])
    return cards.created(await ctx.db.tasks.views(tasks), notes, rest, ctx.t)


@commands.button("task.batch-edit")
async def press_edit(ctx: Context, value: str) -> Reply:
    """Opens all the lines in one field."""
    return Reply(cards.form(await _batch(ctx, value), ctx.t))


@commands.form("task.batch")
async def fill(ctx: Context, values: Values, state: str) -> Reply:
    """Takes the lines as they are now, and shows what they would become."""
    batch = await _batch(ctx, state)
    try:
        text = text_of(values.get("lines"), cards.EDITABLE)
    except UsageError as wrong:
        raise FieldErrors({"lines": FieldError(wrong.key, wrong.values)}) from wrong
    count = len(lines_of(text).wanted)
    if count == 0:
        raise FieldErrors({"lines": FieldError("task-batch-empty")})
    if count > AT_ONCE:
        limit = {"count": count, "limit": AT_ONCE}
        raise FieldErrors({"lines": FieldError("task-many-limit", limit)})
    changed = replace(batch, text=text, at=ctx.now)
    await ctx.db.tasks.batches.save(changed)
    return await _shown(ctx, changed, Audience.ONLY_YOU)


@commands.button("task.batch-cancel")
async def press_cancel(ctx: Context, value: str) -> Reply:
    """Makes nothing."""
    batch = await _batch(ctx, value)
    await ctx.db.tasks.batches.drop(batch.id)
    return cards.cancelled(batch, ctx.t)


async def _batch(ctx: Context, value: str) -> Batch:
    """The lines a button is about: only who typed them can decide, and only once."""
    batch = await ctx.db.tasks.batches.get(pressed(value), ctx.person.id)
    if batch is None:
        raise UsageError("task-batch-gone", try_this="task list made")
    return batch


async def _shown(ctx: Context, batch: Batch, audience: Audience) -> Reply:
    understood = await _read(ctx, batch, read_origin(ctx, batch.origin))
    left_out = lines_of(batch.text).left_out
    rows = [each.row for each in understood]
    return Reply(cards.preview(batch, rows, left_out, ctx.t), audience)


async def _rest(
    ctx: Context, batch: Batch, wrong: Sequence[Understood]
) -> tuple[Batch, Sequence[Row]] | None:
    """Keeps the lines that could be no tasks, so that they can be mended."""
    if not wrong:
        await ctx.db.tasks.batches.drop(batch.id)
        return None
    left = replace(batch, text="\n".join(each.line for each in wrong))
    await ctx.db.tasks.batches.save(left)
    return left, [each.row for each in wrong]


async def _read(ctx: Context, batch: Batch, origin: Origin) -> list[Understood]:
    """Every line, read as on the day it was typed."""
    lines = lines_of(batch.text).wanted
    return [
        await _line(ctx, batch, origin, number, line)
        for number, line in enumerate(lines, 1)
    ]


async def _line(
    ctx: Context, batch: Batch, origin: Origin, number: int, line: str
) -> Understood:
    typed = as_read(line).strip()
    try:
        words = await with_owner(ctx, bare(line))
        wish = read_wish(Arguments(words, ctx.person.local(batch.at)))
        plan = await make.plan(ctx, wish, origin.place)
    except UserError as wrong:
        return Understood(Row(number, typed, wrong=wrong), line)
    return Understood(Row(number, typed, _parts(ctx, plan)), line, plan)


def _parts(ctx: Context, plan: Plan) -> tuple[Span | Line, ...]:
    """Title, owner, date and whatever else was understood."""
    task, t = plan.task, ctx.t
    parts: list[Span | Line] = [task.title, plan.owner.name]
    due = t.line("task-due", when=deadline(task, t)) if task.deadline else None
    parts.append(due or t("task-no-date"))
    if task.priority is not Priority.NORMAL:
        parts.append(t(f"priority-{task.priority.value}"))
    if task.rule:
        parts.append(t.line("task-repeated", how=repetition_words(task.rule, t)))
    if plan.project:
        parts.append(f"#{plan.project}")
    return tuple(parts)


async def _announce(
    ctx: Context, batch: Batch, origin: Origin, tasks: Sequence[Task]
) -> None:
    """Shows everybody what was added, where the lines were typed."""
    if origin.room is None:
        return
    ids = ",".join(str(task.id) for task in tasks)
    draft = Draft(
        key=f"task-batch:{batch.mark}:{tasks[0].id}",
        kind="task.added",
        args={"list": ids, "by": ctx.person.id},
        place=origin.room,
        due=ctx.now,
    )
    await ctx.db.deliveries.add(draft)
