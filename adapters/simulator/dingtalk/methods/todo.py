"""To-dos in people's 待办 (facts §8.3)."""

from __future__ import annotations

import secrets
from typing import Any

from adapters.simulator.dingtalk.call import Call, method
from adapters.simulator.dingtalk.errors import ApiRefusal
from adapters.simulator.dingtalk.records import Todo
from adapters.simulator.wire import Json

SCOPE = "Todo.Todo.Write"
LONGEST_SUBJECT, LONGEST_DESCRIPTION, PAGE = 1024, 4096, 20


def _create(call: Call) -> Json:
    creator = _known(call, call.path["unionId"])
    source = call.needed("sourceId", "paramError.sourceId")
    todos = call.ding.organization.todos
    if any(todo.source_id == source for todo in todos.values()):
        raise ApiRefusal("task.existed", "task existed")
    url = _url(call)
    if not url:
        raise ApiRefusal("paramError.detailUrl", "detailUrl is needed")
    todo = Todo(
        "task" + secrets.token_hex(12),
        source,
        _subject(call),
        creator,
        _executors(call) or [],
        call.ding.clock.now(),
        _due(call),
        url,
        description=_description(call),
    )
    todos[todo.id] = todo
    call.ding.organization.revisions.bump()
    return _wire(todo) | {"requestId": secrets.token_hex(8)}


def _update(call: Call) -> Json:
    todo = _todo(call)
    if "subject" in call.arguments:
        todo.subject = _subject(call)
    if "description" in call.arguments:
        todo.description = _description(call)
    if "dueTime" in call.arguments:
        todo.due = _due(call)
    executors = _executors(call)
    if executors is not None:
        todo.executors = executors
    if isinstance(done := call.arguments.get("done"), bool):
        todo.done_by = set(todo.executors) if done else set()
    call.ding.organization.revisions.bump()
    return {"result": True}


def _set_status(call: Call) -> Json:
    todo = _todo(call)
    statuses = call.arguments.get("executorStatusList")
    if not isinstance(statuses, list) or not statuses:
        raise ApiRefusal("paramError.executorStatusList")
    for status in statuses:
        match status:
            case {"id": str(who), "isDone": bool(done)} if who in todo.executors:
                (todo.done_by.add if done else todo.done_by.discard)(who)
            case _:
                raise ApiRefusal("paramError.executorStatusList")
    call.ding.organization.revisions.bump()
    return {"result": True}


def _delete(call: Call) -> Json:
    _todo(call).deleted = True
    call.ding.organization.revisions.bump()
    return {"result": True}


def _query(call: Call) -> Json:
    union_id = _known(call, call.path["unionId"])
    wanted = call.arguments.get("isDone")
    mine = [
        todo
        for todo in call.ding.organization.todos.values()
        if union_id in (*todo.executors, todo.creator)
        and not todo.deleted
        and wanted in (None, todo.done)
    ]
    start = int(call.text("nextToken") or 0) if call.text("nextToken").isdigit() else 0
    page = [_card(todo) for todo in mine[start : start + PAGE]]
    more = len(mine) > start + PAGE
    return {"todoCards": page, "nextToken": str(start + PAGE) if more else ""}


def _known(call: Call, union_id: str) -> str:
    if call.ding.organization.by_union_id(union_id) is None:
        raise ApiRefusal("paramError.unionId", f"unknown unionId {union_id}")
    return union_id


def _todo(call: Call) -> Todo:
    _known(call, call.path["unionId"])
    todo = call.ding.organization.todos.get(call.path["taskId"])
    if todo is None or todo.deleted:
        raise ApiRefusal("task.notExist", "task not exist")
    return todo


def _subject(call: Call) -> str:
    subject = call.needed("subject", "paramError.subject")
    if len(subject) > LONGEST_SUBJECT:
        raise ApiRefusal("paramError.subject", "subject is too long")
    return subject


def _description(call: Call) -> str:
    description = call.text("description")
    if len(description) > LONGEST_DESCRIPTION:
        raise ApiRefusal("paramError.description", "description is too long")
    return description


def _executors(call: Call) -> list[str] | None:
    if "executorIds" not in call.arguments:
        return None
    ids = call.words("executorIds", "paramError.executorIds")
    return [_known(call, each) for each in ids]


def _due(call: Call) -> int | None:
    due = call.arguments.get("dueTime")
    if due is not None and not isinstance(due, int):
        raise ApiRefusal("paramError.dueTime", "dueTime is a number of milliseconds")
    return due


def _url(call: Call) -> str:
    urls: Any = call.arguments.get("detailUrl")
    if not isinstance(urls, dict):
        return ""
    return str(urls.get("pcUrl") or urls.get("appUrl") or "")


def _wire(todo: Todo) -> Json:
    return {
        "id": todo.id,
        "subject": todo.subject,
        "description": todo.description,
        "done": todo.done,
        "creatorId": todo.creator,
        "executorIds": todo.executors,
        "sourceId": todo.source_id,
        "dueTime": todo.due,
        "createdTime": int(todo.created.timestamp() * 1000),
    }


def _card(todo: Todo) -> Json:
    return {
        "taskId": todo.id,
        "subject": todo.subject,
        "isDone": todo.done,
        "dueTime": todo.due,
        "sourceId": todo.source_id,
        "detailUrl": {"pcUrl": todo.url, "appUrl": todo.url},
    }


_TASKS = "/v1.0/todo/users/{unionId}/tasks"
_CHANGES = "subject description dueTime done executorIds participantIds operatorId"
METHODS = (
    method(
        "POST",
        _TASKS,
        _create,
        SCOPE,
        f"{_CHANGES} sourceId creatorId priority isOnlyShowExecutor detailUrl"
        " notifyConfigs contentFieldList actionList",
    ),
    method("PUT", f"{_TASKS}/{{taskId}}", _update, SCOPE, _CHANGES),
    method(
        "PUT",
        f"{_TASKS}/{{taskId}}/executorStatus",
        _set_status,
        SCOPE,
        "executorStatusList operatorId",
    ),
    method("DELETE", f"{_TASKS}/{{taskId}}", _delete, SCOPE, "operatorId"),
    method(
        "POST",
        "/v1.0/todo/users/{unionId}/org/tasks/query",
        _query,
        SCOPE,
        "nextToken isDone",
    ),
)
