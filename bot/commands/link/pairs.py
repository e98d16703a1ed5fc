"""Who may be one human: proposed to them, listed for admins, linked by them."""

from collections.abc import Sequence

from bot.arguments import Arguments, Who, fold
from bot.cards import link as cards
from bot.commands.absence.hint import ask_about_status
from bot.commands.link.one import candidate, join, linked, numbers
from bot.context import Context
from bot.errors import NotAllowed, UsageError, UserError
from bot.events import ProfileChanged
from bot.messages import Audience, Reply
from bot.model.link import likely
from bot.model.onboarding import Kind
from bot.model.people import Account, Person
from bot.registry import Commands
from bot.rituals.link import PROPOSE, same_pair
from bot.rituals.onboarding.passage import noticed, refresh

commands = Commands()


@commands.command("link people", "关联 人员", "关联 名单", admin=True)
async def people(ctx: Context, args: Arguments) -> Reply:
    """Lists who may be one human on two platforms."""
    known = await ctx.db.links.candidates()
    return cards.pairs(ctx.t, likely(known, await ctx.db.links.separate()))


async def link_others(ctx: Context, whos: Sequence[Who], args: Arguments) -> Reply:
    """An admin says who is whom: link @Anna with Grace Chen."""
    first = await ctx.find_person(whos[0])
    if not ctx.person.is_admin:
        raise NotAllowed("not-allowed-admin")
    args.keyword("with", "and", "to", "和", "与", "跟", "是")
    typed = whos[1] if len(whos) > 1 else Who(args.rest())
    if not typed.name:
        example = ctx.t("link-try-with", name=first.name)
        raise UsageError("link-with-whom", try_this=example, name=first.name)
    return await _link_both(ctx, first, await _other(ctx, typed, first))


@commands.button("link.join")
async def press_join(ctx: Context, value: str) -> Reply:
    """Links a pair of the list."""
    return await _link_both(ctx, *await _listed(ctx, value))


@commands.button("link.part")
async def press_part(ctx: Context, value: str) -> Reply:
    """Takes a pair off the list, for good."""
    one, other = await _listed(ctx, value)
    await ctx.db.links.part(one.id, other.id)
    await refresh(ctx.db, one.id, other.id)
    return await people(ctx, Arguments("", ctx.local))


@commands.button("link.same")
async def press_same(ctx: Context, value: str) -> Reply:
    """ "Yes, that's me": true while both accounts share an address."""
    _, other = await _proposed(ctx, value)
    theirs = await ctx.db.people.get(other.person_id)
    return await linked(ctx, await _join(ctx, ctx.person, theirs), Audience.REPLACE)


@commands.button("link.apart")
async def press_apart(ctx: Context, value: str) -> Reply:
    """ "No": nobody asks again."""
    mine, other = await _proposed(ctx, value)
    await ctx.db.links.part(mine.person_id, other.person_id)
    return cards.said(ctx.t, "link-apart", Audience.REPLACE)


@commands.on(ProfileChanged)
async def profile_changed(ctx: Context) -> Reply | None:
    """A new address may be somebody else's too: then they are asked; and of who is
    new, who sees to newcomers. A status that says "vacation" is asked about.
    """
    await ctx.db.jobs.put(PROPOSE, {ctx.organization.id: ctx.now})
    await ask_about_status(ctx)
    came = isinstance(ctx.event, ProfileChanged) and ctx.event.came
    if came and ctx.person.active:
        await noticed(ctx.db, ctx.person, Kind.START, ctx.now)
    return None


async def _other(ctx: Context, typed: Who, first: Person) -> Person:
    """Somebody else, by name or by address, wherever their account is."""
    if typed.id is None and "@" in typed.name.strip("@"):
        for each in await ctx.db.links.candidates():
            mails = {fold(account.email) for account in each.accounts}
            if fold(typed.name) in mails and each.person.id != first.id:
                return each.person
    return await ctx.find_person(typed, but=first.id)


async def _link_both(ctx: Context, one: Person, other: Person) -> Reply:
    pair = cards.both(ctx.t, await candidate(ctx, one), await candidate(ctx, other))
    await _join(ctx, one, other)
    return cards.said(ctx.t, "link-joined", pair=pair)


async def _join(ctx: Context, one: Person, other: Person) -> Person:
    """Who has been here longer stays."""
    kept, lost = sorted((one, other), key=lambda person: person.id)
    return await join(ctx, kept, lost)


async def _proposed(ctx: Context, value: str) -> tuple[Account, Account]:
    """The two accounts of a proposal, the person's own first: whichever of them they
    answer with, it is them.
    """
    one, other = numbers(ctx, f"{value}:0")[:2]
    pair = await same_pair(ctx.db, one, other) or ()
    mine = [each for each in pair if each.person_id == ctx.person.id]
    theirs = [each for each in pair if each.person_id != ctx.person.id]
    if not mine or not theirs:
        raise UserError("link-old-proposal", try_this="link")
    return mine[0], theirs[0]


async def _listed(ctx: Context, value: str) -> tuple[Person, Person]:
    if not ctx.person.is_admin:
        raise NotAllowed("not-allowed-admin")
    one, other = numbers(ctx, f"{value}:0")[:2]
    known = await ctx.db.people.some([one, other])
    if one == other or one not in known or other not in known:
        raise UserError("link-raced", try_this="link people")
    return known[one], known[other]
