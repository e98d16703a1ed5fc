"""Reviews with names beside ids, as far as a reader may know."""

from collections.abc import Sequence
from datetime import date, datetime

from bot.cards.review import ReviewView, RoundView
from bot.cards.review.home import Duties
from bot.model.people import Person
from bot.model.review import Review, Round, State
from bot.ports import UnitOfWork


async def view(db: UnitOfWork, review: Review) -> ReviewView | None:
    """One review; None where its cycle is gone."""
    round = await db.reviews.round(review.round_id)
    found = await _views(db, round, [review]) if round else None
    return found.rows[0] if found else None


async def views(db: UnitOfWork, reviews: Sequence[Review]) -> list[ReviewView]:
    """Several, in the same order."""
    found = [await view(db, each) for each in reviews]
    return [each for each in found if each]


async def duties(db: UnitOfWork, person: Person, now: datetime) -> Duties:
    """What waits for somebody in the rounds that are open on their day."""
    today = person.local(now).date()
    write = [each for each in await db.reviews.by(person.id) if each.open]
    about = await db.reviews.about(person.id)
    waits = [each for each in about if each.open or each.state is State.SENT]
    return Duties(
        tuple(each for each in await views(db, write) if _asked(each, today)),
        tuple(each for each in await views(db, waits) if _needs(each, today)),
    )


def _asked(view: ReviewView, today: date) -> bool:
    return view.round.closed_at is None and view.round.opens <= today


def _needs(view: ReviewView, today: date) -> bool:
    """Whether the person it is about has something to do with it."""
    review = view.review
    if review.sent:
        return True
    wanted = view.cycle.self_first and review.reviewer_id is not None
    return wanted and review.self_sent_at is None and _asked(view, today)


async def round_view(db: UnitOfWork, round: Round) -> RoundView | None:
    """A whole round."""
    return await _views(db, round, await db.reviews.of_round(round.id))


async def lists(db: UnitOfWork, round: Round, reviewer_id: int) -> RoundView | None:
    """What somebody writes in a round, or has written."""
    theirs = await db.reviews.of_round(round.id)
    mine = [each for each in theirs if each.reviewer_id == reviewer_id]
    return await _views(db, round, mine)


async def _views(
    db: UnitOfWork, round: Round, reviews: Sequence[Review]
) -> RoundView | None:
    cycle = await db.reviews.cycle(round.cycle_id)
    if cycle is None:
        return None
    ids = {id for each in reviews for id in (each.person_id, each.reviewer_id) if id}
    people = await db.people.some(sorted(ids))
    names = {id: person.name for id, person in people.items()}
    rows = tuple(
        ReviewView(
            cycle,
            round,
            each,
            names.get(each.person_id, ""),
            names.get(each.reviewer_id or 0, ""),
        )
        for each in reviews
    )
    return RoundView(cycle, round, rows)
