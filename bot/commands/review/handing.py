"""A review in other hands: review delegate @Li to @Mia (K09)."""

import re

from bot.arguments import Arguments, Who
from bot.cards.review import told
from bot.commands.review.at_hand import check_guest, open_about, unknown, work
from bot.commands.review.ways import ways
from bot.context import Context
from bot.errors import NotAllowed, NotFound, UsageError
from bot.messages import Reply
from bot.model.people import Person
from bot.model.review.people import above, reviewed
from bot.model.text import tidy
from bot.registry import Commands
from bot.rituals.review.sight import sees_all

commands = Commands()
WORDS = re.compile(
    r"(?P<who>.+?)(?:\s+to\s+|\s*(?:转给|交给|给)\s*)(?P<to>.+?)[.。]?", re.IGNORECASE
)
OTHER = re.compile(r"^(?:to\b|转给|交给|给|由)\s*|[.。]$", re.IGNORECASE)
TO = ("to", "给", "转给", "交给", "由")


@commands.command(*ways("delegate", "hand", zh=("转交", "委托")))
async def delegate(ctx: Context, args: Arguments) -> Reply:
    """Has somebody else write it: review delegate @Li to @Mia."""
    check_guest(ctx)
    person, to = await _people(ctx, args)
    hr = await sees_all(ctx.db, ctx.person)
    found = await open_about(ctx, person)
    theirs = [each for each in found if hr or each.reviewer_id == ctx.person.id]
    if person.id == ctx.person.id:
        raise NotAllowed("review-own-hands")
    if not theirs:
        if not hr:
            raise unknown()
        raise NotFound("review-nothing-open", try_this="review cycles", who=person.name)
    await _check(ctx, person, to)
    if all(each.reviewer_id == to.id for each in theirs):
        raise UsageError("review-already-theirs", who=to.name, about=person.name)
    for review in theirs:
        if review.reviewer_id != to.id:
            await work(ctx).hand(review, to, ctx.person)
    return told(ctx.t, "review-delegated", who=to.name, about=person.name)


async def _people(ctx: Context, args: Arguments) -> tuple[Person, Person]:
    """About whom, and by whom. Raises UsageError unless two are named."""
    left = Arguments(await ctx.apart(args.typed), ctx.local)
    behind = await ctx.find_people(left.people_after(*TO))
    named = await ctx.find_people(left.people())
    if not named and not behind and (said := WORDS.fullmatch(tidy(left.rest()))):
        whos = [Who(said["who"]), Who(said["to"])]
        named = tuple([await ctx.find_person(each) for each in whos])
    people = (*named, *behind)
    if len(people) == 1 and (rest := OTHER.sub("", tidy(left.rest()))):
        other = await ctx.find_person(Who(rest))  # one linked, the other typed
        people = (*people, other) if named else (other, *people)
    if len(people) != 2:
        raise UsageError("review-delegate-who", try_this=ctx.t("review-try-delegate"))
    return people[0], people[1]


async def _check(ctx: Context, person: Person, to: Person) -> None:
    """Raises UsageError for who cannot write it."""
    if to.id == person.id:
        raise UsageError("review-self-hands", who=person.name)
    if not reviewed(to):
        raise UsageError("review-guest-hands", who=to.name)
    people = {each.id: each for each in await ctx.db.people.everyone()}
    if person.id in above(to.id, people):
        raise UsageError("review-below", who=to.name, about=person.name)
