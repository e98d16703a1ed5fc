"""From a wish to a stored task: who, which project, until when, who is told."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import time, timedelta

from bot.arguments import Who
from bot.cards.holidays import holiday_name
from bot.commands.task.at_hand import here, work
from bot.commands.task.wish import Wish, check_due, check_title
from bot.context import Context
from bot.dates import Due
from bot.errors import UsageError
from bot.events import Commanded, Said
from bot.messages import Code, Line
from bot.model.deadline import deadline
from bot.model.department import find_department
from bot.model.people import Absence, Person, Place
from bot.model.project import NAME_LIMIT, Project, fold_name
from bot.model.task import Acceptance, Deadline, Priority, Task, TaskView
from bot.model.text import tidy
from bot.ports import Translate
from bot.rituals.workdays import country_of

FAR = timedelta(days=36_525)  # a century: calendars know no days without end


@dataclass(frozen=True, slots=True)
class Plan:
    """A task ready to be stored, and the name of the project it goes to. `kept` is a
    date that stayed in its title.
    """

    task: Task
    owner: Person
    project: str | None
    kept: str = ""


@dataclass(frozen=True, slots=True)
class Stored:
    """A task that was stored, its project, whether that is new, and when its owner is
    away.
    """

    task: Task
    project: Project | None
    opened: bool
    away: Sequence[Absence]


async def plan(
    ctx: Context, wish: Wish, place: Place | None, *, owner: Person | None = None
) -> Plan:
    """Looks up everybody and checks everything, and writes nothing yet.

    `owner` is whose it is when nobody is named: else who makes it.
    """
    people = await _people(ctx, wish.whos)
    title = check_title(await ctx.readable(wish.title))
    owner = people[0] if people else owner or ctx.person
    follow = {*people[1:], *await _people(ctx, wish.followers)} - {owner}
    due = check_deadline(ctx, wish.due, owner) if wish.due else None
    if wish.rule and due is None:
        due = first_deadline(ctx, wish.rule, owner, wish.wall)
    task = Task(
        title=title,
        owner_id=owner.id,
        creator_id=ctx.person.id,
        created_at=ctx.now,
        priority=wish.priority or Priority.NORMAL,
        deadline=due,
        department=wish.department,
        rule=wish.rule,
        acceptance=(
            Acceptance.NOT_ASKED if owner.id == ctx.person.id else Acceptance.WAITING
        ),
        place=place.ref.unthreaded() if place else None,
        private=place is not None and (place.private or place.direct),
        followers=tuple(sorted(person.id for person in follow)),
    )
    return Plan(task, owner, check_project(wish.project), wish.kept)


async def _people(ctx: Context, whos: tuple[Who, ...]) -> tuple[Person, ...]:
    """The people meant. A department is not one of them, and is said how to name."""
    for who in whos:
        if who.id is None and find_department(who.name):
            raise UsageError("task-department-person", name=who.name)
    return await ctx.find_people(whos)


async def store(ctx: Context, made: Plan) -> Stored:
    """Writes the task, and its project if that is new."""
    project, opened = await project_for(ctx, made.project, made.task.private)
    task = replace(made.task, project_id=project.id) if project else made.task
    away: Sequence[Absence] = ()
    if task.deadline:
        first = min(made.owner.local(ctx.now).date(), task.deadline.day)
        away = await ctx.db.absences.of(made.owner.id, first)
    stored = await work(ctx).add(task, made.owner, away)
    return Stored(stored, project, opened, away)


def view_of(ctx: Context, stored: Stored, owner: Person) -> TaskView:
    """A task of the person's that was just stored, with the names beside it."""
    project = stored.project.name if stored.project else None
    return TaskView(stored.task, owner.name, ctx.person.name, project)


async def tell(ctx: Context, tasks: Sequence[Task]) -> None:
    """Tells owners and followers: one message a person, however many tasks."""
    by_owner: dict[int, list[Task]] = {}
    for task in tasks:
        by_owner.setdefault(task.owner_id, []).append(task)
    doing, me = work(ctx), ctx.person.id
    for owner_id, theirs in by_owner.items():
        if len(theirs) > 1:
            await tell_handed(ctx, theirs, owner_id, "new")
        else:
            await doing.tell(theirs[0], "assigned", (owner_id,), by=me, once="new")
    for task in tasks:
        await doing.tell(task, "followed", task.followers, by=me, once="new")


async def tell_handed(
    ctx: Context, tasks: Sequence[Task], owner_id: int, once: str
) -> None:
    """Tells a person, in one message, that several tasks are theirs now."""
    ids = ",".join(str(task.id) for task in tasks)
    doing, me = work(ctx), ctx.person.id
    await doing.tell(tasks[0], "handed", (owner_id,), by=me, once=once, list=ids)


def check_deadline(ctx: Context, due: Due, owner: Person) -> Deadline:
    """The deadline meant. Raises UsageError when it is past."""
    check_due(due, ctx.local, said(ctx.t, due))
    if due.day - ctx.today > FAR:
        raise UsageError("date-impossible", typed=said(ctx.t, due))
    try:
        return deadline(due.day, due.time, ctx.person, owner, ctx.now)
    except (OverflowError, ValueError):
        raise UsageError("date-impossible", typed=said(ctx.t, due)) from None


def first_deadline(
    ctx: Context, rule: str, owner: Person, wall: time | None = None
) -> Deadline | None:
    """The first day of a repetition; today only for a time that is still to come."""
    still = wall is not None and wall > ctx.local.time()
    after = ctx.today - timedelta(days=1) if still else ctx.today
    day = ctx.calendar.next_day(rule, ctx.today, after)
    return deadline(day, wall, ctx.person, owner, ctx.now) if day else None


def said(t: Translate, due: Due) -> str:
    """A date in words."""
    return (
        t.day(due.day) if due.time is None else f"{t.day(due.day)} {t.clock(due.time)}"
    )


def check_project(name: str | None) -> str | None:
    """A project's name as it is kept. Raises UsageError for one nobody can read."""
    if name is None:
        return None
    plain = tidy(name).lstrip("#＃")
    readable = any(letter.isalnum() for letter in fold_name(plain))
    if not readable or len(plain) > NAME_LIMIT:
        raise UsageError("project-name-wrong", limit=NAME_LIMIT)
    return plain


async def project_for(
    ctx: Context, name: str | None, private: bool
) -> tuple[Project | None, bool]:
    """The project of that name and whether it was made just now."""
    if name is None:
        return None, False
    if place := await _linked(ctx, name):
        name = place.name or name
    project = Project(
        name=name,
        owner_id=ctx.person.id,
        created_at=ctx.now,
        place=where.unthreaded() if (where := here(ctx)) else None,
        private=private,
    )
    return await ctx.db.projects.open(project)


async def _linked(ctx: Context, name: str) -> Place | None:
    """The place that a link means; typed words hold no other than their own links."""
    ref = ctx.place_ref(name)
    if isinstance(ctx.event, Commanded | Said):
        return ctx.known.places.get(ref)
    return await ctx.db.people.place(ref)


def notes(
    ctx: Context, t: Translate, stored: Stored, owner: Person, kept: str = ""
) -> tuple[Line, ...]:
    """What is good to know about a task just made: nothing here stops it."""
    found: list[Line] = []
    task, project = stored.task, stored.project
    if project and stored.opened:
        found.append(t.line("task-note-project", name=f"#{project.name}"))
    if kept and task.deadline is None:
        words = t("task-try-due-this", number=str(task.number), date=kept)
        example = ctx.typed_here(words)
        found.append(t.line("task-note-kept", date=kept, example=Code(example)))
    if task.deadline:
        day = task.deadline.day
        country = country_of(ctx.calendar, ctx.organization, owner)
        if holiday := ctx.calendar.holiday(day, country, t.language):
            name = holiday_name(t, holiday)
            found.append(t.line("task-note-holiday", day=t.day(day), name=name))
        elif not ctx.calendar.is_working_day(day, country, owner.hours.days):
            found.append(t.line("task-note-day-off", day=t.day(day), who=owner.name))
        if any(each.covers(day) for each in stored.away):
            found.append(t.line("task-note-away", day=t.day(day), who=owner.name))
    return tuple(found)


def whos(*user_ids: str) -> tuple[Who, ...]:
    """People as a form names them."""
    return tuple(Who(user_id, user_id) for user_id in user_ids)
