"""How a stand-up went, said after the last day of its week (PEERS A37): in numbers of
the team, never of one person.
"""

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from bot.cards.standup import week as cards
from bot.messages import Card
from bot.model.absence import Days
from bot.model.delivery import Draft
from bot.model.refs import PlaceRef
from bot.model.room import mirror
from bot.model.standup import OccurrenceState, Standup
from bot.model.standup.policy import Weekly
from bot.model.standup.stats import weeks_of
from bot.model.standup.week import WEEK, ended_week, monday_of, said_at
from bot.ports import UnitOfWork
from bot.rituals.blocker.notices import work_of
from bot.rituals.flow import Flow, Scene, World
from bot.rituals.room import whole
from bot.rituals.standup.plan import OFFICE
from bot.rituals.standup.trend import away_in, blockers_between, days_in

flow = Flow()
KIND = "standup.week"


async def tell_of_week(
    world: World, db: UnitOfWork, standup: Standup, day: date
) -> None:
    """Says how the week of that day went, if nothing of it is to come; once."""
    week = _week(monday_of(day))
    begun = await db.standups.history.days([standup.id], week)
    monday = ended_week(standup, day, begun)
    if monday is None or await _planned(db, standup, week):
        return
    key = f"standup:{standup.id}:{monday}:week"
    args: dict[str, int | str] = {"standup": standup.id, "monday": monday.isoformat()}
    if standup.place and standup.policy.weekly is Weekly.PLACE:
        draft = Draft(key=key, kind=KIND, args=args, place=standup.place)
        for place in await whole(db, standup.place):
            theirs = draft if place == standup.place else mirror(draft, place)
            due = await _by_day(world, db, place)
            await db.deliveries.add(replace(theirs, due=due))
        return
    for reader in (standup.owner_id, *standup.admins, *standup.observers):
        draft = Draft(
            key=f"{key}:person:{reader}", kind=KIND, args=args, person_id=reader
        )
        await db.deliveries.add(draft)


async def _by_day(world: World, db: UnitOfWork, place: PlaceRef) -> datetime:
    """When it is day there: a group at the other end of the world is not woken."""
    organization, known = await db.people.organization(), await db.people.place(place)
    zone = (known.zone if known else None) or organization.zone
    country = world.calendar.country(zone, organization)

    def works(day: date) -> bool:
        return world.calendar.is_working_day(day, country, OFFICE)

    return said_at(world.clock.now(), ZoneInfo(zone), works)


async def _planned(db: UnitOfWork, standup: Standup, week: Days) -> bool:
    """Whether a day of the week waits for its first person: of several days at once,
    where their evenings before are the same one.
    """
    for number in range((week.last - week.first).days + 1):
        found = await db.standups.days.on(
            standup.id, week.first + timedelta(days=number)
        )
        if found and found.state is OccurrenceState.PLANNED:
            return True
    return False


@flow.notice(KIND)
async def week(scene: Scene) -> Card | None:
    """The week beside the one before; nothing where nobody was expected."""
    standup = await scene.db.standups.get(scene.number("standup"))
    if standup is None:
        return None
    work = work_of(scene)
    monday = date.fromisoformat(str(scene.args["monday"]))
    days = await days_in(work, standup, Days(monday - WEEK, _week(monday).last))
    blockers = await blockers_between(work, standup, monday, monday + WEEK)
    before, this = weeks_of((monday - WEEK, monday), days, *blockers, standup.home)
    if not this.expected:
        return None
    away = await away_in(work, standup, _week(monday + WEEK))
    view = cards.WeekView(standup, this, before.mood, away)
    return cards.week(scene.t, view)


def _week(monday: date) -> Days:
    return Days(monday, monday + timedelta(days=6))
