"""The blocks of Block Kit with their fields and limits (facts §14)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from adapters.simulator.slack.elements import (
    BUTTON,
    IMAGE,
    IN_ACTIONS,
    IN_CONTEXT_ACTIONS,
    IN_INPUT,
    PLAIN,
    SECTION_ACCESSORY,
    SLACK_FILE,
)
from adapters.simulator.slack.richtext import RICH_TEXT
from adapters.simulator.slack.shape import (
    Check,
    Report,
    any_of,
    anything,
    array,
    boolean,
    both,
    integer,
    one_of,
    record,
    string,
    text,
    typed,
)
from adapters.simulator.wire import Json

_URL = string(3000)


def _block(required: str = "", **fields: Check) -> Check:
    common: dict[str, Check] = {"type": anything, "block_id": string(255)}
    return record(common | fields, f"type {required}".strip())


def _context_item(value: Any, at: str, report: Report) -> None:
    kind = value.get("type") if isinstance(value, dict) else None
    (IMAGE if kind == "image" else text(3000))(value, at, report)


_CELL = typed(
    {
        "raw_text": record({"type": anything, "text": string(10_000)}, "type text"),
        "raw_number": record(
            {"type": anything, "value": anything, "text": string(10_000)}, "type value"
        ),
        "rich_text": RICH_TEXT,
    }
)
_ROWS = array(array(_CELL, 20), 100)
_COLUMNS = array(
    record({"align": one_of("left", "center", "right"), "is_wrapped": boolean}), 20, 0
)

BLOCKS: dict[str, Check] = {
    "section": both(
        _block(
            text=text(3000),
            fields=array(text(2000), 10),
            accessory=SECTION_ACCESSORY,
            expand=boolean,
        ),
        any_of("text fields"),
    ),
    "header": _block("text", text=text(150, PLAIN)),
    "actions": _block("elements", elements=array(IN_ACTIONS, 25)),
    "context": _block("elements", elements=array(_context_item, 10)),
    "context_actions": _block("elements", elements=array(IN_CONTEXT_ACTIONS, 5)),
    "divider": _block(),
    "image": both(
        _block(
            "alt_text",
            image_url=_URL,
            slack_file=SLACK_FILE,
            alt_text=string(2000),
            title=text(2000, PLAIN),
        ),
        any_of("image_url slack_file"),
    ),
    "input": _block(
        "label element",
        label=text(2000, PLAIN),
        hint=text(2000, PLAIN),
        element=IN_INPUT,
        optional=boolean,
        dispatch_action=boolean,
    ),
    "rich_text": RICH_TEXT,
    "markdown": _block("text", text=string(12_000)),
    "table": _block("rows", rows=_ROWS, column_settings=_COLUMNS),
    "data_table": _block(
        "rows",
        rows=_ROWS,
        caption=anything,
        page_size=integer(1, 100),
        row_header_column_index=integer(0, 19),
        column_settings=_COLUMNS,
    ),
    "video": _block(
        "alt_text title thumbnail_url video_url",
        title=text(200, PLAIN),
        alt_text=string(2000),
        thumbnail_url=_URL,
        video_url=_URL,
        title_url=_URL,
        author_name=string(50),
        description=text(200, PLAIN),
        provider_name=string(100),
        provider_icon_url=_URL,
    ),
    "alert": _block(
        "text",
        text=text(200),
        level=one_of("default", "info", "warning", "error", "success"),
    ),
    "card": both(
        _block(
            title=text(150),
            subtitle=text(150),
            body=text(200),
            actions=array(BUTTON, 3),
            hero_image=anything,
            icon=anything,
        ),
        any_of("hero_image title actions body"),
    ),
}
BLOCKS["carousel"] = _block(
    "elements", elements=array(typed({"card": BLOCKS["card"]}), 10)
)
for _unchecked in ("container", "task_card", "plan", "data_visualization"):
    BLOCKS[_unchecked] = anything


def interactive(block: Json) -> Iterator[Json]:
    """The elements of a block that a person can act on, in order."""
    places = [block.get("accessory"), block.get("element")]
    if block.get("type") in ("actions", "context_actions"):
        places += block.get("elements") or []
    if block.get("type") == "card":
        places += block.get("actions") or []
    for element in places:
        if isinstance(element, dict) and element.get("type") != "image":
            yield element
    if block.get("type") == "carousel":
        for card in block.get("elements") or []:
            yield from interactive(card)
