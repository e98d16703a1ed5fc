"""Our tasks in DingTalk's own to-do list (待办): satisfies `bot.ports.todo.Todos`
(facts §8.3). Every call but the look-up of people is billed.
"""

from collections.abc import AsyncIterator, Collection, Mapping
from typing import Any

from adapters.dingtalk.api import DingTalkApi
from adapters.dingtalk.render_controls import opened
from adapters.dingtalk.wire import millis, text, truth
from adapters.wire import Wire, record, records
from bot.errors import Rejected
from bot.model.refs import UserRef
from bot.ports.todo import Todo, TodoRef

HOME = "https://www.dingtalk.com/"  # entries of apps need an address
SUBJECT = 1024  # characters at most
PEOPLE = 100
KNOWN = 10_000  # union ids that are kept
PAGES = 5  # of a list, when an entry is looked up
GONE = ("notfound", "notexist", "not.exist", "not.found")
THERE = ("existed", "alreadyexist", "duplicate")


class DingTalkTodos:
    """Shows entries in people's to-do lists; lists know people by their union id.

    `home` is what an entry without an address of its own opens.
    """

    def __init__(self, api: DingTalkApi, home: str = "") -> None:
        self._api = api
        self._home = home or HOME
        self._unions: dict[str, str] = {}

    async def add(self, todo: Todo) -> TodoRef | None:
        """See `bot.ports.todo.Todos.add`."""
        creator = await self._union(todo.creator)
        body = {"sourceId": todo.key, "creatorId": creator, **await self._shown(todo)}
        try:
            said = await self._call("POST", creator, "", body)
        except Rejected as refused:
            if not _says(refused, THERE):
                raise
            return await self._look_up(todo)
        id = text(said, "id")
        return TodoRef(todo.creator, id) if id else None

    async def change(self, ref: TodoRef, todo: Todo) -> bool:
        """See `bot.ports.todo.Todos.change`."""
        return await self._on(ref, "PUT", await self._changing(todo))

    async def finish(self, ref: TodoRef, *, done: bool = True) -> bool:
        """See `bot.ports.todo.Todos.finish`."""
        return await self._on(ref, "PUT", {"done": done})

    async def remove(self, ref: TodoRef) -> None:
        """See `bot.ports.todo.Todos.remove`."""
        await self._on(ref, "DELETE")

    async def ticked(self, who: UserRef, ids: Collection[str]) -> Mapping[str, bool]:
        """See `bot.ports.todo.Todos.ticked`. One call where nothing was ticked off."""
        found: dict[str, bool] = {}
        for done in (False, True):
            left = {id for id in ids if id not in found}
            async for entry in self._entries(who, done):
                if (id := text(entry, "taskId")) in left:
                    left.discard(id)
                    found[id] = done
                if not left:
                    break
            if not left:
                break
        return found

    async def _look_up(self, todo: Todo) -> TodoRef | None:
        """The entry that was made before, in the list of who has to do it."""
        for who in todo.who[:1]:
            async for entry in self._entries(who, False):
                if text(entry, "sourceId") == todo.key:
                    return TodoRef(todo.creator, text(entry, "taskId"))
        return None

    async def _entries(self, who: UserRef, done: bool) -> AsyncIterator[Wire]:
        """Somebody's list, page by page: what is ticked off, or what is not."""
        path = f"/v1.0/todo/users/{await self._union(who)}/org/tasks/query"
        page = "0"
        for _ in range(PAGES):
            asked = {"nextToken": page, "isDone": done}
            said = await self._api.new("POST", path, asked)
            for entry in records(said, "todoCards"):
                if truth(entry, "isDone") in (done, None):
                    yield entry
            if not (page := text(said, "nextToken")):
                return

    async def _on(self, ref: TodoRef, method: str, body: object = None) -> bool:
        """Does something with an entry; says whether it is there."""
        creator = await self._union(ref.creator)
        try:
            await self._call(method, creator, f"/{ref.id}", body)
        except Rejected as refused:
            if not _says(refused, GONE):
                raise
            return False
        return True

    async def _shown(self, todo: Todo) -> dict[str, Any]:
        url = opened(todo.url) or self._home
        return await self._changing(todo) | {
            "detailUrl": {"appUrl": url, "pcUrl": url},
            "priority": int(todo.urgency),
            "isOnlyShowExecutor": True,
            "notifyConfigs": {"dingNotify": "0"},  # the bot tells people itself
        }

    async def _changing(self, todo: Todo) -> dict[str, Any]:
        """All that an entry can be changed in once it is there."""
        unions = [await self._union(user) for user in todo.who[:PEOPLE]]
        shown = {"subject": todo.subject[:SUBJECT], "executorIds": unions}
        return shown | ({"dueTime": millis(todo.due)} if todo.due else {})

    async def _call(
        self, method: str, union: str, rest: str, body: object = None
    ) -> Wire:
        path = f"/v1.0/todo/users/{union}/tasks{rest}"
        return await self._api.new(method, path, body, params={"operatorId": union})

    async def _union(self, user: UserRef) -> str:
        """The id that to-do lists know somebody by; it never changes."""
        if known := self._unions.get(user.id):
            return known
        said = await self._api.old("topapi/v2/user/get", {"userid": user.id})
        union = text(record(said, "result"), "unionid")
        if not union:
            raise Rejected("no_union_id")
        if len(self._unions) >= KNOWN:
            self._unions.clear()
        self._unions[user.id] = union
        return union


def _says(refused: Rejected, words: tuple[str, ...]) -> bool:
    code = refused.code.casefold()
    return any(word in code for word in words)
