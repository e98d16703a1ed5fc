"""Reviews in living hands: people come, go, are away, and lead others (K09)."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import partial

from bot.model.absence import LONGEST, Days
from bot.model.people import Absence, Person
from bot.model.review import Review, Round, State
from bot.model.review.people import above, pairs, reviewed
from bot.model.review.plan import Reader
from bot.rituals.review.sight import responsible
from bot.rituals.review.work import ReviewWork
from bot.rituals.workdays import working_days

LOST = "review.lost"
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Hands:
    """One unit of work on who writes what."""

    work: ReviewWork

    async def look_after(self, round: Round) -> Sequence[Review]:
        """Every review in living hands: people come, go, and lead others."""
        reviews = await self.work.db.reviews.of_round(round.id)
        people = {each.id: each for each in await self.work.db.people.everyone()}
        meant = pairs(people.values()).reviewers
        there = await readers_of(self.work, people.values())
        after: list[Review] = []
        for review in reviews:
            to = self._hands(round, review, meant, there)
            mended = await self._mended(round, review, people, to)
            if to and mended.open and self._away_until(there[to], round.due):
                await self._tell(mended, "away")
            after.append(mended)
        return after

    async def _mended(
        self,
        round: Round,
        review: Review,
        people: Mapping[int, Person],
        to: int | None,
    ) -> Review:
        if not review.open:
            return review
        person = people.get(review.person_id)
        if person is None or not reviewed(person):
            dropped = replace(review, state=State.DROPPED)
            await self.work.db.reviews.save((dropped,))
            await self.work.refresh(round.id, review.reviewer_id)
            return dropped
        if to == review.reviewer_id:
            return review
        moved = await self.work.hand(review, people.get(to or 0), None)
        if to is None:
            await self._tell(moved, str(moved.version))
        return moved

    async def _tell(self, review: Review, why: str) -> None:
        """HR, in time to choose somebody else: nobody is there to write it."""
        for each in await responsible(self.work.db):
            key = f"{review.subject}:lost:{why}:person:{each.id}"
            await self.work.tell(key, LOST, review, each.id)

    def _hands(
        self,
        round: Round,
        review: Review,
        meant: Mapping[int, int | None],
        there: Mapping[int, Reader],
    ) -> int | None:
        """Who is to write it: who was chosen, or leads them, and is there in time."""
        people = {id: reader.person for id, reader in there.items()}
        now, leads = people.get(review.reviewer_id or 0), meant.get(review.person_id)
        holds = now is not None and reviewed(now)
        if now and holds and (review.delegated or leads in (None, now.id)):
            found: Person | None = now
        else:
            found = people.get(leads or 0)
        if found and self._away_until(there[found.id], round.due):
            for id in above(found.id, people):
                other = people.get(id)
                if other and id != review.person_id and reviewed(other):
                    away = self._away_until(there[id], round.due)
                    return found.id if away else id
        return found.id if found else None

    def _away_until(self, reader: Reader, due: date) -> bool:
        """Whether they do not work on any day that is left."""
        person = reader.person
        today = person.local(self.work.now).date()
        if today > due:
            return False
        usual = working_days(self.work.calendar, self.work.organization, person, ())
        days = [today + DAY * count for count in range((due - today).days + 1)]
        return any(map(usual, days)) and not any(map(reader.works, days))


async def readers_of(
    work: ReviewWork, people: Iterable[Person]
) -> Mapping[int, Reader]:
    """These people, each with the days on which they work and are there."""
    found = {person.id: person for person in people}
    today = work.now.date()
    absences = defaultdict[int, list[Absence]](list)
    days = Days(today - DAY, today + LONGEST)
    for each in await work.db.absences.within(tuple(found), days):
        absences[each.person_id].append(each)
    works = partial(working_days, work.calendar, work.organization)
    hours = await work.db.reviews.hours(tuple(found))
    return {
        id: Reader(person, works(person, absences[id]), hours.get(id))
        for id, person in found.items()
    }
