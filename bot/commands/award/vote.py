"""One vote a person, whatever account it comes from; nobody ever reads it."""

from bot.arguments import Arguments
from bot.cards import award as cards
from bot.cards.award import Candidate, RoundView, forms
from bot.commands.award.at_hand import at_stage, check_guest, managers, only
from bot.commands.award.ways import ways
from bot.commands.task.at_hand import pressed
from bot.context import Context
from bot.errors import FieldError, FieldErrors, NotAllowed, UsageError
from bot.events import Values
from bot.messages import Reply
from bot.model.award import Stage
from bot.model.award.law import may_vote_for
from bot.registry import Commands

commands = Commands()
OPEN = (Stage.VOTING,)


@commands.command(*ways("vote", zh=("投票",)), "vote", "投票")
async def vote(ctx: Context, args: Arguments) -> Reply:
    """Opens the ballot: the last vote before the end counts."""
    return await _ballot(ctx, await only(ctx, args.rest(), *OPEN))


@commands.button("award.vote")
async def press_vote(ctx: Context, value: str) -> Reply:
    """The same, from a button."""
    return await _ballot(ctx, await at_stage(ctx, pressed(value), OPEN))


@commands.form("award.vote")
async def fill_vote(ctx: Context, values: Values, state: str) -> Reply:
    """Takes the vote, in place of any before; says only that there is one."""
    found = await at_stage(ctx, pressed(state), OPEN)
    chosen = pressed(str(values.get("person") or ""))
    allowed = {each.person_id for each in await _allowed(ctx, found)}
    if chosen not in allowed:
        raise FieldErrors({"person": FieldError("award-not-there")})
    await ctx.db.awards.vote(found.round.id, ctx.person.id, chosen)
    when = ctx.t.moment(found.round.due_at)
    line = ctx.t.line("award-voted", name=found.name)
    return cards.done(line, ctx.t.line("award-voted-note", when=when))


async def _ballot(ctx: Context, found: RoundView) -> Reply:
    return Reply(forms.vote(ctx.t, found, await _allowed(ctx, found)))


async def _allowed(ctx: Context, found: RoundView) -> list[Candidate]:
    """Whom they may vote for: neither themselves, nor who leads them or is led."""
    await check_guest(ctx)
    jury = found.award.jury
    if jury and ctx.person.id not in jury:
        raise NotAllowed("award-jury-only")
    led = await managers(ctx)
    allowed = [
        each
        for each in found.candidates
        if each.active and may_vote_for(ctx.person.id, each.person_id, led)
    ]
    if not allowed:
        raise UsageError("award-nobody-for-you")
    return allowed
