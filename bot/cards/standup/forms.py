"""The forms that make a stand-up in three steps, and those that change one."""

from dataclasses import replace
from datetime import date

from bot.cards.standup import fields
from bot.cards.standup import words as said
from bot.cards.standup.fields import Sheet
from bot.cards.standup.typed import question_text
from bot.messages import AnyField, Bold, Button, Form, Line
from bot.model.standup.templates import Template
from bot.ports import Translate

NEW, WHEN, ASKED = "standup.new", "standup.when", "standup.asked"
EDIT, MORE = "standup.edit", "standup.more_settings"
SHOWN = 5  # questions in the preview
ESSENTIAL = frozenset(
    {"template", "name", "place", "people", "at", "days", "close", "questions"}
)


def who(
    t: Translate, sheet: Sheet, chosen: Template | None, reopen: Button, state: str
) -> Form:
    """Step one: what it is called, where it posts, who is asked.

    Without `chosen` it is a copy, whose questions are there already.
    """
    named: tuple[AnyField, ...] = (
        fields.name(t, sheet, required=chosen is None),
        fields.place(t, sheet),
        fields.who(t, sheet),
        fields.people(t, sheet),
    )
    first = (fields.template(t, chosen),) if chosen else ()
    return _made(t, NEW, (*first, *named), state, _step(t, 1), reopen)


def when(t: Translate, sheet: Sheet, token: str) -> Form:
    """Step two: when people are asked, when a day closes, who is reminded."""
    named: tuple[AnyField, ...] = (
        fields.at(t, sheet),
        fields.eve(t, sheet),
        fields.days(t, sheet),
        fields.zone(t, sheet),
        fields.close(t, sheet),
        fields.close_day(t, sheet),
        fields.remind(t, sheet),
    )
    intro: Line = (*_step(t, 2), " · ", Bold(sheet.standup.name))
    return replace(
        _made(t, WHEN, named, token, intro),
        back=Button(t("standup-making-back"), NEW, token),
    )


def asked(t: Translate, sheet: Sheet, token: str, place: str, who: str) -> Form:
    """Step three: what is asked and who reads it, with what people will get."""
    named: tuple[AnyField, ...] = (
        fields.asked(t, sheet),
        fields.optional(t, sheet),
        fields.observers(t, sheet),
        fields.readers(t, sheet),
        fields.missing(t, sheet),
        fields.after(t, sheet),
    )
    intro: Line = (*_step(t, 3), "\n", *_preview(t, sheet, place, who))
    return replace(
        _made(t, ASKED, named, token, intro),
        submit=t("standup-make"),
        back=Button(t("standup-making-back"), WHEN, token),
    )


def _made(
    t: Translate,
    name: str,
    named: tuple[AnyField, ...],
    state: str,
    intro: Line,
    reopen: Button | None = None,
) -> Form:
    """One of the steps; the next one follows it."""
    return Form(
        name=name,
        title=t("standup-form-new"),
        fields=named,
        submit=t("standup-making-next"),
        cancel=t("button-cancel"),
        reopen=reopen or Button(t("standup-button-new"), name, state),
        state=state,
        intro=intro,
    )


def essential(form: Form) -> Form:
    """The step without what most teams leave as it is: for who is asked one by one."""
    return replace(form, fields=tuple(f for f in form.fields if f.name in ESSENTIAL))


def _step(t: Translate, number: int) -> Line:
    return t.line("standup-step", step=number, of=3)


def _preview(t: Translate, sheet: Sheet, place: str, who: str) -> Line:
    """What people will get, in a few lines."""
    standup = sheet.standup
    when = t(
        "standup-when",
        days=said.days(t, standup.rule),
        at=said.time_of_day(t, standup),
    )
    head = t.line(
        "standup-making-head", name=Bold(standup.name), when=when, who=who, place=place
    )
    questions = standup.questions
    listed = [f"• {question_text(t, each, questions)}" for each in questions[:SHOWN]]
    more = ["…"] if len(questions) > SHOWN else []
    close = t("standup-making-close", close=said.closing(t, standup))
    return (*head, "\n", "\n".join((*listed, *more, close)))


def edit(t: Translate, sheet: Sheet, state: str) -> Form:
    """What is changed most, as it is now."""
    standup = sheet.standup
    return Form(
        name=EDIT,
        title=t("standup-form-edit"),
        fields=(
            fields.name(t, sheet),
            fields.at(t, sheet),
            fields.eve(t, sheet),
            fields.zone(t, sheet),
            fields.days(t, sheet),
            fields.place(t, sheet),
            fields.who(t, sheet),
            fields.people(t, sheet),
            fields.observers(t, sheet),
            fields.close(t, sheet),
            fields.close_day(t, sheet),
            fields.remind(t, sheet),
            fields.asked(t, sheet),
        ),
        submit=t("button-save"),
        cancel=t("button-cancel"),
        reopen=Button(t("standup-button-edit"), EDIT, str(standup.id)),
        state=state,
    )


def more(t: Translate, sheet: Sheet, state: str, today: date) -> Form:
    """Everything else that can be chosen, as it is now."""
    standup = sheet.standup
    return Form(
        name=MORE,
        title=t("standup-form-more"),
        fields=(
            fields.optional(t, sheet),
            fields.admins(t, sheet),
            fields.readers(t, sheet),
            fields.missing(t, sheet),
            fields.after(t, sheet),
            fields.start(t, sheet, today),
            fields.country(t, sheet),
            fields.news(t, sheet),
            fields.pool(t, sheet),
            fields.escalate(t, sheet),
            fields.alarm(t, sheet),
            fields.alarm_task(t, sheet),
        ),
        submit=t("button-save"),
        cancel=t("button-cancel"),
        reopen=Button(t("standup-button-more"), MORE, str(standup.id)),
        state=state,
        intro=(Bold(standup.name),),
    )
