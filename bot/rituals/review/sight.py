"""Who sees to it that reviews are written: counts and names, never what they say."""

from collections.abc import Sequence

from bot.model.department import find_department
from bot.model.people import Person, Role
from bot.model.review import Review
from bot.ports import UnitOfWork

HR = "hr"


async def sees_all(db: UnitOfWork, person: Person) -> bool:
    """Whether somebody may make cycles and see how far everybody is."""
    if person.role is Role.GUEST:
        return False
    if person.is_admin or _of_hr(person):
        return True
    return (await db.team.heads()).get(HR) == person.id


async def responsible(db: UnitOfWork) -> Sequence[Person]:
    """Who is told how reviews go: the people of HR, or the admins where it has none."""
    everyone = await db.people.everyone()
    staff = [each for each in everyone if each.role is not Role.GUEST]
    head = (await db.team.heads()).get(HR)
    found = [each for each in staff if _of_hr(each) or each.id == head]
    return found or [each for each in staff if each.is_admin]


def reads(review: Review, person: Person) -> bool:
    """Whether somebody may read what a review says."""
    writes = review.reviewer_id == person.id
    return review.sent and (writes or review.person_id == person.id)


def _of_hr(person: Person) -> bool:
    return any(find_department(each) == HR for each in person.departments)
