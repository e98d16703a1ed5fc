"""Leaving a stand-up out on days to come, for everybody, and holding it after all."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.arguments import Arguments
from bot.cards.standup import left_out as cards
from bot.commands.absence.words import WEEK, read
from bot.commands.standup.change import keep, pause_until
from bot.commands.standup.find import by_name, by_number, changeable, seen
from bot.context import Context
from bot.errors import NotFound, UsageError, UserError, Way
from bot.messages import Audience, Card, Reply
from bot.model.absence import Days
from bot.model.expression import expression
from bot.model.standup import OccurrenceState, Standup
from bot.model.text import simplified
from bot.registry import Commands
from bot.rituals.standup.plan import candidates, days_of

commands = Commands()
ONE_DAY = timedelta(days=1)
MOST = 31  # days at once: for longer there is a pause
# What stands for any stand-up where none of them is called so.
KINDS = expression(
    r"(?:daily |weekly |team |monthly )*"
    r"(?:stand[\s-]?ups?|scrum|check-?in|huddle|daily)(?: meeting| call)?"
    r"|站会|站立会议?|晨会|早会|日会|例会",
    re.IGNORECASE,
)
FILLER = expression(r"^(?:the|our|on|for|in|of|的|我们|在)\s*|\s*(?:on|for|的)$", re.I)
POSSESSIVE = expression(r"(?<=\w)['’]s\b")
THIS_WEEK = expression(
    r"\bthis week\b(?! on)|(?:这|本)个?(?:周|星期)(?![一二三四五六日天末])", re.I
)


@dataclass(frozen=True, slots=True)
class Meant:
    """What words name: a stand-up, if one is known by now, its name and the days."""

    days: Days | None
    name: str = ""
    standup: Standup | None = None


@commands.command("standup cancel", "cancel standup", "站会 取消", "取消站会")
async def cancel(ctx: Context, args: Arguments) -> Reply:
    """Asks nobody on days to come: `standup cancel Daily friday`."""
    meant = await read_days(ctx, args.typed)
    if meant.days is None or meant.days.last <= ctx.today:
        tomorrow = ctx.today + ONE_DAY
        more = f":{tomorrow.isoformat()}"
        standup = await _which(ctx, meant, "pause", more)
        return await pause_until(ctx, standup, tomorrow)
    standup = await _which(ctx, meant, "cancel", _span(meant.days))
    return await leave_out(ctx, standup, (meant.days,))


@commands.button("standup.cancel")
async def press_cancel(ctx: Context, value: str) -> Reply:
    """The same from a button."""
    standup, days = await _pressed(ctx, value)
    return await leave_out(ctx, standup, days)


@commands.command("standup unskip", "standup uncancel", "站会 照常")
async def uncancel(ctx: Context, args: Arguments) -> Reply:
    """Asks on a day after all that was left out: `standup unskip Daily friday`."""
    meant = await read_days(ctx, args.typed)
    days = meant.days or Days(date.min, date.max)
    standup = await _which(ctx, meant, "uncancel", _span(days))
    return await _hold_again(ctx, standup, (days,))


@commands.button("standup.uncancel")
async def press_uncancel(ctx: Context, value: str) -> Reply:
    """The same from a button."""
    standup, days = await _pressed(ctx, value)
    return await _hold_again(ctx, standup, days)


async def read_days(ctx: Context, typed: str) -> Meant:
    """The days that words name, and the stand-up: one whose name stands in them, or
    whatever is left of them.
    """
    words = POSSESSIVE.sub("", typed).strip()
    standup, rest = _named(await seen(ctx), words)
    if week := WEEK.search(rest):
        monday = ctx.today + timedelta(days=7 - ctx.today.weekday())
        days: Days | None = Days(monday, monday + 6 * ONE_DAY)
        rest = f"{rest[: week.start()]} {rest[week.end() :]}"
    elif week := THIS_WEEK.search(rest):
        sunday = ctx.today + timedelta(days=6 - ctx.today.weekday())
        days = Days(ctx.today, sunday)
        rest = f"{rest[: week.start()]} {rest[week.end() :]}"
    else:
        days, rest = _days(ctx, rest)
    if standup and days is None:  # one that is called like its day
        days, _ = _days(ctx, words)
    name = "" if standup else _stripped(rest)
    return Meant(days, "" if KINDS.fullmatch(simplified(name)) else name, standup)


def _named(known: Sequence[Standup], words: str) -> tuple[Standup | None, str]:
    """The one with the longest name that stands in the words, and the other words."""
    for each in sorted(known, key=lambda one: -len(one.name)):
        edge = r"(?!\w)" if each.name[-1:].isascii() else ""
        start = r"(?<!\w)" if each.name[:1].isascii() else ""
        whole = rf"{start}{re.escape(each.name)}{edge}"
        if found := re.search(whole, words, re.IGNORECASE):
            return each, f"{words[: found.start()]} {words[found.end() :]}".strip()
    return None, words


def _days(ctx: Context, words: str) -> tuple[Days | None, str]:
    """The days, none where the words name none, and what stands beside them."""
    rest = _stripped(words)
    kind = KINDS.match(simplified(rest))
    plain = rest[kind.end() :].strip() if kind else rest
    for typed in dict.fromkeys((rest, plain)):
        try:
            wish = read(Arguments(typed, ctx.local), ctx.today, lambda _: True)
        except UsageError as wrong:
            if wrong.key not in ("away-no-date", "away-past"):
                raise
            if wrong.key == "away-past":
                raise UsageError("standup-cancel-past") from wrong
        else:
            return wish.days, wish.reason
    return None, rest


def _stripped(words: str) -> str:
    before, words = "", words.strip(" ,，。.")
    while before != words:
        before, words = words, FILLER.sub("", words).strip()
    return words


async def _which(ctx: Context, meant: Meant, verb: str, more: str) -> Standup:
    """The stand-up, asked for with buttons that go on, where several may be meant."""
    if meant.standup:
        return meant.standup
    return await by_name(ctx, Arguments(meant.name, ctx.local), verb, more)


def _span(days: Days) -> str:
    return f":{days.first.isoformat()}/{days.last.isoformat()}"


async def _pressed(ctx: Context, value: str) -> tuple[Standup, tuple[Days, ...]]:
    """The stand-up of a button, and its days: each alone, or the first and the last."""
    number, _, typed = value.partition(":")
    standup = await by_number(ctx, number)
    spans: list[Days] = []
    for each in typed.split(","):
        first, _, last = each.partition("/")
        try:
            ends = date.fromisoformat(first), date.fromisoformat(last or first)
        except ValueError as wrong:
            raise NotFound("standup-gone", try_this="standup list") from wrong
        spans.append(Days(*ends))
    return standup, tuple(spans)


async def leave_out(ctx: Context, standup: Standup, meant: Sequence[Days]) -> Reply:
    """Asks nobody on those of the days that are its own."""
    held = await changeable(ctx, standup)
    if meant[-1].last < ctx.today:
        raise UsageError("standup-cancel-past")
    whole = replace(held, skipped=())
    days = [day for span in meant for day in await _its_days(ctx, whole, span)]
    if not days:
        said = cards.days_left_out(ctx.t, _ends(meant))
        raise UserError("standup-cancel-none", name=held.name, days=said)
    fresh = [day for day in days if day not in held.skipped]
    if not fresh:
        raise _already(ctx, held, days)
    skipped = tuple(sorted({*held.skipped, *fresh}))
    if len(skipped) > MOST:
        raise UserError("standup-cancel-long", limit=MOST)
    kept = await keep(ctx, replace(held, skipped=skipped))
    return _told(cards.left_out(ctx.t, kept, fresh))


def _already(ctx: Context, standup: Standup, days: Sequence[date]) -> UserError:
    back = Way(
        ctx.t("standup-button-uncancel"),
        "standup.uncancel",
        cards.button_value(standup, days),
    )
    said = cards.days_left_out(ctx.t, days)
    return UserError(
        "standup-cancel-already", ways=(back,), name=standup.name, days=said
    )


async def _hold_again(ctx: Context, standup: Standup, meant: Sequence[Days]) -> Reply:
    held = await changeable(ctx, standup)
    back = [
        day
        for day in held.skipped
        if day >= ctx.today and any(each.first <= day <= each.last for each in meant)
    ]
    if not back:
        raise UserError("standup-uncancel-none", name=held.name)
    rest = tuple(day for day in held.skipped if day not in back)
    kept = await keep(ctx, replace(held, skipped=rest))
    return _told(cards.held_again(ctx.t, kept, back))


def _told(card: Card) -> Reply:
    return Reply(card, Audience.ONLY_YOU)


def _ends(spans: Sequence[Days]) -> tuple[date, ...]:
    return tuple(dict.fromkeys((spans[0].first, spans[-1].last)))


async def _its_days(ctx: Context, standup: Standup, meant: Days) -> list[date]:
    """Those of the days on which it would ask somebody, but for one that has begun."""
    people = await candidates(ctx.db, standup)
    days = days_of(ctx.calendar, standup, ctx.organization, people)
    found: list[date] = []
    day = days.after(max(meant.first, ctx.today) - ONE_DAY)
    while day and day <= meant.last and len(found) <= MOST:
        begun = await ctx.db.standups.days.on(standup.id, day)
        if begun is None or begun.state is OccurrenceState.PLANNED:
            found.append(day)
        day = days.after(day)
    return found
