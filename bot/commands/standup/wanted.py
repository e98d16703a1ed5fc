"""What somebody wants a stand-up to be, read from one line."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import time
from typing import TypeVar

from bot.arguments import Arguments, Who, fold
from bot.cards.standup_words import USUAL
from bot.commands.standup import places
from bot.commands.standup import values as read
from bot.commands.standup.sentence import Sentence, Slot
from bot.context import Context
from bot.errors import UsageError
from bot.model.department import find_department
from bot.model.people import Place
from bot.model.question import DEFAULT_QUESTIONS, Question
from bot.model.refs import PlaceRef
from bot.model.standup import WEEKDAYS, Chosen, Department, Everyone, Members, Roster

EVERYONE = frozenset(
    [
        "everyone",
        "everybody",
        "all",
        "team",
        "全员",
        "所有人",
        "大家",
        "全体",
        "全部",
        "每个人",
    ]
)
BETWEEN = frozenset(["and", "with", "&", ",", "，", "、", "和", "与", "及"])
REMIND = 30
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """The choices of one stand-up.

    `here`: its place is where it was asked for; `unseen`: we are not let into it yet.
    """

    name: str
    at: time
    roster: Roster
    rule: str = WEEKDAYS
    place: PlaceRef | None = None
    observers: tuple[int, ...] = ()
    close_at: time | None = None
    remind_minutes: int = REMIND
    zone: str | None = None
    questions: tuple[Question, ...] = DEFAULT_QUESTIONS
    here: bool = False
    unseen: bool = False

    @property
    def closes_early(self) -> bool:
        """Whether it would close before it asks, even on the clock of its maker."""
        return self.close_at is not None and self.close_at <= self.at


async def from_sentence(ctx: Context, typed: Sentence) -> Wanted:
    """What the line says. Raises UsageError or NotFound for the part that is wrong."""
    slots = typed.slots
    place, seen = None, True
    if Slot.PLACE in slots:
        place, seen = await _place(ctx, slots[Slot.PLACE])
    here = place is None and _here(ctx)
    if here and ctx.place:
        place = ctx.place.ref.unthreaded()
    people = slots.get(Slot.PEOPLE)
    watching = slots.get(Slot.OBSERVERS)
    wanted = Wanted(
        name=read.read_name(typed.name),
        at=_read(slots, Slot.AT, read.read_time, USUAL),
        rule=_read(slots, Slot.DAYS, read.read_days, WEEKDAYS),
        place=place,
        roster=await _roster(ctx, people) if people else usual_roster(place),
        observers=await _people(ctx, watching) if watching else (),
        close_at=_read(slots, Slot.CLOSE, read.read_time, None),
        remind_minutes=_read(slots, Slot.REMIND, read.read_minutes, REMIND),
        zone=_read(slots, Slot.ZONE, read.read_zone, None),
        questions=read.read_questions(typed.questions),
        here=here,
        unseen=not seen,
    )
    if wanted.closes_early:
        raise UsageError("standup-close-before")
    return wanted


def usual_roster(place: PlaceRef | None) -> Roster:
    """Who is asked where nobody was named: who is in the place, else everybody."""
    return Members(place) if place else Everyone()


def _here(ctx: Context) -> bool:
    return ctx.place is not None and not ctx.place.direct


def _read(
    slots: dict[Slot, str], slot: Slot, reader: Callable[[str], T], otherwise: T
) -> T:
    return reader(slots[slot]) if slot in slots else otherwise


async def _place(ctx: Context, typed: str) -> tuple[PlaceRef, bool]:
    """The place, and whether we can see it."""
    args = Arguments(typed, ctx.local)
    names = Arguments(typed, ctx.local).tags()
    ids = args.places()
    if not ids and len(names) < 2:
        return await places.named(ctx, " ".join(names) or typed.strip()), True
    if len(ids) != 1 or args:
        raise UsageError("standup-place-one", typed=read.brief(ctx.t.items(names)))
    ref = ctx.place_ref(ids[0])
    if await places.picked(ctx, ref, names[0]) is not None:
        return ref, True
    if names[0] != ids[0]:
        # The link told the name; whether it is private, nobody said.
        await ctx.db.people.remember_place(Place(ref, names[0], private=True))
    return ref, False


async def _roster(ctx: Context, typed: str) -> Roster:
    args = Arguments(typed, ctx.local)
    if (name := args.option("dept", "department", "部门")) is not None:
        return Department(_department(name))
    if fold(typed) in EVERYONE:
        return Everyone()
    if department := find_department(typed):
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
