"""The form of one day: a field for every question, each as its kind is answered."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import Any, assert_never

from bot.cards.standup import words as said
from bot.messages import (
    AnyField,
    Bold,
    Button,
    ChoiceField,
    ChoicesField,
    DateField,
    Form,
    Line,
    NumberField,
    OnlyIf,
    Option,
    TextField,
)
from bot.model.question import (
    ANSWER_LIMIT,
    NO,
    SCALE,
    YES,
    AnswerKind,
    Question,
    QuestionKind,
    parts,
)
from bot.model.question_words import NO_WORDS, YES_WORDS
from bot.model.standup import Occurrence, Standup
from bot.model.standup.pool import asked_next
from bot.ports import Translate

FACES = ("😞", "🙁", "😐", "🙂", "😀")
NUMERALS = ("一", "二", "三", "四", "五")
NUMBERS = ("one", "two", "three", "four", "five")


class Left(StrEnum):
    """Why anonymous questions are left out of a form."""

    GIVEN = "given"
    LATE = "late"


def fill(
    t: Translate,
    standup: Standup,
    occurrence: Occurrence,
    values: Sequence[str],
    state: str,
    left: Left | None = None,
) -> Form:
    """Every question of the day in one form; `left` leaves the anonymous ones out."""
    reopen = Button(t("standup-fill"), "standup.fill", str(occurrence.id))
    back = ("standup.fill", state, reopen)
    return _form(t, standup, _fields(t, occurrence.questions, values), back, left)


def sample(t: Translate, standup: Standup) -> Form:
    """The same form for a preview: its answers go nowhere."""
    number = str(standup.id)
    reopen = Button(t("standup-fill"), "standup.sample", number)
    questions = asked_next(standup)
    blank = ("",) * len(questions)
    back = ("standup.sample", number, reopen)
    return _form(t, standup, _fields(t, questions, blank), back)


def name_of(number: int) -> str:
    """The field of the question with this index."""
    return f"q{number}"


def canonical(value: str | tuple[str, ...] | None) -> str:
    """What was given in a field, as it is kept: several one a line."""
    return "\n".join(value) if isinstance(value, tuple) else value or ""


def _form(
    t: Translate,
    standup: Standup,
    fields: tuple[AnyField, ...],
    back: tuple[str, str, Button],
    left: Left | None = None,
) -> Form:
    name, state, reopen = back
    intro: Line = (Bold(standup.name),)
    if left and any(field.sealed for field in fields):
        fields = tuple(field for field in fields if not field.sealed)
        intro += ("\n", t(f"standup-sealed-{left}"))
    return Form(
        name=name,
        title=t("standup-form-fill"),
        fields=fields,
        submit=t("standup-submit"),
        cancel=t("button-cancel"),
        reopen=reopen,
        state=state,
        intro=intro,
    )


def _fields(
    t: Translate, questions: Sequence[Question], values: Sequence[str]
) -> tuple[AnyField, ...]:
    return tuple(
        _field(t, asked, value, _common(t, questions, number))
        for number, (asked, value) in enumerate(zip(questions, values, strict=True))
    )


def _common(t: Translate, questions: Sequence[Question], number: int) -> dict[str, Any]:
    asked = questions[number]
    return {
        "name": name_of(number),
        "label": said.question(t, asked),
        "required": asked.required,
        "hint": t("standup-sealed-hint") if asked.anonymous else "",
        "only_if": _only_if(t, questions, asked),
        "sealed": asked.anonymous,
    }


def _only_if(
    t: Translate, questions: Sequence[Question], asked: Question
) -> OnlyIf | None:
    when = asked.only_if
    if when is None or when.question >= len(questions):
        return None
    before = questions[when.question]
    labels = {option.value: option.label for option in options(t, before)}
    answers = t("standup-typed-or").join(
        t("standup-answer-quoted", answer=labels.get(each, each))
        for each in when.answers
    )
    question = said.question(t, before)
    words = t("standup-only-if", answers=answers, question=question)
    return OnlyIf(name_of(when.question), when.answers, words)


def _field(
    t: Translate, asked: Question, value: str, common: dict[str, Any]
) -> AnyField:
    match asked.answer:
        case AnswerKind.TEXT:
            return TextField(**common, value=value, multiline=True, limit=ANSWER_LIMIT)
        case AnswerKind.NUMBER:
            return NumberField(**common, value=value, decimal=True)
        case AnswerKind.CHOICE | AnswerKind.SCALE | AnswerKind.YES_NO:
            chosen = value or None
            return ChoiceField(**common, options=options(t, asked), value=chosen)
        case AnswerKind.CHOICES:
            chosen_ones = parts(value)
            return ChoicesField(**common, options=options(t, asked), values=chosen_ones)
        case AnswerKind.DATE:
            day = date.fromisoformat(value) if value else None
            return DateField(**common, value=day)
        case _:
            assert_never(asked.answer)


def options(t: Translate, asked: Question) -> tuple[Option, ...]:
    """What there is to choose from, in the reader's words; nothing where it is free."""
    match asked.answer:
        case AnswerKind.YES_NO:
            yes = Option(t("standup-answer-yes"), YES, YES_WORDS)
            return yes, Option(t("standup-answer-no"), NO, NO_WORDS)
        case AnswerKind.SCALE if asked.kind is QuestionKind.MOOD:
            return tuple(_mood(t, value) for value in SCALE)
        case AnswerKind.SCALE:
            return tuple(_grade(t, value) for value in SCALE)
        case _:
            return tuple(Option(each, each) for each in asked.options)


def _mood(t: Translate, value: str) -> Option:
    """The face is for the eye; the word is for who has it read out."""
    word, face = t(f"standup-mood-{value}"), FACES[int(value) - 1]
    label = t("standup-mood-option", value=value, face=face, word=word)
    return Option(label, value, (face, word, *_spelled(value)))


def _grade(t: Translate, value: str) -> Option:
    ends = {SCALE[0]: "standup-scale-lowest", SCALE[-1]: "standup-scale-highest"}
    label = t(ends[value]) if value in ends else value
    return Option(label, value, _spelled(value))


def _spelled(value: str) -> tuple[str, str]:
    return NUMERALS[int(value) - 1], NUMBERS[int(value) - 1]
