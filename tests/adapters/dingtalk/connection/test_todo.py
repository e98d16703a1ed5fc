"""Our tasks in DingTalk's own to-do list (facts §8.3)."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from adapters.dingtalk.api import DingTalkApi
from adapters.dingtalk.todo import DingTalkTodos
from bot.errors import Rejected
from bot.model.refs import UserRef
from bot.ports.todo import Todo, TodoRef, Todos, Urgency
from tests.adapters.dingtalk.connection.people import LI, USER, ZHAO, ok
from tests.adapters.dingtalk.connection.pretend import Pretend

_: type[Todos] = DingTalkTodos

LI_REF = UserRef("dingtalk", "ding1", "manager4521")
ZHAO_REF = UserRef("dingtalk", "ding1", "zhao77")
TASKS = "/v1.0/todo/users/uLi/tasks"
HERS = "/v1.0/todo/users/uZhao/org/tasks/query"
TODO = Todo(
    key="task:12",
    subject="检查包装",
    creator=LI_REF,
    who=[ZHAO_REF],
    url="https://crew.example/t/12",
    due=datetime(2026, 3, 2, 9, tzinfo=UTC),
    urgency=Urgency.HIGH,
)
REF = TodoRef(LI_REF, "task99")


@pytest.fixture
def todos(dingtalk: Pretend, api: DingTalkApi) -> DingTalkTodos:
    """The lists of two people."""
    dingtalk.says(USER, ok(LI), ok(ZHAO))
    return DingTalkTodos(api)


async def test_an_entry_is_shown(dingtalk: Pretend, todos: DingTalkTodos) -> None:
    """People by their union id, asked for once; the key keeps it from being twice."""
    dingtalk.says(TASKS, {"id": "task99", "subject": "检查包装"})
    assert await todos.add(TODO) == REF
    await todos.add(replace(TODO, due=None))
    first, second = dingtalk.calls(TASKS)
    assert dict(first.query) == {"operatorId": "uLi"}
    assert first.body == {
        "sourceId": "task:12",
        "subject": "检查包装",
        "creatorId": "uLi",
        "executorIds": ["uZhao"],
        "dueTime": 1772442000000,
        "priority": 30,
        "isOnlyShowExecutor": True,
        "detailUrl": {
            "appUrl": "https://crew.example/t/12",
            "pcUrl": "https://crew.example/t/12",
        },
        "notifyConfigs": {"dingNotify": "0"},
    }
    assert "dueTime" not in second.body
    assert len(dingtalk.calls(USER)) == 2


async def test_an_entry_that_is_there_is_found(
    dingtalk: Pretend, todos: DingTalkTodos
) -> None:
    """A try whose answer was lost had arrived."""
    dingtalk.says(TASKS, {"code": "todo.task.existed"}, status=400)
    other = {"taskId": "task1", "sourceId": "task:1", "isDone": False}
    ours = {"taskId": "task99", "sourceId": "task:12", "isDone": False}
    dingtalk.says(HERS, {"todoCards": [other], "nextToken": "n"}, {"todoCards": [ours]})
    assert await todos.add(TODO) == REF
    tokens = [call.body["nextToken"] for call in dingtalk.calls(HERS)]
    assert tokens == ["0", "n"]
    dingtalk.says(HERS, {"todoCards": []})
    assert await todos.add(TODO) is None
    dingtalk.says(TASKS, {"code": "todo.denied"}, status=403)
    with pytest.raises(Rejected, match=r"todo\.denied"):
        await todos.add(TODO)


async def test_an_entry_is_changed_ticked_off_and_taken_away(
    dingtalk: Pretend, todos: DingTalkTodos
) -> None:
    """One that is gone already is gone."""
    dingtalk.coming[USER].clear()
    dingtalk.says(USER, ok(ZHAO), ok(LI))
    dingtalk.says(f"{TASKS}/task99", {"result": True})
    assert await todos.change(REF, replace(TODO, subject="检查所有包装"))
    assert await todos.finish(REF)
    assert await todos.finish(REF, done=False)
    await todos.remove(REF)
    calls = dingtalk.calls(f"{TASKS}/task99")
    assert [call.method for call in calls] == ["PUT", "PUT", "PUT", "DELETE"]
    assert calls[0].body["subject"] == "检查所有包装"
    assert "sourceId" not in calls[0].body
    assert [call.body for call in calls[1:3]] == [{"done": True}, {"done": False}]
    dingtalk.says(f"{TASKS}/task99", {"code": "todo.taskNotExist"}, status=400)
    await todos.remove(REF)
    assert not await todos.finish(REF)
    assert not await todos.change(REF, TODO)
    dingtalk.says(f"{TASKS}/task99", {"code": "todo.denied"}, status=403)
    with pytest.raises(Rejected, match=r"todo\.denied"):
        await todos.remove(REF)


async def test_what_people_tick_off_is_seen(
    dingtalk: Pretend, todos: DingTalkTodos
) -> None:
    """In their own list, all at once; what is done is asked for only if needed."""
    dingtalk.coming[USER].clear()
    dingtalk.says(USER, ok(ZHAO))
    open_, done = (
        {"todoCards": [{"taskId": id, "isDone": ticked}]}
        for id, ticked in (("task1", False), ("task2", True))
    )
    dingtalk.says(HERS, open_)
    assert await todos.ticked(ZHAO_REF, ["task1"]) == {"task1": False}
    assert len(dingtalk.calls(HERS)) == 1
    dingtalk.says(HERS, open_, done)
    wanted = ["task1", "task2", "task3"]
    found = await todos.ticked(ZHAO_REF, wanted)
    assert found == {"task1": False, "task2": True}
    asked = [call.body["isDone"] for call in dingtalk.calls(HERS)]
    assert asked == [False, False, True]


async def test_an_entry_without_an_address_opens_what_the_owner_set(
    dingtalk: Pretend, api: DingTalkApi
) -> None:
    """DingTalk refuses one that opens nothing."""
    dingtalk.says(USER, ok(LI), ok(ZHAO))
    dingtalk.says(TASKS, {"id": "task99"})
    for home, opens in (
        ("https://crew.example", "https://crew.example"),
        ("", "https://www.dingtalk.com/"),
    ):
        await DingTalkTodos(api, home).add(replace(TODO, url="", creator=LI_REF))
        assert dingtalk.calls(TASKS)[-1].body["detailUrl"]["pcUrl"] == opens
        dingtalk.says(USER, ok(LI), ok(ZHAO))


async def test_somebody_without_a_union_id_has_no_list(
    dingtalk: Pretend, todos: DingTalkTodos
) -> None:
    """Nothing is called for them."""
    dingtalk.coming[USER].clear()
    dingtalk.says(USER, ok({"userid": "x"}))
    with pytest.raises(Rejected, match="no_union_id"):
        await todos.add(TODO)
