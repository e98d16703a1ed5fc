"""A stand-up before it is made: from nothing, from a template, or like another one."""

from dataclasses import replace

from bot.cards.standup.typed import question_text
from bot.cards.standup.words import USUAL, template_name, template_questions
from bot.commands.standup.questions import read_questions
from bot.context import Context
from bot.model.question import DEFAULT_QUESTIONS
from bot.model.refs import PlaceRef
from bot.model.standup import WEEKDAYS, Everyone, Members, Roster, Standup
from bot.model.standup.templates import COURSES, Template


def blank(ctx: Context) -> Standup:
    """What most teams want, not named yet, and kept nowhere."""
    return Standup(
        id=0,
        organization_id=ctx.organization.id,
        name="",
        rule=WEEKDAYS,
        start=ctx.today,
        at=USUAL,
        home_zone=ctx.person.zone,
        owner_id=ctx.person.id,
        since=ctx.now,
    )


def from_template(ctx: Context, template: Template) -> Standup:
    """What the template says, in the words of who makes it."""
    course = COURSES[template]
    # the usual ones stay everybody's own words, whoever chose them
    usual = {question_text(ctx.t, each): each for each in DEFAULT_QUESTIONS}
    questions = template_questions(ctx.t, template)
    return replace(
        blank(ctx),
        name=template_name(ctx.t, template),
        rule=course.rule,
        at=course.at,
        close_at=course.close_at,
        remind_minutes=course.remind_minutes,
        questions=read_questions(questions, usual),
    )


def like(ctx: Context, old: Standup, name: str) -> Standup:
    """The questions and choices of another one, and not its people (PEERS A32)."""
    return replace(
        old,
        id=0,
        name=name,
        start=ctx.today,
        owner_id=ctx.person.id,
        since=ctx.now,
        place=None,
        roster=Everyone(),
        observers=(),
        optional=(),
        admins=(),
        left=(),
        pool_turn=0,
        policy=replace(old.policy, escalate_to=None, alarm_place=None),
        paused_until=None,
        skipped=(),
        next_day=None,
        next_at=None,
        state=blank(ctx).state,
    )


def usual_roster(place: PlaceRef | None) -> Roster:
    """Who is asked where nobody was named: who is in the place, else everybody."""
    return Members(place) if place else Everyone()
