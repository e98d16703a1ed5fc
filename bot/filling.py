"""What stands in the fields of a form: filled in, checked, said in words.

Pure, but for `names_in`, which asks who and what the ids in it are called.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time
from typing import assert_never

from bot.context import CHOSEN, Context
from bot.errors import FieldError, UsageError
from bot.events import FieldValue, Values
from bot.interview import given
from bot.interview import several as several_of
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
from bot.model.form_field import asked, standing
from bot.ports import Translate
from bot.ports.pages import Typed

Names = Mapping[str, str]


def with_values(form: Form, values: Values) -> Form:
    """The form with what was typed in its fields; a field not named stays as it is."""
    fields = (
        _with(field, values[field.name]) if field.name in values else field
        for field in form.fields
    )
    return replace(form, fields=tuple(fields))


def values_of(form: Form) -> Values:
    """What the form would send if nobody touched it."""
    return {field.name: standing(field) for field in form.fields}


def shaped(form: Form, typed: Typed, people: Sequence[Option]) -> Values:
    """What a page sent, as values: nothing is checked, nothing is lost.

    A person picked by the label offered for them is the one who was meant.
    """
    ids = {option.label: option.value for option in people}
    values: dict[str, FieldValue] = {}
    for field in form.fields:
        found = tuple(text.replace("\r\n", "\n") for text in typed.get(field.name, ()))
        if isinstance(field, PersonField):
            found = tuple(ids.get(text.strip(), text) for text in found)
        many = isinstance(field, ChoicesField) or getattr(field, "many", False)
        values[field.name] = found if many else next(iter(found), None)
    return values


def checked(
    form: Form, values: Values, now: datetime, places: Sequence[Option]
) -> tuple[Values, Mapping[str, FieldError]]:
    """The values as a platform's own form would send them, and what is wrong.

    `now` is the present in the person's own zone; `places` were offered to them. What
    is not asked is None, and nothing is wrong with it.
    """
    offered = {option.value for option in places}
    taken: dict[str, FieldValue] = {}
    wrong: dict[str, FieldError] = {}
    for field in form.fields:
        try:
            value = taken[field.name] = _taken(field, values.get(field.name), now)
            if isinstance(field, PlaceField) and value and value not in offered:
                raise UsageError("form-missing")
        except UsageError as problem:
            wrong[field.name] = FieldError(problem.key, problem.values)
    names = {field.name for field in asked(form.fields, taken)}
    kept = {name: value if name in names else None for name, value in taken.items()}
    return kept, {name: why for name, why in wrong.items() if name in names}


def retold(form: Form) -> Form:
    """The form without what is told to nobody once it was sent."""
    fields = tuple(field for field in form.fields if not field.sealed)
    return replace(form, fields=fields)


async def names_in(ctx: Context, form: Form, values: Values) -> Names:
    """What the people and places in the values are called, by their ids."""
    people = [
        ctx.user(id)
        for field in form.fields
        if isinstance(field, PersonField)
        for id in several(values.get(field.name))
    ]
    places = [
        ctx.place_ref(id)
        for field in form.fields
        if isinstance(field, PlaceField)
        for id in several(values.get(field.name))
    ]
    known = await ctx.db.people.known(people) if people else {}
    found = await ctx.db.people.places(places)
    names = {ref.id: person.name for ref, person in known.items()}
    elsewhere = [int(id[1]) for each in people if (id := CHOSEN.fullmatch(each.id))]
    some = await ctx.db.people.some(elsewhere) if elsewhere else {}
    names |= {f"person:{person.id}": person.name for person in some.values()}
    return names | {ref.id: f"#{place.name}" for ref, place in found.items()}


def in_words(
    t: Translate, form: Form, values: Values, names: Names
) -> tuple[tuple[str, str], ...]:
    """Every field that holds something: its label, and what it holds as people say
    it.
    """
    said = (
        (field.label, _said(t, field, values.get(field.name), names))
        for field in form.fields
    )
    return tuple((label, text) for label, text in said if text)


def several(value: FieldValue) -> tuple[str, ...]:
    """Everything in a value, one or many."""
    parts = (value,) if isinstance(value, str) else value or ()
    return tuple(part for part in parts if part.strip())


def _with(field: AnyField, value: FieldValue) -> AnyField:
    one = next(iter(several(value)), "")
    match field:
        case TextField() | NumberField():
            return replace(field, value=one)
        case ChoiceField(options=options):
            return replace(field, value=next(iter(_of(options, (one,))), None))
        case ChoicesField(options=options):
            return replace(field, values=_of(options, several(value)))
        case PersonField():
            return replace(field, values=several(value))
        case PlaceField():
            return replace(field, value=one or None)
        case DateField():
            return replace(field, value=_day(one))
        case TimeField():
            return replace(field, value=_wall(one))
        case _:
            assert_never(field)


def _taken(field: AnyField, value: FieldValue, now: datetime) -> FieldValue:
    found = several(value)
    options = getattr(field, "options", None)
    if not found and field.required and options != ():
        raise UsageError("form-missing")
    match field:
        case ChoicesField():
            return several_of(field.options, found)
        case PersonField(many=True):
            return found
        case _ if not found:
            return None
        case PersonField() | PlaceField():
            return found[0]
        case TextField():  # as it was typed, spaces and lines included
            return given(field, found[0], now)
        case _:
            return given(field, found[0].strip(), now)


def _said(t: Translate, field: AnyField, value: FieldValue, names: Names) -> str:
    found = several(value)
    match field:
        case ChoiceField(options=options) | ChoicesField(options=options):
            labels = {option.value: option.label for option in options}
            return t.items(tuple(labels.get(part, part) for part in found))
        case PersonField() | PlaceField():
            return t.items(tuple(names.get(part, part) for part in found))
        case DateField() if found and (day := _day(found[0])):
            return t.day(day)
        case TimeField() if found and (wall := _wall(found[0])) is not None:
            return t.clock(wall)
        case _:
            return "\n".join(found)


def _of(options: Sequence[Option], values: tuple[str, ...]) -> tuple[str, ...]:
    known = {option.value for option in options}
    return tuple(value for value in values if value in known)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _wall(text: str) -> time | None:
    try:
        return time.fromisoformat(text)
    except ValueError:
        return None
