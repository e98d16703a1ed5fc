"""Rules for where feedback goes: typed in one sentence, listed, dropped (PEERS H04)."""

import re
from collections.abc import Sequence
from dataclasses import replace

from bot.arguments import Arguments, parts
from bot.cards.feedback import routes as cards
from bot.commands.feedback.at_hand import pressed
from bot.commands.feedback.handling import handling
from bot.commands.feedback.sentence import (
    MARKET,
    SKU,
    read_severity,
    read_step,
)
from bot.commands.feedback.several import with_whole_values
from bot.commands.feedback.ways import ways
from bot.commands.standup import places
from bot.context import Context
from bot.errors import Conflict, NotAllowed, NotFound, UsageError
from bot.messages import Audience, Reply
from bot.model.department import find_department
from bot.model.feedback import FIELD_LIMIT, RoutingRule
from bot.model.feedback.rhythm import Rhythm
from bot.model.feedback.routing import MOST, WORDS, as_rules
from bot.model.market import market_of
from bot.model.people import Place
from bot.model.refs import PlaceRef
from bot.model.text import shows, tidy
from bot.reading import lexicon
from bot.registry import Commands
from bot.rituals.feedback.sight import triages
from bot.rituals.room import whole

commands = Commands()
SAYS = ("words", "word", "says", "contains", "词", "关键词", "包含")
DEPARTMENT = ("dept", "department", "部门")
HERE = re.compile(r"(?<!\w)here(?!\w)|这里|本群", re.IGNORECASE)
ARROWS = re.compile(r"[→➡⇒]|[-=]+>|(?<!\w)(?:to|and)(?!\w)|发?[到给去]", re.IGNORECASE)
EVERYTHING = frozenset({"all", "everything", "any", "全部", "所有"})


@commands.command(*ways("route", zh=("分派",)), admin=True, among=True)
async def route(ctx: Context, args: Arguments) -> Reply:
    """Sends feedback that is like this to a channel, or to somebody on duty."""
    if not args:
        raise UsageError("feedback-route-what", try_this=ctx.t("feedback-try-route"))
    try:
        rules = await _read(ctx, args)
    except (UsageError, NotFound) as wrong:
        wrong.try_this = wrong.try_this or ctx.t("feedback-try-route")
        raise
    have = await ctx.db.feedback.rules.routes()
    if len(have) + len(rules) > MOST:
        raise UsageError("feedback-route-many", limit=MOST)
    try:
        for rule in rules:
            await ctx.db.feedback.rules.add_route(rule)
    except Conflict:
        raise UsageError("feedback-route-busy") from None
    return await _listed(ctx)


@commands.command(
    *ways("routes", "route list", zh=("分派列表", "分派 列表", "分派规则"))
)
async def routes(ctx: Context, args: Arguments) -> Reply:
    """Shows where feedback goes, in the order in which rules are tried; of one step,
    who sees to it: feedback routes checkout.
    """
    here = ctx.here
    if args and (found := await handling(ctx, args.rest())):
        return found
    if not ctx.person.is_admin and not await triages(ctx.db, ctx.person, here):
        raise NotAllowed("feedback-routes-closed")
    return await _listed(ctx)


@commands.command(
    *ways("route drop", "routes drop", "unroute", zh=("分派 删除", "取消分派")),
    admin=True,
)
async def drop(ctx: Context, args: Arguments) -> Reply:
    """Forgets a rule, by its number in the list."""
    number = args.number("")
    have = await ctx.db.feedback.rules.routes()
    if number is None or not 0 < number <= len(have):
        raise UsageError("feedback-route-number", try_this="feedback routes")
    await ctx.db.feedback.rules.drop_route(have[number - 1].id)
    return await _listed(ctx)


@commands.button("feedback.route-drop")
async def press_drop(ctx: Context, value: str) -> Reply:
    """The same, from the list; twice is as good as once."""
    if not ctx.person.is_admin:
        raise NotAllowed("not-allowed-admin")
    await ctx.db.feedback.rules.drop_route(pressed(value))
    return replace(await _listed(ctx), audience=Audience.REPLACE)


async def _listed(ctx: Context) -> Reply:
    found = await ctx.db.feedback.rules.routes()
    known = await ctx.db.people.places([each.place for each in found if each.place])
    rhythms = await ctx.db.feedback.rooms.rhythms()
    names = {
        ref: cards.heard(ctx.t, place.name, rhythms.get(ref, Rhythm.AT_ONCE))
        for ref, place in known.items()
    }
    ids = sorted({each.person_id for each in found if each.person_id})
    people = await ctx.db.people.some(ids) if ids else {}
    called = {id: person.name for id, person in people.items()}
    mine = ctx.person.is_admin
    return cards.listing(found, ctx.t, names, called, droppable=mine)


async def _read(ctx: Context, args: Arguments) -> list[RoutingRule]:
    """What was typed, one rule for each step of the journey."""
    args = Arguments(with_whole_values(args.typed), args.now)
    words = _words(args.option(*SAYS))
    market, sku = args.option(*MARKET), args.option(*SKU)
    department = _department(args.option(*DEPARTMENT))
    severities = [read_severity(each) for each in args.flags(*lexicon.SEVERITIES)]
    people = await ctx.find_people(args.people())
    if len(people) > 1:
        raise UsageError("feedback-one-owner")
    place, rest = await place_of(ctx, args)
    if place is None and not people:
        raise UsageError("feedback-route-where")
    named = [each for each in _listed_words(rest) if each.casefold() not in EVERYTHING]
    rule = RoutingRule(
        market=market_of((market or "")[:FIELD_LIMIT]),
        sku=_short(sku),
        words=words,
        place=place,
        department=department,
        person_id=people[0].id if people else None,
    )
    return as_rules([read_step(each) for each in named], severities, rule)


async def place_of(ctx: Context, args: Arguments) -> tuple[PlaceRef | None, str]:
    """Where it goes, by a link, a name, a room's name, or "here"; and what is left."""
    links = Arguments(args.typed, args.now).places()
    names = args.tags()
    rest = args.rest()
    if len(names) > 1:
        raise UsageError("feedback-route-one")
    if names:
        return await _named(ctx, links[0] if links else None, names[0]), rest
    if not HERE.search(rest):
        return None, rest
    if not ctx.here or ctx.place is None:
        raise UsageError("feedback-route-here")
    await ctx.db.people.remember_place(ctx.place)
    return ctx.place.ref.unthreaded(), HERE.sub(" ", rest)


async def _named(ctx: Context, link: str | None, name: str) -> PlaceRef:
    if link is not None:
        ref = ctx.place_ref(link)
        if await places.picked(ctx, ref, name) is None:
            # The link told the name; whether it is private, nobody said.
            await ctx.db.people.remember_place(Place(ref, name, private=True))
        return ref
    if room := await ctx.db.rooms.named(name):
        for place in room.places:
            return (await whole(ctx.db, place))[0]
    return await places.named(ctx, name)


def _listed_words(typed: str) -> list[str]:
    """Steps, between which there may be commas or arrows."""
    return [each for part in parts(ARROWS.sub(",", typed)) for each in part.split()]


def _words(typed: str | None) -> tuple[str, ...]:
    found = [tidy(each)[:FIELD_LIMIT] for each in parts(typed or "")]
    seen: Sequence[str] = [each for each in found if shows(each)]
    if len(seen) > WORDS:
        raise UsageError("feedback-route-words-many", limit=WORDS)
    return tuple(dict.fromkeys(seen))


def _department(typed: str | None) -> str | None:
    if typed is None:
        return None
    found = find_department(typed)
    if found is None:
        short = tidy(typed)[:FIELD_LIMIT]
        raise UsageError("feedback-route-department", typed=short)
    return found


def _short(typed: str | None) -> str:
    return tidy(typed or "")[:FIELD_LIMIT].upper()
