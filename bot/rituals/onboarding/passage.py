"""Who came or went: somebody is asked at once what follows, and nothing begins by
itself (PEERS I11, I12).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.model.delivery import Draft
from bot.model.department import find_department
from bot.model.link import Pair, likely
from bot.model.onboarding import Kind
from bot.model.onboarding.passage import Passage, Was
from bot.model.onboarding.tracks import EVERYBODY, READY
from bot.model.people import Person, Role
from bot.ports import UnitOfWork
from bot.rituals.review.sight import responsible, sees_all

CAME_OR_WENT, MANY = "onboarding.passage", "onboarding.passages"
ASKED = 3  # of those who see to people, so many are asked
FEW = 5  # of one hour are asked about each by itself
HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Proposal:
    """How somebody's start may look: what an hour of asking around would find."""

    track: str
    day: date
    manager: Person | None = None
    buddy: Person | None = None
    tech: Person | None = None


async def noticed(
    db: UnitOfWork,
    person: Person,
    kind: Kind,
    now: datetime,
    was: Was | None = None,
    by: int = 0,
) -> Passage | None:
    """Somebody came, went or does something else: who sees to them is asked, but not
    who said so. Guests come and go without that; so does who has a checklist already.
    """
    if person.role is Role.GUEST or await _known(db, person, kind):
        return None
    passage = await db.onboarding.passages.add(person.id, kind, now, was)
    if passage is None:
        await refresh(db, person.id)
        return None
    recent = [
        each for each in await db.onboarding.passages.open() if each.at > now - HOUR
    ]
    await db.deliveries.touch(subject=MANY)
    for reader in await deciders(db, person):
        if reader.id != by:
            await db.deliveries.add(_draft(passage, reader, len(recent) > FEW))
    return passage


async def close_access(db: UnitOfWork, person_id: int, now: datetime) -> None:
    """Who is gone opens nothing more by an address or a code we gave them, and what
    they typed and never sent is forgotten, with any question that still waits.
    """
    await db.form_links.revoke(person_id, now)
    await db.links.withdraw(person_id)
    await db.drafts.forget_all(person_id)
    await db.interviews.end(person_id)


async def settle(
    db: UnitOfWork, person_id: int, kind: Kind, by: int | None, now: datetime
) -> None:
    """It is known what follows: nobody is asked any more."""
    for each in await db.onboarding.passages.open(person_id):
        if each.kind is kind:
            await db.onboarding.passages.close(each.id, by, now)
            await db.deliveries.touch(subject=each.subject)
            await db.deliveries.touch(subject=MANY)


async def refresh(db: UnitOfWork, *person_ids: int) -> None:
    """Who came turns out to be somebody else, too: what was asked says so."""
    for person_id in person_ids:
        for each in await db.onboarding.passages.open(person_id):
            await db.deliveries.touch(subject=each.subject)


async def deciders(db: UnitOfWork, person: Person) -> Sequence[Person]:
    """Who is asked: their manager and who sees to people; an admin among them where
    an account of theirs may have to be linked.
    """
    known = await db.people.some([person.manager_id] if person.manager_id else [])
    found = [*known.values(), *list(await responsible(db))[:ASKED]]
    if await likely_pair(db, person) and not any(each.is_admin for each in found):
        found += [each for each in await db.people.everyone() if each.is_admin][:1]
    here = {each.id: each for each in found if each.active and each.id != person.id}
    return tuple(here.values())


async def decides(db: UnitOfWork, person: Person, about: Person) -> bool:
    """Whether somebody may say what follows."""
    if person.id == about.id or person.role is Role.GUEST:
        return False
    return person.id == about.manager_id or await sees_all(db, person)


async def likely_pair(db: UnitOfWork, person: Person) -> Pair | None:
    """Who of another platform they may be."""
    found = likely(await db.links.candidates(), await db.links.separate())
    theirs = [
        each
        for each in found
        if person.id in (each.one.person.id, each.other.person.id)
    ]
    return theirs[0] if theirs else None


async def proposed(db: UnitOfWork, person: Person, now: datetime) -> Proposal:
    """The checklist of their department, today, their manager, and who may help."""
    managers = await db.people.some([person.manager_id] if person.manager_id else [])
    return Proposal(
        track=role(person),
        day=person.local(now).date(),
        manager=next(iter(managers.values()), None),
        buddy=await _buddy(db, person, now),
        tech=await tech(db, person),
    )


def role(person: Person) -> str:
    """The checklist of their department, where there is one."""
    known = (find_department(each) or each for each in person.departments)
    return next((each for each in known if each in READY), EVERYBODY)


async def tech(db: UnitOfWork, but: Person) -> Person | None:
    """Who is IT, where that is one person."""
    found = [
        person
        for person in await db.people.everyone()
        if "it" in _departments(person) and person.id != but.id
    ]
    return found[0] if len(found) == 1 else None


async def _buddy(db: UnitOfWork, person: Person, now: datetime) -> Person | None:
    """Somebody of their department who is here and has no newcomer yet, of their
    language and hours if there is one.
    """
    busy = {each.buddy_id for each in await db.onboarding.running()}
    today = person.local(now).date()
    beside = sorted(
        (
            each
            for each in await db.people.everyone()
            if each.role is not Role.GUEST
            and each.id not in (person.id, person.manager_id)
            and each.id not in busy
            and _departments(each) & _departments(person)
        ),
        key=lambda each: (
            each.language != person.language,
            each.zone != person.zone,
            each.id,
        ),
    )
    for each in beside:
        absences = await db.absences.of(each.id, today)
        if not any(away.covers(today) for away in absences):
            return each
    return None


async def _known(db: UnitOfWork, person: Person, kind: Kind) -> bool:
    """Whether it is no news; who left with a checklist may come again."""
    journey = await db.onboarding.of(person.id, kind)
    return journey is not None and journey.ended_at is None


def _departments(person: Person) -> frozenset[str]:
    return frozenset(find_department(each) or each for each in person.departments)


def _draft(passage: Passage, reader: Person, many: bool) -> Draft:
    if many:
        hour = passage.at.strftime("%Y-%m-%dT%H")
        key = f"onboarding:passages:{hour}:person:{reader.id}"
        return Draft(key=key, kind=MANY, person_id=reader.id, subject=MANY)
    return Draft(
        key=f"{passage.subject}:person:{reader.id}",
        kind=CAME_OR_WENT,
        args={"passage": passage.id},
        person_id=reader.id,
        subject=passage.subject,
    )
