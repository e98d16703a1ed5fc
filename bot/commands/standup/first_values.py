"""What a day's form says before anybody fills it: nobody types the same twice."""

from dataclasses import dataclass
from datetime import UTC, datetime

from bot.context import Context
from bot.model.people import Place
from bot.model.question import carried_over, said_alike
from bot.model.standup import Share


@dataclass(frozen=True, slots=True)
class First:
    """A first answer for every question, "" for none. `taken_from` is the stand-up in
    which some of them were given today.
    """

    values: tuple[str, ...]
    taken_from: str = ""


async def first_values(ctx: Context, share: Share) -> First:
    """Their answers of the day; else those they gave today to the same questions of
    another stand-up (PEERS A21), and yesterday is what they planned the last time.
    """
    days, questions = ctx.db.standups.days, share.occurrence.questions
    if share.participant.said:
        return First(await days.said_by(share.participant.id))
    before = await days.answered_before(
        share.standup.id, ctx.person.id, share.occurrence.day
    )
    usual = carried_over(questions, *before) if before else ("",) * len(questions)
    other = await _answered_today(ctx, share)
    if other is None:
        return First(usual)
    given = await days.said_by(other.participant.id)
    alike = said_alike(questions, other.occurrence.questions, given)
    if not any(alike):
        return First(usual)
    both = (new or old for new, old in zip(alike, usual, strict=True))
    return First(tuple(both), other.standup.name)


async def _answered_today(ctx: Context, share: Share) -> Share | None:
    """The other stand-up they answered last on the same day, of those that everybody
    reads who will read this one: what was said to a few stays with them.
    """
    day = share.occurrence.day
    others = [
        each
        for each in await ctx.db.standups.shares(ctx.person.id, day)
        if each.occurrence.day == day
        and each.standup.id != share.standup.id
        and each.participant.answered_at
        and each.standup.posts_answers
    ]
    known = await ctx.db.people.places(
        [each.standup.place for each in others if each.standup.place]
    )
    target = share.standup
    others = [
        each
        for each in others
        if not target.posts_answers
        or each.standup.place == target.place
        or _open(known.get(each.standup.place) if each.standup.place else None)
    ]
    return max(others, key=_answered, default=None)


def _open(place: Place | None) -> bool:
    return place is not None and not place.private


def _answered(share: Share) -> datetime:
    return share.participant.answered_at or datetime.min.replace(tzinfo=UTC)
