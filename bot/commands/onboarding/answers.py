"""What people answer to a step: done, not yet, does not apply; and how it goes."""

from bot.cards import onboarding as cards
from bot.cards.onboarding import checks
from bot.commands.onboarding.at_hand import doable, own_check, work
from bot.commands.task.at_hand import field_of, pressed, text_of
from bot.context import Context
from bot.errors import FieldError, FieldErrors, UsageError
from bot.events import Values
from bot.messages import Audience, Card, Reply
from bot.model.onboarding import (
    ANSWER_LIMIT,
    TEXT_LIMIT,
    Journey,
    Mood,
    State,
    Step,
)
from bot.registry import Commands
from bot.rituals.onboarding.views import view

commands = Commands()


@commands.button("onboarding.done")
async def press_done(ctx: Context, value: str) -> Reply:
    """The step is done."""
    return await _closed(ctx, value, State.DONE)


@commands.button("onboarding.skip")
async def press_skip(ctx: Context, value: str) -> Reply:
    """It does not apply."""
    return await _closed(ctx, value, State.SKIPPED)


@commands.button("onboarding.later")
async def press_later(ctx: Context, value: str) -> Reply:
    """Not yet: it stays open, and is reminded of once."""
    journey, step = await doable(ctx, pressed(value))
    if step.asks_how or step.state is not State.OPEN or journey.ended_at:
        return await _now(ctx, journey, step)
    seen = await view(work(ctx), journey)
    return Reply(cards.later(ctx.t, seen, step), Audience.REPLACE)


@commands.button("onboarding.stuck")
async def press_stuck(ctx: Context, value: str) -> Reply:
    """Asks what is in the way."""
    journey, step = await doable(ctx, pressed(value))
    if step.line.check is not None or step.state is not State.OPEN or journey.ended_at:
        return await _now(ctx, journey, step)
    return Reply(cards.stuck_form(ctx.t, step))


@commands.form("onboarding.stuck")
async def fill_stuck(ctx: Context, values: Values, state: str) -> Reply:
    """Who leads the way hears of it at once, and sees it until the step is done."""
    journey, step = await doable(ctx, pressed(state))
    if step.line.check is not None or step.state is not State.OPEN or journey.ended_at:
        raise UsageError("onboarding-now-over")
    text = field_of(values, "why", "form-missing", TEXT_LIMIT)
    said = await ctx.readable(text)
    await work(ctx).stick(journey, step, said, ctx.person)
    return cards.stuck_told(ctx.t)


@commands.button("onboarding.check")
async def press_check(ctx: Context, value: str) -> Reply:
    """Asks how it goes."""
    journey, step = await own_check(ctx, pressed(value))
    if step.state is not State.OPEN or journey.ended_at:
        return await _now(ctx, journey, step)
    return Reply(checks.form(ctx.t, step))


@commands.form("onboarding.check")
async def fill_check(ctx: Context, values: Values, state: str) -> Reply:
    """Keeps it for the newcomer, and tells their manager only what they share."""
    journey, step = await own_check(ctx, pressed(state))
    if step.state is not State.OPEN or journey.ended_at:
        raise UsageError("onboarding-check-done")
    text = text_of(values.get("answer"), ANSWER_LIMIT)
    shared = values.get("share") == "yes"
    await work(ctx).answer(journey, step, _mood(values), text, shared=shared)
    return checks.taken(ctx.t, shared=shared)


def _mood(values: Values) -> Mood:
    try:
        return Mood(str(values.get("mood") or ""))
    except ValueError:
        raise FieldErrors({"mood": FieldError("form-missing")}) from None


async def _closed(ctx: Context, value: str, state: State) -> Reply:
    journey, step = await doable(ctx, pressed(value))
    if step.asks_how and state is State.DONE:
        return await _now(ctx, journey, step)
    if step.state is State.OPEN and journey.ended_at is None:
        journey = await work(ctx).close(journey, step, state, ctx.person)
    return await _now(ctx, journey, journey.step(step.id) or step)


async def _now(ctx: Context, journey: Journey, step: Step) -> Reply:
    """The step as it is by now, in place of what was pressed."""
    seen = await view(work(ctx), journey)
    card: Card = (
        checks.card(ctx.t, seen, step, again=False)
        if step.asks_how
        else cards.step(ctx.t, seen, step, again=False)
    )
    return Reply(card, Audience.REPLACE)
