"""Reviews, moved on: asked for, written, read, acknowledged, in other hands."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from bot.model.delivery import Draft
from bot.model.draft import Opener
from bot.model.people import Organization, Person
from bot.model.review import (
    Entry,
    Fields,
    Happened,
    Part,
    Review,
    State,
    Written,
    announced,
)
from bot.ports import Calendar, UnitOfWork

LIST, SELF, SENT = "review.list", "review.self", "review.sent"
ACKNOWLEDGED, HANDED = "review.acknowledged", "review.handed"
READ_AS = {
    Part.REVIEW: Happened.READ,
    Part.SELF: Happened.SELF_READ,
    Part.COMMENT: Happened.COMMENT_READ,
}


def list_subject(round_id: int, person_id: int) -> str:
    """What the messages with somebody's list are about."""
    return f"review:list:{round_id}:person:{person_id}"


@dataclass(frozen=True, slots=True)
class ReviewWork:
    """One unit of work on reviews, at one instant."""

    db: UnitOfWork
    calendar: Calendar
    organization: Organization
    now: datetime

    async def send(self, review: Review, said: Fields, note: str, by: Person) -> Review:
        """It is theirs to read; what is sent again soon is not announced again."""
        news = announced(review, self.now) or review.state is State.ACKNOWLEDGED
        after = replace(
            review,
            state=State.SENT,
            sent_at=review.sent_at or self.now,
            told_at=self.now if news else review.told_at,
            acknowledged_at=None,
            version=review.version + 1,
        )
        await self.keep(after, Part.REVIEW, said, by)
        await self.keep(after, Part.NOTE, {"note": note} if note else {}, by)
        await self.db.reviews.words.forget(review.id, Part.DRAFT)
        await self.db.reviews.save((after,))
        await self.log(after, Happened.CHANGED if review.sent else Happened.SENT, by)
        if news:
            key = f"{after.subject}:sent:{after.version}:person:{after.person_id}"
            await self.tell(key, SENT, after, after.person_id)
        await self.db.deliveries.touch(subject=after.subject)
        await self.refresh(after.round_id, after.reviewer_id)
        return after

    async def draft(
        self, review: Review, part: Part, said: Fields, by: Person
    ) -> Review:
        """Keeps what is not to be sent yet."""
        after = replace(review, version=review.version + 1)
        await self.keep(after, part, said, by)
        await self.db.reviews.save((after,))
        return after

    async def send_self(self, review: Review, said: Fields, by: Person) -> Review:
        """What somebody says of themselves, for who writes about them."""
        after = replace(review, self_sent_at=self.now, version=review.version + 1)
        await self.keep(after, Part.SELF, said, by)
        await self.db.reviews.words.forget(review.id, Part.SELF_DRAFT)
        await self.db.reviews.save((after,))
        await self.log(after, Happened.SELF_SENT, by)
        await self.db.deliveries.expire(subject=f"{after.subject}:self", kind=SELF)
        await self.db.deliveries.touch(subject=f"{after.subject}:self")
        await self.refresh(after.round_id, after.reviewer_id)
        return after

    async def acknowledge(self, review: Review, comment: str, by: Person) -> Review:
        """They have read it; who wrote it hears so."""
        after = replace(review, state=State.ACKNOWLEDGED, acknowledged_at=self.now)
        said = {"comment": comment} if comment else {}
        await self.keep(after, Part.COMMENT, said, by)
        await self.db.reviews.save((after,))
        await self.log(after, Happened.ACKNOWLEDGED, by)
        if after.reviewer_id:
            who = after.reviewer_id
            key = f"{after.subject}:acknowledged:{after.version}:person:{who}"
            told = {"comment": int(bool(comment))}
            await self.tell(key, ACKNOWLEDGED, after, who, told)
        await self.db.deliveries.touch(subject=after.subject)
        return after

    async def hand(
        self, review: Review, to: Person | None, by: Person | None
    ) -> Review:
        """Somebody else writes it: chosen by `by`, or because who should cannot."""
        after = review.given_to(to.id if to else None, by_hand=by is not None)
        if to:
            after = replace(after, asked_on=to.local(self.now).date())
        after = replace(after, version=after.version + 1)
        await self.db.reviews.save((after,))
        what = Happened.DELEGATED if by else Happened.MOVED
        entry = Entry(
            after.id,
            what,
            self.now,
            person_id=by.id if by else None,
            to_id=after.reviewer_id,
        )
        await self.db.reviews.log.record(entry)
        if to and not (by and by.id == to.id):
            key = f"{after.subject}:handed:{after.version}:person:{to.id}"
            args = {"by": by.id} if by else {}
            await self.tell(key, HANDED, after, to.id, args)
        await self.refresh(after.round_id, review.reviewer_id)
        await self.refresh(after.round_id, after.reviewer_id)
        return after

    async def read(self, review: Review, part: Part, by: Person) -> Written | None:
        """What stands there; that somebody looked is on the log."""
        found = await self.db.reviews.words.of(review.id, part)
        if found and part in READ_AS:
            await self.log(review, READ_AS[part], by)
        return found

    async def erase(self, review: Review, by: Person) -> None:
        """Nothing that anybody wrote of it is left; that it was, and who took it away,
        stays on the log.
        """
        found = await self.db.reviews.words.forget(review.id, *Part)
        for form in ("write", "self", "acknowledge"):
            opener = Opener(f"review.{form}", str(review.id))
            await self.db.drafts.forget_everybodys(opener)
        if not found:
            return
        await self.db.reviews.save((replace(review, version=review.version + 1),))
        await self.log(review, Happened.ERASED, by)
        await self.db.deliveries.touch(subject=review.subject)
        await self.db.deliveries.touch(subject=f"{review.subject}:self")
        await self.refresh(review.round_id, review.reviewer_id)

    async def log(self, review: Review, what: Happened, by: Person) -> None:
        """One more line about a review."""
        entry = Entry(review.id, what, self.now, by.id)
        await self.db.reviews.log.record(entry)

    async def keep(self, review: Review, part: Part, said: Fields, by: Person) -> None:
        """Keeps what somebody wrote; nothing is nothing."""
        given = {name: text for name, text in said.items() if text}
        if not given:
            await self.db.reviews.words.forget(review.id, part)
            return
        written = Written(part, by.id, given, self.now)
        await self.db.reviews.words.keep(review.id, written)

    async def refresh(self, round_id: int, reviewer_id: int | None) -> None:
        """Somebody's lists show what is so; with nothing left none is sent any more."""
        if reviewer_id is None:
            return
        subject = list_subject(round_id, reviewer_id)
        theirs = await self.db.reviews.of_round(round_id)
        left = [each for each in theirs if each.reviewer_id == reviewer_id]
        if not any(each.open for each in left):
            await self.db.deliveries.expire(subject=subject, kind=LIST)
        await self.db.deliveries.touch(subject=subject)

    async def tell(
        self,
        key: str,
        kind: str,
        review: Review,
        person_id: int,
        args: Mapping[str, int | str] | None = None,
    ) -> None:
        """A message about one review, to one person."""
        draft = Draft(
            key=key,
            kind=kind,
            args={"review": review.id, **(args or {})},
            person_id=person_id,
            subject=review.subject,
            due=self.now,
        )
        await self.db.deliveries.add(draft)
