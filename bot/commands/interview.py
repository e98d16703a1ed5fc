"""Answering a form question by question, in the conversation with the bot."""

from dataclasses import replace
from datetime import datetime

from bot.cards import forms as form_cards
from bot.cards import interview as cards
from bot.commands.aside import is_aside, unquoted
from bot.context import Context
from bot.drafts import forget, is_new, keep, with_draft
from bot.errors import FieldErrors, UsageError, UserError
from bot.filling import in_words, names_in, several, values_of
from bot.interview import next_field, read
from bot.messages import (
    AnyField,
    Audience,
    Card,
    Form,
    PersonField,
    PlaceField,
    Reply,
    TextField,
)
from bot.model.draft import Opener
from bot.model.form_field import asked
from bot.model.interview import Answer, Interview
from bot.model.standup import same_name
from bot.phrases import SHORT
from bot.registry import Commands

OURS = "interview."  # our own buttons, which open no form of theirs
STOP = frozenset({"stop", "cancel", "quit", "停止", "取消", "退出", "算了"})


def register(table: Commands) -> None:
    """Adds the interview, which opens and fills the forms that the table holds."""

    @table.button("interview.start")
    async def start(ctx: Context, value: str) -> Reply:
        """Begins with the first question of the form that a button opens."""
        opener = Opener.read(value)
        form = await opened(table, ctx, opener)
        if form is None:
            raise UserError("form-gone")
        return await begin(table, ctx, form)

    @table.button("interview.pick")
    async def pick(ctx: Context, value: str) -> Reply:
        """Takes a choice that was pressed; of an old question, nothing."""
        name, _, chosen = value.partition("|")
        interview, form, field = await _asked(table, ctx, name)
        answered = read(field, chosen, ctx.local)
        return await _take(table, ctx, interview, form, field, answered)

    @table.button("interview.keep")
    async def leave(ctx: Context, value: str) -> Reply:
        """Takes what stands in the field already."""
        interview, form, field = await _asked(table, ctx, value)
        standing = values_of(form)[field.name]
        return await _take(table, ctx, interview, form, field, standing)

    @table.button("interview.stop")
    async def stop(ctx: Context, value: str) -> Reply:
        """Forgets the answers given so far."""
        await ctx.db.interviews.end(ctx.person.id)
        return Reply(Card(ctx.t.line("interview-stopped")), Audience.ONLY_YOU)


async def answer(table: Commands, ctx: Context, text: str) -> Reply | None:
    """Takes plain words as the answer to the open question; None when there is none."""
    interview = await ctx.db.interviews.of(ctx.person.id)
    if interview is None:
        return None
    if text.strip().casefold() in STOP:
        return await table.buttons["interview.stop"](ctx, "")
    try:
        form = await opened(table, ctx, _opener(interview))
    except UserError as wrong:
        if is_aside(table, text, await _standups(ctx)):
            return None  # it is over, and this was never an answer to it
        return await _too_late(ctx, interview, wrong, text)
    field = next_field(form, interview) if form else None
    if form is None or field is None:
        await ctx.db.interviews.end(ctx.person.id)
        return None
    if not text.strip():  # a picture: "no answer" has a button, and words of its own
        raise UsageError("interview-empty")
    names = await _standups(ctx)
    if isinstance(field, TextField):
        plain = unquoted(text)
        if plain and is_aside(table, plain, names):
            text = plain  # in quotes, to say that it is the answer
        elif is_aside(table, text, names):
            return None  # the question stays open
    elif _is_command(table, field, text, ctx.local):
        return None
    answered = read(field, text, ctx.local)
    return await _take(table, ctx, interview, form, field, answered)


async def still_open(
    table: Commands, ctx: Context, reply: Reply | None
) -> Reply | None:
    """What a command typed in between answered, with the question that still waits."""
    interview = await ctx.db.interviews.of(ctx.person.id)
    if interview is None or (reply and not isinstance(reply.body, Card)):
        return reply
    try:
        form = await opened(table, ctx, _opener(interview))
    except UserError:
        return reply  # it is over: the next answer is told so
    field = next_field(form, interview) if form else None
    if form is None or field is None:
        return reply
    if reply is None or not isinstance(reply.body, Card):
        return Reply(await _question(ctx, interview, form, field), Audience.DIRECT)
    return replace(reply, body=cards.and_still(ctx.t, reply.body, field))


async def _standups(ctx: Context) -> frozenset[str]:
    """What the stand-ups are called, by name and by number."""
    everything = await ctx.db.standups.all()
    numbers = {f"#{each.id}" for each in everything}
    return frozenset({same_name(each.name) for each in everything} | numbers)


def _is_command(table: Commands, field: AnyField, text: str, now: datetime) -> bool:
    """Whether it asks for something else: no date, number, choice, name or place reads
    like that.
    """
    command, _ = table.find(text) or (None, "")
    _, glued = table.find(text.split()[0]) or (None, "…")
    named = command is not None and (" " in command.path or not glued)
    match field:
        case _ if not (named or SHORT.fullmatch(text.strip())):
            return False
        case PersonField() | PlaceField():
            return True
        case _:
            return not _readable(field, text, now)


def _readable(field: AnyField, text: str, now: datetime) -> bool:
    try:
        read(field, text, now)
    except UsageError:
        return False
    return True


async def _too_late(
    ctx: Context, interview: Interview, wrong: UserError, text: str
) -> Reply:
    """What the questions were for is over: says why, and what was typed."""
    await ctx.db.interviews.end(ctx.person.id)
    answers = (*interview.answers.values(), text)
    typed = [("", "\n".join(parts)) for each in answers if (parts := several(each))]
    why = ctx.t(wrong.key, **wrong.values)
    card = form_cards.refused_late(ctx.t, None, [("", why)], typed)
    return Reply(card, Audience.ONLY_YOU)


async def opened(table: Commands, ctx: Context, opener: Opener) -> Form | None:
    """The form as its button opens it now, with what was typed into it before; None
    when it opens no longer.
    """
    nested = opener.action.startswith(OURS)
    button = None if nested else table.buttons.get(opener.action)
    reply = await button(ctx, opener.value) if button else None
    if reply is None or not isinstance(reply.body, Form):
        return None
    return await with_draft(ctx, reply.body)


async def begin(table: Commands, ctx: Context, form: Form) -> Reply:
    """Asks the first question of a form, in place of any other interview."""
    opener = form.opener
    before = await ctx.db.interviews.of(ctx.person.id)
    if before and before.answers and _opener(before) != opener:
        await keep(ctx, _opener(before), before.answers)
    if is_new(ctx.event):
        await keep(ctx, opener, values_of(form))
    else:
        form = await with_draft(ctx, form)
    interview = Interview(ctx.person.id, opener.action, opener.value, {})
    return await _go_on(table, ctx, interview, form)


async def _asked(
    table: Commands, ctx: Context, name: str
) -> tuple[Interview, Form, AnyField]:
    """The question that is open, if it is the one that was pressed."""
    interview = await ctx.db.interviews.of(ctx.person.id)
    form = await opened(table, ctx, _opener(interview)) if interview else None
    field = next_field(form, interview) if form and interview else None
    if form is None or interview is None or field is None or field.name != name:
        raise UserError("button-gone")
    return interview, form, field


async def _take(
    table: Commands,
    ctx: Context,
    interview: Interview,
    form: Form,
    field: AnyField,
    answered: Answer,
) -> Reply:
    """Keeps one answer and asks the next question, or hands over the whole form."""
    answers = {**interview.answers, field.name: answered}
    return await _go_on(table, ctx, replace(interview, answers=answers), form)


async def _go_on(
    table: Commands, ctx: Context, interview: Interview, form: Form
) -> Reply:
    field = next_field(form, interview)
    if field is not None:
        await ctx.db.interviews.save(interview)
        return Reply(await _question(ctx, interview, form, field), Audience.DIRECT)
    try:
        reply = await table.forms[form.name](ctx, interview.answers, form.state)
    except FieldErrors as wrong:
        return await _ask_again(ctx, interview, form, wrong)
    await ctx.db.interviews.end(ctx.person.id)
    await forget(ctx, form.opener)
    if reply and isinstance(reply.body, Form):
        return await begin(table, ctx, reply.body)
    return reply or Reply(Card(ctx.t.line("interview-done")), Audience.ONLY_YOU)


async def _ask_again(
    ctx: Context, interview: Interview, form: Form, wrong: FieldErrors
) -> Reply:
    """Asks only what was wrong; every other answer stays."""
    kept = {k: v for k, v in interview.answers.items() if k not in wrong.fields}
    again = replace(interview, answers=kept)
    field = next_field(form, again)
    if field is None:  # the error names no field of the form
        raise UserError(wrong.key)
    await ctx.db.interviews.save(again)
    error = wrong.fields[field.name]
    title = ctx.t.line(error.key, **error.values)
    card = replace(await _question(ctx, again, form, field), title=title)
    return Reply(card, Audience.DIRECT)


async def _question(
    ctx: Context, interview: Interview, form: Form, field: AnyField
) -> Card:
    """The question, with what stands in the field already."""
    alone = replace(form, fields=(field,))
    values = values_of(alone)
    rows = in_words(ctx.t, alone, values, await names_in(ctx, alone, values))
    standing = next((text for _, text in rows), "")
    fields = asked(form.fields, interview.answers)
    return cards.question(ctx.t, replace(form, fields=fields), field, standing)


def _opener(interview: Interview) -> Opener:
    return Opener(interview.action, interview.value)
