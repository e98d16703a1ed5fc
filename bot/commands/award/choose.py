"""Shortlisting, and deciding between equals: by the jury, else by admins."""

from bot.arguments import Arguments, fold
from bot.cards import award as cards
from bot.cards.award import RoundView, forms
from bot.commands.award.at_hand import at_stage, check_decides, only, work
from bot.commands.award.ways import ways
from bot.commands.task.at_hand import pressed
from bot.context import Context
from bot.errors import FieldError, FieldErrors, NotAllowed, NotFound, UsageError
from bot.events import Values
from bot.messages import Reply
from bot.model.award import FINALISTS, Stage
from bot.registry import Commands
from bot.rituals.award.work import OPEN

commands = Commands()
EARLY = (Stage.NOMINATING, Stage.CHOOSING)
TIED = (Stage.TIED,)
QUOTES = '"“”「」『』'


@commands.command(*ways("shortlist", zh=("入围",)))
async def shortlist(ctx: Context, args: Arguments) -> Reply:
    """Chooses who can be voted for."""
    found = await only(ctx, args.rest(), *EARLY)
    return await _shortlist_form(ctx, found)


@commands.button("award.shortlist")
async def press_shortlist(ctx: Context, value: str) -> Reply:
    """The same, from a button."""
    return await _shortlist_form(ctx, await at_stage(ctx, pressed(value), EARLY))


@commands.form("award.shortlist")
async def fill_shortlist(ctx: Context, values: Values, state: str) -> Reply:
    """Voting begins."""
    found = await at_stage(ctx, pressed(state), EARLY)
    await _check_shortlists(ctx, found)
    chosen = values.get("people") or ()
    wanted = {
        pressed(each) for each in ((chosen,) if isinstance(chosen, str) else chosen)
    }
    known = {each.person_id for each in found.candidates if each.active}
    picked = sorted(wanted & known)
    if not 1 < len(picked) <= FINALISTS and len(known) > 1:
        wrong = FieldError("award-shortlist-count", {"limit": FINALISTS})
        raise FieldErrors({"people": wrong})
    if not picked:
        raise FieldErrors({"people": FieldError("form-missing")})
    after = await work(ctx).shortlist(found.round, picked)
    when = ctx.t.moment(after.due_at)
    return cards.done(ctx.t.line("award-shortlisted", name=found.name, when=when))


@commands.button("award.decide")
async def press_decide(ctx: Context, value: str) -> Reply:
    """Opens the choice between equals."""
    found = await at_stage(ctx, pressed(value), TIED)
    equals = await _decidable(ctx, found)
    candidates = [each for each in found.candidates if each.person_id in equals]
    return Reply(forms.decide(ctx.t, found, candidates))


@commands.form("award.decide")
async def fill_decide(ctx: Context, values: Values, state: str) -> Reply:
    """It is decided, and who did is kept in the ledger."""
    found = await at_stage(ctx, pressed(state), TIED)
    equals = await _decidable(ctx, found)
    chosen = pressed(str(values.get("person") or ""))
    if chosen not in equals:
        raise FieldErrors({"person": FieldError("award-not-there")})
    after = await work(ctx).elect(found.round, chosen, decided_by=ctx.person.id)
    key = "award-decided" if after.stage.over else "award-to-approve"
    return cards.done(ctx.t.line(key, name=found.name))


@commands.command(*ways("stop", zh=("停止",)), admin=True)
async def stop(ctx: Context, args: Arguments) -> Reply:
    """Gives an award no more: award stop Star; an open round ends without a winner."""
    known = {fold(each.name): each for each in await ctx.db.awards.all()}
    award = known.get(fold(args.rest().strip(QUOTES)))
    if award is None:
        names = ctx.t.items(tuple(each.name for each in known.values()))
        raise NotFound("award-which", names=names)
    await ctx.db.jobs.drop(OPEN, (award.id,))
    for round in await ctx.db.awards.rounds(over=False):
        if round.award_id == award.id:
            await work(ctx).drop(round)
    return cards.done(ctx.t.line("award-stopped", name=award.name))


async def _check_shortlists(ctx: Context, found: RoundView) -> None:
    """Raises NotAllowed for who does not decide, or is nominated themselves while
    somebody who is not can do it.
    """
    await check_decides(ctx, found.round)
    if ctx.person.id not in await work(ctx).shortlisters(found.round):
        raise NotAllowed("award-shortlist-self")


async def _shortlist_form(ctx: Context, found: RoundView) -> Reply:
    await _check_shortlists(ctx, found)
    if not any(each.active for each in found.candidates):
        raise UsageError("award-no-nominations", name=found.name)
    return Reply(forms.shortlist(ctx.t, found))


async def _decidable(ctx: Context, found: RoundView) -> tuple[int, ...]:
    """Between whom they may decide: nobody does about themselves."""
    await check_decides(ctx, found.round)
    if found.round.proposed_id is not None:
        raise UsageError("award-over-tied", name=found.name)
    equals = await work(ctx).equals(found.round)
    if ctx.person.id in equals:
        raise NotAllowed("award-decide-self")
    return equals
