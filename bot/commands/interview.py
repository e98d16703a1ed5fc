"""Answering a form question by question, in the conversation with the bot."""

from dataclasses import replace

from bot.cards import interview as cards
from bot.context import Context
from bot.errors import FieldErrors, UserError
from bot.interview import next_field, read
from bot.messages import AnyField, Audience, Card, Form, Reply
from bot.model.interview import Interview
from bot.registry import Commands

STOP = frozenset({"stop", "cancel", "quit", "停止", "取消", "退出", "算了"})


def register(table: Commands) -> None:
    """Adds the interview, which opens and fills the forms that the table holds."""

    @table.button("interview.start")
    async def start(ctx: Context, value: str) -> Reply:
        """Begins with the first question of the form that a button opens."""
        action, _, argument = value.partition("|")
        interview = Interview(ctx.person.id, action, argument, {})
        form = await _form(table, ctx, interview)
        if form is None:
            raise UserError("form-gone")
        return await _go_on(table, ctx, interview, form)

    @table.button("interview.pick")
    async def pick(ctx: Context, value: str) -> Reply:
        """Takes a choice that was pressed; of an old question, nothing."""
        name, _, chosen = value.partition("|")
        interview = await ctx.db.interviews.of(ctx.person.id)
        form = await _form(table, ctx, interview) if interview else None
        field = next_field(form, interview) if form and interview else None
        if form is None or interview is None or field is None or field.name != name:
            raise UserError("button-gone")
        return await _take(table, ctx, interview, form, field, chosen)

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
    form = await _form(table, ctx, interview)
    field = next_field(form, interview) if form else None
    if form is None or field is None:
        await ctx.db.interviews.end(ctx.person.id)
        return None
    return await _take(table, ctx, interview, form, field, text)


async def _take(
    table: Commands,
    ctx: Context,
    interview: Interview,
    form: Form,
    field: AnyField,
    text: str,
) -> Reply:
    """Keeps one answer and asks the next question, or hands over the whole form."""
    answers = {**interview.answers, field.name: read(field, text, ctx.local)}
    return await _go_on(table, ctx, replace(interview, answers=answers), form)


async def _go_on(
    table: Commands, ctx: Context, interview: Interview, form: Form
) -> Reply:
    field = next_field(form, interview)
    if field is not None:
        await ctx.db.interviews.save(interview)
        return Reply(cards.question(ctx.t, form, field), Audience.DIRECT)
    try:
        reply = await table.forms[form.name](ctx, interview.answers, form.state)
    except FieldErrors as wrong:
        return await _ask_again(ctx, interview, form, wrong)
    await ctx.db.interviews.end(ctx.person.id)
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
    card = replace(cards.question(ctx.t, form, field), title=title)
    return Reply(card, Audience.DIRECT)


async def _form(
    table: Commands, ctx: Context, interview: Interview | None
) -> Form | None:
    """The form as its button opens it now; None when it opens no longer."""
    button = table.buttons.get(interview.action) if interview else None
    if interview is None or button is None:
        return None
    reply = await button(ctx, interview.value)
    return reply.body if reply and isinstance(reply.body, Form) else None
