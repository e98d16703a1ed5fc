"""Block Kit as Slack checks it: surfaces, ids, totals and views (facts §5, §14)."""

from __future__ import annotations

import json
from collections.abc import Iterator

from adapters.simulator.slack.blocks import BLOCKS, interactive
from adapters.simulator.slack.elements import PLAIN
from adapters.simulator.slack.shape import (
    Check,
    Report,
    anything,
    array,
    boolean,
    record,
    string,
    text,
    typed,
)
from adapters.simulator.wire import Json

MOST_BLOCKS = {"message": 50, "modal": 100, "home": 100}
_REFUSED = {
    "message": {"alert"},
    "home": {
        "alert",
        "container",
        "context_actions",
        "data_table",
        "data_visualization",
        "markdown",
        "plan",
        "table",
        "task_card",
        "carousel",
    },
    "modal": {
        "card",
        "carousel",
        "container",
        "context_actions",
        "data_table",
        "data_visualization",
        "markdown",
        "plan",
        "table",
        "task_card",
    },
}


def check_blocks(blocks: object, surface: str, root: str = "/blocks") -> list[str]:
    """Everything that Slack would refuse in these blocks, with json-pointers."""
    report = Report(surface)
    allowed = {
        kind: check for kind, check in BLOCKS.items() if kind not in _REFUSED[surface]
    }
    array(typed(allowed), MOST_BLOCKS[surface], 0)(blocks, root, report)
    if isinstance(blocks, list) and not report.messages:
        _check_ids(blocks, root, report)
        _check_totals(blocks, root, report)
    return report.messages


def check_view(view: object) -> list[str]:
    """Everything that Slack would refuse in a view, with json-pointers."""
    if not isinstance(view, dict):
        return ["[ERROR] must provide an object [json-pointer:/view]"]
    surface = view.get("type")
    if surface not in ("modal", "home"):
        return [f"[ERROR] unsupported type: {surface} [json-pointer:/view/type]"]
    report = Report(surface)
    shape = _MODAL if surface == "modal" else _HOME
    shape(view, "/view", report)
    blocks = view.get("blocks")
    has_input = isinstance(blocks, list) and any(
        isinstance(block, dict) and block.get("type") == "input" for block in blocks
    )
    if surface == "modal" and has_input and not view.get("submit"):
        report.add("missing required field: submit", "/view")
    return report.messages + check_blocks(blocks, surface, "/view/blocks")


def view_size(view: Json) -> int:
    """Bytes of the view's JSON; more than 250,000 is too large."""
    return len(json.dumps(view, ensure_ascii=False).encode())


_COMMON: dict[str, Check] = {
    "type": anything,
    "blocks": anything,
    "callback_id": string(255, 0),
    "private_metadata": string(3000, 0),
    "external_id": string(255, 0),
}
_LABEL = text(24, PLAIN)
_HOME = record(
    _COMMON | dict.fromkeys(("title", "submit", "close"), _LABEL), "type blocks"
)
_MODAL = record(
    _COMMON
    | {"title": _LABEL, "submit": _LABEL, "close": _LABEL}
    | {"clear_on_close": boolean, "notify_on_close": boolean}
    | {"submit_disabled": boolean},
    "type title blocks",
)


def _check_ids(blocks: list[Json], root: str, report: Report) -> None:
    seen: set[str] = set()
    for number, block in enumerate(blocks):
        id = block.get("block_id")
        if isinstance(id, str) and id in seen:
            report.add(f"`block_id` {id} already exists", f"{root}/{number}/block_id")
        seen |= {id} if isinstance(id, str) else set()
        actions: set[str] = set()
        for element in interactive(block):
            action = element.get("action_id")
            if isinstance(action, str) and action in actions:
                report.add(f"`action_id` {action} already exists", f"{root}/{number}")
            actions |= {action} if isinstance(action, str) else set()
            if report.surface != "modal" and element.get("type") == "file_input":
                report.add("unsupported type: file_input", f"{root}/{number}/element")


def _check_totals(blocks: list[Json], root: str, report: Report) -> None:
    markdown = sum(
        len(str(b.get("text"))) for b in blocks if b.get("type") == "markdown"
    )
    if markdown > 12_000:
        report.add("no more than 12000 characters of markdown allowed", root)
    tables = [b for b in blocks if b.get("type") in ("table", "data_table")]
    if len(tables) > 1:
        report.add("only_one_table_allowed", root)
    if sum(len(words) for words in _cell_texts(tables)) > 10_000:
        report.add("no more than 10000 characters in tables allowed", root)
    charts = [b for b in blocks if b.get("type") == "data_visualization"]
    if len(charts) > 2:
        report.add("no more than 2 data_visualization blocks allowed", root)


def _cell_texts(value: object) -> Iterator[str]:
    if isinstance(value, list):
        for child in value:
            yield from _cell_texts(child)
    elif isinstance(value, dict):
        for key, child in value.items():
            if key == "text" and isinstance(child, str):
                yield child
            else:
                yield from _cell_texts(child)
