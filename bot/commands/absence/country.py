"""Whose public holidays are somebody's: "my country austria", 我的国家 中国."""

import re
from dataclasses import replace

from bot.arguments import Arguments, fold
from bot.cards import absence_country as cards
from bot.commands.absence.led import must_lead
from bot.commands.absence.words import led_by_people
from bot.commands.settings import save
from bot.commands.standup.countries import find_country
from bot.commands.standup.values import brief
from bot.context import Context
from bot.errors import NotFound
from bot.messages import Reply
from bot.model.people import Person
from bot.registry import Commands
from bot.rituals.absence import tell_country
from bot.rituals.workdays import country_of

commands = Commands()
LEAD = re.compile(r"(?:is|are|to|in|=|[:：]|是|为|在|改为|改成|设为)\s*", re.IGNORECASE)
USUAL = re.compile(
    r"usual|default|company|none|auto(?:matic)?|reset|默认|自动|(?:跟|和)?公司(?:一样)?|取消|无"
)


@commands.command(
    "settings country", "my country", "country", "i live in",
    "设置 国家", "我的国家", "我住在", "我生活在",
)  # fmt: skip
async def country(ctx: Context, args: Arguments) -> Reply:
    """Sets where your public holidays are: `my country Austria`; leads and admins say
    it of others: `country @Bo Austria`. Alone, it says which ones count.
    """
    who, typed = led_by_people(args.typed)
    person = ctx.person
    if who:
        (person, *_) = await ctx.find_people(Arguments(who, ctx.local).people())
    if person.id != ctx.person.id:
        await must_lead(ctx, person, "country-not-yours")
    typed = LEAD.sub("", typed.strip(" .。!！?？"), count=1).strip()
    if not typed:
        return cards.shown(ctx.t, person, _now(ctx, person), own=_is_me(ctx, person))
    code = None if USUAL.fullmatch(fold(typed)) else _code(ctx, typed)
    changed = replace(person, own_country=code)
    await save(ctx, changed)
    if not _is_me(ctx, person):
        await tell_country(ctx.db, person, ctx.person, ctx.now)
    return cards.set_to(ctx.t, changed, _now(ctx, changed), own=_is_me(ctx, person))


def _is_me(ctx: Context, person: Person) -> bool:
    return person.id == ctx.person.id


def _now(ctx: Context, person: Person) -> str | None:
    return country_of(ctx.calendar, ctx.organization, person)


def _code(ctx: Context, typed: str) -> str:
    """Raises NotFound for what is no country, or one nobody has a calendar of."""
    code = find_country(typed)
    example = ctx.t("settings-try-country")
    if code is None:
        raise NotFound("holidays-unknown", try_this=example, typed=brief(typed))
    if not ctx.calendar.knows(code):
        name = cards.country(ctx.t, code)
        raise NotFound("holidays-none-known", try_this=example, country=name)
    return code
