"""The messages a robot can send by API: msgKey and msgParam (facts §4.3)."""

from __future__ import annotations

import json
from dataclasses import dataclass

from adapters.simulator.dingtalk.errors import ApiRefusal
from adapters.simulator.dingtalk.posting import Said
from adapters.simulator.dingtalk.records import Button
from adapters.simulator.wire import Json

LONGEST_PARAM = 15_000


@dataclass(frozen=True, slots=True)
class Shape:
    """What a msgKey shows, the keys it needs, and its pairs of button and address."""

    kind: str
    needs: tuple[str, ...]
    buttons: tuple[tuple[str, str], ...] = ()
    may: tuple[str, ...] = ()


def _numbered(title: str, url: str, count: int) -> tuple[tuple[str, str], ...]:
    return tuple((f"{title}{n}", f"{url}{n}") for n in range(1, count + 1))


_TALK = ("title", "text")
SHAPES = {
    "sampleText": Shape("text", ("content",)),
    "sampleMarkdown": Shape("markdown", _TALK),
    "sampleImageMsg": Shape("image", ("photoURL",)),
    "sampleLink": Shape("link", (*_TALK, "messageUrl"), may=("picUrl",)),
    "sampleActionCard": Shape("actionCard", _TALK, (("singleTitle", "singleURL"),)),
    **{
        f"sampleActionCard{count}": Shape(
            "actionCard", _TALK, _numbered("actionTitle", "actionURL", count)
        )
        for count in range(2, 6)
    },
    "sampleActionCard6": Shape(
        "actionCard", _TALK, _numbered("buttonTitle", "buttonUrl", 2)
    ),
    "sampleAudio": Shape("audio", ("mediaId", "duration")),
    "sampleFile": Shape("file", ("mediaId", "fileName", "fileType")),
    "sampleVideo": Shape(
        "video",
        ("duration", "videoMediaId", "videoType"),
        may=("picMediaId", "height", "width"),
    ),
}


def said_by(key: str, parameter: object) -> Said:
    """What people see of a msgKey and its msgParam, or the documented refusal."""
    shape = SHAPES.get(key)
    if shape is None:
        raise ApiRefusal("invalidParameter.msgKey.invalid", f"msgKey {key} 不合法")
    values = _values(parameter)
    buttons = [name for pair in shape.buttons for name in pair]
    for name in (*shape.needs, *buttons):
        if not values.get(name):
            raise ApiRefusal(f"miss.param.{shape.kind}To{name}")
    if not all(isinstance(value, str) for value in values.values()):
        raise ApiRefusal("invalidParameter.msgParam.invalid", "values must be strings")
    text = values.get("content") or values.get("text") or values.get("fileName") or ""
    return Said(
        shape.kind,
        text,
        values.get("title", ""),
        tuple(
            Button(str(number), values[title], values[url])
            for number, (title, url) in enumerate(shape.buttons)
        ),
        {k: v for k, v in values.items() if k not in ("content", "text", "title")},
    )


def _values(parameter: object) -> Json:
    if not isinstance(parameter, str):
        raise ApiRefusal("invalidParameter.msgParam.invalid", "msgParam is no string")
    if len(parameter.encode()) > LONGEST_PARAM:
        raise ApiRefusal("invalidParameter.msgParam.tooLong", "msgParam 过长")
    try:
        values = json.loads(parameter)
    except ValueError:
        values = None
    if not isinstance(values, dict):
        raise ApiRefusal("invalidParameter.msgParam.invalid", "msgParam is not JSON")
    return values
