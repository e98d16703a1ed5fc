"""The forms that make a stand-up in three steps, and those that change a part of it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from enum import StrEnum
from typing import assert_never

from bot.cards.standup import fields
from bot.cards.standup import words as said
from bot.cards.standup.fields import Sheet
from bot.cards.standup.typed import question_text
from bot.messages import AnyField, Bold, Button, Form, Line
from bot.model.standup.templates import Template
from bot.ports import Translate

NEW, WHEN, ASKED = "standup.new", "standup.when", "standup.asked"
EDIT = "standup.edit"
SHOWN = 5  # questions in the preview
Draw = Callable[[Translate, Sheet], AnyField]
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
    named = (*_times(t, sheet), fields.remind(t, sheet))
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


class Section(StrEnum):
    """A part of what can be changed, so long as fits a phone."""

    PEOPLE = "people"
    TIMES = "times"
    QUESTIONS = "questions"
    READERS = "readers"
    HELP = "help"


def edit(t: Translate, sheet: Sheet, section: Section, today: date) -> Form:
    """One part of it, as it is now."""
    standup = sheet.standup
    return Form(
        name=EDIT,
        title=t("standup-form-edit"),
        fields=_part(t, sheet, section, today),
        submit=t("button-save"),
        cancel=t("button-cancel"),
        reopen=Button(section_name(t, section), EDIT, f"{standup.id}:{section}"),
        intro=(Bold(standup.name), " · ", section_name(t, section)),
    )


def section_name(t: Translate, section: Section) -> str:
    """What a part is called."""
    return t(f"standup-section-{section}")


def _part(
    t: Translate, sheet: Sheet, section: Section, today: date
) -> tuple[AnyField, ...]:
    match section:
        case Section.TIMES:
            return (*_times(t, sheet), fields.start(t, sheet, today))
        case Section.PEOPLE:
            named: tuple[Draw, ...] = (
                fields.name, fields.place, fields.who, fields.people, fields.optional,
                fields.observers,
            )  # fmt: skip
        case Section.QUESTIONS:
            named = (fields.asked, fields.pool)
        case Section.READERS:
            named = (
                fields.readers, fields.missing, fields.remind, fields.after,
                fields.news, fields.weekly,
            )  # fmt: skip
        case Section.HELP:
            named = (
                fields.admins, fields.country, fields.escalate, fields.alarm,
                fields.alarm_task,
            )  # fmt: skip
        case unknown:
            assert_never(unknown)
    return tuple(draw(t, sheet) for draw in named)


def _times(t: Translate, sheet: Sheet) -> tuple[AnyField, ...]:
    """When people are asked, and when a day closes."""
    return (
        fields.at(t, sheet),
        fields.eve(t, sheet),
        fields.days(t, sheet),
        fields.zone(t, sheet),
        fields.close(t, sheet),
        fields.close_day(t, sheet),
    )
