"""To-dos in people's lists (facts §8.3)."""

from __future__ import annotations

from typing import Any

import pytest

from adapters.simulator.dingtalk.company import LI, ZHAO
from adapters.simulator.dingtalk.side import DingTalkSide
from adapters.simulator.dingtalk.stage import DingTalkStage
from adapters.simulator.side import Press
from adapters.simulator.wire import ControlError
from tests.adapters.simulator.dingtalk.stranger import Stranger


@pytest.fixture
def unions(ding: DingTalkSide) -> tuple[str, str]:
    """The unionIds of 李伟 and 赵磊."""
    people = ding.organization.people
    return people[LI].union_id, people[ZHAO].union_id


def task(unions: tuple[str, str], **changes: Any) -> dict[str, Any]:
    """A to-do of 李伟 for both, with changes; None takes an argument away."""
    whole: dict[str, Any] = {
        "sourceId": "task-12",
        "subject": "盘点",
        "creatorId": unions[0],
        "executorIds": list(unions),
        "dueTime": 1_793_700_000_000,
        "detailUrl": {
            "pcUrl": "dingtalk://dingtalkclient/page/link?url=https%3A%2F%2Fshop.example"
        },
    }
    merged = whole | changes
    return {name: value for name, value in merged.items() if value is not None}


async def test_a_todo_lives_in_the_lists_of_its_executors(
    stranger: Stranger, stage: DingTalkStage, unions: tuple[str, str]
) -> None:
    """Each ticks it off alone; it is done when all have."""
    path = f"/v1.0/todo/users/{unions[0]}/tasks?operatorId={unions[0]}"
    made = await stranger.new("POST", path, **task(unions))
    assert (made["subject"], made["done"]) == ("盘点", False)
    todo = {
        "id": made["id"],
        "subject": "盘点",
        "done": False,
        "due": 1_793_700_000_000,
        "url": "https://shop.example",
    }
    assert stage.view(ZHAO)["todos"] == stage.view(LI)["todos"] == [todo]
    assert stage.view("王芳")["todos"] == []
    assert await stage.press(ZHAO, Press(f"todo:{made['id']}")) == {"ok": True}
    assert stage.view(ZHAO)["todos"] == [todo | {"done": True}]
    assert stage.view(LI)["todos"] == [todo]
    query = f"/v1.0/todo/users/{unions[0]}/org/tasks/query"
    (card,) = (await stranger.new("POST", query, isDone=False))["todoCards"]
    assert (card["taskId"], card["isDone"]) == (made["id"], False)
    status = [{"id": unions[0], "isDone": True}]
    await stranger.new(
        "PUT",
        f"/v1.0/todo/users/{unions[0]}/tasks/{made['id']}/executorStatus",
        executorStatusList=status,
    )
    assert (await stranger.new("POST", query, isDone=False))["todoCards"] == []


async def test_a_todo_can_be_changed_and_deleted(
    stranger: Stranger, stage: DingTalkStage, unions: tuple[str, str]
) -> None:
    """Then it is gone from all lists."""
    made = await stranger.new(
        "POST", f"/v1.0/todo/users/{unions[0]}/tasks", **task(unions)
    )
    path = f"/v1.0/todo/users/{unions[0]}/tasks/{made['id']}"
    changes = {"subject": "盘点茶杯", "executorIds": [unions[1]], "done": True}
    assert await stranger.new("PUT", path, **changes) == {"result": True}
    (shown,) = stage.view(ZHAO)["todos"]
    assert (shown["subject"], shown["done"]) == ("盘点茶杯", True)
    assert stage.view(LI)["todos"] == []
    assert await stranger.new("DELETE", path) == {"result": True}
    assert stage.view(ZHAO)["todos"] == []
    assert await stranger.refused("PUT", path, subject="x") == "task.notExist"
    with pytest.raises(ControlError):
        await stage.press(ZHAO, Press(f"todo:{made['id']}"))


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"sourceId": None}, "paramError.sourceId"),
        ({"subject": ""}, "paramError.subject"),
        ({"subject": "长" * 1025}, "paramError.subject"),
        ({"executorIds": ["nobody"]}, "paramError.unionId"),
        ({"dueTime": "tomorrow"}, "paramError.dueTime"),
        ({"detailUrl": None}, "paramError.detailUrl"),
    ],
)
async def test_a_wrong_todo_is_refused(
    stranger: Stranger, unions: tuple[str, str], changes: dict[str, Any], code: str
) -> None:
    """Apps need an address for the details."""
    path = f"/v1.0/todo/users/{unions[0]}/tasks"
    assert await stranger.refused("POST", path, **task(unions, **changes)) == code


async def test_a_source_id_is_unique_for_ever(
    stranger: Stranger, unions: tuple[str, str]
) -> None:
    """Even after the to-do is deleted: the natural key of idempotency."""
    path = f"/v1.0/todo/users/{unions[0]}/tasks"
    made = await stranger.new("POST", path, **task(unions))
    await stranger.new("DELETE", f"{path}/{made['id']}")
    assert await stranger.refused("POST", path, **task(unions)) == "task.existed"
    unknown = "/v1.0/todo/users/nobody/tasks"
    assert await stranger.refused("POST", unknown, **task(unions)) == (
        "paramError.unionId"
    )
