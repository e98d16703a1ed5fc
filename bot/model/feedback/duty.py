"""Who hears at once of what keeps customers from buying, decided without a clock."""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime

from bot.model.department import find_department
from bot.model.people import Person
from bot.model.reminders import Works, next_working_day
from bot.model.thrift import good_time


def managers(everyone: Sequence[Person], departments: Iterable[str]) -> list[Person]:
    """Who leads these departments, whoever leads more of their people first; then the
    admins.
    """
    known = {person.id: person for person in everyone}
    leads = [
        known[id]
        for name in departments
        for id, _ in Counter(_managers_in(everyone, name)).most_common()
        if id in known
    ]
    admins = (person for person in everyone if person.is_admin)
    return list({person.id: person for person in (*leads, *admins)}.values())


def on_duty(candidates: Iterable[tuple[Person, Works]], now: datetime) -> Person | None:
    """The first who is at work now, else the one who comes first."""
    comes = [
        (good_time(person, works, now), place, person)
        for place, (person, works) in enumerate(candidates)
        if _comes(person, works, now)
    ]
    return min(comes, key=lambda each: each[:2])[2] if comes else None


def _managers_in(everyone: Iterable[Person], department: str) -> Iterable[int]:
    for person in everyone:
        theirs = {find_department(each) or each for each in person.departments}
        if department in theirs and person.manager_id not in (None, person.id):
            yield person.manager_id or 0


def _comes(person: Person, works: Works, now: datetime) -> bool:
    today = person.local(now).date()
    return works(today) or next_working_day(today, works) is not None
