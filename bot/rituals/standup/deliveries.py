"""The messages of one day of a stand-up: their keys, and when they are asked for."""

from dataclasses import replace
from datetime import date, datetime

from bot.model.delivery import Draft
from bot.model.standup import Occurrence, OccurrenceState, Participant, Standup
from bot.ports import UnitOfWork
from bot.rituals.room import post


def thread_key(occurrence: Occurrence) -> str:
    """The day's message in its place."""
    return f"{occurrence.key}:parent"


def end_key(occurrence: Occurrence) -> str:
    """The wrap-up as a message of its own."""
    return f"{occurrence.key}:end"


def ask_key(occurrence: Occurrence, who: Participant) -> str:
    """The prompt to one person."""
    return f"{occurrence.key}:ask:person:{who.person_id}"


def remind_key(occurrence: Occurrence, who: Participant) -> str:
    """The one reminder before the close."""
    return f"{occurrence.key}:remind:person:{who.person_id}"


def follow_key(occurrence: Occurrence, who: Participant) -> str:
    """The reminder after the prompt."""
    return f"{occurrence.key}:follow:person:{who.person_id}"


def asking_keys(occurrence: Occurrence, who: Participant) -> tuple[str, ...]:
    """Every message that asks this person to answer."""
    return (
        ask_key(occurrence, who),
        follow_key(occurrence, who),
        remind_key(occurrence, who),
        nudge_key(occurrence, who),
    )


def answer_key(occurrence: Occurrence, who: Participant) -> str:
    """One person's answer in the thread."""
    return f"{occurrence.key}:answer:{who.person_id}"


def nudge_key(occurrence: Occurrence, who: Participant) -> str:
    """The one reminder a person asked for themselves."""
    return f"{occurrence.key}:nudge:person:{who.person_id}"


async def open_day(
    db: UnitOfWork, standup: Standup, occurrence: Occurrence
) -> Occurrence:
    """The day is open from now on; its message is posted."""
    opened = replace(occurrence, state=OccurrenceState.OPEN)
    await db.standups.days.save(opened)
    if standup.place:
        draft = Draft(
            key=thread_key(occurrence),
            kind="standup.thread",
            args={"occurrence": occurrence.id},
            place=standup.place,
            subject=occurrence.subject,
        )
        await post(db, draft)
    return opened


async def ask(db: UnitOfWork, occurrence: Occurrence, who: Participant) -> None:
    """The prompt; one that was sent before shows what is true now."""
    key = ask_key(occurrence, who)
    draft = _to_person(occurrence, who, key, "standup.prompt")
    await db.deliveries.add(draft)
    await db.deliveries.touch(key=key)


async def remind(db: UnitOfWork, occurrence: Occurrence, who: Participant) -> None:
    """The one reminder before the close."""
    key = remind_key(occurrence, who)
    await db.deliveries.add(_to_person(occurrence, who, key, "standup.reminder"))


async def follow_up(db: UnitOfWork, occurrence: Occurrence, who: Participant) -> None:
    """The reminder some time after the prompt."""
    key = follow_key(occurrence, who)
    await db.deliveries.add(_to_person(occurrence, who, key, "standup.reminder"))


async def nudge(db: UnitOfWork, occurrence: Occurrence, who: Participant) -> None:
    """The reminder they asked for."""
    key = nudge_key(occurrence, who)
    await db.deliveries.add(_to_person(occurrence, who, key, "standup.reminder"))


async def tell_answer(
    db: UnitOfWork, standup: Standup, occurrence: Occurrence, who: Participant
) -> None:
    """Shows an answer, or its change, wherever it can be seen."""
    if standup.posts_answers and standup.place:
        key = answer_key(occurrence, who)
        draft = Draft(
            key=key,
            kind="standup.answer",
            args={"participant": who.id},
            place=standup.place,
            parent=thread_key(occurrence),
        )
        await post(db, draft)
        await db.deliveries.touch(key=key)
    await changed(db, occurrence, who)
    if who.late and standup.posts_answers:
        await tell_late(db, standup, occurrence, who)
    elif who.late:  # everybody's wrap-up
        await db.deliveries.touch(subject=occurrence.subject)


async def tell_late(
    db: UnitOfWork, standup: Standup, occurrence: Occurrence, who: Participant
) -> None:
    """Tells a late answer where the wrap-up was said and cannot be changed."""
    if standup.place and occurrence.state is OccurrenceState.CLOSED:
        draft = Draft(
            key=f"{occurrence.key}:late:person:{who.person_id}",
            kind="standup.late",
            args={"participant": who.id},
            place=standup.place,
            parent=end_key(occurrence),
        )
        await post(db, draft)


async def changed(db: UnitOfWork, occurrence: Occurrence, who: Participant) -> None:
    """What asked this person, and the day's message, show how far they are."""
    await refresh(db, occurrence, who)
    await db.deliveries.touch(key=thread_key(occurrence))


async def refresh(db: UnitOfWork, occurrence: Occurrence, who: Participant) -> None:
    """What asked this person shows what is true now."""
    for key in asking_keys(occurrence, who):
        await db.deliveries.touch(key=key)


def digest_key(occurrence: Occurrence, person_id: int) -> str:
    """The wrap-up to one person."""
    return f"{occurrence.key}:wrapup:person:{person_id}"


async def wrap_up(db: UnitOfWork, standup: Standup, occurrence: Occurrence) -> None:
    """The day's message becomes the wrap-up, where messages can be edited; elsewhere
    the end is a message of its own. Observers get theirs by direct message.

    Where no answers are posted, its owner and admins are those who read them.
    """
    await db.deliveries.touch(key=thread_key(occurrence))
    if standup.place:
        end = Draft(
            key=end_key(occurrence),
            kind="standup.end",
            args={"occurrence": occurrence.id},
            place=standup.place,
            parent=thread_key(occurrence),
        )
        await post(db, end)
    readers = dict.fromkeys(standup.observers)
    if not standup.posts_answers:
        readers |= dict.fromkeys((standup.owner_id, *standup.admins))
    for person_id in readers:
        await digest(db, occurrence, person_id)


async def digest(db: UnitOfWork, occurrence: Occurrence, person_id: int) -> None:
    """The wrap-up to one person."""
    draft = Draft(
        key=digest_key(occurrence, person_id),
        kind="standup.wrapup",
        args={"occurrence": occurrence.id},
        person_id=person_id,
        subject=occurrence.subject,
    )
    await db.deliveries.add(draft)


async def blind(db: UnitOfWork, standup: Standup, day: date) -> None:
    """The owner hears, once a day, that nobody can be asked yet."""
    draft = Draft(
        key=f"standup:{standup.id}:{day}:blind",
        kind="standup.blind",
        args={"standup": standup.id},
        person_id=standup.owner_id,
    )
    await db.deliveries.add(draft)


def _to_person(occurrence: Occurrence, who: Participant, key: str, kind: str) -> Draft:
    expires: datetime = occurrence.closes_at
    return Draft(
        key=key,
        kind=kind,
        args={"participant": who.id},
        person_id=who.person_id,
        expires=expires,
    )
