"""The measure that is meant, and whether it is theirs to see or to change."""

import re
from collections.abc import Mapping, Sequence

from bot.cards.measure import shown as card_of
from bot.cards.measure import words
from bot.commands.standup.values import brief
from bot.commands.task.at_hand import pressed
from bot.context import Context
from bot.errors import NotAllowed, NotFound, UsageError
from bot.messages import Audience, Reply
from bot.model.measure import Measure
from bot.model.measure.reading import NotAValue
from bot.model.named import close, find
from bot.model.people import Person
from bot.model.text import simplified, tidy
from bot.rituals.measure.sight import may_change, seen_by
from bot.rituals.measure.views import history, view
from bot.rituals.measure.work import MeasureWork
from bot.sight import heads, restricted

LIST = "measure list"
# One letter for one letter, so that what is found stands at the same place as typed.
NARROW = {0xFF01 + step: chr(0x21 + step) for step in range(94)}
NARROW |= {0x3000: " ", 0xFFE5: "¥"}


def narrow(text: str) -> str:
    """The text with what is full-width made narrow, as long as it was."""
    return simplified(text.translate(NARROW))


async def let_in(ctx: Context) -> None:
    """Guests are not shown what is measured."""
    if await restricted(ctx.db, ctx.person):
        raise NotAllowed("measure-guests")


async def visible(ctx: Context) -> Sequence[Measure]:
    """Every measure that is theirs to see."""
    await let_in(ctx)
    return await seen_by(ctx.db, ctx.person)


async def by_id(ctx: Context, value: str) -> Measure:
    """The measure of a button, if it is theirs to see; a retired one is shown so."""
    await let_in(ctx)
    found = await ctx.db.measures.hold(pressed(value.partition(":")[0]))
    if found and found.private:
        headed = await heads(ctx.db, ctx.person)
        found = found if may_change(found, ctx.person, headed) else None
    if found is None:
        raise NotFound("measure-missing", try_this=LIST)
    return found


async def living(ctx: Context, value: str) -> Measure:
    """The same, if it is not retired."""
    found = await by_id(ctx, value)
    if found.retired_at:
        raise UsageError("measure-is-retired", try_this=LIST, measure=found.name)
    return found


async def the_one(ctx: Context, typed: str, example: str) -> Measure:
    """The one that a few words mean. Raises NotFound with the closest names, and
    UsageError where several may be meant.
    """
    said = tidy(typed).strip('"“”「」?？')
    if not said:
        raise UsageError("measure-which", try_this=ctx.t(example))
    measures = await visible(ctx)
    found = find(measures, said)
    if not found:
        raise _unknown(ctx, said, close(measures, said))
    if len(found) > 1:
        names = ctx.t.either(tuple(each.name for each in found[:5]))
        raise UsageError("measure-several", close=names)
    return await living(ctx, str(found[0].id))


async def leading(ctx: Context, typed: str) -> tuple[Measure | None, str]:
    """The measure whose name the words begin with, the longest that does, and the
    words behind it.
    """
    text = narrow(typed)
    best: tuple[int, Measure] | None = None
    for measure in await visible(ctx):
        for name in measure.names:
            end = _begins(text, narrow(name))
            if end and (best is None or end > best[0]):
                best = end, measure
    if best is None:
        return None, typed
    return best[1], typed[best[0] :]


async def changeable(ctx: Context, measure: Measure) -> Measure:
    """The same, if it is theirs to change. Raises NotAllowed with who can."""
    if not may_change(measure, ctx.person, await heads(ctx.db, ctx.person)):
        owner = await ctx.db.people.get(measure.owner_id)
        raise NotAllowed("measure-not-yours", measure=measure.name, who=owner.name)
    return measure


async def may_give(ctx: Context, owner: Person) -> None:
    """Everybody measures themselves; heads and admins give measures to others."""
    if await restricted(ctx.db, owner):
        raise UsageError("measure-owner-outside", who=owner.name)
    alone = owner.id != ctx.person.id and not ctx.person.is_admin
    if alone and not await heads(ctx.db, ctx.person):
        raise NotAllowed("measure-give", who=owner.name)


def work(ctx: Context) -> MeasureWork:
    """What can be done with measures, now."""
    return MeasureWork(ctx.db, ctx.calendar, ctx.organization, ctx.now)


def refusal(ctx: Context, wrong: NotAValue, measure: Measure, typed: str) -> UsageError:
    """Why a value cannot be taken, and what can."""
    like = words.example(ctx.t, measure)
    name = words.quoted(measure)
    said = brief(tidy(typed))
    again = ctx.t("measure-try-value", measure=name, value=like)
    found = UsageError(wrong.key, try_this=again)
    found.values = said_of(measure, wrong, said, like)
    return found


def said_of(
    measure: Measure, wrong: NotAValue, typed: str, example: str
) -> Mapping[str, object]:
    """What the text needs that says why."""
    about = {"typed": typed, "measure": measure.name, "example": example}
    return {**about, **wrong.values}


async def shown(ctx: Context, measure: Measure) -> Reply:
    """Its card, for one's own eyes: guests may be where it was asked for."""
    found = await view(ctx.db, measure, ctx.now)
    told = await history(ctx.db, measure)
    theirs = may_change(measure, ctx.person, await heads(ctx.db, ctx.person))
    card = card_of(ctx.t, found, told, changeable=theirs and not measure.retired_at)
    return Reply(card, Audience.ONLY_YOU)


def _begins(text: str, name: str) -> int:
    """Where the name ends that the words begin with; 0 if they do not."""
    parts = [re.escape(part) for part in re.split(r"[\s_-]+", name) if part]
    pattern = r"\s*[\"“「]?" + r"[\s_-]*".join(parts) + r"[\"”」]?"
    if parts and parts[-1][-1].isascii():
        pattern += r"(?![A-Za-z0-9])"
    match = re.match(pattern, text, re.IGNORECASE) if parts else None
    return match.end() if match else 0


def _unknown(ctx: Context, typed: str, names: tuple[str, ...]) -> NotFound:
    if names:
        either = ctx.t.either(names)
        return NotFound("measure-unknown-close", measure=brief(typed), close=either)
    return NotFound("measure-unknown", try_this=LIST, measure=brief(typed))
