"""Fills a form question by question where a platform has none, or a person prefers it.

Pure: `read` turns one typed answer into what a form would have sent for that field.
The handler of the form takes the whole, as if it had been sent at once (DESIGN §2).
"""

from collections.abc import Sequence
from datetime import datetime
from typing import assert_never

from bot import dates
from bot.arguments import ACCOUNT, PLACE, fold, parts
from bot.errors import UsageError
from bot.messages import (
    AnyField,
    ChoiceField,
    ChoicesField,
    DateField,
    Form,
    NumberField,
    Option,
    PersonField,
    PlaceField,
    TextField,
    TimeField,
)
from bot.model.interview import Answer, Interview

NOTHING = frozenset({"-", "–", "—", "none", "nothing", "skip", "无", "没有", "跳过"})


def next_field(form: Form, interview: Interview) -> AnyField | None:
    """The first field without an answer; None when every one has its own."""
    open_ = (field for field in form.fields if field.name not in interview.answers)
    return next(open_, None)


def read(field: AnyField, typed: str, now: datetime) -> Answer:
    """The answer as a form would send it. Raises UsageError that says what is wanted.

    `now` is the present in the person's own zone. "-" or "none" leaves an optional
    field empty; in a required text it is an answer like any other.
    """
    text = typed.strip()
    if not field.required and (not text or fold(text) in NOTHING):
        return None
    if not text:
        raise UsageError("interview-empty")
    return given(field, text, now)


def given(field: AnyField, text: str, now: datetime) -> Answer:
    """What was typed or chosen, as a form sends it. Raises UsageError."""
    match field:
        case TextField(limit=limit):
            return _text(text, limit)
        case NumberField():
            return _number(field, text)
        case ChoiceField(options=options):
            return choice(options, text)
        case ChoicesField(options=options):
            return tuple(choice(options, part) for part in parts(text))
        case PersonField(many=many):
            return _people(text, many=many)
        case PlaceField():
            return _place(text)
        case DateField():
            return _due(text, now).day.isoformat()
        case TimeField():
            return _time(text, now)
        case _:
            assert_never(field)


def _text(text: str, limit: int) -> str:
    if len(text) > limit:
        raise UsageError("interview-too-long", limit=limit, length=len(text))
    return text


def _number(field: NumberField, text: str) -> str:
    try:
        number = float(text.replace(",", ".")) if field.decimal else int(text)
    except ValueError:
        raise UsageError("interview-number") from None
    low = field.low if field.low is not None else number
    high = field.high if field.high is not None else number
    if not low <= number <= high:
        raise UsageError("interview-number-between", low=str(low), high=str(high))
    return str(number)


def choice(options: Sequence[Option], text: str) -> str:
    """By the label, the value, or the number in the list."""
    names = {fold(option.label): option.value for option in options}
    names |= {str(number): one.value for number, one in enumerate(options, start=1)}
    names |= {fold(option.value): option.value for option in options}
    if (chosen := names.get(fold(text))) is not None:
        return chosen
    labels = ", ".join(option.label for option in options)
    raise UsageError("interview-choice", options=labels)


def _people(text: str, *, many: bool) -> Answer:
    """The accounts that are linked, else the names as they were typed."""
    ids = tuple(dict.fromkeys(match.group(1) for match in ACCOUNT.finditer(text)))
    named = ids or tuple(parts(text) if many else (text,))
    if not any(letter.isalnum() for name in named for letter in name):
        raise UsageError("interview-person")
    return named if many else named[0]


def _place(text: str) -> str:
    if match := PLACE.search(text):
        return match.group(1)
    raise UsageError("interview-place")


def _due(text: str, now: datetime) -> dates.Due:
    try:
        return dates.read(text, now)
    except dates.NotADate as wrong:
        raise UsageError(f"date-{wrong.problem.value}", typed=wrong.text) from wrong


def _time(text: str, now: datetime) -> str:
    try:
        wall = dates.read(text, now).time
    except dates.NotADate as wrong:
        raise UsageError("settings-no-time") from wrong
    if wall is None:
        raise UsageError("settings-no-time")
    return wall.strftime("%H:%M")
