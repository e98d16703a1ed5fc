"""The fields of a form, and which of them are asked."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import TypeVar, assert_never

from bot.model.interview import Answer


@dataclass(frozen=True, slots=True)
class Option:
    """One choice of a picker or a choice field. `also` is what else people type for
    it.
    """

    label: str
    value: str
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OnlyIf:
    """Asked only where another field, which stands before, holds one of these values.

    `said` tells so in words, where a form cannot hide what is not asked.
    """

    field: str
    values: tuple[str, ...]
    said: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """What every field of a form has. `name` is the key in `Filled.values`.

    `only_if` says when it is asked at all. What was given in a `sealed` one is told to
    nobody afterwards, not even to who gave it.
    """

    name: str
    label: str
    required: bool = True
    hint: str = ""
    only_if: OnlyIf | None = None
    sealed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TextField(Field):
    """Text; `limit` in characters."""

    value: str = ""
    multiline: bool = False
    limit: int = 3000
    placeholder: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberField(Field):
    """A number, decimal or not, within bounds."""

    value: str = ""
    decimal: bool = False
    low: int | None = None
    high: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoiceField(Field):
    """One of several; a scale or yes/no is a choice too."""

    options: tuple[Option, ...]
    value: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoicesField(Field):
    """Any number of several."""

    options: tuple[Option, ...]
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonField(Field):
    """Anybody of the organization; several where `many`. Values are the platform's user
    ids, and "person:7" for who has no account there; `called` says who they are.
    """

    values: tuple[str, ...] = ()
    many: bool = False
    called: tuple[Option, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceField(Field):
    """A channel or group of the workspace. The value is the platform's place id; where
    a platform has no picker for places it is `called` so, and a typed name stands for
    one.
    """

    value: str | None = None
    called: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateField(Field):
    """A day, "YYYY-MM-DD" on the wire of forms."""

    value: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeField(Field):
    """A wall time, "HH:MM"."""

    value: time | None = None


AnyField = (
    TextField | NumberField | ChoiceField | ChoicesField | PersonField | PlaceField
    | DateField | TimeField
)  # fmt: skip

F = TypeVar("F", bound=Field)


def asked(fields: Iterable[F], values: Mapping[str, Answer]) -> tuple[F, ...]:
    """Those of the fields that are asked where this was given.

    What hangs on a field that is not asked is not asked either.
    """
    found: dict[str, F] = {}
    for field in fields:
        when = field.only_if
        if when is None or (when.field in found and _holds(when, values)):
            found[field.name] = field
    return tuple(found.values())


def governing(fields: Iterable[Field]) -> frozenset[str]:
    """The names of those on which others hang."""
    return frozenset(field.only_if.field for field in fields if field.only_if)


def standing(field: AnyField) -> Answer:
    """What a field would send if nobody touched it."""
    match field:
        case TextField(value=value) | NumberField(value=value):
            return value or None
        case ChoiceField(value=chosen) | PlaceField(value=chosen):
            return chosen or None
        case ChoicesField(values=values):
            return values
        case PersonField(values=values, many=many):
            return values if many else next(iter(values), None)
        case DateField(value=day):
            return day.isoformat() if day else None
        case TimeField(value=wall):
            return None if wall is None else wall.strftime("%H:%M")
        case _:
            assert_never(field)


def _holds(when: OnlyIf, values: Mapping[str, Answer]) -> bool:
    given = values.get(when.field)
    parts = (given,) if isinstance(given, str) else given or ()
    return any(part in when.values for part in parts)
