"""People's lists of things to do in memory."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from bot.errors import ChatError
from bot.model.refs import UserRef
from bot.ports.todo import Todo, TodoRef, Todos


@dataclass
class Entry:
    """One thing to do, as its owner sees it."""

    todo: Todo
    done: bool = False


@dataclass
class FakeTodos:
    """Lists by account. `calls` names what was asked for; `broken` comes first.

    `lost` answers are those of calls that arrived.
    """

    entries: dict[str, Entry] = field(default_factory=dict)
    calls: list[str] = field(default_factory=list)
    broken: list[ChatError] = field(default_factory=list)
    lost: list[ChatError] = field(default_factory=list)
    gone: set[str] = field(default_factory=set)

    def list_of(self, who: UserRef) -> list[Entry]:
        """What stands in somebody's list."""
        return [each for each in self.entries.values() if who in each.todo.who]

    def tick(self, who: UserRef) -> None:
        """Somebody ticks off everything."""
        for entry in self.list_of(who):
            entry.done = True

    async def add(self, todo: Todo) -> TodoRef | None:
        """See `bot.ports.todo.Todos.add`."""
        self._called("add")
        if todo.key in self.gone:
            return None
        self.entries.setdefault(todo.key, Entry(todo))
        if self.lost:
            raise self.lost.pop(0)
        return TodoRef(todo.creator, todo.key)

    async def change(self, ref: TodoRef, todo: Todo) -> bool:
        """See `bot.ports.todo.Todos.change`."""
        self._called("change")
        if ref.id in self.entries:
            self.entries[ref.id].todo = todo
        return ref.id in self.entries

    async def finish(self, ref: TodoRef, *, done: bool = True) -> bool:
        """See `bot.ports.todo.Todos.finish`."""
        self._called("finish" if done else "reopen")
        if ref.id in self.entries:
            self.entries[ref.id].done = done
        return ref.id in self.entries

    async def remove(self, ref: TodoRef) -> None:
        """See `bot.ports.todo.Todos.remove`."""
        self._called("remove")
        self.entries.pop(ref.id, None)
        self.gone.add(ref.id)

    async def ticked(self, who: UserRef, ids: Collection[str]) -> Mapping[str, bool]:
        """See `bot.ports.todo.Todos.ticked`."""
        self._called("ticked")
        theirs = {entry.todo.key: entry.done for entry in self.list_of(who)}
        return {id: done for id, done in theirs.items() if id in ids}

    def _called(self, name: str) -> None:
        self.calls.append(name)
        if self.broken:
            raise self.broken.pop(0)


_: type[Todos] = FakeTodos
