"""Tasks shown where people talk about them: "@Crew T-12", "what about T-3 and T-7?"."""

from bot.arguments import Arguments
from bot.cards import task as cards
from bot.cards.task import list as list_cards
from bot.commands.task.at_hand import at_home, number, view, visible, voice
from bot.commands.task.ways import ways
from bot.context import Context
from bot.errors import NotFound
from bot.messages import Audience, Line, Reply
from bot.model.task import Task
from bot.registry import Commands

commands = Commands()
AT_ONCE = 10


@commands.command(*ways("card", "share", zh=("卡片", "分享")))
async def share(ctx: Context, args: Arguments) -> Reply:
    """Shows tasks here, for everybody who may see them: task card 12, T-3 T-7."""
    first = number(ctx, args, "task-try-card")
    wanted = tuple(dict.fromkeys((first, *args.numbers("T"))))
    tasks: list[Task] = []
    wrong: list[NotFound] = []
    for each in wanted[:AT_ONCE]:
        try:
            tasks.append(await visible(ctx, each))
        except NotFound as unknown:
            wrong.append(unknown)
    if not tasks:
        raise wrong[0]
    secret = any(_secret(ctx, task) for task in tasks)
    audience = Audience.ONLY_YOU if secret else Audience.HERE
    t, reader = (ctx.t, ctx.person) if secret else voice(ctx)
    notes: list[Line] = [t.line(each.key, **each.values) for each in wrong]
    if len(wanted) > AT_ONCE:
        notes.append(t.line("task-list-more", count=len(wanted) - AT_ONCE))
    if len(tasks) == 1:
        seen = await view(ctx, tasks[0])
        return Reply(cards.card(seen, t, reader, notes=notes), audience)
    views = await ctx.db.tasks.views(tasks)
    return Reply(list_cards.several(views, notes, t), audience)


def _secret(ctx: Context, task: Task) -> bool:
    """Whether others would read along who may not see it."""
    return task.private and bool(ctx.here) and not at_home(ctx, task)
