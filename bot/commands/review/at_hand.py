"""How every command about reviews begins: the review, and the rights to it.

What is not theirs is not there: whoever guesses an id hears the same as for none.
"""

import re

from bot.arguments import Arguments, Who, fold
from bot.cards.review import ReviewView
from bot.context import Context
from bot.errors import NotAllowed, NotFound, UsageError
from bot.model.people import Person, Role
from bot.model.review import Cycle, Review, Round
from bot.model.text import tidy
from bot.rituals.review.rounds import Rounds
from bot.rituals.review.sight import sees_all
from bot.rituals.review.views import view
from bot.rituals.review.work import ReviewWork

ABOUT = re.compile(r"^(?:about|for|of|关于|对|为|给)\s*", re.IGNORECASE)


def work(ctx: Context) -> ReviewWork:
    """The tools to move reviews on with."""
    return ReviewWork(ctx.db, ctx.calendar, ctx.organization, ctx.now)


def rounds(ctx: Context) -> Rounds:
    """The tools to open and close rounds with."""
    return Rounds(work(ctx))


def check_guest(ctx: Context) -> None:
    """Raises NotAllowed for who only visits."""
    if ctx.person.role is Role.GUEST:
        raise NotAllowed("review-guests")


async def check_hr(ctx: Context) -> None:
    """Raises NotAllowed for who does not see to it that reviews are written."""
    check_guest(ctx)
    if not await sees_all(ctx.db, ctx.person):
        raise NotAllowed("review-hr", try_this="review")


def unknown() -> NotFound:
    """There is no such review, or it is not theirs."""
    return NotFound("review-unknown", try_this="review")


async def held(ctx: Context, review_id: int) -> tuple[Review, Round]:
    """The review with this id, held with its round. Raises NotFound."""
    check_guest(ctx)
    found = await ctx.db.reviews.get(review_id)
    round = await ctx.db.reviews.hold(found.round_id) if found else None
    review = await ctx.db.reviews.get(review_id)
    if review is None or round is None:
        raise unknown()
    return review, round


async def writable(ctx: Context, review_id: int) -> Review:
    """The review, if it is theirs to write and there is time. Raises UserError."""
    review, round = await held(ctx, review_id)
    if review.reviewer_id != ctx.person.id:
        raise unknown()
    if round.closed_at or not (review.open or review.sent):
        raise UsageError("review-over", try_this="review")
    return review


async def own(ctx: Context, review_id: int) -> tuple[Review, Round]:
    """The review, if it is about them. Raises NotFound."""
    review, round = await held(ctx, review_id)
    if review.person_id != ctx.person.id:
        raise unknown()
    return review, round


async def seen(ctx: Context, review: Review) -> ReviewView:
    """The review with the names beside it. Raises NotFound."""
    found = await view(ctx.db, review)
    if found is None:
        raise unknown()
    return found


async def named(ctx: Context, args: Arguments) -> tuple[Person, ...]:
    """Who is meant, with an @ before their names or without. Raises NotFound."""
    left = Arguments(await ctx.apart(args.typed), ctx.local)
    if whos := left.people():
        return await ctx.find_people(whos)
    rest = ABOUT.sub("", tidy(left.rest())).strip(" .。,，?？!！")
    return (await ctx.find_person(Who(rest)),) if rest else ()


async def open_about(ctx: Context, person: Person) -> list[Review]:
    """What is still to be written about somebody, the newest first."""
    about = await ctx.db.reviews.about(person.id)
    return [each for each in about if each.open]


async def named_cycle(ctx: Context, typed: str) -> Cycle | None:
    """The cycle of this name."""
    for each in await ctx.db.reviews.cycles():
        if fold(each.name) == fold(typed):
            return each
    return None


async def the_cycle(ctx: Context, typed: str) -> Cycle:
    """The same, or the only one that comes. Raises NotFound with those there are."""
    if found := await named_cycle(ctx, typed):
        return found
    every = await ctx.db.reviews.cycles()
    living = [each for each in every if each.stopped_at is None]
    if not typed and len(living) == 1:
        return living[0]
    if not every:
        raise NotFound("review-no-cycle", try_this=ctx.t("review-try-cycle"))
    names = ctx.t.either(tuple(each.name for each in living or every))
    raise NotFound("review-which", names=names)
