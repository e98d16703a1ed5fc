"""Telling of feedback: who sent it, who works on it, and the rooms that show it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.model.delivery import Draft
from bot.model.feedback import Feedback
from bot.model.feedback.rhythm import Rhythm
from bot.model.people import Organization
from bot.model.refs import PlaceRef
from bot.ports import UnitOfWork
from bot.rituals.room import post, whole


@dataclass(frozen=True, slots=True)
class FeedbackNews:
    """What is said of feedback in one unit of work, at one instant."""

    db: UnitOfWork
    organization: Organization
    now: datetime

    async def workers(self, feedback: Feedback) -> tuple[int, ...]:
        """Who owns or follows it, and did not only send it."""
        owner = (feedback.owner_id,) if feedback.owner_id else ()
        return tuple(dict.fromkeys((*owner, *feedback.followers)))

    async def tell_workers(
        self, feedback: Feedback, kind: str, *, by: int, once: int | str, **args: int
    ) -> None:
        """News for who works on it; where nobody does, for those who triage, and where
        nobody chose a room for them, for the admins.
        """
        people = await self.workers(feedback)
        said = {"by": by, "once": once, **args}
        if not people and not await self.at_desk(feedback, kind, once, said):
            people = await self.admins()
        await self.tell(feedback, kind, people, by=by, once=once, **args)

    async def admins(self) -> tuple[int, ...]:
        """Who sees to what nobody else does."""
        everyone = await self.db.people.everyone()
        return tuple(person.id for person in everyone if person.is_admin)

    async def at_desk(
        self,
        feedback: Feedback,
        kind: str,
        once: int | str,
        args: Mapping[str, int | str],
    ) -> bool:
        """News in the thread of its card among those who triage; whether there are
        any.
        """
        triage = await self.db.feedback.rules.triage()
        if triage is None:
            return False
        parent = card_key(feedback, triage)
        known = await self.db.deliveries.get(parent)
        draft = Draft(
            key=f"{feedback.subject}:{kind}:{once}",
            kind=f"feedback.{kind}",
            args={"feedback": feedback.id, **args},
            place=triage.unthreaded(),
            parent=parent if known else None,
            subject=feedback.subject,
            due=self.now,
        )
        await post(self.db, draft)
        return True

    async def tell(
        self,
        feedback: Feedback,
        kind: str,
        person_ids: Iterable[int],
        *,
        by: int,
        once: int | str,
        **args: int | str,
    ) -> None:
        """Tells people news of it, once for each `once`; never who did it."""
        others = [person_id for person_id in person_ids if person_id != by]
        await self.ask(feedback, kind, others, by=by, once=once, **args)

    async def ask(
        self,
        feedback: Feedback,
        kind: str,
        person_ids: Iterable[int],
        *,
        by: int,
        once: int | str,
        **args: int | str,
    ) -> None:
        """The same, for what has to be answered: also to who gave rise to it."""
        for person_id in dict.fromkeys(person_ids):
            draft = Draft(
                key=told_key(feedback, kind, once, person_id),
                kind=f"feedback.{kind}",
                args={"feedback": feedback.id, "by": by, "once": once} | args,
                person_id=person_id,
                subject=feedback.subject,
                due=self.now,
            )
            await self.db.deliveries.add(draft)

    async def post(self, feedback: Feedback, place: PlaceRef) -> None:
        """Shows its card in a place and its mirrors, once."""
        draft = Draft(
            key=card_key(feedback, place),
            kind="feedback.card",
            args={"feedback": feedback.id},
            place=place.unthreaded(),
            subject=feedback.subject,
            due=self.now,
        )
        await post(self.db, draft)


async def at_once(db: UnitOfWork, place: PlaceRef) -> bool:
    """Whether the place hears of everything as it comes."""
    rhythms = await db.feedback.rooms.rhythms()
    if set(rhythms.values()) <= {Rhythm.AT_ONCE}:
        return True
    return _rhythm(rhythms, await whole(db, place)) is Rhythm.AT_ONCE


async def rhythm_of(db: UnitOfWork, room: Iterable[PlaceRef]) -> Rhythm:
    """How often a room hears of what can wait."""
    return _rhythm(await db.feedback.rooms.rhythms(), room)


def _rhythm(rhythms: Mapping[PlaceRef, Rhythm], room: Iterable[PlaceRef]) -> Rhythm:
    found = (rhythms[place] for place in room if place in rhythms)
    return next(found, Rhythm.AT_ONCE)


def card_key(feedback: Feedback, place: PlaceRef) -> str:
    """The key of its card in a place."""
    at = f"{place.platform}:{place.tenant}:{place.id}"
    return f"{feedback.subject}:card:{at}"


def told_key(feedback: Feedback, kind: str, once: int | str, person_id: int) -> str:
    """The key of news for one person."""
    return f"{feedback.subject}:{kind}:{once}:person:{person_id}"
