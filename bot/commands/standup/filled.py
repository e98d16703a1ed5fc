"""What somebody wants a stand-up to be, read from a form: every wrong field named."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, time
from typing import TypeVar

from bot.arguments import fold
from bot.cards.standup.fields import (
    DEPARTMENT,
    EVE,
    EVERYONE,
    HOME,
    LOCAL,
    MEMBERS,
    NEXT,
    YES,
)
from bot.cards.standup.typed import question_text
from bot.cards.standup.words import country, days
from bot.commands.standup import choices, places
from bot.commands.standup import values as read
from bot.commands.standup.ends import until_then
from bot.commands.standup.find import taken
from bot.commands.standup.questions import read_questions
from bot.commands.standup.sketch import usual_roster
from bot.commands.standup.wanted import closes_early, with_people
from bot.context import Context
from bot.errors import FieldError, FieldErrors, NotFound, UserError
from bot.events import Values
from bot.filling import several
from bot.model.department import find_department
from bot.model.question import DEFAULT_QUESTIONS, Question
from bot.model.refs import PlaceRef
from bot.model.standup import Chosen, Department, Everyone, Members, Roster, Standup
from bot.model.standup.policy import Policy

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Filled:
    """The values of a form, and what is wrong with them so far."""

    values: Values
    wrong: dict[str, FieldError] = field(default_factory=dict)

    def __contains__(self, name: str) -> bool:
        """Whether the form has the field."""
        return name in self.values

    def text(self, name: str) -> str:
        """What stands in one field; "" for nothing."""
        value = self.values.get(name)
        return value.strip() if isinstance(value, str) else ""

    def read(self, name: str, reader: Callable[[str], T], usual: T, empty: T) -> T:
        """What a field means: `usual` where the form lacks it, `empty` for nothing; a
        reader's refusal is kept for its place.
        """
        if name not in self:
            return usual
        typed = self.text(name)
        if not typed:
            return empty
        try:
            return reader(typed)
        except UserError as problem:
            self.refuse(name, FieldError(problem.key, problem.values))
            return usual

    def refuse(self, name: str, problem: FieldError) -> None:
        """Names what is wrong with a field; the first problem stays."""
        self.wrong.setdefault(name, problem)


async def from_form(
    ctx: Context, values: Values, base: Standup, *, named: bool = False
) -> Standup:
    """The stand-up as the form has it; what it has no field for stays.

    Raises FieldErrors that name every field that is wrong. `named` looks whether its
    name is free.
    """
    filled = Filled(values)
    place = await _place(ctx, filled, "place", base.place)
    wanted = replace(
        _asking(ctx, filled, _timed(ctx, filled, base)),
        name=filled.read("name", read.read_name, base.name, ""),
        place=place,
        country=filled.read(
            "country", lambda text: _country(ctx, text, base), base.country, None
        ),
        policy=await _policy(ctx, filled, base.policy),
    )
    wanted = await _peopled(ctx, filled, wanted, base)
    if not wanted.name and "name" in filled:
        filled.refuse("name", FieldError("standup-name-missing"))
    if named and await taken(ctx, wanted.name, but=base.id):
        filled.refuse("name", FieldError("standup-name-taken", {"name": wanted.name}))
    if closes_early(wanted):
        close = ctx.t.clock(wanted.close_at or wanted.at)
        filled.refuse(
            "close" if "close" in filled else "at",
            FieldError("standup-close-before", {"close": close}),
        )
    if filled.wrong:
        raise FieldErrors(filled.wrong)
    return wanted


def _asking(ctx: Context, filled: Filled, base: Standup) -> Standup:
    """With the questions of the form."""
    return replace(
        base,
        questions=filled.read(
            "questions",
            lambda text: read_questions(text.splitlines(), _known(ctx, base.questions)),
            base.questions,
            DEFAULT_QUESTIONS,
        ),
        pool=filled.read(
            "pool",
            lambda text: choices.read_pool(text.splitlines(), _known(ctx, base.pool)),
            base.pool,
            (),
        ),
    )


def _timed(ctx: Context, filled: Filled, base: Standup) -> Standup:
    """With the times of the form."""
    at = filled.read("at", read.read_time, base.at, base.at)
    zone = filled.read("zone", lambda text: _zone(text, base), base.zone, None)
    eve = filled.text("eve") == EVE if "eve" in filled else base.eve
    closes_next = (
        filled.text("close_day") == NEXT if "close_day" in filled else base.closes_next
    )
    start = filled.read(
        "start",
        lambda text: choices.read_start(text, ctx.local),
        base.start,
        min(base.start, ctx.today),
    )
    return replace(
        base,
        at=at,
        eve=eve,
        rule=filled.read(
            "days",
            lambda text: _days(ctx, text, base, start, at),
            base.rule,
            base.rule,
        ),
        zone=zone,
        home_zone=zone or base.home_zone,
        start=start,
        close_at=filled.read("close", read.read_time, base.close_at, None),
        closes_next=closes_next and not eve,  # of an evening, it is the day itself
        remind_minutes=filled.read(
            "remind", read.read_minutes, base.remind_minutes, base.remind_minutes
        ),
    )


def _zone(typed: str, base: Standup) -> str | None:
    match typed:
        case _ if typed == LOCAL:
            return None
        case _ if typed == HOME:
            return base.home_zone
        case _:
            return read.read_zone(typed)


def _days(ctx: Context, typed: str, base: Standup, start: date, at: time) -> str:
    """The rule; words left as the form showed them mean what they meant."""
    if fold(typed) == fold(days(ctx.t, base.rule)):
        return base.rule
    rule, until = choices.read_rule(typed)
    return until_then(ctx, rule, until, start, at) if until else rule


def _country(ctx: Context, typed: str, base: Standup) -> str:
    if base.country and fold(typed) == fold(country(ctx.t, base.country)):
        return base.country
    return choices.read_country(typed)


def _known(ctx: Context, questions: tuple[Question, ...]) -> dict[str, Question]:
    """Questions by their words: what stays as it was is about what it was about."""
    known = (*DEFAULT_QUESTIONS, *questions)
    return {question_text(ctx.t, _bare(each)): each for each in known}


def _bare(asked: Question) -> Question:
    """The question as its words alone."""
    return Question(asked.text, asked.kind)


async def _policy(ctx: Context, filled: Filled, usual: Policy) -> Policy:
    """With the choices of the form."""
    after = usual.remind_after
    escalate = usual.escalate_to
    if "escalate" in filled:
        people = await _people(ctx, filled, "escalate", ())
        escalate = people[0] if people else None
    alarm_task = filled.text("alarm_task") == YES
    return Policy(
        remind_after=filled.read("after", choices.read_after, after, 0),
        missing=filled.read(
            "missing", choices.read_missing, usual.missing, usual.missing
        ),
        readers=filled.read(
            "readers", choices.read_readers, usual.readers, usual.readers
        ),
        away_news=filled.read(
            "news", choices.read_news, usual.away_news, usual.away_news
        ),
        weekly=filled.read("weekly", choices.read_weekly, usual.weekly, usual.weekly),
        escalate_to=escalate,
        alarm_place=await _place(ctx, filled, "alarm", usual.alarm_place),
        alarm_task=alarm_task if "alarm_task" in filled else usual.alarm_task,
    )


async def _peopled(
    ctx: Context, filled: Filled, wanted: Standup, base: Standup
) -> Standup:
    """With the people of the form."""
    return with_people(
        wanted,
        await _roster(ctx, filled, wanted, base),
        observers=await _people(ctx, filled, "observers", base.observers),
        optional=await _people(ctx, filled, "optional", base.optional),
        admins=await _people(ctx, filled, "admins", base.admins),
    )


async def _roster(
    ctx: Context, filled: Filled, wanted: Standup, base: Standup
) -> Roster:
    chosen = base.roster.people if isinstance(base.roster, Chosen) else ()
    said = filled.text("who")
    named = await _people(ctx, filled, "people", chosen) if "people" in filled else ()
    if named and (several(filled.values["people"]) or said in ("", MEMBERS)):
        return Chosen(named)
    match said:
        case _ if "people" not in filled and "who" not in filled:
            return _moved(base.roster, wanted.place)
        case _ if said == EVERYONE:
            return Everyone()
        case _ if said.startswith(DEPARTMENT):
            return _department(filled, said.removeprefix(DEPARTMENT))
        case _ if said == MEMBERS or not base.id:
            return usual_roster(wanted.place)
        case _ if isinstance(base.roster, Chosen | Members):
            return usual_roster(wanted.place)
        case _:
            return base.roster


def _moved(roster: Roster, place: PlaceRef | None) -> Roster:
    """The same roster; who is in the place is who is in the new one."""
    return usual_roster(place) if isinstance(roster, Members) else roster


def _department(filled: Filled, typed: str) -> Roster:
    if found := find_department(typed):
        return Department(found)
    problem = FieldError("task-department-unknown", {"typed": read.brief(typed)})
    filled.refuse("who", problem)
    return Everyone()


async def _place(
    ctx: Context, filled: Filled, name: str, usual: PlaceRef | None
) -> PlaceRef | None:
    """The place chosen; one that was not changed may stay."""
    if name not in filled:
        return usual
    if not (chosen := filled.text(name)):
        return usual if usual and _is_elsewhere(ctx, usual) else None
    if usual and chosen in (usual.id, await _called(ctx, usual)):
        return usual
    try:
        return await places.filled(ctx, chosen)
    except NotFound as problem:
        filled.refuse(name, FieldError(problem.key, problem.values))
        return usual


async def _called(ctx: Context, place: PlaceRef) -> str:
    known = await ctx.db.people.place(place)
    return known.name if known else ""


def _is_elsewhere(ctx: Context, place: PlaceRef) -> bool:
    """Whether it is in another workspace, and cannot stand in a form of this one."""
    here = (ctx.workspace.platform, ctx.workspace.tenant)
    return (place.platform, place.tenant) != here


async def _people(
    ctx: Context, filled: Filled, name: str, usual: tuple[int, ...]
) -> tuple[int, ...]:
    """The people chosen."""
    if name not in filled:
        return usual
    try:
        people = await ctx.filled_people(filled.values.get(name))
    except NotFound as problem:
        unmet = problem.key == "person-unknown"
        key = "standup-person-unmet" if unmet else problem.key
        filled.refuse(name, FieldError(key, problem.values))
        return usual
    return tuple(dict.fromkeys(person.id for person in people))
