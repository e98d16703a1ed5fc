"""Nominating somebody for an award (PEERS L11)."""

import re

from bot.arguments import Arguments
from bot.cards import award as cards
from bot.cards.award import RoundView, forms
from bot.commands.award.at_hand import (
    at_stage,
    check_guest,
    managers,
    only,
    running,
)
from bot.commands.award.ways import ways
from bot.commands.kudos.sentence import named_first, read_said
from bot.commands.task.at_hand import pressed
from bot.context import Context
from bot.errors import FieldError, FieldErrors, UsageError, UserError
from bot.events import Values
from bot.messages import Reply
from bot.model.award import REASON_LIMIT, Nomination, Stage
from bot.model.award.law import may_nominate
from bot.model.kudos.reason import enough, reason_of
from bot.model.people import Person, Role
from bot.registry import Commands

commands = Commands()
OPEN = (Stage.NOMINATING,)
TO = (
    r"(?:(?:for|as|to be)\s+)?(?:[为為當当]|参评|竞选|角逐|获得?)?"
    r"(?P<the>(?:the|our)\s+)?\s*"
)
THEN = re.compile(r"\s*(?:[^\w\s]|$|(?:because|for|as|since|he|she|they)\b)", re.I)
KIND = r"(?:\s+(?:award|prize|of the (?:month|quarter|year)))?(?:的?候选人|奖)?"


@commands.command(*ways("nominate", zh=("提名",)), "nominate", "提名")
async def nominate(ctx: Context, args: Arguments) -> Reply:
    """Proposes somebody: award nominate @Li for the launch on Singles' Day."""
    await check_guest(ctx)
    named, typed = await named_first(ctx, args.typed)
    said = await read_said(ctx, typed, ())
    people = (named,) if named else await ctx.find_people(said.people)
    if not people:
        return Reply(forms.nominate(ctx.t, await only(ctx, said.reason, *OPEN)))
    if len(people) > 1:
        raise UsageError("award-one-person", try_this=ctx.t("award-try-nominate"))
    await _check(ctx, people[0])
    name, reason = await _named(ctx, said.reason)
    found = await only(ctx, name, *OPEN)
    return await _keep(ctx, found, people[0], _reason(reason))


@commands.button("award.nominate")
async def press_nominate(ctx: Context, value: str) -> Reply:
    """Opens the form."""
    await check_guest(ctx)
    return Reply(forms.nominate(ctx.t, await at_stage(ctx, pressed(value), OPEN)))


@commands.form("award.nominate")
async def fill_nominate(ctx: Context, values: Values, state: str) -> Reply:
    """Takes who and why."""
    await check_guest(ctx)
    found = await at_stage(ctx, pressed(state), OPEN)
    wrong: dict[str, FieldError] = {}
    person, reason = None, ""
    try:
        people = await ctx.filled_people(values.get("person") or ())
        person = people[0] if people else None
        if person:
            await _check(ctx, person)
    except UserError as problem:
        wrong["person"] = FieldError(problem.key, problem.values)
    try:
        reason = _reason(await ctx.readable(str(values.get("reason") or "")))
    except UsageError as problem:
        wrong["reason"] = FieldError(problem.key, problem.values)
    if person is None:
        wrong.setdefault("person", FieldError("form-missing"))
    if wrong or person is None:
        raise FieldErrors(wrong)
    return await _keep(ctx, found, person, reason)


async def _named(ctx: Context, typed: str) -> tuple[str, str]:
    """The award that the words begin with, if they name one, and the reason."""
    for each in await running(ctx, *OPEN):
        name = each.award.name
        led = re.match(
            rf"{TO}[\"“「]?{re.escape(name)}{KIND}[\"”」]?(?![A-Za-z0-9_])",
            typed,
            re.IGNORECASE,
        )
        if led and (not led["the"] or THEN.match(typed, led.end())):
            return name, typed[led.end() :].lstrip(" :：,，.。-–—")
    return "", typed


async def _keep(ctx: Context, found: RoundView, person: Person, reason: str) -> Reply:
    nomination = Nomination(found.round.id, ctx.person.id, person.id, reason, ctx.now)
    await ctx.db.awards.nominate(nomination)
    line = ctx.t.line("award-nominated", name=found.name, who=person.name)
    return cards.done(line, ctx.t.line("award-nominated-note"))


async def _check(ctx: Context, person: Person) -> None:
    """Raises UsageError for who may not be nominated by them."""
    if person.id == ctx.person.id:
        raise UsageError("award-self")
    if person.role is Role.GUEST:
        raise UsageError("award-guest-nominee", who=person.name)
    if not may_nominate(ctx.person.id, person.id, await managers(ctx)):
        raise UsageError("award-leads-you", who=person.name)


def _reason(typed: str) -> str:
    reason = reason_of(typed)
    if len(reason) > REASON_LIMIT:
        raise UsageError("kudos-reason-long", count=len(reason), limit=REASON_LIMIT)
    if not enough(reason):
        raise UsageError("award-reason-short")
    return reason
