"""Events and what is owed in return as text and back, so that both survive a killed
process.

Every value carries the name of its class; a field this version does not know is left
out, one that is missing has its default, so a new version reads what an old one wrote.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, datetime, time
from enum import Enum
from typing import Any, get_args

from bot.events import Inbound
from bot.messages import (
    AnyField,
    Audience,
    Block,
    Button,
    ButtonStyle,
    Card,
    Confirm,
    Form,
    MomentStyle,
    Notice,
    Option,
    Picker,
    Reply,
    Span,
    Tone,
)
from bot.model.files import FileLink, Keeping, SentFile
from bot.model.form_field import OnlyIf
from bot.model.people import Profile
from bot.model.refs import Handle, MessageRef, PlaceRef, UserRef
from bot.ports.owed import Owed

CLASSES: Mapping[str, type[Any]] = {
    known.__name__: known
    for known in (
        *get_args(Inbound),
        Profile,
        UserRef,
        PlaceRef,
        MessageRef,
        Handle,
        FileLink,
        Keeping,
        SentFile,
        Owed,
        Reply,
        Card,
        Form,
        *get_args(AnyField),
        OnlyIf,
        Notice,
        *get_args(Block),
        *get_args(Span),
        Button,
        Picker,
        Option,
        Confirm,
        Audience,
        Tone,
        ButtonStyle,
        MomentStyle,
    )
}
NAMES: Mapping[type[Any], Sequence[str]] = {
    known: tuple(each.name for each in fields(known))
    for known in CLASSES.values()
    if is_dataclass(known)
}
KIND = "is"
PLAIN = (type(None), str, bool, int)


def encode(value: Inbound | Owed) -> str:
    """It as JSON in ASCII, which both databases keep whatever was typed."""
    return json.dumps(_encode(value), separators=(",", ":"))


def decode(text: str) -> Inbound:
    """The event that was encoded."""
    event: Inbound = _decode(json.loads(text))
    return event


def decode_owed(text: str) -> Owed:
    """What was owed."""
    owed: Owed = _decode(json.loads(text))
    return owed


def _encode(value: object) -> object:
    if type(value) in PLAIN:  # most are: asking of each whether it is a mapping is slow
        return value
    match value:
        case Enum():
            return {KIND: type(value).__name__, "value": value.value}
        case datetime():
            return {KIND: "datetime", "at": value.isoformat()}
        case date() | time():
            return {KIND: type(value).__name__, "at": value.isoformat()}
        case tuple() | list():
            return [_encode(part) for part in value]
        case Mapping():
            return {
                KIND: "mapping",
                "of": {key: _encode(part) for key, part in value.items()},
            }
        case str() | int():
            return value
        case _ if (names := NAMES.get(type(value))) is not None:
            parts = {name: _encode(getattr(value, name)) for name in names}
            return {KIND: type(value).__name__, **parts}
        case _:
            raise TypeError(f"an event cannot hold a {type(value).__name__}")


def _decode(value: Any) -> Any:
    match value:
        case list():
            return tuple(_decode(part) for part in value)
        case {"is": "datetime", "at": str(at)}:
            return datetime.fromisoformat(at)
        case {"is": "date", "at": str(at)}:
            return date.fromisoformat(at)
        case {"is": "time", "at": str(at)}:
            return time.fromisoformat(at)
        case {"is": "mapping", "of": dict(parts)}:
            return {key: _decode(part) for key, part in parts.items()}
        case {"is": str(name)} if issubclass(CLASSES[name], Enum):
            return CLASSES[name](value["value"])
        case {"is": str(name)}:
            known = value.keys() & NAMES[CLASSES[name]]
            return CLASSES[name](**{key: _decode(value[key]) for key in known})
        case _:
            return value
