"""Making a stand-up in three steps: who, when, what is asked (PEERS A43).

What was said so far is kept with the person under a token, so a step can be opened
again, a page can be closed, and going back loses nothing.
"""

import hashlib
import re
from dataclasses import dataclass, replace

from bot.cards.standup import forms
from bot.cards.standup import words as said
from bot.commands.standup.filled import from_form
from bot.commands.standup.find import number, taken, visible
from bot.commands.standup.naming import free
from bot.commands.standup.sheets import sheet_of
from bot.commands.standup.sketch import from_template, like, usual_roster
from bot.context import Context
from bot.drafts import forget, keep
from bot.errors import FieldError, FieldErrors, NotFound
from bot.events import Values
from bot.filling import with_values
from bot.messages import Button, Form
from bot.model.draft import Opener
from bot.model.people import FormStyle
from bot.model.standup import Standup, same_name
from bot.model.standup.templates import Template
from bot.rituals.standup.notices import standup_view

KEPT = "standup.making"
TOKEN = re.compile(r"[0-9a-f]{16}", re.ASCII)
COPY, TEMPLATE = "copy", "template"
FRESH = frozenset({"at", "days", "close", "close_day", "remind", "questions"})


@dataclass(frozen=True, slots=True)
class Making:
    """What was said so far. Without a `token` nothing was."""

    token: str
    values: Values

    def text(self, name: str) -> str:
        """What one field says."""
        value = self.values.get(name)
        return value if isinstance(value, str) else ""

    @property
    def template(self) -> Template | None:
        """The template picked; None for a copy."""
        if self.text(COPY):
            return None
        picked = self.text(TEMPLATE)
        return Template(picked) if picked in list(Template) else Template.DAILY


async def kept(ctx: Context, token: str) -> Making | None:
    """What this person said under the token."""
    if not TOKEN.fullmatch(token):
        return None
    draft = await ctx.db.drafts.of(ctx.person.id, Opener(KEPT, token))
    return Making(token, draft.values) if draft else None


async def going(ctx: Context, token: str) -> Making:
    """The same. Raises NotFound where it is made already, or was left too long ago."""
    if found := await kept(ctx, token):
        return found
    raise NotFound("standup-making-gone", try_this="standup new")


async def first_form(ctx: Context, value: str) -> Form:
    """Step one: fresh, from a template, like another one, or with what was said."""
    if making := await kept(ctx, value) if value else None:
        base = await base_of(ctx, making)
        form = await _who(ctx, base, making.template, value)
        return with_values(form, making.values)
    kind, _, which = value.partition(":")
    if kind == COPY:
        return await _who(ctx, await _copied(ctx, which), None, value)
    template = Template(which) if which in list(Template) else Template.DAILY
    return await _who(ctx, from_template(ctx, template), template, value)


async def _who(
    ctx: Context, base: Standup, template: Template | None, value: str
) -> Form:
    here = ctx.place if ctx.place and not ctx.place.direct else None
    if here and base.place is None:
        place = here.ref.unthreaded()
        base = replace(base, place=place, roster=usual_roster(place))
    reopen = Button(ctx.t("standup-button-new"), forms.NEW, value)
    sheet = await sheet_of(ctx, base)
    return _fitted(ctx, forms.who(ctx.t, sheet, template, reopen, value))


def _fitted(ctx: Context, form: Form) -> Form:
    """The step, short for who is asked question by question."""
    one_by_one = ctx.dialogue or ctx.person.forms is FormStyle.CONVERSATION
    return forms.essential(form) if one_by_one else form


async def base_of(ctx: Context, making: Making) -> Standup:
    """What it is where nothing was said."""
    if which := making.text(COPY):
        return await _copied(ctx, which)
    return from_template(ctx, making.template or Template.DAILY)


async def _copied(ctx: Context, which: str) -> Standup:
    """Like another one that they may see, with a name that is free."""
    old = await ctx.db.standups.get(number(which))
    if old is None or not await visible(ctx, [old]):
        raise NotFound("standup-gone", try_this="standup list")
    return like(ctx, old, await free(ctx, old.name))


async def so_far(ctx: Context, making: Making, *, named: bool = False) -> Standup:
    """The stand-up as it is after the steps that were sent; `named` looks whether its
    name is free.
    """
    base = await base_of(ctx, making)
    return await from_form(ctx, making.values, base, named=named)


async def take_first(ctx: Context, values: Values, state: str) -> Making:
    """Keeps step one. Another template brings its own days and questions."""
    before = await kept(ctx, state) if state else None
    kind, _, which = state.partition(":")
    copied = before.text(COPY) if before else which if kind == COPY else ""
    old = before.values if before else {}
    if before and before.text(TEMPLATE) != values.get(TEMPLATE, ""):
        old = {name: value for name, value in old.items() if name not in FRESH}
        await _forget_drafts(ctx, before.token)
    said_now = {**old, **values, **({COPY: copied} if copied else {})}
    making = Making(before.token if before else _token(ctx), said_now)
    named = {**said_now, "name": _named(ctx, making)}
    return await _keep(ctx, replace(making, values=named))


def _named(ctx: Context, making: Making) -> str:
    """The name; the one of another template is that of this one."""
    name, template = making.text("name"), making.template
    usual = {same_name(said.template_name(ctx.t, each)) for each in Template}
    if template and (not name.strip() or same_name(name) in usual):
        return said.template_name(ctx.t, template)
    return name


async def take_more(ctx: Context, making: Making, values: Values) -> Making:
    """Keeps another step."""
    return await _keep(ctx, replace(making, values={**making.values, **values}))


async def second_form(ctx: Context, making: Making) -> Form:
    """Step two, with what was said."""
    sheet = await sheet_of(ctx, await so_far(ctx, making))
    return _fitted(ctx, forms.when(ctx.t, sheet, making.token))


async def third_form(ctx: Context, making: Making) -> Form:
    """Step three, with what people will get."""
    standup = await so_far(ctx, making)
    view = await standup_view(ctx.db, ctx.t, standup)
    place = view.place or ctx.t("standup-making-no-place")
    who = said.roster(ctx.t, standup, view.names, view.place)
    sheet = await sheet_of(ctx, standup)
    return _fitted(ctx, forms.asked(ctx.t, sheet, making.token, place, who))


async def check_name(ctx: Context, name: str) -> None:
    """Raises FieldErrors for a name that another one has."""
    if await taken(ctx, name):
        raise FieldErrors({"name": FieldError("standup-name-taken", {"name": name})})


async def finish(ctx: Context, making: Making) -> None:
    """It is made: what was said goes."""
    await forget(ctx, Opener(KEPT, making.token))
    await forget(ctx, Opener(forms.NEW, making.token))
    await _forget_drafts(ctx, making.token)


async def _forget_drafts(ctx: Context, token: str) -> None:
    for step in (forms.WHEN, forms.ASKED):
        await forget(ctx, Opener(step, token))


async def _keep(ctx: Context, making: Making) -> Making:
    await keep(ctx, Opener(KEPT, making.token), making.values)
    return making


def _token(ctx: Context) -> str:
    """New for every event, and the same when it is delivered again."""
    return hashlib.sha256(ctx.event.id.encode()).hexdigest()[:16]
