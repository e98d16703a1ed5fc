"""Adding tasks: one at once from one sentence, many lines after a look at them."""

from bot.arguments import Arguments
from bot.cards import task as cards
from bot.commands.task import batch, make
from bot.commands.task.at_hand import shown, voice
from bot.commands.task.minutes import with_owner
from bot.commands.task.ways import ways
from bot.commands.task.wish import read_wish
from bot.context import Context
from bot.errors import UserError
from bot.messages import Code, Reply
from bot.model.task.batch import bare, lines_of
from bot.registry import Commands

commands = Commands()
ADD = "task add"
LONGEST_EXAMPLE = 200


@commands.command(
    *ways("add", "new", "create", zh=("新增", "新建", "添加", "创建", "加")),
    "add task", "new task", "create task",
    "task:", "todo:", "任务:", "待办:",
    "add a task", "add a task to", "create a task", "create a task to", "add todo",
    "new todo", "remind me", "remind me to", "提醒我",
    *(
        verb + noun
        for noun in ("任务", "待办")
        for verb in (
            "新增", "新建", "添加", "创建", "建立", "加", "新", "加个", "建个",
            "加一个", "新建一个", "创建一个", "添加一个", "帮我建个", "帮我加个",
        )
    ),
)  # fmt: skip
async def add(ctx: Context, args: Arguments) -> Reply:
    """Adds a task from one sentence; several lines are shown before they are made."""
    lines = lines_of(args.typed)
    if lines.wanted and len(lines.wanted) + len(lines.left_out) > 1:
        return await batch.offer(ctx, args.typed)
    args = Arguments(await with_owner(ctx, bare(args.typed)), ctx.local)
    example = ctx.t("task-try-add")
    if not args:
        return cards.needs_title(ctx.t, (Code(example),))
    try:
        made = await make.plan(ctx, read_wish(args), ctx.place)
    except UserError as wrong:
        wrong.try_this = wrong.try_this or await _instead(ctx, args.typed, wrong)
        raise
    stored = await make.store(ctx, made)
    await make.tell(ctx, [stored.task])
    t, _ = voice(ctx)
    notes = make.notes(ctx, t, stored, made.owner, made.kept)
    new = make.view_of(ctx, stored, made.owner)
    return await shown(ctx, stored.task, notes=notes, new=new)


async def _instead(ctx: Context, typed: str, wrong: UserError) -> str:
    """Their own sentence with a date in place of what was none, else an example."""
    said = " ".join((await ctx.readable(typed)).split())
    piece = str(wrong.values.get("typed") or "")
    if not (wrong.key.startswith("date-") and piece in said and piece):
        return ctx.t("task-try-add")
    date = str(wrong.values.get("first") or ctx.t("date-example"))
    return f"{ADD} {said.replace(piece, date, 1)}"[:LONGEST_EXAMPLE]
