"""What people do about their own accounts: a code here, typed there."""

from bot.arguments import Arguments, fold
from bot.cards import link as cards
from bot.commands.link.one import accounts, admin_or, join, linked, numbers, part
from bot.commands.link.pairs import link_others
from bot.context import Context
from bot.errors import NotAllowed, NotFound, UsageError
from bot.messages import Audience, Reply
from bot.model.link import (
    LIFE,
    TRIES,
    TRIES_WITHIN,
    Code,
    digest,
    new_code,
    read_code,
)
from bot.model.people import Account, Role
from bot.registry import Commands

commands = Commands()
PLATFORMS = {
    "slack": "slack",
    "dingtalk": "dingtalk",
    "ding": "dingtalk",
    "钉钉": "dingtalk",
}


@commands.command("link", "关联", "绑定", "link account", "关联 账号")
async def link(ctx: Context, args: Arguments) -> Reply:
    """Links two accounts of one person: without a word it gives a code, with one it
    takes it; an admin links others: link @Anna with Grace Chen.
    """
    if whos := args.people():
        return await link_others(ctx, whos, args)
    if not args:
        mine = await accounts(ctx, ctx.person)
        if len(mine) > 1:
            return cards.accounts(ctx.t, ctx.person.name, mine)
        return await _give_code(ctx)
    if code := read_code(args.rest()):
        return await _redeem(ctx, code)
    raise UsageError("link-usage", try_this="link")


@commands.command("unlink", "取消关联", "解除关联", "解绑")
async def unlink(ctx: Context, args: Arguments) -> Reply:
    """Gives an account back to a person of its own: unlink slack."""
    whos = args.people()
    person = await ctx.find_person(whos[0]) if whos else ctx.person
    admin_or(ctx, person)
    theirs = await accounts(ctx, person)
    if len(theirs) < 2:
        raise NotFound("link-single", try_this="link")
    wanted = PLATFORMS.get(fold(args.rest()))
    there = [each for each in theirs if each.ref.platform == wanted]
    if len(there) != 1:
        return cards.accounts(ctx.t, person.name, theirs)
    return await part(ctx, there[0])


@commands.button("link.code")
async def press_code(ctx: Context, value: str) -> Reply:
    """Gives a code from a button."""
    return await _give_code(ctx)


@commands.button("link.show")
async def press_show(ctx: Context, value: str) -> Reply:
    """Shows the person's accounts."""
    return cards.accounts(ctx.t, ctx.person.name, await accounts(ctx, ctx.person))


@commands.button("link.unlink")
async def press_unlink(ctx: Context, value: str) -> Reply:
    """Parts one account, the person's own or, for an admin, anybody's."""
    account = await ctx.db.links.account(numbers(ctx, value)[0])
    if account is None:
        raise NotFound("link-single", try_this="link")
    return await part(ctx, account)


async def _give_code(ctx: Context) -> Reply:
    """A new code for the account this was typed with; the last one ends."""
    mine = await _typing(ctx)
    code, until = new_code(), ctx.now + LIFE
    await ctx.db.links.offer(mine, digest(code), ctx.now, until)
    return cards.code(ctx.t, code, until)


async def _redeem(ctx: Context, typed: str) -> Reply:
    """Takes a code of the other side. A wrong one counts: so it is answered, not
    refused, for what is refused leaves no trace.
    """
    mine = await _typing(ctx)
    links = ctx.db.links
    tries = await links.tries(ctx.person.id, ctx.now - TRIES_WITHIN)
    if tries >= TRIES:
        return cards.refused(ctx.t, "link-too-many")
    code = await links.offered(digest(typed))
    if code is None:
        await links.tried(ctx.person.id, ctx.now)
        return cards.refused(ctx.t, "link-wrong-code", left=TRIES - tries - 1)
    if problem := _problem(ctx, code, mine):
        return cards.refused(ctx.t, problem)
    await links.use(code, ctx.now)
    other = await ctx.db.people.get(code.person_id)
    person = await join(ctx, other, ctx.person)
    return await linked(ctx, person, Audience.ONLY_YOU)


def _problem(ctx: Context, code: Code, mine: Account) -> str:
    """Why a code does not work here; nothing when it does."""
    if code.account_id == mine.id and code.works(ctx.now):
        return "link-own-code"
    if code.used_at is not None:
        return "link-used-code"
    if not code.works(ctx.now):
        return "link-old-code"
    return "link-already-yours" if code.person_id == ctx.person.id else ""


async def _typing(ctx: Context) -> Account:
    """The account in hand. Raises NotAllowed for guests: an admin links them."""
    if ctx.person.role is Role.GUEST:
        raise NotAllowed("link-guest")
    for account in await accounts(ctx, ctx.person):
        if account.ref == ctx.event.who:
            return account
    raise NotAllowed("link-guest")
