"""Everything about one task, as far as its reader may see it."""

from collections.abc import Iterable

from bot.cards.task.show import TaskStory, story
from bot.commands.task.at_hand import view
from bot.context import Context
from bot.messages import Reply
from bot.model.task import CLOSED, LIVING, Task
from bot.model.task.list import TaskFilter
from bot.model.task.log import Change, ChangeKind
from bot.rituals.task.sight import sees

MANY = 100


async def story_of(ctx: Context, task: Task) -> Reply:
    """The card that `task show` answers with."""
    tasks = ctx.db.tasks
    parent = await tasks.get(task.parent_id) if task.parent_id else None
    parts = TaskFilter(
        viewer_id=ctx.person.id,
        here=ctx.here,
        states=LIVING | CLOSED,
        parent_id=task.id,
    )
    changes = await tasks.log.changes(task.id)
    comments = await tasks.log.comments(task.id)
    people = {comment.person_id for comment in comments} | set(task.followers)
    known = await ctx.db.people.some([*people, *_people_in(changes)])
    told = TaskStory(
        view=await view(ctx, task),
        parent=next(iter(await _seen(ctx, [parent] if parent else [])), None),
        parts=await tasks.find(parts, MANY),
        needs=await _seen(ctx, await tasks.links.needs(task.id)),
        needed_by=await _seen(ctx, await tasks.links.needed_by(task.id)),
        comments=comments,
        changes=changes,
        people={person_id: person.name for person_id, person in known.items()},
        projects=await _projects(ctx),
    )
    return story(told, ctx.t, ctx.person)


async def _seen(ctx: Context, tasks: Iterable[Task]) -> list[Task]:
    return [task for task in tasks if await sees(ctx.db, task, ctx.person, ctx.here)]


def _people_in(changes: Iterable[Change]) -> set[int]:
    """Everybody the history names."""
    found = {change.person_id for change in changes}
    for change in changes:
        if change.kind in (ChangeKind.OWNER, ChangeKind.FOLLOWERS):
            ids = f"{change.before},{change.after}".split(",")
            found |= {int(each) for each in ids if each}
    return found


async def _projects(ctx: Context) -> dict[int, str]:
    visible = await ctx.db.projects.visible(ctx.person.id, ctx.here)
    return {project.id: project.name for project in visible}
