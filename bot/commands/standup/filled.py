"""What somebody wants a stand-up to be, read from a form: every wrong field named."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TypeVar

from bot.arguments import fold
from bot.cards.standup_forms import HOME
from bot.cards.standup_words import USUAL, days, question
from bot.commands.standup import places
from bot.commands.standup import values as read
from bot.commands.standup.wanted import REMIND, Wanted, usual_roster
from bot.context import Context
from bot.errors import FieldError, FieldErrors, NotFound, UserError
from bot.events import Values
from bot.model.question import DEFAULT_QUESTIONS, Question
from bot.model.refs import PlaceRef
from bot.model.standup import WEEKDAYS, Chosen, Members, Roster, Standup

T = TypeVar("T")


async def from_form(ctx: Context, values: Values, old: Standup | None) -> Wanted:
    """What the form says. Raises FieldErrors that name every field that is wrong."""
    filled = Filled(values)
    place = await _place(ctx, filled, old)
    wanted = Wanted(
        name=filled.read("name", read.read_name, ""),
        at=filled.read("at", read.read_time, USUAL),
        rule=filled.read("days", lambda text: _days(ctx, text, old), WEEKDAYS),
        place=place,
        roster=await _roster(ctx, filled, old, place),
        observers=await _people(ctx, filled, "observers"),
        close_at=filled.read("close", read.read_time, None),
        remind_minutes=filled.read("remind", read.read_minutes, REMIND),
        zone=old.home_zone if old and filled.text("zone") == HOME else None,
        questions=filled.read(
            "questions", lambda text: _questions(ctx, text, old), DEFAULT_QUESTIONS
        ),
    )
    if not wanted.name:
        filled.refuse("name", FieldError("standup-name-missing"))
    if wanted.closes_early:
        filled.refuse("close", FieldError("standup-close-before"))
    if filled.wrong:
        raise FieldErrors(filled.wrong)
    return wanted


@dataclass(frozen=True, slots=True)
class Filled:
    """The values of a form, and what is wrong with them so far."""

    values: Values
    wrong: dict[str, FieldError] = field(default_factory=dict)

    def text(self, name: str) -> str:
        """What stands in one field; "" for nothing."""
        value = self.values.get(name)
        return value.strip() if isinstance(value, str) else ""

    def read(self, name: str, reader: Callable[[str], T], otherwise: T) -> T:
        """What a field means; a reader's refusal is kept for its place."""
        typed = self.text(name)
        if not typed:
            return otherwise
        try:
            return reader(typed)
        except UserError as problem:
            self.refuse(name, FieldError(problem.key, problem.values))
            return otherwise

    def refuse(self, name: str, problem: FieldError) -> None:
        """Names what is wrong with a field; the first problem stays."""
        self.wrong.setdefault(name, problem)


def _days(ctx: Context, typed: str, old: Standup | None) -> str:
    """The rule; words left as the form showed them mean what they meant."""
    if old and fold(typed) == fold(days(ctx.t, old.rule)):
        return old.rule
    return read.read_days(typed)


def _questions(ctx: Context, typed: str, old: Standup | None) -> tuple[Question, ...]:
    """One question a line. Lines left as they were keep what they are about."""
    kept = {question(ctx.t, each): each for each in DEFAULT_QUESTIONS}
    kept |= {question(ctx.t, each): each for each in (old.questions if old else ())}
    fresh = read.read_questions(tuple(typed.splitlines()))
    return tuple(kept.get(each.text, each) for each in fresh)


async def _place(ctx: Context, filled: Filled, old: Standup | None) -> PlaceRef | None:
    """The place chosen; one that was not changed may stay."""
    if not (chosen := filled.text("place")):
        return None
    place = ctx.place_ref(chosen)
    if old and place == old.place:
        return place
    try:
        await places.picked(ctx, place, chosen)
    except NotFound as problem:
        filled.refuse("place", FieldError(problem.key, problem.values))
    return place


async def _roster(
    ctx: Context, filled: Filled, old: Standup | None, place: PlaceRef | None
) -> Roster:
    if people := await _people(ctx, filled, "people"):
        return Chosen(people)
    if old is None or isinstance(old.roster, Chosen | Members):
        return usual_roster(place)
    return old.roster


async def _people(ctx: Context, filled: Filled, name: str) -> tuple[int, ...]:
    try:
        people = await ctx.filled_people(filled.values.get(name))
    except NotFound as problem:
        unmet = problem.key == "person-unknown"
        key = "standup-person-unmet" if unmet else problem.key
        filled.refuse(name, FieldError(key, problem.values))
        return ()
    return tuple(person.id for person in people)
