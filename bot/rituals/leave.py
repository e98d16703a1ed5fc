"""Leave that platforms know of: read once a day, and when one says that it changed."""

import logging
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta

from bot.cards import leave as cards
from bot.errors import ChatError, RateLimited, Unreachable
from bot.messages import Card
from bot.model.absence import Days
from bot.model.delivery import Draft
from bot.model.leave import DAY, Span, ToldLeave, away_days, compare
from bot.model.moments import instant
from bot.model.people import Account, Person
from bot.model.refs import UserRef
from bot.model.thrift import good_time
from bot.ports import UnitOfWork
from bot.ports.leave import Leaves
from bot.rituals.absence import feel
from bot.rituals.delivery.patience import SECONDS, patiently
from bot.rituals.flow import Flow, Scene, World
from bot.rituals.task.work import REPLAN
from bot.rituals.workdays import working_days

log = logging.getLogger(__name__)
flow = Flow()
READ = "leave.read"
AHEAD = timedelta(days=14)
AGAIN = timedelta(hours=1)  # while a platform is away
BATCH = 50  # people a transaction


@flow.job(READ)
async def read(world: World, organization_id: int) -> None:
    """Asks every platform that knows of leave, within reason: others wait meanwhile."""
    for platform in world.leaves:
        await read_leave(world, platform, SECONDS)


async def read_leave(world: World, platform: str, seconds: float | None = None) -> None:
    """Asks a platform about the leave of everybody it knows, if it knows of leave.

    One that is away, or takes longer than `seconds`, is asked again later.
    """
    if platform not in world.leaves:
        return
    try:
        await _read(world, platform, world.leaves[platform], seconds)
    except ChatError as failed:
        known = {"platform": platform, "why": failed.code}
        log.warning("leave not read", extra=known)
        if isinstance(failed, Unreachable | RateLimited):
            await _again(world)


async def _again(world: World) -> None:
    async with world.store() as db:
        organization = await db.people.organization()
        await db.jobs.put(READ, {organization.id: world.clock.now() + AGAIN})
        await db.commit()


async def _read(
    world: World, platform: str, leaves: Leaves, seconds: float | None
) -> None:
    """All are asked about at once, for asking costs."""
    now = world.clock.now()
    async with world.store.reading() as db:
        people = {person.id: person for person in await db.people.everyone()}
        everyone = await db.people.accounts_of(people.keys())
    accounts = [each for each in everyone if each.ref.platform == platform]
    if not accounts:
        return
    spans: defaultdict[UserRef, list[Span]] = defaultdict(list)
    refs = [account.ref for account in accounts]
    asking = leaves.between(refs, now - DAY, now + AHEAD)
    for leave in await patiently(asking, seconds):
        spans[leave.who].append((leave.start, leave.end))
    told = {
        account.id: away_days(spans[account.ref], people[account.person_id])
        for account in accounts
    }
    for start in range(0, len(accounts), BATCH):
        async with world.store() as db:
            await _take(world, db, accounts[start : start + BATCH], told, people)
            await db.commit()


async def _take(
    world: World,
    db: UnitOfWork,
    accounts: Sequence[Account],
    told: Mapping[int, Sequence[Days]],
    people: Mapping[int, Person],
) -> None:
    """Writes what is new; whoever is away as before is not touched."""
    now = world.clock.now()
    since = (now - 2 * DAY).date()
    known: defaultdict[int, list[ToldLeave]] = defaultdict(list)
    for leave in await db.leaves.of([account.id for account in accounts], since):
        known[leave.account_id].append(leave)
    for account in accounts:
        person = people[account.person_id]
        today = person.local(now).date()
        mine = [each for each in known[account.id] if each.days.last >= today]
        news = compare(mine, told[account.id], today)
        for leave in news.gone:
            await db.leaves.drop(leave, today)
            await db.deliveries.touch(subject=subject(leave.id))
        for leave, days in news.moved:
            await db.leaves.move(leave, days)
            await db.deliveries.touch(subject=subject(leave.id))
        for days in news.fresh:
            await _away(world, db, account, person, days)
        if news:
            await db.jobs.put(REPLAN, {person.id: now})
            await feel(db, (person.id,), now)


async def _away(
    world: World, db: UnitOfWork, account: Account, person: Person, days: Days
) -> None:
    """Makes them away, and tells them unless they said the same themselves."""
    now = world.clock.now()
    today = person.local(now).date()
    typed = await db.absences.of(person.id, today)
    leave = await db.leaves.tell(account, days)
    first = max(days.first, today)
    if any(each.first <= first and days.last <= each.last for each in typed):
        return
    organization = await db.people.organization()
    works = working_days(world.calendar, organization, person, ())
    await db.deliveries.add(
        Draft(
            key=f"leave:{leave.id}:told",
            kind="leave.told",
            args={
                "leave": leave.id,
                "platform": leave.platform,
                "first": days.first.isoformat(),
                "last": days.last.isoformat(),
            },
            person_id=person.id,
            subject=subject(leave.id),
            due=good_time(person, works, now),
            expires=_end_of(days.last, person),
        )
    )


@flow.notice("leave.told")
async def told(scene: Scene) -> Card | None:
    """That the reader is away, and why the bot thinks so."""
    leave = await scene.db.leaves.get(scene.number("leave"))
    if leave is None:
        first, last = (str(scene.args[name]) for name in ("first", "last"))
        days = Days(date.fromisoformat(first), date.fromisoformat(last))
        return cards.over(scene.t, str(scene.args["platform"]), days)
    return (
        cards.there(scene.t, leave) if leave.overruled else cards.away(scene.t, leave)
    )


def subject(leave_id: int) -> str:
    """The name under which the message about it is found."""
    return f"leave:{leave_id}"


def _end_of(day: date, person: Person) -> datetime:
    return instant(day + DAY, time.min, person.tz)
