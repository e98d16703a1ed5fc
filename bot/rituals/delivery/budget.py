"""The platforms' monthly quotas over time: counting, warning, saving in time."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from bot.cards import usage as cards
from bot.messages import Card
from bot.model.budget import (
    FORECAST,
    LEVELS,
    WEEK,
    Basis,
    Budget,
    Forecast,
    Kind,
    Mode,
    Quota,
    Standing,
    month_before,
    month_of,
    needs_saving,
    standings,
    warns,
)
from bot.model.delivery import Draft
from bot.model.people import Person
from bot.model.thrift import good_time
from bot.ports import Calendar, UnitOfWork
from bot.rituals.delivery.tally import Tally
from bot.rituals.flow import Flow, NextDue, Scene, Tick, World
from bot.rituals.task.work import TaskWork

flow = Flow()


def metering(tally: Tally) -> tuple[Tick, NextDue]:
    """The tick that writes down what was counted, at most once a minute."""

    async def tick(world: World) -> int:
        due = tally.due
        return await write_down(world, tally) if due and due <= world.clock.now() else 0

    async def next_due(db: UnitOfWork) -> datetime | None:
        return tally.due

    return tick, next_due


async def write_down(world: World, tally: Tally) -> int:
    """Writes down what was counted, and decides what follows from it; says how many
    counts that were.
    """
    counts = tally.take()
    if not counts:
        return 0
    try:
        async with world.store() as db:
            await db.usage.add(counts)
            now, calendar = world.clock.now(), world.calendar
            for budget in await db.usage.budgets():
                await look_after(db, calendar, budget, now)
            await db.commit()
    except BaseException:  # nothing counted is lost, even where the bot is stopped
        tally.put_back(counts)
        raise
    return len(counts)


async def set_quota(db: UnitOfWork, platform: str, tenant: str, quota: Quota) -> None:
    """Keeps what the owner says the quota is. Another one than before ends a month
    that was used up: what waits is tried again.
    """
    known = [each for each in await db.usage.budgets() if each.platform == platform]
    ours = (each for each in known if each.tenant == tenant)
    budget = next(ours, Budget(platform, tenant))
    if budget.quota != quota:
        await db.usage.save(replace(budget, quota=quota, dry=""))
        if budget.dry:
            await db.deliveries.held.release()


async def stand_of(
    db: UnitOfWork, calendar: Calendar, budget: Budget, now: datetime
) -> tuple[Standing, ...]:
    """How a company's month stands on a platform."""
    country = (await db.people.organization()).country
    month = month_of(now)
    where = budget.platform, budget.tenant
    counts = await db.usage.of(*where, month)
    before = await db.usage.of(*where, month_before(month))

    def works(day: date) -> bool:
        return calendar.is_working_day(day, country, WEEK)

    return standings(counts, before, budget.quota, now, works)


async def look_after(
    db: UnitOfWork, calendar: Calendar, budget: Budget, now: datetime
) -> None:
    """Begins to save when it must, and tells admins what they should know."""
    stand = await stand_of(db, calendar, budget, now)
    if budget.mode is Mode.AUTO and not budget.saves(now) and needs_saving(stand):
        await db.usage.save(replace(budget, since=now))
    for level, about in warns(stand):
        await _warn(db, calendar, budget, level, about, now)


async def tell_used_up(db: UnitOfWork, budget: Budget, now: datetime) -> None:
    """Tells every admin at once, where anything still arrives."""
    for admin in await _admins(db):
        await db.deliveries.add(_draft(budget, "dry", admin, now, now))


async def _warn(
    db: UnitOfWork,
    calendar: Calendar,
    budget: Budget,
    level: str,
    about: Standing,
    now: datetime,
) -> None:
    """Once a month and level; who was told of the forecast by a level hears of it no
    more.
    """
    for admin in await _admins(db):
        if level == FORECAST and await _knows(db, budget, admin, now):
            continue
        work = TaskWork(db, calendar, await db.people.organization(), now)
        due = good_time(admin, await work.works(admin), now)
        draft = _draft(budget, level, admin, now, due)
        args = {**draft.args, **_told(about)}
        await db.deliveries.add(replace(draft, args=args))


def _told(about: Standing) -> Mapping[str, int | str]:
    """What is said of a kind: no calendar is at hand when it is written."""
    out = about.forecast.runs_out
    return {
        "kind": about.kind.value,
        "used": about.used,
        "total": about.forecast.total,
        "over": int(about.over),
        "out": out.isoformat() if out else "",
    }


async def _knows(db: UnitOfWork, budget: Budget, admin: Person, now: datetime) -> bool:
    """Whether a level told this admin how the month will end."""
    for level in LEVELS:
        told = await db.deliveries.get(_key(budget, str(level), admin, now))
        if told and told.draft.args.get("over"):
            return True
    return False


async def _admins(db: UnitOfWork) -> Sequence[Person]:
    return [person for person in await db.people.everyone() if person.is_admin]


def _draft(
    budget: Budget, level: str, admin: Person, now: datetime, due: datetime
) -> Draft:
    return Draft(
        key=_key(budget, level, admin, now),
        kind="budget.dry" if level == "dry" else "budget.warning",
        args={
            "platform": budget.platform,
            "tenant": budget.tenant,
            "month": month_of(now),
        },
        person_id=admin.id,
        due=due,
    )


def _key(budget: Budget, level: str, admin: Person, now: datetime) -> str:
    where = f"{budget.platform}:{budget.tenant}:{month_of(now)}"
    return f"budget:{where}:{level}:person:{admin.id}"


@flow.notice("budget.warning")
async def warning(scene: Scene) -> Card | None:
    """How much is used and how it will end; silent once the month is over."""
    budget = await _budget(scene)
    if budget is None or month_of(scene.now) != scene.args["month"]:
        return None
    kind, out = Kind(str(scene.args["kind"])), str(scene.args["out"])
    about = Standing(
        kind,
        used=scene.number("used"),
        limit=budget.quota.of(kind),
        last=0,
        forecast=Forecast(
            scene.number("total"),
            Basis.PACE,
            date.fromisoformat(out) if out else None,
        ),
    )
    return cards.warning(scene.t, budget, about, scene.now) if about.limit else None


@flow.notice("budget.dry")
async def dry(scene: Scene) -> Card | None:
    """The platform refuses everything; silent where something goes again."""
    budget = await _budget(scene)
    if budget is None or budget.dry != scene.args["month"]:
        return None
    return cards.dry(scene.t, budget, scene.now)


async def _budget(scene: Scene) -> Budget | None:
    where = (scene.args["platform"], scene.args["tenant"])
    known = await scene.db.usage.budgets()
    ours = (each for each in known if (each.platform, each.tenant) == where)
    return next(ours, None)
