"""One day of a stand-up, from the side of who answers: fill, skip, later."""

from collections.abc import Sequence
from dataclasses import replace

from bot.arguments import Arguments
from bot.cards import absence as absence_cards
from bot.cards import standup as cards
from bot.cards.standup import DayView
from bot.cards.standup import list as standup_list
from bot.cards.standup.words import upcoming
from bot.commands.blocker.add import from_answers
from bot.commands.blocker.at_hand import work
from bot.commands.standup.another_day import another_day
from bot.commands.standup.answers import form_of, read_answers
from bot.commands.standup.find import called, gone, number, visible
from bot.commands.standup.first_values import first_values
from bot.commands.standup.listing import what_waits
from bot.commands.standup.mine import any_time, open_for, waiting_for
from bot.context import Context
from bot.errors import NotFound, UserError
from bot.events import Pressed, Values
from bot.messages import Audience, Card, Reply
from bot.model.standup import (
    LAST_CALL,
    SNOOZE,
    OccurrenceState,
    ParticipantState,
    Share,
)
from bot.model.standup.tally import Door, door
from bot.registry import Commands
from bot.rituals.blocker.views import day_views
from bot.rituals.standup import deliveries
from bot.rituals.standup.notices import place_name, shown_in
from bot.rituals.standup.plan import STEP
from bot.rituals.standup.whenever import part_today

commands = Commands()
QUIET = "quiet"  # the prompt itself will say what became of it
SHUT = {
    Door.KEPT: "standup-kept",
    Door.SHUT: "standup-shut",
    Door.CANCELLED: "standup-was-cancelled",
}


@commands.command("standup fill", "fill standup", "站会 填写", "填写站会")
async def fill(ctx: Context, args: Arguments) -> Reply:
    """Opens the form of what waits for me, else what I may still change; several are
    listed.
    """
    waiting, _ = await waiting_for(ctx)
    shares = _of_name(waiting, args) or _of_name(await open_for(ctx), args)
    shares = shares or await _begun(ctx, args) or await _named(ctx, args)
    if len(shares) != 1:
        return await what_waits(ctx)
    return await _form(ctx, shares[0])


@commands.button("standup.open")
async def press_open(ctx: Context, value: str) -> Reply:
    """Opens the form of one that may be answered at any time."""
    for standup in await any_time(ctx):
        if standup.id == number(value):
            share = await part_today(ctx.db, standup, ctx.person, ctx.now)
            return await _form(ctx, share)
    raise gone(ctx)


@commands.button("standup.fill")
async def press_fill(ctx: Context, value: str) -> Reply:
    """Opens the form of one day."""
    return await _form(ctx, await _mine(ctx, value))


@commands.form("standup.fill")
async def take_answers(ctx: Context, values: Values, state: str) -> Reply | None:
    """Keeps the answers and shows them where they belong."""
    which, _, manner = state.partition(":")
    share = await _mine(ctx, which)
    _must_be_open(ctx, share)
    given = read_answers(ctx, share, values)
    occurrence = share.occurrence
    who = share.participant.answer(occurrence, ctx.now)
    if given.sealed:
        who = replace(who, sealed=True)
        await ctx.db.standups.sealed.add(occurrence.id, given.sealed)
    await ctx.db.standups.days.answer(who, given.named, ctx.now)
    await from_answers(ctx, replace(share, participant=who), given.named)
    if occurrence.state is OccurrenceState.PLANNED:
        occurrence = await deliveries.open_day(ctx.db, share.standup, occurrence)
    await deliveries.tell_answer(ctx.db, share.standup, occurrence, who)
    if manner == QUIET:
        return None
    return await _told(ctx, replace(share, occurrence=occurrence, participant=who))


@commands.command("standup skip", "skip standup", "站会 跳过")
async def skip(ctx: Context, args: Arguments) -> Reply | None:
    """Leaves today out: counted as away, not as missing. Another day is left out for
    everybody by who looks after the stand-up: `standup skip Daily friday`.
    """
    if other := await another_day(ctx, args):
        return other
    shares = await _named(ctx, args)
    if len(shares) != 1:
        return Reply(standup_list.skippable(ctx.t, shares), Audience.ONLY_YOU)
    return await _skip(ctx, await _mine(ctx, str(shares[0].occurrence.id)))


@commands.button("standup.skip")
async def press_skip(ctx: Context, value: str) -> Reply | None:
    """The same from a button."""
    return await _skip(ctx, await _mine(ctx, value))


async def _skip(ctx: Context, share: Share) -> Reply | None:
    match share.participant.state:
        case ParticipantState.ANSWERED:
            raise UserError("standup-skip-answered", name=share.standup.name)
        case ParticipantState.SKIPPED:
            raise UserError("standup-skip-already", name=share.standup.name)
        case _ if share.occurrence.over(ctx.now):
            raise UserError("standup-skip-late", name=share.standup.name)
        case _:
            await _ask_no_more(ctx, share)
            return await _set(ctx, share, ParticipantState.SKIPPED)


async def _ask_no_more(ctx: Context, share: Share) -> None:
    """Ends the questions about this day: the next words are no answer to them."""
    open_one = await ctx.db.interviews.of(ctx.person.id)
    this = ("standup.fill", str(share.occurrence.id))
    if open_one and (open_one.action, open_one.value) == this:
        await ctx.db.interviews.end(ctx.person.id)


@commands.button("standup.unskip")
async def press_unskip(ctx: Context, value: str) -> Reply | None:
    """Takes a skip back."""
    share = await _mine(ctx, value)
    _must_be_open(ctx, share)
    if share.participant.state is not ParticipantState.SKIPPED:
        raise UserError("standup-unskip-not", name=share.standup.name)
    ask_at = share.participant.ask_at
    asked = ask_at is not None and ask_at <= ctx.now
    await ctx.db.jobs.put(STEP, {share.occurrence.id: ctx.now})
    back = ParticipantState.ASKED if asked else ParticipantState.WAITING
    return await _set(ctx, share, back)


async def _set(ctx: Context, share: Share, state: ParticipantState) -> Reply | None:
    """Changes how far the person is; the prompt and the day's message follow."""
    who = replace(share.participant, state=state, nudge_at=None)
    await ctx.db.standups.days.mark([who])
    await deliveries.changed(ctx.db, share.occurrence, who)
    if await _on_prompt(ctx, share):
        return None
    return await _told(ctx, replace(share, participant=who))


@commands.button("standup.more")
async def press_more(ctx: Context, value: str) -> Reply:
    """Reminds again in half an hour, or opens the form for an absence."""
    what, _, which = value.partition(":")
    if which.startswith(cards.PREVIEW):
        return Reply(cards.pretended(ctx.t), Audience.ONLY_YOU)
    if what == "away":
        return Reply(absence_cards.away_form(ctx.t, ctx.today))
    share = await _mine(ctx, which)
    _must_be_open(ctx, share)
    occurrence, who = share.occurrence, share.participant
    if who.state is not ParticipantState.ASKED:
        raise UserError("standup-nudge-done", name=share.standup.name)
    if who.nudge_at or await ctx.db.deliveries.get(
        deliveries.nudge_key(occurrence, who)
    ):
        raise UserError("standup-nudge-once")
    at = min(ctx.now + SNOOZE, occurrence.closes_at - LAST_CALL)
    if at <= ctx.now:
        raise UserError("standup-nudge-late", close=ctx.t.moment(occurrence.closes_at))
    await ctx.db.standups.days.mark([replace(who, nudge_at=at)])
    await ctx.db.jobs.put(STEP, {occurrence.id: ctx.now})
    line = ctx.t.line("standup-nudge-set", at=ctx.t.moment(at))
    return Reply(Card(line), Audience.ONLY_YOU)


# --- the person's own part -----------------------------------------------------


async def _mine(ctx: Context, value: str) -> Share:
    """The person's part in the day a button or form is about, held until the commit."""
    occurrence = await ctx.db.standups.days.hold(number(value))
    standup = await ctx.db.standups.get(occurrence.standup_id) if occurrence else None
    if occurrence is None or standup is None:
        raise gone(ctx)
    for each in await ctx.db.standups.days.participants(occurrence.id):
        if each.person_id == ctx.person.id:
            return Share(standup, occurrence, each)
    if not await visible(ctx, [standup]):
        raise gone(ctx)
    raise NotFound("standup-not-on-it", name=standup.name)


async def _named(ctx: Context, args: Arguments) -> list[Share]:
    """What waits for the person, of that name if one was given; never nothing."""
    waiting, coming = await waiting_for(ctx)
    if shares := _of_name(waiting, args):
        return shares
    if not coming or coming[0].at is None:
        raise NotFound("standup-nothing", try_this="standup list")
    when = upcoming(ctx.t, coming[0].standup, coming[0].at)
    raise NotFound("standup-nothing-yet", when=when)


async def _begun(ctx: Context, args: Arguments) -> list[Share]:
    """Today's of the one of that name that may be answered at any time."""
    named = [each for each in await any_time(ctx) if called(each, args)]
    if len(named) != 1:
        return []
    return [await part_today(ctx.db, named[0], ctx.person, ctx.now)]


def _of_name(shares: Sequence[Share], args: Arguments) -> list[Share]:
    return [each for each in shares if called(each.standup, args)]


def _must_be_open(ctx: Context, share: Share) -> None:
    state = door(share.occurrence, share.participant, ctx.person, ctx.now)
    if key := SHUT.get(state):
        day = ctx.t.day(share.occurrence.day)
        raise UserError(key, name=share.standup.name, day=day)


async def _form(ctx: Context, share: Share) -> Reply:
    _must_be_open(ctx, share)
    manner = f":{QUIET}" if await _on_prompt(ctx, share) else ""
    state = f"{share.occurrence.id}{manner}"
    return Reply(form_of(ctx, share, await first_values(ctx, share), state))


async def _on_prompt(ctx: Context, share: Share) -> bool:
    """Whether this press was on what asked them, which will change by itself."""
    if not isinstance(ctx.event, Pressed) or ctx.event.card is None:
        return False
    for key in deliveries.asking_keys(share.occurrence, share.participant):
        asked = await ctx.db.deliveries.get(key)
        if asked and asked.message == ctx.event.card:
            return True
    return False


async def _told(ctx: Context, share: Share) -> Reply:
    """The same words as on the prompt, said where the person is."""
    owner = await ctx.db.people.get(share.standup.owner_id)
    view = DayView(
        share.standup,
        share.occurrence,
        (share.participant,),
        {owner.id: owner.name, ctx.person.id: ctx.person.name},
        ctx.now,
        await place_name(ctx.db, ctx.t, share.standup),
        shown=await shown_in(ctx.db, ctx.t, share.standup, ctx.can_at),
        blockers=await day_views(
            work(ctx), share.standup, share.occurrence, ctx.person
        ),
    )
    who = share.participant
    late = door(share.occurrence, who, ctx.person, ctx.now) is Door.LATE
    where = ctx.event.where
    forms = ctx.can_at(where).forms if where else True
    card = cards.prompt(ctx.t, view, who, late=late, forms=forms)
    return Reply(card, Audience.ONLY_YOU)
