"""Asking somebody whether something may be done for a customer (PEERS H19).

Everybody who asks, answers or takes it back does it here: it is kept, written into the
story of the feedback, and told to who must know. A request is decided once; the row of
its feedback, held by whoever changes it, sees to the order.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.errors import Conflict
from bot.model.area.duty import Presence
from bot.model.feedback import Feedback, UpdateKind
from bot.model.feedback.approval import (
    Approval,
    Outcome,
    Told,
    Wish,
    looked_at_again,
)
from bot.model.people import Person, Role
from bot.ports import Calendar, UnitOfWork
from bot.rituals.area.presence import presence
from bot.rituals.feedback.work import FeedbackWork
from bot.rituals.workdays import working_days

WAITS = "feedback.waits"  # whether somebody answered what they were asked
ASKED, AGAIN, ANSWERED = "approval", "approval-again", "approval-answered"


@dataclass(frozen=True, slots=True)
class Approvals:
    """One unit of work on what is asked about feedback."""

    work: FeedbackWork
    calendar: Calendar

    @property
    def db(self) -> UnitOfWork:
        """The same unit."""
        return self.work.db

    async def ask(self, feedback: Feedback, new: Approval) -> Approval:
        """Stores it, and asks. Raises Conflict where the same waits already."""
        if await open_of(self.db, feedback, new.wish.word):
            raise Conflict("asked already")
        stored = await self.db.feedback.approvals.add(new)
        await self._tell_story(feedback, "asked", stored, stored.asker_id)
        await self._ask(feedback, stored)
        return stored

    async def within(self, feedback: Feedback, wish: Wish, by: int) -> None:
        """By the rule they may decide it themselves: the story keeps that they did."""
        line = Told("within", wish).written()
        await self.work.record(feedback, by, UpdateKind.APPROVAL, line)
        await self.work.save(feedback)

    async def answer(
        self,
        feedback: Feedback,
        approval: Approval,
        outcome: Outcome,
        by: int,
        comment: str = "",
    ) -> Approval:
        """Somebody has decided; who asked and who owns it hear so."""
        after = replace(
            approval,
            outcome=outcome,
            answered_by=by,
            answered_at=self.work.now,
            comment=comment,
        )
        await self.db.feedback.approvals.save(after)
        code = outcome.value if by == approval.asked_id else f"{outcome.value}-instead"
        await self._tell_story(feedback, code, after, by, comment)
        await self.work.save(feedback)
        people = [
            approval.asker_id,
            *([feedback.owner_id] if feedback.owner_id else []),
        ]
        await self.work.tell(
            feedback, ANSWERED, people, by=by, once=after.id, approval=after.id
        )
        return after

    async def withdraw(
        self, feedback: Feedback, approval: Approval, by: int | None
    ) -> Approval:
        """It is asked no longer: by who asked, or because the feedback is over."""
        after = replace(
            approval,
            outcome=Outcome.WITHDRAWN,
            answered_by=by,
            answered_at=self.work.now,
        )
        await self.db.feedback.approvals.save(after)
        await self._tell_story(feedback, "withdrawn", after, by)
        await self.db.deliveries.touch(subject=feedback.subject)
        return after

    async def look_again(self, feedback: Feedback, approval: Approval) -> None:
        """A working day has gone by: who leads them is asked where they are not there,
        else they are reminded, once.
        """
        there, to = await whom(
            self.db, approval.asked_id, approval.asker_id, self.work.now
        )
        if to is not None and to != approval.asked_id:
            await self._hand(feedback, approval, to)
            return
        if approval.reminded_at is not None or not there.here(approval.asked_id):
            await self._look_later(approval)
            return
        after = replace(approval, reminded_at=self.work.now)
        await self.db.feedback.approvals.save(after)
        await self._send(feedback, after, AGAIN)
        await self._look_later(after)

    async def _hand(self, feedback: Feedback, approval: Approval, to: int) -> None:
        after = replace(approval, asked_id=to, reminded_at=None)
        await self.db.feedback.approvals.save(after)
        await self._tell_story(feedback, "handed", after, None)
        await self._ask(feedback, after)

    async def _ask(self, feedback: Feedback, approval: Approval) -> None:
        await self._send(feedback, approval, ASKED)
        await self._look_later(approval)
        await self.db.deliveries.touch(subject=feedback.subject)

    async def _send(self, feedback: Feedback, approval: Approval, kind: str) -> None:
        await self.work.ask(
            feedback,
            kind,
            (approval.asked_id,),
            by=approval.asker_id,
            once=approval.id,
            approval=approval.id,
        )

    async def _look_later(self, approval: Approval) -> None:
        person = await self.db.people.get(approval.asked_id)
        day = person.local(self.work.now).date()
        absences = await self.db.absences.of(person.id, day)
        works = working_days(self.calendar, self.work.organization, person, absences)
        at = looked_at_again(person, works, self.work.now)
        await self.db.jobs.put(WAITS, {approval.id: at})

    async def _tell_story(
        self,
        feedback: Feedback,
        code: str,
        approval: Approval,
        by: int | None,
        said: str = "",
    ) -> None:
        line = Told(code, approval.wish, said or approval.reason * (code == "asked"))
        await self.work.record(feedback, by, UpdateKind.APPROVAL, line.written())


async def open_of(db: UnitOfWork, feedback: Feedback, word: str = "") -> list[Approval]:
    """What waits for an answer about it: all of it, or what goes by a word."""
    found: Sequence[Approval] = (await db.feedback.approvals.of([feedback.id])).get(
        feedback.id, ()
    )
    return [each for each in found if each.waits and word in ("", each.wish.word)]


def decides(person: Person) -> bool:
    """Whether they are one of us, and here."""
    return person.active and person.role is not Role.GUEST


async def whom(
    db: UnitOfWork, wanted: int, asker_id: int, now: datetime
) -> tuple[Presence, int | None]:
    """Who is asked: who is wanted, or while they are not there the first above them
    who is; whoever comes back, where nobody is. Never who asks. With who is there.
    """
    chain = [
        person.id
        for person in await _above(db, wanted)
        if person.id != asker_id and decides(person)
    ]
    there = await presence(db, (wanted, *chain), now)
    here = next((id for id in chain if there.here(id)), None)
    return there, here or next(iter(chain), None)


async def _above(db: UnitOfWork, person_id: int | None) -> list[Person]:
    """Somebody, who leads them, and who leads those, up to the top."""
    found: dict[int, Person] = {}
    while person_id and person_id not in found:
        found |= await db.people.some([person_id])
        person_id = found[person_id].manager_id if person_id in found else None
    return list(found.values())
