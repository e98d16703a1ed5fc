"""What reviews of somebody say, erased: review erase @Li."""

from bot.arguments import Arguments
from bot.cards.review import told
from bot.cards.review.reading import erasing
from bot.commands.review.at_hand import check_hr, held, named, work
from bot.commands.review.ways import ways
from bot.commands.task.at_hand import pressed
from bot.context import Context
from bot.errors import NotAllowed, NotFound, UsageError
from bot.messages import Reply
from bot.model.people import Person
from bot.registry import Commands

commands = Commands()


@commands.command(*ways("erase", "delete", "forget", zh=("清除", "删除", "抹去")))
async def erase(ctx: Context, args: Arguments) -> Reply:
    """Erases what reviews of somebody say, when asked again: review erase @Li (HR)."""
    await check_hr(ctx)
    people = await named(ctx, args)
    if len(people) != 1:
        raise UsageError("review-erase-who", try_this=ctx.t("review-try-erase"))
    count = len(await _theirs(ctx, people[0]))
    return erasing(ctx.t, people[0], count)


@commands.button("review.erase")
async def press_erase(ctx: Context, value: str) -> Reply:
    """Erases it, now."""
    await check_hr(ctx)
    person = (await ctx.db.people.some((pressed(value),))).get(pressed(value))
    if person is None:
        raise NotFound("review-erase-who", try_this=ctx.t("review-try-erase"))
    reviews = await _theirs(ctx, person)
    for id in reviews:
        review, _ = await held(ctx, id)
        await work(ctx).erase(review, ctx.person)
    await ctx.db.reviews.show_work(person.id, wanted=False)
    return told(ctx.t, "review-erased", who=person.name, count=len(reviews))


async def _theirs(ctx: Context, person: Person) -> list[int]:
    """The ids of every review of somebody else. Raises UserError for none."""
    if person.id == ctx.person.id:
        raise NotAllowed("review-erase-own")
    found = [each.id for each in await ctx.db.reviews.about(person.id)]
    if not found:
        raise NotFound("review-erase-none", who=person.name)
    return found
