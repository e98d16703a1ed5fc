"""Making one person of two and two of one, with everybody hearing of it."""

from collections.abc import Sequence

from bot.cards import link as cards
from bot.context import Context
from bot.errors import Conflict, NotAllowed, NotFound, UserError
from bot.messages import Audience, Reply
from bot.model.link import Candidate, may_be_one
from bot.model.people import Account, Person
from bot.rituals import link as ritual
from bot.rituals.task.work import TaskWork


async def candidate(ctx: Context, person: Person) -> Candidate:
    """The person with their accounts."""
    return Candidate(person, tuple(await accounts(ctx, person)))


async def accounts(ctx: Context, person: Person) -> Sequence[Account]:
    """The person's accounts, the oldest first."""
    return await ctx.db.people.accounts_of([person.id])


async def join(ctx: Context, kept: Person, lost: Person) -> Person:
    """One person of two. Raises UserError where that cannot be."""
    sides = await candidate(ctx, kept), await candidate(ctx, lost)
    if kept.id == lost.id:
        raise UserError("link-already-one", name=kept.name)
    if not may_be_one(*sides):
        raise UserError("link-two-accounts", one=kept.name, other=lost.name)
    try:
        person = await ritual.join(_work(ctx), kept.id, lost.id)
    except Conflict:
        raise UserError("link-raced", try_this="link") from None
    for side in sides:
        await _tell(ctx, "linked", person, side.accounts)
    return person


async def linked(ctx: Context, person: Person, audience: Audience) -> Reply:
    """The news, to who did it."""
    return Reply(cards.linked(ctx.t, await accounts(ctx, person)), audience)


async def part(ctx: Context, account: Account) -> Reply:
    """Two persons of one; the one who did it may be either, or an admin."""
    person = await ctx.db.people.get(account.person_id)
    admin_or(ctx, person)
    rest = [each for each in await accounts(ctx, person) if each.id != account.id]
    try:
        alone = await ritual.part(_work(ctx), account)
    except Conflict:
        raise NotFound("link-single", try_this="link") from None
    await _tell(ctx, "parted", alone, (account,), account)
    await _tell(ctx, "parted", person, rest, account)
    return Reply(cards.parted(ctx.t, account), Audience.ONLY_YOU)


def numbers(ctx: Context, value: str) -> tuple[int, ...]:
    """The ids a button holds. Raises UserError for what no button of ours says."""
    parts = value.split(":")
    if not all(part.isascii() and part.isdigit() and len(part) < 16 for part in parts):
        raise UserError("button-gone", try_this="link")
    return tuple(map(int, parts))


def admin_or(ctx: Context, person: Person) -> None:
    """Only an admin changes what is somebody else's. Raises NotAllowed."""
    if person.id != ctx.person.id and not ctx.person.is_admin:
        raise NotAllowed("not-allowed-admin")


async def _tell(
    ctx: Context,
    kind: str,
    person: Person,
    side: Sequence[Account],
    about: Account | None = None,
) -> None:
    """One side hears it, unless it is the one that gets the answer."""
    if side and ctx.event.who not in [each.ref for each in side]:
        account = side[0]
        await ritual.tell(_work(ctx), kind, person.id, account, about or account)


def _work(ctx: Context) -> TaskWork:
    return TaskWork(ctx.db, ctx.calendar, ctx.organization, ctx.now)
