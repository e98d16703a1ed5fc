"""What somebody wants a stand-up to be, read from one line."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import time
from typing import TypeVar

from bot.arguments import Arguments, Who, fold
from bot.commands.standup import choices, places
from bot.commands.standup import values as read
from bot.commands.standup.ends import until_then
from bot.commands.standup.keywords import EVERYONE as EVERYBODY
from bot.commands.standup.naming import proposed
from bot.commands.standup.questions import read_questions
from bot.commands.standup.sentence import Sentence, Slot
from bot.commands.standup.sketch import blank, from_template, usual_roster
from bot.context import Context
from bot.errors import NotFound, UsageError
from bot.model.department import find_department
from bot.model.refs import PlaceRef
from bot.model.standup import Chosen, Department, Everyone, Roster, Standup
from bot.model.standup.policy import Policy
from bot.model.standup.templates import find_template

EVERYONE = EVERYBODY | {"all", "team", "全部"}
OURS = frozenset(["us", "the team", "our team", "我们", "我们组", "团队", "我们团队"])
BETWEEN = frozenset(["and", "with", "&", ",", "，", "、", "和", "与", "及"])
CALLED_SO = re.compile(  # "the marketing team" is marketing
    r"^the\s+|\s+(?:team|department|dept|people|folks)$|(?<=\w)(?:团队|组)$",
    re.IGNORECASE,
)
T = TypeVar("T")
Slots = dict[Slot, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """A stand-up that is not kept yet.

    `here`: its place is where it was asked for; `unseen`: nobody knows it yet, as it
    is new, or we are not let into it; `named`: by us, as nobody else did.
    """

    standup: Standup
    here: bool = False
    unseen: bool = False
    named: bool = False


def closes_early(standup: Standup) -> bool:
    """Whether it would close before it asks, even on the clock of its maker."""
    if standup.close_at is None or standup.eve or standup.closes_next:
        return False
    return standup.close_at <= standup.at


async def from_sentence(ctx: Context, typed: Sentence) -> Wanted:
    """What the line says. Raises UsageError or NotFound for the part that is wrong."""
    if typed.alone:
        raise UsageError("standup-word-alone", typed=read.brief(typed.alone))
    slots = typed.slots
    base = _base(ctx, slots)
    place = await _place(ctx, slots[Slot.PLACE]) if Slot.PLACE in slots else None
    here = place is None and _here(ctx)
    if here and ctx.place:
        place = ctx.place.ref.unthreaded()
    wanted = _timed(ctx, slots, base)
    wanted = replace(
        wanted,
        name=_name(typed.name, wanted),
        place=place,
        country=_read(slots, Slot.COUNTRY, choices.read_country, wanted.country),
        policy=await _policy(ctx, slots, wanted.policy),
        questions=read_questions(typed.questions)
        if typed.questions
        else base.questions,
        pool=choices.read_pool(typed.pool),
    )
    wanted = await _peopled(ctx, slots, wanted)
    if closes_early(wanted):
        raise UsageError("standup-close-before", close=ctx.t.clock(_close(wanted)))
    if named := not wanted.name:
        wanted = replace(wanted, name=await proposed(ctx, wanted))
    return Wanted(standup=wanted, here=here, named=named)


def _base(ctx: Context, slots: Slots) -> Standup:
    """What it is where the line says nothing."""
    if Slot.TEMPLATE not in slots:
        return blank(ctx)
    if template := find_template(slots[Slot.TEMPLATE]):
        return from_template(ctx, template)
    typed = read.brief(slots[Slot.TEMPLATE])
    raise NotFound("standup-template-unknown", try_this="standup templates", name=typed)


def _name(typed: str, base: Standup) -> str:
    return read.read_name(typed) if typed else base.name


def _close(wanted: Standup) -> time:
    return wanted.close_at or wanted.at


def _timed(ctx: Context, slots: Slots, base: Standup) -> Standup:
    """With the times the line says."""
    at, eve = _read(slots, Slot.AT, choices.read_ask, (base.at, base.eve))
    usual = (base.close_at, base.closes_next)
    close_at, closes_next = _read(slots, Slot.CLOSE, choices.read_close, usual)
    zone = _read(slots, Slot.ZONE, read.read_zone, base.zone)
    start = slots.get(Slot.START)
    begin = choices.read_start(start, ctx.local) if start else base.start
    rule, until = _read(slots, Slot.DAYS, choices.read_rule, (base.rule, ""))
    until = slots.get(Slot.UNTIL, until)
    return replace(
        base,
        at=at,
        eve=eve,
        rule=until_then(ctx, rule, until, begin, at) if until else rule,
        close_at=close_at,
        closes_next=closes_next and not eve,  # of an evening, it is the day itself
        remind_minutes=_read(
            slots, Slot.REMIND, read.read_minutes, base.remind_minutes
        ),
        zone=zone,
        home_zone=zone or base.home_zone,
        start=begin,
    )


async def _policy(ctx: Context, slots: Slots, usual: Policy) -> Policy:
    """With the choices the line says."""
    after = _read(slots, Slot.AFTER, choices.read_after, usual.remind_after)
    escalate = usual.escalate_to
    if Slot.ESCALATE in slots:
        people = await _people(ctx, slots[Slot.ESCALATE])
        if len(people) != 1:
            raise UsageError("standup-escalate-one")
        escalate = people[0]
    return replace(
        usual,
        remind_after=after,
        missing=_read(slots, Slot.MISSING, choices.read_missing, usual.missing),
        readers=_read(slots, Slot.READERS, choices.read_readers, usual.readers),
        away_news=_read(slots, Slot.NEWS, choices.read_news, usual.away_news),
        weekly=_read(slots, Slot.WEEKLY, choices.read_weekly, usual.weekly),
        escalate_to=escalate,
    )


async def _peopled(ctx: Context, slots: Slots, base: Standup) -> Standup:
    """With the people the line names."""
    people = slots.get(Slot.PEOPLE)
    usual = usual_roster(base.place)
    roster = await _roster(ctx, people, base.place) if people else usual
    named: dict[Slot, tuple[int, ...]] = {}
    for slot in (Slot.OBSERVERS, Slot.OPTIONAL, Slot.ADMINS):
        named[slot] = await _people(ctx, slots[slot]) if slot in slots else ()
    return with_people(
        base,
        roster,
        observers=named[Slot.OBSERVERS],
        optional=named[Slot.OPTIONAL],
        admins=named[Slot.ADMINS],
    )


def with_people(
    base: Standup,
    roster: Roster,
    *,
    observers: tuple[int, ...],
    optional: tuple[int, ...],
    admins: tuple[int, ...],
) -> Standup:
    """The stand-up with these people; its owner needs not be named an admin.

    Who had left is asked again where it asks other people than it did.
    """
    others = tuple(person for person in admins if person != base.owner_id)
    return replace(
        base,
        roster=roster,
        observers=observers,
        optional=optional,
        admins=others,
        left=base.left if roster == base.roster else (),
    )


def _here(ctx: Context) -> bool:
    return ctx.place is not None and not ctx.place.direct


def _read(slots: Slots, slot: Slot, reader: Callable[[str], T], otherwise: T) -> T:
    return reader(slots[slot]) if slot in slots else otherwise


async def _place(ctx: Context, typed: str) -> PlaceRef:
    """The place. Raises NotFound for one that we are not let into."""
    args = Arguments(typed, ctx.local)
    names = Arguments(typed, ctx.local).tags()
    ids = args.places()
    if not ids and len(names) < 2:
        return await places.named(ctx, " ".join(names) or typed.strip())
    if len(names) > 1:
        raise UsageError("standup-place-one", typed=read.brief(ctx.t.items(names)))
    if args:
        raise UsageError("standup-place-and", typed=read.brief(args.rest()))
    ref = ctx.place_ref(ids[0])
    if await places.picked(ctx, ref, names[0]) is not None:
        return ref
    raise places.unseen(ctx, names[0] if names[0] != ids[0] else "")


async def _roster(ctx: Context, typed: str, place: PlaceRef | None) -> Roster:
    args = Arguments(typed, ctx.local)
    if (name := args.option("dept", "department", "部门")) is not None:
        return Department(_department(name))
    if fold(typed) in OURS:
        return usual_roster(place)
    if fold(typed) in EVERYONE:
        return Everyone()
    if department := find_department(CALLED_SO.sub("", typed.strip())):
        return Department(department)
    return Chosen(await _people(ctx, typed))


def _department(typed: str) -> str:
    if found := find_department(typed):
        return found
    raise UsageError("task-department-unknown", typed=read.brief(typed))


async def _people(ctx: Context, typed: str) -> tuple[int, ...]:
    """People by mention, or by name alone; a surname after a mention belongs to it."""
    args = Arguments(typed, ctx.local)
    found = await ctx.find_people(args.people())
    surnames = {part for person in found for part in fold(person.name).split()}
    words = (word.strip(",，、") for word in args.rest().split())
    left = [word for word in words if word and fold(word) not in BETWEEN | surnames]
    named = await ctx.find_people(tuple(Who(word) for word in left))
    return tuple(dict.fromkeys(person.id for person in (*found, *named)))
