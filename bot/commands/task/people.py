"""Who a task belongs to: given, taken, given back, followed, asked about."""

from bot.arguments import Arguments, Who
from bot.cards.task import forms
from bot.cards.task import list as list_cards
from bot.cards.task.words import short
from bot.commands.task.at_hand import (
    already_closed,
    asked,
    by_account,
    field_of,
    living,
    number,
    pressed,
    shown,
    text_of,
    told,
    visible,
    work,
)
from bot.commands.task.make import tell_handed
from bot.commands.task.ways import ways
from bot.context import Context
from bot.errors import FieldError, FieldErrors, NotAllowed, NotFound, UsageError
from bot.events import Values
from bot.messages import Reply
from bot.model.deadline import for_owner
from bot.model.people import Person
from bot.model.task import REASON_LIMIT, Task, steps
from bot.model.task.list import TaskFilter
from bot.model.task.log import ChangeKind
from bot.registry import Commands

commands = Commands()
MANY = 300


@commands.command(
    *ways("assign", "give", "reassign", zh=("转交", "指派", "分配", "转给"))
)
async def assign(ctx: Context, args: Arguments) -> Reply:
    """Gives a task to somebody else: task assign 12 @Sofia."""
    whos = args.people()
    task = await living(ctx, number(ctx, args, "task-try-assign"))
    args.keyword("to", "给", "給")
    if not whos and not args:
        return Reply(forms.assign(ctx.t, task))
    whos = whos or (Who(args.rest()),)
    after = await hand_to(ctx, task, await ctx.find_person(whos[0]))
    return await shown(ctx, after)


@commands.button("task.assign")
async def press_assign(ctx: Context, value: str) -> Reply:
    """Asks who takes it over."""
    return Reply(forms.assign(ctx.t, await living(ctx, pressed(value))))


@commands.form("task.assign")
async def fill_assign(ctx: Context, values: Values, state: str) -> Reply:
    """Takes the new owner."""
    task = await living(ctx, pressed(state))
    owner = await _chosen(ctx, values)
    after = await hand_to(ctx, task, owner)
    return told(ctx, "task-assigned", after, who=owner.name)


@commands.command(*ways("accept", "take", zh=("接受", "接下", "认领")))
async def accept(ctx: Context, args: Arguments) -> Reply:
    """Takes a task you were given."""
    return await _accept(ctx, await visible(ctx, number(ctx, args, "task-try-accept")))


@commands.button("task.accept")
async def press_accept(ctx: Context, value: str) -> Reply:
    """Takes a task, from the message about it."""
    return await _accept(ctx, await visible(ctx, pressed(value)))


@commands.command(*ways("decline", "refuse", zh=("拒绝", "退回", "婉拒")))
async def decline(ctx: Context, args: Arguments) -> Reply:
    """Gives a task back to who made it, with the reason: task decline 12 on leave."""
    task = await _own(ctx, number(ctx, args, "task-try-decline"))
    reason = text_of(args.rest(), REASON_LIMIT)
    if not reason:
        return Reply(forms.reason(ctx.t, task, "decline"))
    return await _decline(ctx, task, reason)


@commands.button("task.decline")
async def press_decline(ctx: Context, value: str) -> Reply:
    """Asks why."""
    return Reply(forms.reason(ctx.t, await _own(ctx, pressed(value)), "decline"))


@commands.form("task.decline")
async def fill_decline(ctx: Context, values: Values, state: str) -> Reply:
    """Takes the reason."""
    task = await _own(ctx, pressed(state))
    reason = field_of(values, "reason", "task-reason-missing", REASON_LIMIT)
    return await _decline(ctx, task, reason)


@commands.command(*ways("follow", "watch", zh=("关注", "跟进")))
async def follow(ctx: Context, args: Arguments) -> Reply:
    """Tells you, or the people named, what happens to a task."""
    people = await ctx.find_people(args.people()) or (ctx.person,)
    task = await visible(ctx, number(ctx, args, "task-try-follow"))
    doing = work(ctx)
    after = steps.follow(task, *(person.id for person in people))
    after = await doing.change(task, after, ctx.person.id)
    new = [each for each in after.followers if each not in task.followers]
    await doing.tell(after, "followed", new, by=ctx.person.id, once=doing.stamp)
    names = ctx.t.items(tuple(person.name for person in people))
    return told(ctx, "task-followed", after, who=names)


@commands.command(*ways("unfollow", "unwatch", zh=("取消关注", "不再关注")))
async def unfollow(ctx: Context, args: Arguments) -> Reply:
    """Ends that for you."""
    task = await visible(ctx, number(ctx, args, "task-try-unfollow"))
    after = steps.unfollow(task, ctx.person.id)
    await work(ctx).change(task, after, ctx.person.id)
    return told(ctx, "task-unfollowed", task)


@commands.command(*ways("chase", "nudge", "remind", zh=("催办", "催", "提醒")))
async def chase(ctx: Context, args: Arguments) -> Reply:
    """Asks the owner kindly how it is going, at most once a day."""
    task = await living(ctx, number(ctx, args, "task-try-chase"))
    if task.owner_id == ctx.person.id:
        raise UsageError("task-chase-own", id=short(task))
    owner = await ctx.db.people.get(task.owner_id)
    day, doing = ctx.now.date().isoformat(), work(ctx)
    key = f"task:{task.id}:chased:{day}:person:{owner.id}"
    if await ctx.db.deliveries.get(key):
        return asked(ctx, "task-chased-already", who=owner.name, id=short(task))
    await doing.tell(task, "chased", (owner.id,), by=ctx.person.id, once=day)
    await doing.record(task, ctx.person.id, ChangeKind.CHASED)
    return told(ctx, "task-chased", task, who=owner.name)


@commands.command(*ways("handover", zh=("交接", "移交")), "handover", "交接")
async def handover(ctx: Context, args: Arguments) -> Reply:
    """Hands over the open tasks of somebody who leaves: task handover @Bo @Sofia."""
    people = await ctx.find_people(args.people())
    if not people:
        example = ctx.t("task-try-handover")
        raise UsageError("task-handover-who", try_this=example)
    await _may_hand_over(ctx, people[0])
    if len(people) > 1:
        return await _hand_over(ctx, people[0], people[1])
    views = await ctx.db.tasks.views(await _open(ctx, people[0]))
    return list_cards.leaving(views, ctx.t, people[0].name, str(people[0].id))


@commands.button("task.handover")
async def press_handover(ctx: Context, value: str) -> Reply:
    """Asks who takes over."""
    leaver = await _leaver(ctx, value)
    return Reply(forms.handover(ctx.t, leaver.id, leaver.name))


@commands.form("task.handover")
async def fill_handover(ctx: Context, values: Values, state: str) -> Reply:
    """Takes who takes over."""
    leaver = await _leaver(ctx, state)
    return await _hand_over(ctx, leaver, await _chosen(ctx, values))


async def hand_to(ctx: Context, task: Task, owner: Person) -> Task:
    """Gives the task to its new owner; both owners are told (PEERS F05)."""
    if owner.id == task.owner_id:
        return task
    doing = work(ctx)
    after = for_owner(steps.hand_to(task, owner.id, ctx.person.id), owner, ctx.now)
    after = await doing.change(task, after, ctx.person.id)
    once = doing.stamp
    await doing.tell(after, "assigned", (owner.id,), by=ctx.person.id, once=once)
    await doing.tell(after, "taken", (task.owner_id,), by=ctx.person.id, once=once)
    return after


async def _accept(ctx: Context, task: Task) -> Reply:
    if task.owner_id != ctx.person.id:
        owner = await ctx.db.people.get(task.owner_id)
        raise NotAllowed("task-not-given-to-you", id=short(task), who=owner.name)
    if task.closed:
        raise await already_closed(ctx, task)
    doing = work(ctx)
    after = await doing.change(task, steps.accept(task), ctx.person.id)
    await doing.tell(
        after, "accepted", (task.creator_id,), by=ctx.person.id, once="first"
    )
    return await shown(ctx, after)


async def _decline(ctx: Context, task: Task, reason: str) -> Reply:
    doing = work(ctx)
    creator = await ctx.db.people.get(task.creator_id)
    after = for_owner(steps.decline(task), creator, ctx.now)
    after = await doing.change(task, after, ctx.person.id)
    await doing.tell(
        after, "declined", (creator.id,), by=ctx.person.id, once=doing.stamp, why=reason
    )
    return told(ctx, "task-declined", after, who=creator.name)


async def _own(ctx: Context, wanted: int) -> Task:
    """A task that was given to this person by somebody else, and is open."""
    task = await living(ctx, wanted)
    if task.owner_id != ctx.person.id:
        owner = await ctx.db.people.get(task.owner_id)
        raise NotAllowed("task-not-given-to-you", id=short(task), who=owner.name)
    if task.creator_id == ctx.person.id:
        raise UsageError("task-decline-own", id=short(task))
    return task


async def _chosen(ctx: Context, values: Values) -> Person:
    chosen = values.get("owner")
    if not isinstance(chosen, str) or not chosen:
        raise FieldErrors({"owner": FieldError("task-owner-missing")})
    try:
        return await by_account(ctx, chosen)
    except NotFound as wrong:
        raise FieldErrors({"owner": FieldError(wrong.key, wrong.values)}) from wrong


async def _leaver(ctx: Context, value: str) -> Person:
    people = await ctx.db.people.some([pressed(value)])
    if not people:
        raise NotFound("person-unknown", name="")
    leaver = next(iter(people.values()))
    await _may_hand_over(ctx, leaver)
    return leaver


async def _may_hand_over(ctx: Context, leaver: Person) -> None:
    if ctx.person.id != leaver.id and not ctx.person.is_admin:
        raise NotAllowed("task-handover-not-yours", who=leaver.name)


async def _open(ctx: Context, owner: Person) -> list[Task]:
    wanted = TaskFilter(viewer_id=ctx.person.id, owner_id=owner.id)
    return list(await ctx.db.tasks.find(wanted, MANY))


async def _hand_over(ctx: Context, leaver: Person, owner: Person) -> Reply:
    """Gives everything open to the new owner, who gets one message about it."""
    if leaver.id == owner.id:
        raise UsageError("task-handover-same", who=owner.name)
    doing = work(ctx)
    tasks = await _open(ctx, leaver)
    for task in tasks:
        after = for_owner(steps.hand_to(task, owner.id, ctx.person.id), owner, ctx.now)
        await doing.change(task, after, ctx.person.id)
    if tasks:
        await tell_handed(ctx, tasks, owner.id, doing.stamp)
    return list_cards.handed_over(ctx.t, leaver.name, owner.name, len(tasks))
