"""Rounds of reviews: opened by themselves, looked after every morning, closed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from bot.model.delivery import Draft
from bot.model.moments import instant
from bot.model.people import Person
from bot.model.reminders import Works
from bot.model.review import Cadence, Cycle, Part, Review, Round, State, rhythm
from bot.model.review import plan as plans
from bot.model.review.people import Pairs, pairs
from bot.model.review.plan import FRESH, Planned, Reader, Rung, planned
from bot.model.review.rhythm import Span
from bot.ports import UnitOfWork
from bot.rituals.review.hands import Hands, readers_of
from bot.rituals.review.sight import responsible
from bot.rituals.review.work import LIST, SELF, ReviewWork, list_subject
from bot.rituals.workdays import working

OPEN, MORNING = "review.open", "review.morning"
BEGUN, LATE = "review.begun", "review.late"
NOON = time(12)
DAY = timedelta(days=1)
MOST = 50  # messages in one transaction (DESIGN §5)
LOOK = DAY  # whoever is back earlier, or moved, is asked in time


@dataclass(frozen=True, slots=True)
class Opened:
    """What a new cycle comes to: a round that is open, or when the first opens."""

    span: Span
    pairs: Pairs
    round: Round | None = None


@dataclass(frozen=True, slots=True)
class Rounds:
    """One unit of work on rounds, with that on their reviews."""

    work: ReviewWork

    async def begin(self, cycle: Cycle, span: Span, by: Person) -> Opened:
        """Stores a new cycle. Raises Conflict for a name that another has."""
        stored = await self._db.reviews.add_cycle(cycle)
        found = pairs(await self._db.people.everyone())
        if span.opens > by.local(self._now).date():
            await self._plan(stored, span)
            return Opened(span, found)
        return Opened(span, found, await self.open(stored, span, by))

    async def open(
        self, cycle: Cycle, span: Span, by: Person | None = None
    ) -> Round | None:
        """Opens a round, once: everybody who leads somebody is asked in the morning."""
        people = await self._db.people.everyone()
        found = pairs(people).reviewers
        new = Round(
            cycle_id=cycle.id,
            since=span.since,
            opens=span.opens,
            due=span.due,
            made_at=self._now,
        )
        asked = [
            Review(round_id=0, person_id=id, reviewer_id=who)
            for id, who in found.items()
        ]
        for old in await self._db.reviews.rounds(cycle.id):
            await self.close(old)
        opened = await self._db.reviews.open(new, asked)
        if opened is None:
            return None
        if cycle.cadence is not Cadence.ONCE:
            await self._plan(cycle, self._after(cycle, span.due))
        for person in await responsible(self._db):
            if by is None or person.id != by.id:
                await self._tell(opened, BEGUN, person.id, self._now)
        await self.go_on(opened)
        return opened

    async def next_span(self, cycle: Cycle) -> Span:
        """The round that comes next, wherever the last one was."""
        held = await self._db.reviews.rounds(cycle.id)
        today = self._now.astimezone(self._zone).date()
        if cycle.due is not None:
            made = cycle.made_at.astimezone(self._zone).date()
            return rhythm.once(cycle.due, made)
        if not held:
            made = cycle.made_at.astimezone(self._zone).date()
            span = rhythm.first(cycle.cadence, cycle.weeks, made, self._works)
        else:
            span = self._after(cycle, held[0].due)
        while span.due <= today:
            span = self._after(cycle, span.due)
        return span

    async def go_on(self, round: Round) -> None:
        """Says what is due, and looks again when the next is."""
        if round.closed_at is not None:
            return
        if plans.over(round, self._now):
            await self.close(round)
            return
        reviews = await Hands(self.work).look_after(round)
        cycle = await self._db.reviews.cycle(round.cycle_id)
        self_first = cycle is not None and cycle.self_first
        readers = await self._readers(reviews)
        said = partial(planned, round, readers=readers, now=self._now)
        due = [
            each
            for each in said(reviews=reviews, self_first=self_first)
            if each.at <= self._now and not await self._said(round, each)
        ]
        for each in due[:MOST]:
            reviews = await self._say(round, each, reviews)
        coming = [each.at for each in said(reviews=reviews, self_first=self_first)]
        coming += await self._late(round, reviews)
        later = [at for at in coming if at > self._now]
        at = self._now if due[MOST:] else min([self._now + LOOK, *later])
        await self._db.jobs.put(MORNING, {round.id: at})

    async def close(self, round: Round) -> None:
        """Nobody is asked any more; what was sent can still be read."""
        if round.closed_at is not None:
            return
        await self._db.reviews.save_round(replace(round, closed_at=self._now))
        await self._db.jobs.drop(MORNING, (round.id,))
        reviews = await self._db.reviews.of_round(round.id)
        dropped = [replace(each, state=State.DROPPED) for each in reviews if each.open]
        await self._db.reviews.save(dropped)
        for each in dropped:  # nobody can send these any more
            await self._db.reviews.words.forget(each.id, Part.DRAFT, Part.SELF_DRAFT)
        for id in sorted({each.reviewer_id or 0 for each in dropped} - {0}):
            await self.work.refresh(round.id, id)

    async def stop(self, cycle: Cycle) -> None:
        """It comes no more, and what is open of it ends."""
        after = replace(cycle, stopped_at=self._now)
        await self._db.reviews.save_cycle(after)
        await self._db.jobs.drop(OPEN, (cycle.id,))
        for round in await self._db.reviews.rounds(cycle.id):
            await self.close(round)

    async def _readers(self, reviews: Iterable[Review]) -> Mapping[int, Reader]:
        open_ = [each for each in reviews if each.open]
        ids = {each.person_id for each in open_} | {
            each.reviewer_id for each in open_ if each.reviewer_id
        }
        people = await self._db.people.some(sorted(ids))
        return await readers_of(self.work, people.values())

    async def _said(self, round: Round, each: Planned) -> bool:
        """Whether this very message was said: a morning is looked at more than once."""
        return await self._db.deliveries.get(_key(round, each)) is not None

    async def _say(
        self, round: Round, each: Planned, reviews: Sequence[Review]
    ) -> Sequence[Review]:
        """One message; what it asks for is not asked for again."""
        key = _key(round, each)
        if each.rung in (Rung.SELF, Rung.SELF_AGAIN):
            (review,) = each.reviews
            await self._add(key, SELF, each, review.id, f"{review.subject}:self")
            asked = [replace(review, self_asked_on=each.day)]
        else:
            subject = list_subject(round.id, each.person_id)
            await self._add(key, LIST, each, round.id, subject)
            ids = {one.id for one in each.reviews}
            asked = [
                replace(one, asked_on=one.asked_on or each.day)
                for one in reviews
                if one.id in ids
            ]
        await self._db.reviews.save(asked)
        new = {one.id: one for one in asked}
        return [new.get(one.id, one) for one in reviews]

    async def _add(
        self, key: str, kind: str, each: Planned, id: int, subject: str
    ) -> None:
        of = "review" if kind == SELF else "round"
        draft = Draft(
            key=key,
            kind=kind,
            args={of: id, "rung": each.rung.value},
            person_id=each.person_id,
            subject=subject,
            due=each.at,
        )
        await self._db.deliveries.add(draft)

    async def _late(self, round: Round, reviews: Iterable[Review]) -> list[datetime]:
        """Who sees to it is told once, some days after the last."""
        if not any(each.open for each in reviews):
            return []
        told = await readers_of(self.work, await responsible(self._db))
        found = list(plans.late(round, tuple(told.values()), self._now))
        for each in found:
            if each.at <= self._now < each.at + FRESH:
                await self._tell(round, LATE, each.person_id, each.at)
        return [each.at for each in found]

    async def _tell(
        self, round: Round, kind: str, person_id: int, at: datetime
    ) -> None:
        draft = Draft(
            key=f"review:round:{round.id}:{kind}:person:{person_id}",
            kind=kind,
            args={"round": round.id},
            person_id=person_id,
            due=at,
        )
        await self._db.deliveries.add(draft)

    async def _plan(self, cycle: Cycle, span: Span) -> None:
        """At noon of the day before: somewhere it is morning soon."""
        at = instant(span.opens - DAY, NOON, self._zone)
        await self._db.jobs.put(OPEN, {cycle.id: max(at, self._now)})

    def _after(self, cycle: Cycle, due: date) -> Span:
        return rhythm.after(cycle.cadence, cycle.weeks, due, self._works)

    @property
    def _works(self) -> Works:
        return working(self.work.calendar, self.work.organization, self._zone)

    @property
    def _zone(self) -> ZoneInfo:
        return ZoneInfo(self.work.organization.zone)

    @property
    def _db(self) -> UnitOfWork:
        return self.work.db

    @property
    def _now(self) -> datetime:
        return self.work.now


def _key(round: Round, each: Planned) -> str:
    """What a message is known by, for ever."""
    if each.rung in (Rung.SELF, Rung.SELF_AGAIN):
        about = each.reviews[0].subject
        return f"{about}:{each.rung}:person:{each.person_id}"
    rung = f"{each.rung}:{each.day}" if each.rung is Rung.LIST else each.rung
    return f"review:round:{round.id}:{rung}:person:{each.person_id}"
