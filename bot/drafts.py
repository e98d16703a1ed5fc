"""What was typed into a form and not taken yet: kept, and put back when it opens."""

from dataclasses import replace

from bot.cards import forms as cards
from bot.context import Context
from bot.errors import FieldErrors, UserError
from bot.events import Event, Filled, Shortcut, Values
from bot.filling import in_words, names_in, several, with_values
from bot.messages import Audience, Form, Reply
from bot.model.draft import FormDraft, Opener
from bot.offers import with_names


async def drafted(ctx: Context, reply: Reply | None) -> Reply | None:
    """The reply; a form in it holds what the person typed before.

    The draft of a form that was just taken is forgotten.
    """
    event = ctx.event
    if isinstance(event, Filled) and event.partly:
        return await _named(ctx, reply)
    if isinstance(event, Filled) and event.reopen and not event.back:
        await forget(ctx, Opener.read(event.reopen))
    if reply is None or not isinstance(reply.body, Form):
        return reply
    form = reply.body if is_new(event) else await with_draft(ctx, reply.body)
    return await _named(ctx, replace(reply, body=form))


async def _named(ctx: Context, reply: Reply | None) -> Reply | None:
    if reply is None or not isinstance(reply.body, Form):
        return reply
    return replace(reply, body=await with_names(ctx, reply.body))


def is_new(event: Event) -> bool:
    """Whether a form opens with something new in it, which a draft must not hide."""
    return isinstance(event, Shortcut) and bool(event.text)


async def with_draft(ctx: Context, form: Form) -> Form:
    """The form with what the person typed into it before it was refused or left."""
    draft = await ctx.db.drafts.of(ctx.person.id, form.opener)
    if draft is None:
        return form
    told = ctx.t.line("form-drafted")
    intro = (*told, "\n", *form.intro) if form.intro else told
    return replace(with_values(form, draft.values), intro=intro)


async def keep(ctx: Context, opener: Opener, values: Values) -> None:
    """Keeps what was typed, so that the form opens with it again."""
    await ctx.db.drafts.keep(FormDraft(ctx.person.id, opener, values, ctx.now))


async def forget(ctx: Context, opener: Opener) -> None:
    """Lets go of what was typed: it was taken."""
    await ctx.db.drafts.forget(ctx.person.id, opener)


async def refused_late(
    ctx: Context, event: Filled, form: Form | None, wrong: UserError
) -> Reply:
    """Tells privately why a form that closed already was not taken."""
    labels = {field.name: field.label for field in form.fields} if form else {}
    if isinstance(wrong, FieldErrors):
        why = [
            (labels.get(name, ""), ctx.t(error.key, **error.values))
            for name, error in wrong.fields.items()
        ]
    else:
        why = [("", ctx.t(wrong.key, **wrong.values))]
    if form:
        names = await names_in(ctx, form, event.values)
        typed = in_words(ctx.t, form, event.values, names)
    else:
        found = (several(value) for value in event.values.values())
        typed = tuple(("", "\n".join(parts)) for parts in found if parts)
    return Reply(cards.refused_late(ctx.t, form, why, typed), Audience.ONLY_YOU)
