"""Being left alone for a while: "don't disturb me until 3pm", 免打扰两小时."""

import re
from datetime import datetime, time, timedelta

from bot import dates
from bot.arguments import Arguments
from bot.cards import quiet as cards
from bot.context import Context
from bot.errors import UsageError
from bot.messages import Audience, Card, Code, Reply
from bot.model.moments import instant
from bot.registry import Commands
from bot.rituals.delivery.muted import mute, muted_until, unmute

commands = Commands()
LONGEST = timedelta(days=14)  # who is gone for longer is away
NOW = frozenset({"now", "on", "现在", "开启"})
NOON = 12
HOUR = re.compile(
    r"(?:(?:until|till?|til|before|到)\s*)?((?:1?\d|2[0-3]))(?:\s*o['’]?clock)?",
    re.IGNORECASE,
)
LENGTH = re.compile(r"^(?:for|the next|接下来的?)\s*", re.IGNORECASE)


@commands.command("quiet", "免打扰", "勿扰")
async def quiet(ctx: Context, args: Arguments) -> Reply:
    """Leaves me alone for a while: `quiet until 3pm`, `quiet for 2 hours`."""
    typed = args.rest().strip()
    if typed:
        until = _until(ctx, "" if typed.lower() in NOW else typed)
        await mute(ctx.db, ctx.person.id, until)
        return _told(cards.left_alone(ctx.t, until, fresh=True))
    if running := await muted_until(ctx.db, ctx.person.id, ctx.now):
        return _told(cards.left_alone(ctx.t, running, fresh=False))
    how = Code(ctx.typed_here(ctx.t("quiet-try")))
    return _told(cards.as_usual(ctx.t, ctx.person.hours, fresh=False, how=how))


@commands.command("quiet off", "unmute", "免打扰 取消", "取消免打扰")
async def loud(ctx: Context, args: Arguments) -> Reply:
    """Writes to me as usual again."""
    return await press_off(ctx, "")


@commands.button("quiet.off")
async def press_off(ctx: Context, value: str) -> Reply:
    """The same from a button."""
    held = await muted_until(ctx.db, ctx.person.id, ctx.now)
    await unmute(ctx.db, ctx.person.id)
    card = cards.as_usual(ctx.t, ctx.person.hours, fresh=held is not None)
    return _told(card)


def _until(ctx: Context, typed: str) -> datetime:
    """When it ends: at the moment said, on the morning of a day, else this evening."""
    today = ctx.today
    if not typed:
        return _evening(ctx)
    plain = LENGTH.sub("", typed)
    if hour := HOUR.fullmatch(typed):
        return _hour(ctx, int(hour[1]))
    for words in (typed, f"{plain}后", plain):  # 两小时 is a length, 两小时后 a moment
        try:
            due = dates.read(words, ctx.local)
        except dates.NotADate:
            continue
        hours = ctx.person.hours
        if due.time is None and due.day == today:
            return _evening(ctx)
        until = instant(due.day, due.time or hours.start, ctx.person.tz)
        if until <= ctx.now:
            raise UsageError("quiet-past", try_this=ctx.t("quiet-try"))
        if until > ctx.now + LONGEST:
            raise UsageError("quiet-long", try_this="away")
        return until
    raise UsageError("quiet-unknown", try_this=ctx.t("quiet-try"), typed=typed[:60])


def _hour(ctx: Context, hour: int) -> datetime:
    """The next time that a clock shows it: who says 3 at noon means the afternoon."""
    for day in (ctx.today, ctx.today + timedelta(days=1)):
        for at in (hour, hour + NOON) if hour <= NOON else (hour,):
            until = instant(day, time(at % 24), ctx.person.tz)
            if until > ctx.now:
                return until
    return _evening(ctx)


def _evening(ctx: Context) -> datetime:
    """The end of their working day; after it the next morning."""
    person = ctx.person
    end = instant(ctx.today, person.hours.end, person.tz)
    if end > ctx.now:
        return end
    return instant(ctx.today + timedelta(days=1), person.hours.start, person.tz)


def _told(card: Card) -> Reply:
    return Reply(card, Audience.ONLY_YOU)
