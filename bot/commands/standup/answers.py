"""What somebody answers on one day: the form, and what it says once it is filled.

The same for every way in: each value is checked by the kind of its question, and what
does not apply is left out.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from bot.cards.standup import questions as cards
from bot.cards.standup.questions import Left, canonical, name_of
from bot.commands.standup.first_values import First
from bot.context import Context
from bot.errors import FieldError, FieldErrors
from bot.events import Values
from bot.filling import checked, several
from bot.messages import Bold, Form
from bot.model.form_field import asked
from bot.model.standup import Share
from bot.model.text import shows, tidy_lines


@dataclass(frozen=True, slots=True)
class Given:
    """Answers by question: those that are kept with a name, "" for none, and those
    that are kept without.
    """

    named: tuple[str, ...]
    sealed: Mapping[int, str]


def form_of(ctx: Context, share: Share, first: First, state: str) -> Form:
    """The form of the person's part in one day."""
    form = cards.fill(
        ctx.t, share.standup, share.occurrence, first.values, state, _left(ctx, share)
    )
    if not first.taken_from:
        return form
    note = ctx.t.line("standup-taken-over", name=Bold(first.taken_from))
    return replace(form, intro=(*form.intro, "\n", *note))


def read_answers(ctx: Context, share: Share, values: Values) -> Given:
    """What the form says. Raises FieldErrors that name every field that is wrong."""
    questions = share.occurrence.questions
    form = form_of(ctx, share, First(("",) * len(questions)), "")
    _refuse_sealed(ctx, share, values)
    texts = taken(ctx, form, values, len(questions))
    sealed = {
        number: text
        for number, (asked, text) in enumerate(zip(questions, texts, strict=True))
        if asked.anonymous and text
    }
    named = ("" if number in sealed else text for number, text in enumerate(texts))
    return Given(tuple(named), sealed)


def taken(ctx: Context, form: Form, values: Values, count: int) -> tuple[str, ...]:
    """The answers as they are kept, at least one of them seen. Raises FieldErrors."""
    found, wrong = checked(form, values, ctx.local, ())
    texts = tuple(
        tidy_lines(canonical(found.get(name_of(number)))) for number in range(count)
    )
    if not any(shows(text) for text in texts):
        first = next((field.name for field in asked(form.fields, found)), name_of(0))
        wrong = {first: FieldError("standup-answer-empty"), **wrong}
    if wrong:
        raise FieldErrors(wrong)
    return texts


def _left(ctx: Context, share: Share) -> Left | None:
    """Why nothing can be said without a name, if so."""
    if share.participant.sealed:
        return Left.GIVEN
    return Left.LATE if share.occurrence.over(ctx.now) else None


def _refuse_sealed(ctx: Context, share: Share, values: Values) -> None:
    """Says why, where a form that opened before still holds such an answer."""
    left = _left(ctx, share)
    names = {
        name_of(number)
        for number, asked in enumerate(share.occurrence.questions)
        if asked.anonymous
    }
    wrong = {
        name: FieldError(f"standup-sealed-field-{left}")
        for name in sorted(names)
        if left and several(values.get(name))
    }
    if wrong:
        raise FieldErrors(wrong)
