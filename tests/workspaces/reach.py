"""Every method of every repository, and arguments for it from another company.

Arguments are found by their type, or by the name of an id: a new method is tried
without a word, and one whose arguments nobody can make says so.
"""

import inspect
import types
import typing
from collections.abc import Collection, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from contextlib import suppress
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import Enum
from functools import cached_property
from itertools import islice
from typing import Any

from sqlalchemy import ColumnElement, select, true

from bot.model.refs import MessageRef, PlaceRef, UserRef
from storage.tables import metadata
from storage.unit_of_work import SqlUnitOfWork

ROOMS = ("storage", "bot.ports")
# Not what a repository gives: the transaction itself.
OWN = frozenset({"commit"})
# Which table the ids of a name are of, where it is not the name itself.
TABLES = {
    "by": "people", "kept": "people", "lost": "people", "one": "people",
    "other": "people", "person": "people", "viewer": "people", "reporter": "people",
    "batch": "task_batches", "crossing": "crossings", "delivery": "deliveries",
    "leave": "leaves", "milestone": "milestones", "needs": "tasks",
    "occurrence": "standup_occurrences", "participant": "standup_participants",
}  # fmt: skip
IDS = {"ids": "tasks", "id": "tasks", "running": "jobs"}
TRIES = 3  # of values for one argument
MOST = 20  # values in a list
UNION = (typing.Union, types.UnionType)
MANY = (Sequence, Collection, AbstractSet, list, tuple, frozenset, set)
MAPS = (Mapping, dict, typing.MutableMapping)


@dataclass(frozen=True, slots=True)
class Method:
    """One method: where it is, and what it takes."""

    path: str
    takes: Mapping[str, inspect.Parameter]
    kinds: Mapping[str, Any]

    def of(self, db: SqlUnitOfWork) -> Any:
        """The method of this unit of work."""
        found: Any = db
        for name in self.path.split("."):
            found = getattr(found, name)
        return found


def methods() -> Iterator[Method]:
    """Every public method below a unit of work."""
    yield from (m for m in _below(SqlUnitOfWork, "") if m.path not in OWN)


def _below(repository: type, path: str) -> Iterator[Method]:
    for name in dir(repository):
        member = inspect.getattr_static(repository, name)
        if name.startswith("_"):
            continue
        if isinstance(member, property | cached_property):
            made = member.fget if isinstance(member, property) else member.func
            given = typing.get_type_hints(made).get("return")
            if inspect.isclass(given) and given.__module__.startswith(ROOMS):
                yield from _below(given, f"{path}{name}.")
        elif inspect.iscoroutinefunction(member):
            takes = dict(inspect.signature(member).parameters)
            takes.pop("self")
            yield Method(path + name, takes, typing.get_type_hints(member))


NEVER = "-never"
BEYOND = 1_000_000  # more than there are rows


def never(value: Any) -> Any:
    """The same arguments, of somebody and something that never was."""
    match value:
        case bool() | Enum():
            return value
        case int():
            return value + BEYOND
        case str():
            return value + NEVER
        case UserRef() | PlaceRef():
            return replace(value, tenant=value.tenant + NEVER)
        case Mapping():
            return {never(key): never(part) for key, part in value.items()}
        case tuple() | frozenset():
            return type(value)(never(part) for part in value)
        case _ if is_dataclass(value) and not isinstance(value, type):
            return replace(value, **_parts(value))
        case _:
            return value


def _parts(value: Any) -> dict[str, Any]:
    """The parts of a value that say which one it is."""
    parts = {each.name: getattr(value, each.name) for each in fields(value)}
    return {
        name: never(part)
        for name, part in parts.items()
        if isinstance(part, UserRef | PlaceRef | MessageRef)
        or (isinstance(part, int) and name.endswith("id"))
    }


class Unknown(Exception):
    """Nobody knows how to make this argument."""


class Loot:
    """What is known of a company from its rows: ids, texts, and values of our own."""

    def __init__(self, now: datetime, zone: datetime) -> None:
        self.now = now
        self.rows: dict[str, list[Mapping[str, Any]]] = {}
        self.values: dict[type, list[Any]] = {}

    async def take(self, db: SqlUnitOfWork, organization: int) -> None:
        """Looks at everything one company has."""
        for name, table in metadata.tables.items():
            mine = table.c.id if name == "organizations" else table.c.organization_id
            found = await db.connection.execute(
                select(table).where(mine == organization)
            )
            self.rows[name] = [dict(row) for row in found.mappings()]
        for rows in self.rows.values():
            for row in rows:
                for value in row.values():
                    self.keep(value)

    def keep(self, value: object) -> None:
        """Values inside of values are known, too."""
        if isinstance(value, str | int | float | Enum | date) or value is None:
            return
        if is_dataclass(value) and not isinstance(value, type):
            kept = self.values.setdefault(type(value), [])
            if len(kept) < 50 and value not in kept:
                kept.append(value)
                for each in fields(value):
                    self.keep(getattr(value, each.name))
        elif isinstance(value, Mapping):
            for part in (*value.keys(), *value.values()):
                self.keep(part)
        elif isinstance(value, Sequence | AbstractSet):
            for part in value:
                self.keep(part)

    @property
    def words(self) -> frozenset[str]:
        """Texts by which the company would be known."""
        found = {
            value
            for name, rows in self.rows.items()
            for row in rows
            for value in row.values()
            if isinstance(value, str) and len(value) > 6 and " " in value
        }
        return frozenset(found)

    def arguments(self, method: Method) -> Iterator[dict[str, Any]]:
        """A few ways to call a method, with what belongs to the company."""
        sets = [
            list(islice(self.made(method.kinds[name], name, method), TRIES))
            for name, parameter in method.takes.items()
            if parameter.kind is not parameter.VAR_KEYWORD
        ]
        names = [
            name for name, p in method.takes.items() if p.kind is not p.VAR_KEYWORD
        ]
        for empty, name in zip(sets, names, strict=True):
            if not empty:
                raise Unknown(f"{method.path}: {name}: {method.kinds[name]}")
        for n in range(max(map(len, sets), default=1)):
            yield {
                name: values[n % len(values)]
                for name, values in zip(names, sets, strict=True)
            }

    def made(self, kind: Any, name: str, method: Method) -> Iterator[Any]:
        """Values of a kind, the company's own where it has some."""
        origin, inside = typing.get_origin(kind), typing.get_args(kind)
        if origin in UNION:
            for part in inside:
                if part is not type(None):
                    yield from self.made(part, name, method)
        elif origin in MAPS or (origin and issubclass(origin, Mapping)):
            keys = islice(self.made(inside[0], f"{name}_key", method), TRIES)
            values = list(islice(self.made(inside[1], name, method), TRIES))
            yield {k: values[n % len(values)] for n, k in enumerate(keys) if values}
        elif origin in MANY:
            several = self._several(inside, name, method)
            sets = inspect.isclass(origin) and issubclass(origin, AbstractSet)
            yield frozenset(several) if sets else several
        elif kind is int:
            yield from self._numbers(name, method)
        elif kind is str:
            yield from self._texts(name)
        elif kind is bytes:
            yield b"what is in a file"
        elif kind is ColumnElement or origin is ColumnElement:
            yield true()
        elif inspect.isclass(kind):
            yield from self._plain(kind, method)

    def _built(self, kind: type, method: Method) -> Iterator[Any]:
        """Values of a class, each field with what its type and name ask for."""
        if not is_dataclass(kind):
            return
        kinds = typing.get_type_hints(kind)
        sets = {
            each.name: list(
                islice(self.made(kinds[each.name], each.name, method), TRIES)
            )
            for each in fields(kind)
        }
        sets = {name: values for name, values in sets.items() if values}
        for n in range(TRIES):
            given = {name: values[n % len(values)] for name, values in sets.items()}
            with suppress(TypeError):
                yield kind(**given)

    def _several(self, inside: tuple[Any, ...], name: str, method: Method) -> Any:
        if len(inside) == 2 and inside[1] is not Ellipsis:
            return tuple(next(self.made(part, name, method)) for part in inside)
        single = name.removesuffix("s")
        return tuple(islice(self.made(inside[0], single, method), MOST))

    def _numbers(self, name: str, method: Method) -> Iterator[int]:
        stem = name.removesuffix("_key").removesuffix("s").removesuffix("_id")
        table = TABLES.get(stem, f"{stem}s")
        if table not in self.rows:
            subject = method.path.split(".")[0]
            known = {"times": subject, "turns": "deliveries", "texts": "tasks"}
            table = IDS.get(name) or known.get(name.removesuffix("_key"), "tasks")
        if table in self.rows and "limit" not in name:
            yield from (row["id"] for row in self.rows[table] if "id" in row)
            yield from (row["number"] for row in self.rows[table] if "number" in row)
        yield 100

    def _texts(self, name: str) -> Iterator[str]:
        wanted = {"id": "event_id"}.get(name, name)
        found = {
            row[wanted]
            for rows in self.rows.values()
            for row in rows
            if isinstance(row.get(wanted), str)
        }
        yield from sorted(found)[:TRIES]
        yield "2026-03"

    def _plain(self, kind: type, method: Method) -> Iterator[Any]:
        if kind is bool:
            yield True
        elif issubclass(kind, Enum):
            yield from list(kind)[:TRIES]
        elif kind is time:
            yield time(9)
        elif kind is datetime:
            yield self.now + timedelta(days=400)
            yield self.now - timedelta(days=400)
        elif kind is date:
            yield from sorted(
                {
                    value
                    for rows in self.rows.values()
                    for row in rows
                    for value in row.values()
                    if type(value) is date
                }
            )
        elif kind is timedelta:
            yield timedelta(hours=1)
        elif kind is object:
            yield "evil"
        else:
            own = self.values.get(kind, [])
            yield from own or self._built(kind, method)
