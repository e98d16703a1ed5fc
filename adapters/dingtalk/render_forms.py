"""Forms → the form of a card, and what it shows once it was sent (facts §6).

Typing stays on the person's device until it is sent, so what was wrong is answered with
the form as it was shown and everything typed as its first value.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Any, assert_never

from adapters.dingtalk.render_spans import Json, label
from adapters.dingtalk.seals import Seal
from adapters.dingtalk.tickets import Ticket, ticket_of
from adapters.dingtalk.values import HIDDEN, Kept, hidden_in, read_kept
from adapters.dingtalk.wire import as_json, read_json, text
from adapters.prose import clean, cut
from adapters.wire import records
from bot.events import FieldValue, Filled, Values
from bot.messages import (
    AnyField,
    Buttons,
    Card,
    ChoiceField,
    ChoicesField,
    DateField,
    Form,
    NumberField,
    Option,
    Paragraph,
    PersonField,
    PlaceField,
    TextField,
    TimeField,
)

ROWS = 4  # of a text of several lines
LABEL = 200
CHINESE = range(0x2E80, 0xA000)
BY_KEY = {"updateCardDataByKey": True, "updatePrivateDataByKey": True}


def form(
    shown: Form, opened: Ticket, names: Mapping[str, str], seal: Seal
) -> dict[str, str]:
    """The private variables of a card that asks; `names` are people's by id."""
    names = _distinct({**names, **_called(shown)})
    fields = [_input(field, opened, names) for field in shown.fields if _fits(field)]
    kept = Kept(
        form=shown.name,
        state=shown.state,
        reopen=str(shown.opener),
        submit=label(shown.submit),
        people=_named(shown, PersonField),
        many=tuple(
            f.name for f in shown.fields if isinstance(f, PersonField) and f.many
        ),
        days=_named(shown, DateField),
        times=_named(shown, TimeField),
        sealed=tuple(field.name for field in shown.fields if field.sealed),
        known={name: id for id, name in names.items()},
    )
    sealed = seal.put(opened.user, kept.write())
    hidden = {"name": HIDDEN, "type": "TEXT", "hidden": True, "defaultValue": sealed}
    return {
        "form": as_json({"fields": [*fields, hidden]}),
        "form_status": "normal",
        "form_btn_text": label(shown.submit),
        "notice": "",
    }


def around(shown: Form) -> Card:
    """What the card says around the form, with the way back."""
    intro = (Paragraph(shown.intro),) if shown.intro else ()
    back = (Buttons((shown.back,)),) if shown.back else ()
    return Card((shown.title,), (*intro, *back))


def followed(then: Mapping[str, str], card: Mapping[str, str]) -> Json:
    """The card once another form took the place of the one that was sent."""
    return {
        "cardUpdateOptions": BY_KEY,
        "cardData": {"cardParamMap": dict(card)},
        "userPrivateData": {"cardParamMap": dict(then)},
    }


def people_in(shown: Form) -> tuple[str, ...]:
    """Everybody a form is filled with from the start, and does not name itself."""
    chosen = (f.values for f in shown.fields if isinstance(f, PersonField))
    named = _called(shown)
    return tuple(dict.fromkeys(id for ids in chosen for id in ids if id not in named))


def _called(shown: Form) -> dict[str, str]:
    fields = (f.called for f in shown.fields if isinstance(f, PersonField))
    return {each.value: each.label for called in fields for each in called}


def answered(filled: Filled, errors: Mapping[str, str]) -> Json:
    """What the card shows who sent the form: done, or what was wrong.

    It is the answer to the callback itself (facts §5.6).
    """
    shown = read_json(ticket_of(filled.handle).form)
    kept = read_kept(hidden_in(shown))
    seen: dict[str, str] = {"form_status": "normal", "notice": _notice(shown, errors)}
    if not errors:
        seen["form_status"] = "disabled"
    if kept and kept.submit:
        seen["form_btn_text"] = kept.submit if errors else f"✓ {kept.submit}"
    if fields := records(shown, "fields"):
        silent = kept.sealed if kept and not errors else ()
        values = dict(filled.values) | dict.fromkeys(silent)
        again = [_with(dict(field), values, kept) for field in fields]
        seen["form"] = as_json({"fields": again})
    return {"cardUpdateOptions": BY_KEY, "userPrivateData": {"cardParamMap": seen}}


def _distinct(names: Mapping[str, str]) -> dict[str, str]:
    """Names that mean one person each: two of the same name bear their ids."""
    taken = Counter(names.values())
    return {id: n if taken[n] == 1 else f"{n} ({id})" for id, n in names.items()}


def _named(shown: Form, kind: type[AnyField]) -> tuple[str, ...]:
    return tuple(field.name for field in shown.fields if isinstance(field, kind))


def _fits(field: AnyField) -> bool:
    return not isinstance(field, ChoiceField | ChoicesField) or bool(field.options)


def _input(field: AnyField, opened: Ticket, names: Mapping[str, str]) -> Json:
    shown: Json = {"name": field.name, "label": cut(label(field.label), LABEL)}
    if field.required and field.only_if is None:  # the client insists on what it shows
        shown["required"] = True
    if hint := _hint(field):
        shown["placeholder"] = hint
    return shown | _element(field, opened, names)


def _hint(field: AnyField) -> str:
    """A field has one place for both the example and the hint."""
    example = field.placeholder if isinstance(field, TextField) else ""
    when = field.only_if.said if field.only_if else ""
    said = (" ".join(clean(part).split()) for part in (when, field.hint, example))
    return cut(" · ".join(filter(None, said)), LABEL)


def _element(field: AnyField, opened: Ticket, names: Mapping[str, str]) -> Json:
    match field:
        case TextField(value=value, multiline=True):
            return _typed("TEXT_AREA", clean(value)) | {"minRows": 2, "maxRows": ROWS}
        case TextField(value=value):
            return _typed("TEXT", clean(value))
        case NumberField(value=value):
            return _typed("NUMBER", value)
        case ChoiceField(options=options, value=value):
            return _choice(options, value)
        case ChoicesField(options=options, values=values):
            return _choices(options, values)
        case PersonField(values=ids):
            return _typed("TEXT", ", ".join(names.get(id, id) for id in ids))
        case PlaceField(value=value, called=name):
            return _place(value, name, opened)
        case DateField(value=day):
            form = {"format": "yyyy-MM-dd"}
            return _typed("DATE", day.isoformat() if day else "") | form
        case TimeField(value=wall):
            at = "" if wall is None else wall.strftime("%H:%M")
            return _typed("TIME", at) | {"format": "HH:mm"}
        case _:
            assert_never(field)


def _typed(kind: str, value: str) -> Json:
    return {"type": kind} | ({"defaultValue": value} if value else {})


def _options(options: Sequence[Option]) -> list[Json]:
    return [{"value": o.value, "text": label(o.label)} for o in options]


def _choice(options: Sequence[Option], value: str | None) -> Json:
    shown: Json = {"type": "SELECT", "options": _options(options)}
    values = [option.value for option in options]
    if value not in values:
        return shown
    return shown | {"defaultValue": {"index": values.index(value), "value": value}}


def _choices(options: Sequence[Option], chosen: Sequence[str]) -> Json:
    shown: Json = {"type": "MULTI_SELECT", "options": _options(options)}
    found = [(i, o.value) for i, o in enumerate(options) if o.value in chosen]
    if not found:
        return shown
    index, values = zip(*found, strict=True)
    return shown | {"defaultValue": {"index": list(index), "value": list(values)}}


def _place(value: str | None, name: str, opened: Ticket) -> Json:
    """The group we know of; DingTalk does not list groups, so else a name is typed."""
    here = opened.place if opened.group else ""
    if not here or (value and value != here):
        return _typed("TEXT", clean(name) if value and name else value or "")
    return _choice((Option(opened.group, here),), value or here)


def _notice(shown: object, errors: Mapping[str, str]) -> str:
    """What was wrong, a line each, beside the label of its field."""
    names = {text(f, "name"): text(f, "label") for f in records(shown, "fields")}
    lines = (_beside(names.get(name, ""), said) for name, said in errors.items())
    return "\n".join(lines)


def _beside(name: str, said: str) -> str:
    """A question as a label ends without its mark there."""
    name = name.rstrip("?？")
    if not name:
        return said
    chinese = any(ord(letter) in CHINESE for letter in name)
    return f"{name}：{said}" if chinese else f"{name}: {said}"


def _with(field: Json, values: Values, kept: Kept | None) -> Json:
    """The field with what was typed or chosen as its first value."""
    name = text(field, "name")
    if name == HIDDEN or name not in values:
        return field
    value = _first(field, values[name], kept)
    field.pop("defaultValue", None)
    return field | ({"defaultValue": value} if value else {})


def _first(field: Json, given: FieldValue, kept: Kept | None) -> Any:
    options = [text(option, "value") for option in records(field, "options")]
    match given:
        case None:
            return None
        case str() if options:
            found = options.index(given) if given in options else -1
            return {"index": found, "value": given} if found >= 0 else None
        case tuple() if options:
            places = [options.index(one) for one in given if one in options]
            return {"index": places, "value": [options[i] for i in places]}
        case _:
            names = {id: name for name, id in kept.known.items()} if kept else {}
            ids = (given,) if isinstance(given, str) else given
            return ", ".join(names.get(id, id) for id in ids)
