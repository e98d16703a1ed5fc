"""Who answers for something, and asking them (PEERS I02)."""

import re

from bot.arguments import Arguments
from bot.cards import area as cards
from bot.cards.area import department, forms
from bot.commands.area.at_hand import aloud, living, meant, viewed, work
from bot.commands.area.ways import ways
from bot.commands.feedback.handling import handling
from bot.commands.measure.at_hand import shown as measure_shown
from bot.commands.task.at_hand import field_of, pressed
from bot.context import Context
from bot.errors import NotFound, UsageError
from bot.events import Values
from bot.messages import Audience, Reply
from bot.model.area import QUESTION_LIMIT, Area, Question
from bot.model.area.duty import asked
from bot.model.department import find_department
from bot.model.named import find
from bot.model.people import Person
from bot.model.project import fold_name
from bot.model.text import tidy
from bot.registry import Commands
from bot.rituals.area.presence import presence
from bot.rituals.measure.sight import seen_by

commands = Commands()
ENDS = "?？!！.。 "
THE = re.compile(r"^(?:the|our)\s+|\s+(?:department|team)$|(?:部门|部)$", re.IGNORECASE)


@commands.command(*ways("who", "owner", zh=("谁", "负责人")))
async def who(ctx: Context, args: Arguments) -> Reply:
    """Says who answers for something: who owns refunds?"""
    typed = tidy(args.rest()).strip(ENDS)
    if not typed:
        raise UsageError("area-which", try_this=ctx.t("area-try-who"))
    try:
        return await _who(ctx, await meant(ctx, typed), Audience.HERE)
    except NotFound:
        step = await handling(ctx, typed, ruled=True)
        try:
            other = await _headed(ctx, typed) or await _measured(ctx, typed)
        except NotFound:  # 物流 is a department without a head, and a step
            if step is None:
                raise
        else:
            if other:
                return other
        if step:
            return step
        raise


@commands.button("area.who")
async def press_who(ctx: Context, value: str) -> Reply:
    """The same, from a button."""
    return await _who(ctx, [await living(ctx, pressed(value))], Audience.ONLY_YOU)


@commands.button("area.ask")
async def press_ask(ctx: Context, value: str) -> Reply:
    """Opens a question to who is on duty."""
    area = await living(ctx, pressed(value))
    return Reply(forms.ask(ctx.t, area, (await _asked(ctx, area)).name))


@commands.form("area.ask")
async def fill_ask(ctx: Context, values: Values, state: str) -> Reply:
    """Brings the question to who is on duty by now, on whatever chat."""
    area = await living(ctx, pressed(state))
    text = field_of(values, "text", "form-missing", QUESTION_LIMIT)
    person = await _asked(ctx, area)
    question = Question(
        area_id=area.id,
        asker_id=ctx.person.id,
        asked_id=person.id,
        text=await ctx.readable(text),
        at=ctx.now,
    )
    await work(ctx).ask(question)
    return cards.done(ctx.t.line("area-ask-sent", who=person.name))


@commands.button("area.answer")
async def press_answer(ctx: Context, value: str) -> Reply:
    """Opens the answer."""
    question = await _theirs(ctx, pressed(value))
    return Reply(forms.answer(ctx.t, question.id, question.text))


@commands.form("area.answer")
async def fill_answer(ctx: Context, values: Values, state: str) -> Reply:
    """Brings the answer to who asked."""
    question = await _theirs(ctx, pressed(state))
    text = field_of(values, "text", "form-missing", QUESTION_LIMIT)
    await work(ctx).answer(question, await ctx.readable(text))
    asker = await ctx.db.people.get(question.asker_id)
    return cards.done(ctx.t.line("area-answer-sent", who=asker.name))


async def _theirs(ctx: Context, question_id: int) -> Question:
    """A question that was put to them and is open."""
    found = await ctx.db.areas.hold_question(question_id)
    if found is None or found.asked_id != ctx.person.id:
        raise NotFound("area-question-gone")
    if found.answered_at:
        raise UsageError("area-question-answered")
    return found


async def _headed(ctx: Context, typed: str) -> Reply | None:
    """Who heads the department that is meant, where it is one that has a head."""
    found = find_department(THE.sub("", typed))
    head = (await ctx.db.team.heads()).get(found or "")
    known = await ctx.db.people.some([head] if head else [])
    for person in known.values():
        away = (await presence(ctx.db, [person.id], ctx.now)).until(person.id)
        t = ctx.aloud if aloud(ctx) else ctx.t
        return Reply(cards.headed(t, found or "", person, away, ctx.now), Audience.HERE)
    if found:
        name = department(ctx.t, found)
        raise NotFound("team-no-head", try_this="team", department=name)
    return None


async def _measured(ctx: Context, typed: str) -> Reply | None:
    """A measure that is called so and not only alike, with who owns it."""
    called = fold_name(typed)
    found = [
        each
        for each in find(await seen_by(ctx.db, ctx.person), typed)
        if called in map(fold_name, each.names)
    ]
    return await measure_shown(ctx, found[0]) if len(found) == 1 else None


async def _who(ctx: Context, areas: list[Area], audience: Audience) -> Reply:
    here = aloud(ctx) and audience is Audience.HERE
    t = ctx.aloud if here else ctx.t
    found = await viewed(ctx, areas)
    if len(found) > 1:
        return Reply(cards.several(t, found, ctx.now), Audience.ONLY_YOU)
    return Reply(cards.who(t, found[0], ctx.now), audience)


async def _asked(ctx: Context, area: Area) -> Person:
    """Who a question goes to now. Raises UsageError where there is nobody."""
    there = await presence(ctx.db, area.people, ctx.now)
    found = asked(area, there)
    if found is None:
        raise UsageError("area-nobody-left", area=area.name)
    if found == ctx.person.id:
        raise UsageError("area-ask-self", area=area.name)
    return await ctx.db.people.get(found)
