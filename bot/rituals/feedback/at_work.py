"""Whether who is to see to something would read of it now (PEERS H08, B15)."""

from datetime import datetime

from bot.model.people import DayHalf, Organization, Person
from bot.model.quiet import Urgency, quiet_until
from bot.ports import Calendar, UnitOfWork
from bot.rituals.workdays import working_days


async def at_work(
    db: UnitOfWork,
    calendar: Calendar,
    organization: Organization,
    person: Person,
    now: datetime,
) -> bool:
    """Not at night, on a holiday of their own country, or while they are away."""
    local = person.local(now)
    absences = await db.absences.of(person.id, local.date())
    works = working_days(calendar, organization, person, absences)
    half = DayHalf.at(local)
    away = any(each.covers(local.date(), half=half) for each in absences)
    return quiet_until(person, now, Urgency.OF_ITSELF, works, away=away) is None
