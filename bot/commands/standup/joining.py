"""Taking part in a stand-up, or no longer, by one's own wish."""

from dataclasses import replace
from typing import assert_never

from bot.arguments import Arguments
from bot.cards.standup import list as standup_list
from bot.cards.standup.words import roster
from bot.commands.standup.find import by_name, by_number
from bot.context import Context
from bot.errors import UserError
from bot.messages import Audience, Reply
from bot.model.refs import PlaceRef
from bot.model.standup import Chosen, Department, Everyone, Members, Standup
from bot.registry import Commands
from bot.rituals.room import unlisted
from bot.rituals.standup.notices import standup_view

commands = Commands()


@commands.command("standup join", "join standup", "站会 参加", "站会 加入")
async def join(ctx: Context, args: Arguments) -> Reply:
    """Takes part from the next day on."""
    return await _join(ctx, await by_name(ctx, args, "join"))


@commands.button("standup.join")
async def press_join(ctx: Context, value: str) -> Reply:
    """The same from a button."""
    return await _join(ctx, await by_number(ctx, value))


@commands.command("standup leave", "leave standup", "站会 退出")
async def leave(ctx: Context, args: Arguments) -> Reply:
    """Takes no part from the next day on."""
    standup, me = await by_name(ctx, args, "leave"), ctx.person.id
    match standup.roster:
        case Chosen(people) if me in people:
            left = tuple(person for person in people if person != me)
            await _save(ctx, standup, left)
        case Chosen():
            raise UserError("standup-leave-not-in", name=standup.name)
        case Members(place) if await _unlisted(ctx, place):
            await _keep_out(ctx, standup)
        case Members():
            raise UserError("standup-leave-place", name=standup.name)
        case Everyone() | Department():
            who = await _whom(ctx, standup)
            raise UserError("standup-leave-all", name=standup.name, who=who)
        case _:
            assert_never(standup.roster)
    card = standup_list.told(ctx.t, "standup-left", standup)
    return Reply(card, Audience.ONLY_YOU)


async def _join(ctx: Context, standup: Standup) -> Reply:
    back = await _let_in(ctx, standup)
    match standup.roster:
        case Chosen(people) if ctx.person.id in people:
            raise UserError("standup-join-all", name=standup.name)
        case Chosen(people):
            await _save(ctx, standup, (*people, ctx.person.id))
        case Members(place) if groups := await _unlisted(ctx, place):
            await ctx.db.people.see_in(groups[0], [ctx.person.id])
        case _ if back:
            pass
        case Members():
            raise UserError("standup-join-place", name=standup.name)
        case Everyone() | Department() if not standup.asks(ctx.person, listed=False):
            who = await _whom(ctx, standup)
            raise UserError("standup-join-others", name=standup.name, who=who)
        case Everyone() | Department():
            raise UserError("standup-join-all", name=standup.name)
        case _:
            assert_never(standup.roster)
    card = standup_list.told(ctx.t, "standup-joined", standup)
    return Reply(card, Audience.ONLY_YOU)


async def _whom(ctx: Context, standup: Standup) -> str:
    """Whom it asks, in words."""
    view = await standup_view(ctx.db, ctx.t, standup)
    return roster(ctx.t, standup, view.names, view.place)


async def _keep_out(ctx: Context, standup: Standup) -> None:
    """Whatever they say in the group from now on, it counts them in no more."""
    held = await ctx.db.standups.hold(standup.id) or standup
    left = dict.fromkeys((*held.left, ctx.person.id))
    await ctx.db.standups.save(replace(held, left=tuple(left)))


async def _let_in(ctx: Context, standup: Standup) -> bool:
    """Forgets that they had left; says whether they had."""
    held = await ctx.db.standups.hold(standup.id) or standup
    if ctx.person.id not in held.left:
        return False
    left = tuple(person for person in held.left if person != ctx.person.id)
    await ctx.db.standups.save(replace(held, left=left))
    return True


async def _save(ctx: Context, standup: Standup, people: tuple[int, ...]) -> None:
    held = await ctx.db.standups.hold(standup.id) or standup
    await ctx.db.standups.save(
        replace(held, roster=Chosen(tuple(dict.fromkeys(people))))
    )
    await ctx.db.deliveries.touch(subject=f"standup:{standup.id}")


async def _unlisted(ctx: Context, place: PlaceRef) -> list[PlaceRef]:
    """The places of its room on this platform that do not tell who is in them."""
    here = ctx.event.who.platform
    found = await unlisted(ctx.db, place)
    return [each for each in found if each.platform == here]
