"""Reviews with names beside ids, as far as a reader may know."""

from collections.abc import Sequence

from bot.cards.review import ReviewView, RoundView
from bot.model.review import Review, Round
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
