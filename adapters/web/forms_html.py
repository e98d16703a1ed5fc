"""Pages of forms as HTML: pure. Everything in them is escaped by the templates."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import assert_never

from jinja2 import Environment, PackageLoader, StrictUndefined

from adapters.hypertext import html
from bot.messages import (
    AnyField,
    ChoiceField,
    ChoicesField,
    DateField,
    NumberField,
    Option,
    PersonField,
    PlaceField,
    TextField,
    TimeField,
)
from bot.ports.pages import FormPage, Told

FEW = 5  # so many choices are all seen at once; more are a list
LISTED = 60  # so many people are a list; more are found by typing
BOXES = 24  # so many people have a box each

templates = Environment(
    loader=PackageLoader("adapters.web"),
    autoescape=True,
    undefined=StrictUndefined,
    trim_blocks=True,
    lstrip_blocks=True,
)


@dataclass(frozen=True, slots=True)
class Page:
    """What every page needs to know of its request."""

    token: str
    nonce: str
    kept: bool = False


@dataclass(frozen=True, slots=True)
class Input:
    """One field as the template draws it: `kind` names the macro that does."""

    kind: str
    asked: AnyField
    options: Sequence[Option] = ()
    chosen: frozenset[str] = frozenset()
    text: str = ""
    attributes: Mapping[str, object] = field(default_factory=dict)
    error: str = ""


def form_page(page: FormPage, shown: Page) -> str:
    """The form, with what stands in it and what is wrong with it."""
    inputs = [drawn(field, page) for field in page.form.fields if not _is_void(field)]
    return templates.get_template("form.html").render(
        page=page,
        shown=shown,
        inputs=inputs,
        intro=html(page.form.intro),
        first_wrong=next((each for each in inputs if each.error), None),
    )


def told_page(page: Told, shown: Page) -> str:
    """A page that says something."""
    return templates.get_template("told.html").render(
        page=page,
        shown=shown,
        title=html(page.title),
        lines=[html(line) for line in page.lines],
    )


def drawn(field: AnyField, page: FormPage) -> Input:
    """How a field is drawn."""
    error = page.errors.get(field.name, "")
    match field:
        case TextField(multiline=True):
            return Input("lines", field, text=field.value, error=error)
        case TextField():
            return Input("text", field, text=field.value, error=error)
        case NumberField():
            return _number(field, error)
        case ChoiceField(options=options, value=value):
            few = field.required and len(options) <= FEW
            kind, chosen = "radios" if few else "select", frozenset({value or ""})
            return Input(kind, field, options, chosen, error=error)
        case ChoicesField(options=options, values=values):
            return Input("boxes", field, options, frozenset(values), error=error)
        case PersonField():
            return _people(field, page.people, error)
        case PlaceField(value=value):
            chosen = frozenset({value or ""})
            return Input("select", field, page.places, chosen, error=error)
        case DateField(value=day):
            text = day.isoformat() if day else ""
            return Input("date", field, text=text, error=error)
        case TimeField(value=wall):
            text = "" if wall is None else wall.strftime("%H:%M")
            return Input("time", field, text=text, error=error)
        case _:
            assert_never(field)


def _number(field: NumberField, error: str) -> Input:
    attributes = {
        "min": field.low,
        "max": field.high,
        "step": "any" if field.decimal else 1,
        "inputmode": "decimal" if field.decimal else "numeric",
    }
    given = {name: value for name, value in attributes.items() if value is not None}
    return Input("number", field, text=field.value, attributes=given, error=error)


def _people(field: PersonField, people: Sequence[Option], error: str) -> Input:
    """A list of a few, names to be typed of many; a typed name stays as it was."""
    known = {option.value: option.label for option in people}
    strange = any(value not in known for value in field.values)
    if field.many and 0 < len(people) <= BOXES and not strange:
        return Input("boxes", field, people, frozenset(field.values), error=error)
    if not field.many and 0 < len(people) <= LISTED and not strange:
        return Input("select", field, people, frozenset(field.values), error=error)
    text = ", ".join(known.get(value, value) for value in field.values)
    return Input("names", field, people, text=text, error=error)


def _is_void(field: AnyField) -> bool:
    return isinstance(field, ChoiceField | ChoicesField) and not field.options
