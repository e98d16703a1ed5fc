"""What follows when somebody is away: who is told, and where (PEERS B02, B16)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from bot.model.absence import (
    LOOK_BACK,
    Days,
    Joined,
    Wish,
    days_of,
    join,
    without,
)
from bot.model.delivery import Draft
from bot.model.people import Absence, Person
from bot.model.standup import ParticipantState, Standup
from bot.model.standup.policy import AwayNews
from bot.model.standup.times import working_hours
from bot.ports import UnitOfWork
from bot.rituals import absence_notices
from bot.rituals.blocker.work import STEP as BLOCKER
from bot.rituals.flow import Flow
from bot.rituals.room import post
from bot.rituals.standup.deliveries import thread_key
from bot.rituals.standup.plan import REPLAN, STEP

flow = Flow()
flow.include(absence_notices.flow)


def subject(absence_id: int) -> str:
    """The name under which messages about an absence are found."""
    return f"absence:{absence_id}"


@dataclass(frozen=True, slots=True)
class Marked:
    """An absence as it is written now, and what was known of these days before."""

    absence: Absence
    joined: Joined


async def mark_away(
    db: UnitOfWork,
    person: Person,
    wish: Wish,
    works: Callable[[date], bool],
    now: datetime,
    *,
    by_id: int,
    standup_id: int | None = None,
) -> Marked:
    """Writes days away as one absence with those that overlap or adjoin them, and that
    the same person wrote; who wishes to know hears of it, and what is open counts it.
    """
    writer = None if by_id == person.id else by_id
    known = [
        each
        for each in await db.absences.of(person.id, wish.days.first - LOOK_BACK)
        if (each.by_id, each.standup_id) == (writer, standup_id) and not each.told
    ]
    joined = join(wish, known, works)
    absence = await _written(db, person, wish, joined, writer, standup_id)
    await announce(db, absence, person)
    await db.deliveries.touch(subject=subject(absence.id))
    await feel(db, (person.id,), now)
    return Marked(absence, joined)


async def _written(
    db: UnitOfWork,
    person: Person,
    wish: Wish,
    joined: Joined,
    by_id: int | None,
    standup_id: int | None,
) -> Absence:
    days = joined.days
    if not joined.known:
        return await db.absences.add(
            person.id,
            days.first,
            days.last,
            wish.reason,
            by_id=by_id,
            standup_id=standup_id,
            half=days.half,
        )
    kept, *rest = joined.known
    reason = wish.reason or next((e.reason for e in joined.known if e.reason), "")
    changed = replace(
        kept, first=days.first, last=days.last, half=days.half, reason=reason
    )
    for each in rest:
        await db.absences.cut(each, each.first)
    await db.absences.change(changed)
    return changed


async def leave_out(
    db: UnitOfWork, person: Person, gone: Days, now: datetime
) -> Sequence[Absence]:
    """Takes days out of everything the person is away for; what that was before. What
    was said of it changes, and what is open counts on them again.
    """
    known = await db.absences.of(person.id, gone.first)
    touched = [
        each for each in known if without(days_of(each), gone) != (days_of(each),)
    ]
    for each in touched:
        await _without(db, person, each, gone)
    if touched:
        today = person.local(now).date()
        here = gone.first <= today <= gone.last
        await there_again(db, person, now, asked=here)
    return touched


async def _without(db: UnitOfWork, person: Person, known: Absence, gone: Days) -> None:
    left = without(days_of(known), gone)
    if not left:
        await db.absences.cut(known, known.first)
    else:
        kept, *others = left
        changed = replace(known, first=kept.first, last=kept.last, half=kept.half)
        await db.absences.change(changed)
        for days in others:
            await _news(db, await db.absences.split(known, days), person)
    await db.deliveries.touch(subject=subject(known.id))


async def feel(db: UnitOfWork, person_ids: Sequence[int], now: datetime) -> None:
    """What is open counts them as they are there, or not, from now on: stand-ups, and
    the age of what holds somebody up.
    """
    opened = await db.standups.days.open_of(person_ids)
    await db.jobs.put(STEP, dict.fromkeys(opened, now))
    blocked = await db.blockers.open_with(person_ids)
    await db.jobs.put(BLOCKER, dict.fromkeys(blocked, now))


async def there_again(
    db: UnitOfWork, person: Person, now: datetime, *, asked: bool
) -> None:
    """Somebody is there after all: what waited for them comes, what is planned counts
    on them again, and what is still open asks them, if they are at it now: `asked`.
    """
    await db.deliveries.held.wake(person.id)
    await db.jobs.put(REPLAN, {person.organization_id: now})
    opened = await db.standups.days.open_of((person.id,))
    begin, end = working_hours(person, person.local(now).date())
    if asked or begin <= now <= end:
        for occurrence_id in opened:
            await _ask_again(db, occurrence_id, person, now)
    await feel(db, (person.id,), now)


async def _ask_again(
    db: UnitOfWork, occurrence_id: int, person: Person, now: datetime
) -> None:
    """Their time is now, if it came while they were away."""
    occurrence = await db.standups.days.hold(occurrence_id)
    if occurrence is None:
        return
    for each in await db.standups.days.participants(occurrence_id):
        if each.person_id != person.id or each.state is not ParticipantState.AWAY:
            continue
        if each.ask_at and each.ask_at <= now:
            waits = replace(each, state=ParticipantState.WAITING, ask_at=now)
            await db.standups.days.mark([waits])
            await db.deliveries.touch(key=thread_key(occurrence))


async def announce(db: UnitOfWork, absence: Absence, person: Person) -> None:
    """Tells the places that wish to know, each once; and who was marked away by
    somebody else.
    """
    if absence.by_id not in (None, person.id):
        await _tell(db, absence, "absence.told", person.id, by=absence.by_id or 0)
    await _news(db, absence, person)


async def _news(db: UnitOfWork, absence: Absence, person: Person) -> None:
    days = Days(absence.first, absence.last)
    wanting = await _wanting(db, absence, person, days)
    for place in dict.fromkeys(each.place for each in wanting if each.place):
        draft = Draft(
            key=f"absence:{absence.id}:news:{place.platform}:{place.tenant}:{place.id}",
            kind="absence.news",
            args=_args(absence, person.id),
            place=place,
            subject=subject(absence.id),
        )
        await post(db, draft)


async def refused(
    db: UnitOfWork, absence: Absence, person: Person, gone: Days | None = None
) -> None:
    """Who marked somebody away hears that they are there after all: on all of these
    days, or on those that are `gone`.
    """
    if absence.by_id in (None, person.id):
        return
    kind, by = "absence.refused", absence.by_id or 0
    if gone:
        first, last = max(gone.first, absence.first), min(gone.last, absence.last)
        absence = replace(absence, first=first, last=last, half=None)
        of = f":{first}:{last}:{gone.half or ''}"
    else:
        of = ""
    await _tell(db, absence, kind, by, by=person.id, of=of)


async def tell_country(
    db: UnitOfWork, person: Person, by: Person, now: datetime
) -> None:
    """Whose public holidays count for them, as somebody else said."""
    await db.deliveries.add(
        Draft(
            key=f"country:{now.timestamp()}:person:{person.id}",
            kind="absence.country",
            args={"by": by.id},
            person_id=person.id,
        )
    )


async def _tell(
    db: UnitOfWork,
    absence: Absence,
    kind: str,
    reader_id: int,
    *,
    by: int,
    of: str = "",
) -> None:
    await db.deliveries.add(
        Draft(
            key=f"{subject(absence.id)}:{kind}{of}:person:{reader_id}",
            kind=kind,
            args={**_args(absence, absence.person_id), "by": by},
            person_id=reader_id,
            subject=subject(absence.id),
        )
    )


def _args(absence: Absence, person_id: int) -> dict[str, int | str]:
    return {
        "absence": absence.id,
        "person": person_id,
        "first": absence.first.isoformat(),
        "last": absence.last.isoformat(),
    }


async def _wanting(
    db: UnitOfWork, absence: Absence, person: Person, days: Days
) -> Sequence[Standup]:
    """The stand-ups whose place hears of it: they ask the person."""
    listed = await db.standups.listed(person.id)
    return [
        each
        for each in await db.standups.all()
        if each.active
        and each.place
        and absence.standup_id in (None, each.id)
        and each.asks(person, listed=each.id in listed)
        and _worth(each.policy.away_news, days)
    ]


def _worth(news: AwayNews, days: Days) -> bool:
    return news is AwayNews.ALL or (news is AwayNews.LONG and not days.one)
