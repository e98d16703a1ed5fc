"""What was read from the words, corrected by people who know better."""

import json
import re
from collections.abc import Mapping
from dataclasses import replace

from bot.arguments import Arguments
from bot.cards.feedback import forms
from bot.commands.feedback.add import add
from bot.commands.feedback.at_hand import (
    pressed,
    shown,
    text_for,
    told,
    visible,
    words_typed,
    work,
    workable,
)
from bot.commands.feedback.feeling import with_feeling
from bot.commands.feedback.sentence import (
    MARKET,
    SEVERITY,
    SKU,
    STEP,
    read_severity,
    read_step,
)
from bot.commands.feedback.several import with_whole_values
from bot.commands.feedback.ways import ways
from bot.context import Context
from bot.events import Values
from bot.messages import Reply
from bot.model.feedback import FIELD_LIMIT, Facts, Feedback, Kind, Sentiment
from bot.model.market import market_of
from bot.model.text import tidy
from bot.reading import lexicon
from bot.registry import Commands

commands = Commands()
NUMBER = re.compile(
    r"\s*(?:[fF]\s?[-－–]?\s?|[#＃])?(?P<number>\d{1,9})\b\s*(?P<rest>.*)", re.S
)
KINDS = {each.value: each for each in Kind}
SENTIMENTS = {each.value: each for each in Sentiment}


@commands.command(*ways("correct", "edit", zh=("更正", "修改", "修正", "纠正")))
async def correct(ctx: Context, args: Arguments) -> Reply | None:
    """Corrects what was read: feedback correct 7 checkout !high; alone, by a form. A
    customer's words may begin so ("edit button is dead").
    """
    named = NUMBER.fullmatch(args.rest())
    if named is None:
        return await add(ctx, Arguments(words_typed(ctx), ctx.now))
    rest, kind, sentiment = with_feeling(with_whole_values(named["rest"]))
    typed = Arguments(rest, ctx.now)
    flags = typed.flags(*lexicon.SEVERITIES)
    said = {
        "severity": typed.option(*SEVERITY) or (flags[-1] if flags else None),
        "sku": typed.option(*SKU),
        "market": typed.option(*MARKET),
        "kind": kind,
        "sentiment": sentiment,
        "step": typed.option(*STEP) or tidy(typed.rest()),
    }
    changed = {name: value for name, value in said.items() if value}
    if not changed:
        return await press_correct(ctx, named["number"])
    found, _ = await visible(ctx, int(named["number"]))
    facts = _corrected(found.facts, changed)
    after = await _correct(ctx, found, facts)
    return told(ctx, "feedback-corrected", after)


@commands.button("feedback.step")
async def pick_step(ctx: Context, value: str) -> Reply | None:
    """Corrects where it hurts, in one tap."""
    found, named = await _picked(ctx, value)
    facts = replace(found.facts, step=read_step(named))
    return await shown(ctx, await _correct(ctx, found, facts))


@commands.button("feedback.severity")
async def pick_severity(ctx: Context, value: str) -> Reply | None:
    """Corrects how bad it is, in one tap."""
    found, named = await _picked(ctx, value)
    facts = replace(found.facts, severity=read_severity(named))
    return await shown(ctx, await _correct(ctx, found, facts))


@commands.button("feedback.correct")
async def press_correct(ctx: Context, value: str) -> Reply:
    """Opens everything that was read; who sent it may correct it, too."""
    found, _ = await visible(ctx, pressed(value))
    return Reply(forms.correct(ctx.t, found, await text_for(ctx, found)))


@commands.form("feedback.correct")
async def fill_correct(ctx: Context, values: Values, state: str) -> Reply:
    """Takes the corrections, and nothing that was left as it stood in the form:
    somebody else may have corrected that by now.
    """
    found, _ = await visible(ctx, pressed(state))
    stood = _stood(state)
    changed = {
        name: str(value or "")
        for name, value in values.items()
        if str(value or "") != stood.get(name)
    }
    facts = _corrected(found.facts, changed)
    after = await _correct(ctx, found, facts)
    return told(ctx, "feedback-corrected", after)


async def _correct(ctx: Context, found: Feedback, facts: Facts) -> Feedback:
    """Corrects it; once that is kept, other words are read so at once."""
    ctx.lessons.hurry(ctx.now)
    return await work(ctx).correct(found, facts, ctx.person.id)


def _corrected(facts: Facts, changed: Mapping[str, str]) -> Facts:
    step, severity = changed.get("step"), changed.get("severity")
    return replace(
        facts,
        step=read_step(step) if step else facts.step,
        severity=read_severity(severity) if severity else facts.severity,
        kind=KINDS.get(changed.get("kind", ""), facts.kind),
        sentiment=SENTIMENTS.get(changed.get("sentiment", ""), facts.sentiment),
        sku=_short(changed.get("sku", facts.sku)),
        market=market_of(changed.get("market", facts.market)[:FIELD_LIMIT]),
    )


def _stood(state: str) -> Mapping[str, object]:
    """What the form was opened with, as far as its state says so."""
    try:
        found = json.loads(state.partition(" ")[2])
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _short(typed: str) -> str:
    return tidy(typed)[:FIELD_LIMIT].upper()


async def _picked(ctx: Context, value: str) -> tuple[Feedback, str]:
    """The feedback and the choice that an option holds: "7:cart"."""
    wanted, _, named = value.partition(":")
    return await workable(ctx, pressed(wanted)), named
