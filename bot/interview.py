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
from bot.model.form_field import asked
from bot.model.interview import Answer, Interview
from bot.model.numerals import number, plain

NOTHING = frozenset({"-", "–", "—", "none", "nothing", "skip", "无", "没有", "跳过"})


def next_field(form: Form, interview: Interview) -> AnyField | None:
    """The first field that is asked and has no answer; None when every one has."""
    fields = asked(form.fields, interview.answers)
    return next((f for f in fields if f.name not in interview.answers), None)


def read(field: AnyField, typed: str, now: datetime) -> Answer:
    """The answer as a form would send it. Raises UsageError that says what is wanted.

    `now` is the present in the person's own zone. "-" or "none" leaves an optional
    field empty; in a required text it is an answer like any other.
    """
    text = typed.strip()
    if not field.required and _is_nothing(field, text):
        return None
    if not text:
        raise UsageError("interview-empty")
    return given(field, text, now)


def _is_nothing(field: AnyField, text: str) -> bool:
    """Whether it leaves the field empty: 没有 may as well be one of the answers."""
    options = field.options if isinstance(field, ChoiceField) else ()
    also = {fold(word) for option in options for word in option.also}
    return not text or (fold(text) in NOTHING and fold(text) not in also)


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
            return several(options, parts(text))
        case PersonField(many=many):
            return _people(text, many=many)
        case PlaceField():
            return _place(text)
        case DateField():
            return _day(text, now)
        case TimeField():
            return _time(text, now)
        case _:
            assert_never(field)


def _text(text: str, limit: int) -> str:
    if len(text) > limit:
        raise UsageError("interview-too-long", limit=limit, length=len(text))
    return text


def _number(field: NumberField, text: str) -> str:
    found = number(text)
    if found is None or (not field.decimal and found != found.to_integral()):
        raise UsageError("interview-number")
    low = field.low if field.low is not None else found
    high = field.high if field.high is not None else found
    if not low <= found <= high:
        raise UsageError("interview-number-between", low=str(low), high=str(high))
    return plain(found)


def choice(options: Sequence[Option], text: str) -> str:
    """By the label, the value, the number in the list, or what else it is called."""
    names = {fold(word): option.value for option in options for word in option.also}
    names |= {fold(option.label): option.value for option in options}
    names |= {str(number): one.value for number, one in enumerate(options, start=1)}
    names |= {fold(option.value): option.value for option in options}
    if (chosen := names.get(fold(text))) is not None:
        return chosen
    labels = " · ".join(option.label for option in options)
    raise UsageError("interview-choice", options=labels)


def several(options: Sequence[Option], texts: Sequence[str]) -> tuple[str, ...]:
    """Each of them as `choice` takes it, in the order they were offered in."""
    chosen = {choice(options, text) for text in texts}
    return tuple(option.value for option in options if option.value in chosen)


def _people(text: str, *, many: bool) -> Answer:
    """The accounts that are linked, else the names as they were typed."""
    ids = tuple(dict.fromkeys(match.group(1) for match in ACCOUNT.finditer(text)))
    named = ids or tuple(parts(text) if many else (text,))
    if not any(letter.isalnum() for name in named for letter in name):
        raise UsageError("interview-person")
    return named if many else named[0]


def _place(text: str) -> str:
    match = PLACE.search(text)
    return match.group(1) if match else text


def _day(text: str, now: datetime) -> str:
    try:
        return dates.read(text, now).day.isoformat()
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
