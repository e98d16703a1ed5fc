"""Two companies in one database: no method of one reads, changes or deletes what is the
other's, whatever ids and names it is called with.

The second company calls every method there is with everything the first one has. It
gets what it would get if the first one did not exist; the first one has what it had,
and its own methods answer as before.
"""

import re
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy.exc import SQLAlchemyError

from bot.errors import Conflict
from bot.model.people import Profile
from bot.model.refs import UserRef
from storage.unit_of_work import SqlStore, SqlUnitOfWork
from tests.databases import Kind, fresh_url
from tests.storage.carrying.company import a_used, begun
from tests.workspaces.reach import NEVER, Loot, Method, Unknown, methods, never

NOW = datetime(2026, 3, 4, 9, 0, tzinfo=UTC)
OURS, THEIRS = 2, 1
METHODS = list(methods())
REFUSALS = (
    *(Conflict, SQLAlchemyError, LookupError),
    *(ValueError, TypeError, AttributeError),
)
NUMBER = re.compile(r"\d+")
# Unique in the whole house by what they are: a workspace is one company's, a platform
# numbers a workspace's events, an address is random.
GLOBAL = {
    "people.connect",
    "inbox.claim",
    "inbox.claim_all",
    "connections.invite",
    "doors.add",
}
# They hang a row on another one by its id alone, and it may hang there once: with an id
# of another company's they would be in its way. No method gives one such an id (that is
# the test before), and what people type or press is looked up first.
HANGING = {
    "blockers.save", "feedback.scores.give", "leaves.tell", "links.wish",
    "mirrors.begin", "risks.add", "standups.days.answer", "standups.days.join",
}  # fmt: skip


async def spoils(store: SqlStore) -> Loot:
    """Everything the first company has: rows, and what its own methods give of them."""
    loot = Loot(NOW, NOW)
    for _ in range(2):  # what is found leads to more
        async with store() as db:
            await loot.take(db, THEIRS)
            for method in METHODS:
                with suppress(Unknown):
                    for arguments in loot.arguments(method):
                        loot.keep(await tried(db, method, arguments))
    return loot


async def tried(
    db: SqlUnitOfWork, method: Method, arguments: Mapping[str, Any]
) -> object:
    """What a method answers; its changes are taken back. A refusal is its class."""
    point = await db.connection.begin_nested()
    try:
        return await method.of(db)(**arguments)
    except REFUSALS as no:
        return type(no)
    finally:
        if point.is_active:
            await point.rollback()


async def moved_in(store: SqlStore) -> SqlStore:
    """A company beside the first one, with one person in one workspace."""
    ours = store.of(OURS)
    await ours.ensure_organization("Silk", "UTC", "en", None)
    async with ours() as db:
        await db.people.connect("slack", "T-silk", "Silk")
        await db.people.meet(Profile(UserRef("slack", "T-silk", "U9"), "Zoe"))
        await db.form_links.secret()
        await db.commit()
    return ours


@dataclass(frozen=True, slots=True)
class World:
    """Both companies, and what was there before the second one began."""

    theirs: SqlStore
    ours: SqlStore
    loot: Loot

    async def rows(self) -> dict[str, list[Mapping[str, Any]]]:
        """Everything the first company has now."""
        seen = Loot(NOW, NOW)
        async with self.theirs.reading() as db:
            await seen.take(db, THEIRS)
        return seen.rows


@asynccontextmanager
async def together(kind: Kind) -> AsyncIterator[World]:
    """Both in one database."""
    async with fresh_url(kind) as url:
        await a_used(url)
        async with begun(url) as store:
            yield World(store, await moved_in(store), await spoils(store))


@pytest.fixture(params=["sqlite", pytest.param("postgresql", marks=pytest.mark.heavy)])
async def world(request: pytest.FixtureRequest) -> AsyncIterator[World]:
    """Both companies."""
    async with together(request.param) as made:
        yield made


async def test_every_method_can_be_tried(world: World) -> None:
    """Whose arguments nobody can make was never tried: teach `reach.py` to."""
    unknown: list[str] = []
    for method in METHODS:
        try:
            list(world.loot.arguments(method))
        except Unknown as none:
            unknown.append(str(none))
    assert unknown == []
    assert len(METHODS) > 200


async def test_nothing_of_another_company_is_read(world: World) -> None:
    """What is theirs answers like what never was."""
    leaks: list[str] = []
    async with world.ours() as db:
        for method in METHODS:
            for arguments in world.loot.arguments(method):
                theirs = await tried(db, method, arguments)
                nobodys = await tried(db, method, never(arguments))
                leaks += leaked(method, theirs, nobodys, world.loot, arguments)
    assert leaks == []


async def test_nothing_of_another_company_is_changed(world: World) -> None:
    """Whatever one writes, the other one has what it had, and answers as before."""
    before, answered = await world.rows(), await answers(world.theirs, world.loot)
    for method in METHODS:
        for arguments in world.loot.arguments(method):
            await call(world.ours, method, arguments)
    after = await world.rows()
    changed = [name for name in before if before[name] != after[name]]
    assert changed == []
    now = await answers(world.theirs, world.loot)
    others = {path for path in now if answered[path] != now[path]}
    assert others - HANGING - GLOBAL == set()


async def call(store: SqlStore, method: Method, arguments: Mapping[str, Any]) -> None:
    """Calls it in earnest: what it writes stays."""
    async with store() as db:
        with suppress(*REFUSALS):
            await method.of(db)(**arguments)
            await db.commit()


async def answers(store: SqlStore, loot: Loot) -> dict[str, list[str]]:
    """What the first company's own methods answer; new ids do not matter."""
    found: dict[str, list[str]] = {}
    async with store() as db:
        for method in METHODS:
            for arguments in loot.arguments(method):
                answer = await tried(db, method, arguments)
                found.setdefault(method.path, []).append(blurred(answer))
    return found


def leaked(
    method: Method,
    theirs: object,
    nobodys: object,
    loot: Loot,
    arguments: Mapping[str, Any],
) -> list[str]:
    """What an answer says that it would not say of what never was."""
    said, given = repr(theirs), repr(arguments)
    words = [word for word in loot.words if repr(word)[1:-1] in said]
    if known := [word for word in words if repr(word)[1:-1] not in given]:
        return [f"{method.path} tells {known[:2]}"]
    refused = isinstance(theirs, type) or isinstance(nobodys, type)
    if not refused and blurred(theirs) != blurred(nobodys):
        return [f"{method.path}: {said[:200]} instead of {repr(nobodys)[:200]}"]
    return []


def blurred(answer: Any) -> str:
    """An answer without its numbers: rows of others make ids higher."""
    return NUMBER.sub("#", repr(answer).replace(NEVER, ""))
