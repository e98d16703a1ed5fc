"""On which days people work, and whose time a place keeps."""

from collections.abc import Iterable
from datetime import date
from zoneinfo import ZoneInfo

from bot.model.people import Absence, Hours, Organization, Person
from bot.model.refs import PlaceRef
from bot.model.reminders import Works
from bot.ports import Calendar, UnitOfWork


def country_of(
    calendar: Calendar, organization: Organization, person: Person
) -> str | None:
    """Where their holidays are: as they said themselves, else where their clock is."""
    return person.own_country or calendar.country(person.zone, organization)


def working_days(
    calendar: Calendar,
    organization: Organization,
    person: Person,
    absences: Iterable[Absence],
) -> Works:
    """On which days a person works."""
    away = tuple(absences)
    country = country_of(calendar, organization, person)

    def works(day: date) -> bool:
        if any(absence.covers(day) for absence in away):
            return False
        return calendar.is_working_day(day, country, person.hours.days)

    return works


def working(calendar: Calendar, organization: Organization, zone: ZoneInfo) -> Works:
    """On which days people work in a zone."""
    country, days = calendar.country(zone.key, organization), Hours().days
    return lambda day: calendar.is_working_day(day, country, days)


async def zone_of(db: UnitOfWork, organization: Organization, at: PlaceRef) -> ZoneInfo:
    """The place's own, else the organization's."""
    place = await db.people.place(at)
    own = place.zone if place else None
    return ZoneInfo(own or organization.zone)
