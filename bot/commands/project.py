"""Projects: tasks with one aim, their milestones, and their end."""

from collections.abc import Sequence
from dataclasses import replace

from bot.arguments import Arguments
from bot.cards import project as cards
from bot.cards.project import ProjectView
from bot.commands.task.at_hand import here, own_chat, pressed
from bot.commands.task.make import check_project, said
from bot.commands.task.wish import DUE, check_due
from bot.context import Context
from bot.dates import Due
from bot.errors import NotAllowed, NotFound, UsageError
from bot.messages import Audience, Reply
from bot.model.people import Role
from bot.model.project import Milestone, Project
from bot.model.task import TITLE_LIMIT, Progress
from bot.model.task.list import TaskFilter, in_buckets
from bot.model.text import shows, tidy
from bot.registry import Commands

commands = Commands()
MANY = 200
NOBODY = 0  # sees what everybody may see


@commands.command(
    "project new", "project create", "project add",
    "项目 新建", "项目 新增", "项目 创建", "新建项目",
)  # fmt: skip
async def new(ctx: Context, args: Arguments) -> Reply:
    """Makes a project: project new Singles Day due 11 November @Sofia."""
    example = ctx.t("project-try-new")
    due = _day(ctx, args)
    people = await ctx.find_people(args.people())
    tags = args.tags()
    name = check_project(tags[0] if tags else args.rest()) if tags or args else None
    if name is None:
        raise UsageError("project-name-missing", try_this=example)
    owner = people[0] if people else ctx.person
    where = here(ctx)
    project, made = await ctx.db.projects.open(
        Project(
            name=name,
            owner_id=owner.id,
            created_at=ctx.now,
            due=due.day if due else None,
            place=where.unthreaded() if where else None,
            private=bool(ctx.place and (ctx.place.private or ctx.place.direct)),
        )
    )
    if not made:
        show = f"project show #{project.name}"
        raise UsageError("project-name-taken", try_this=show, name=f"#{name}")
    return await _shown(ctx, project, Audience.HERE)


@commands.command(
    "project list", "project", "projects", "项目", "项目 列表", "项目 清单"
)
async def list_(ctx: Context, args: Arguments) -> Reply:
    """Lists the projects with their progress; with a name, shows that one."""
    if args:
        return await show(ctx, args)
    found = await ctx.db.projects.visible(ctx.person.id, ctx.here)
    return cards.listing(await _views(ctx, found, ctx.person.id), ctx.t)


@commands.command("project show", "project view", "项目 查看", "项目 详情")
async def show(ctx: Context, args: Arguments) -> Reply:
    """Shows a project: progress, milestones, open tasks."""
    return await _shown(ctx, await _named(ctx, _name(ctx, args)), Audience.ONLY_YOU)


@commands.button("project.show")
async def press_show(ctx: Context, value: str) -> Reply:
    """Shows a project, from a button."""
    return await _shown(ctx, await _by_id(ctx, pressed(value)), Audience.ONLY_YOU)


@commands.command("project milestone", "项目 里程碑")
async def milestone(ctx: Context, args: Arguments) -> Reply:
    """Adds a milestone: project milestone #singles-day Banner ready 5 November."""
    example = ctx.t("project-try-milestone")
    tags = args.tags()
    name = tags[0] if tags else args.word()
    due = _day(ctx, args)
    title = tidy(args.rest())
    if name is None or not shows(title):
        raise UsageError("project-milestone-missing", try_this=example)
    if due is None:
        raise UsageError("project-milestone-no-day", try_this=example)
    if len(title) > TITLE_LIMIT:
        raise UsageError("task-title-long", count=len(title), limit=TITLE_LIMIT)
    project = await _changeable(ctx, await _named(ctx, name))
    await ctx.db.projects.plan(
        Milestone(project_id=project.id, title=title, day=due.day)
    )
    return await _shown(ctx, project, Audience.HERE)


@commands.button("project.reach")
async def press_reach(ctx: Context, value: str) -> Reply:
    """Marks a milestone reached, or takes that back; twice is once."""
    project_id, _, rest = value.partition(" ")
    project = await _changeable(ctx, await _by_id(ctx, pressed(project_id)))
    ours = {each.id: each for each in await ctx.db.projects.milestones([project.id])}
    meant = ours.get(pressed(rest))
    back = rest.endswith(f" {cards.BACK}")
    if meant is not None and back == bool(meant.reached_at):
        await ctx.db.projects.reach(meant.id, None if back else ctx.now)
    await ctx.db.deliveries.touch(subject=project.subject)
    return await _shown(ctx, project, Audience.REPLACE)


@commands.command(
    "project finish", "project close", "project done", "项目 结束", "项目 完成"
)
async def finish(ctx: Context, args: Arguments) -> Reply:
    """Ends a project; asks first while tasks are open."""
    project = await _changeable(ctx, await _named(ctx, _name(ctx, args)))
    if project.finished:
        raise UsageError("project-finished-already", name=f"#{project.name}")
    (view,) = await _views(ctx, [project], ctx.person.id)
    if view.progress.left:
        return cards.finish_check(view, ctx.t)
    return await _finish(ctx, project, Audience.HERE)


@commands.button("project.finish")
async def press_finish(ctx: Context, value: str) -> Reply:
    """Ends a project although tasks are open; they stay as they are."""
    project = await _changeable(ctx, await _by_id(ctx, pressed(value)))
    if project.finished:
        return await _shown(ctx, project, Audience.REPLACE)
    return await _finish(ctx, project, Audience.REPLACE)


@commands.command("project reopen", "project undo", "项目 重开", "项目 恢复")
async def reopen(ctx: Context, args: Arguments) -> Reply:
    """Takes the end of a project back."""
    project = await _changeable(ctx, await _named(ctx, _name(ctx, args)))
    return await _reopen(ctx, project, Audience.HERE)


@commands.button("project.reopen")
async def press_reopen(ctx: Context, value: str) -> Reply:
    """Takes the end of a project back, from its card."""
    project = await _changeable(ctx, await _by_id(ctx, pressed(value)))
    return await _reopen(ctx, project, Audience.REPLACE)


async def _finish(ctx: Context, project: Project, audience: Audience) -> Reply:
    after = replace(project, finished_at=ctx.now, finished_by=ctx.person.id)
    return await _saved(ctx, after, audience)


async def _reopen(ctx: Context, project: Project, audience: Audience) -> Reply:
    after = replace(project, finished_at=None, finished_by=None)
    return await _saved(ctx, after, audience)


async def _saved(ctx: Context, project: Project, audience: Audience) -> Reply:
    await ctx.db.projects.save(project)
    await ctx.db.deliveries.touch(subject=project.subject)
    return await _shown(ctx, project, audience)


async def _shown(ctx: Context, project: Project, audience: Audience) -> Reply:
    """The project's card. Where others read along, only what everybody may see."""
    alone = own_chat(ctx) or audience is Audience.ONLY_YOU
    hidden = project.private and project.place not in ctx.here
    if not alone and (hidden or ctx.person.role is Role.GUEST):
        alone, audience = True, Audience.ONLY_YOU
    viewer_id = ctx.person.id if alone else NOBODY
    (view,) = await _views(ctx, [project], viewer_id)
    wanted = TaskFilter(viewer_id=viewer_id, here=ctx.here, project_id=project.id)
    tasks = await ctx.db.tasks.views(await ctx.db.tasks.find(wanted, MANY))
    buckets = in_buckets(tasks, ctx.now, ctx.person.tz)
    return Reply(cards.card(view, buckets, ctx.t if alone else ctx.aloud), audience)


async def _views(
    ctx: Context, projects: Sequence[Project], viewer_id: int
) -> list[ProjectView]:
    ids = [project.id for project in projects]
    progress = await ctx.db.projects.progress(ids, viewer_id, ctx.here)
    milestones = await ctx.db.projects.milestones(ids)
    people = await ctx.db.people.some([project.owner_id for project in projects])
    return [
        ProjectView(
            project,
            people[project.owner_id].name,
            progress.get(project.id, Progress()),
            tuple(each for each in milestones if each.project_id == project.id),
        )
        for project in projects
    ]


def _name(ctx: Context, args: Arguments) -> str:
    tags = args.tags()
    name = tags[0] if tags else tidy(args.rest())
    if not shows(name):
        example = ctx.t("project-try-show")
        raise UsageError("project-name-missing", try_this=example)
    return name


async def _named(ctx: Context, name: str) -> Project:
    if place := await ctx.db.people.place(ctx.place_ref(name)):
        name = place.name or name
    return await _seen(ctx, await ctx.db.projects.named(name), name)


async def _by_id(ctx: Context, project_id: int) -> Project:
    return await _seen(ctx, await ctx.db.projects.get(project_id), "")


async def _seen(ctx: Context, project: Project | None, name: str) -> Project:
    visible = await ctx.db.projects.visible(ctx.person.id, ctx.here)
    if project is None or project.id not in {each.id for each in visible}:
        listing = "project list"
        raise NotFound("project-unknown", try_this=listing, name=f"#{name}")
    return project


async def _changeable(ctx: Context, project: Project) -> Project:
    if ctx.person.id != project.owner_id and not ctx.person.is_admin:
        owner = await ctx.db.people.get(project.owner_id)
        raise NotAllowed("project-not-yours", name=f"#{project.name}", who=owner.name)
    return project


def _day(ctx: Context, args: Arguments) -> Due | None:
    due = args.due(*DUE)
    if due is not None:
        check_due(due, ctx.local, said(ctx.t, due))
    return due
