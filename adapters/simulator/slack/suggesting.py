"""Fields whose options the app offers as somebody types (facts §4)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from adapters.simulator.slack import payloads
from adapters.simulator.slack.records import View
from adapters.simulator.slack.typed import find_person
from adapters.simulator.slack.values import label_of, options
from adapters.simulator.wire import ControlError, Json

if TYPE_CHECKING:
    from adapters.simulator.slack.person import Person

MOST = 100
EXTERNAL = ("external_select", "multi_external_select")


async def offered(
    person: Person, where: Json, block: Json, element: Json, typed: str
) -> list[Json]:
    """Type so much into the field; what the app offers for it."""
    payload = payloads.interaction(
        person.slack.workspace,
        "block_suggestion",
        person.id,
        **where,
        action_id=element["action_id"],
        block_id=block["block_id"],
        value=typed,
    )
    answer = await person.slack.outbox.ask("interactive", payload)
    body = answer.body if isinstance(answer.body, dict) else {}
    return options(body)[:MOST]


async def looked_up(person: Person, view: View, values: dict[str, Any]) -> Json:
    """The values; what is only named, in a field that asks the app, is looked for there
    as somebody does who types the name.
    """
    found = dict(values)
    for block in view.blocks:
        element = block.get("element") or {}
        if element.get("type") not in EXTERNAL:
            continue
        label = (block.get("label") or {}).get("text")
        for name in {block["block_id"], label, element["action_id"]} & values.keys():
            found[name] = await _chosen(person, view, block, element, values[name])
    return found


async def _chosen(
    person: Person, view: View, block: Json, element: Json, value: Any
) -> Any:
    given = value if isinstance(value, list) else [value]
    chosen = [
        await _meant(person, view, block, element, each)
        if isinstance(each, str) and each
        else each
        for each in given
    ]
    return chosen if isinstance(value, list) else chosen[0]


async def _meant(
    person: Person, view: View, block: Json, element: Json, typed: str
) -> Json:
    """The option that is meant by an id, a handle, a name or an option's own value."""
    state = view.values[block["block_id"]][element["action_id"]]
    standing = [*(state.get("selected_options") or []), state.get("selected_option")]
    for option in filter(None, standing):
        if option["value"] == typed:
            return dict(option)
    workspace = person.slack.workspace
    user = find_person(workspace, typed)
    name = workspace.users[user].name if user else typed.removeprefix("@")
    where = {
        "container": {"type": "view", "view_id": view.id},
        "view": person.slack.views.wire(view),
    }
    found = await offered(person, where, block, element, name)
    known = {typed, user, name}
    exact = [each for each in found if known & {each["value"], label_of(each)}]
    if not (exact or found):
        raise ControlError(f"the app offers nobody for {typed!r}")
    return (exact or found)[0]
