"""Who reads the past of a stand-up: by what its team chose, and by its place (F18)."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import timedelta

import pytest
from sqlalchemy import event

from bot.model.absence import Days
from bot.model.standup.history import Query, Reading
from bot.model.standup.policy import Readers
from bot.rituals.standup.lookup import look_up
from storage.unit_of_work import SqlUnitOfWork
from tests.bot.past.days import (
    ANNA,
    BO,
    CY,
    DAYS,
    LI,
    NOW,
    a_fortnight,
    file_of,
    leads,
    read_by,
    said,
)
from tests.bot.rituals.standups import prompt
from tests.driver import Member, Team, a_team

pytestmark = pytest.mark.heavy

MAX, SOFIA, ODA, OBI, GUS = "Max Frisch", "Sofia Rossi", "Oda Nobu", "Obi Wan", "Gus"
WHO = {
    ANNA: "owner", BO: "writer", CY: "member", MAX: "manager", SOFIA: "admin",
    OBI: "observer", ODA: "outsider", GUS: "guest",
}  # fmt: skip
EVERYBODY = set(WHO.values())
PUBLIC = {
    Readers.ALL: EVERYBODY,
    Readers.MEMBERS: {"owner", "writer", "member", "observer"},
    Readers.MANAGERS: {"owner", "writer", "manager"},
    Readers.ADMINS: {"owner", "writer"},
}
PRIVATE = {
    Readers.ALL: {"owner", "writer", "member", "observer", "admin"},
    Readers.MEMBERS: {"owner", "writer", "member", "observer"},
    Readers.MANAGERS: {"owner", "writer"},  # the manager does not know of it
    Readers.ADMINS: {"owner", "writer"},
}
KNOWS = {"owner", "writer", "member", "observer", "admin"}  # of a private one
ASKS = ("history boxes", "history Daily @Bo", "history Daily 2 March", "history Daily")


@asynccontextmanager
async def a_company(*, private: bool) -> AsyncIterator[Team]:
    """Bo writes; Max leads him; Sofia is an admin; Obi observes; Oda is elsewhere."""
    async with a_team(now=NOW) as team:
        for name in WHO:
            team.person(name, admin=name == SOFIA, guest=name == GUS)
        team.person(LI, platform="dingtalk", language="zh")
        inside = tuple(team.people[name] for name in (ANNA, BO, CY))
        team.place("#board", private=True, of=inside)
        await team.know_everyone()
        await leads(team, team.people[MAX], team.people[BO])
        where = "#board" if private else "#general"
        await a_fortnight(team, f"in {where} for @Anna @Bo @Cy observers @Obi", where)
        yield team


async def readers(team: Team, ask: str) -> set[str]:
    """Who gets to read what Bo said."""
    found = set()
    for name, role in WHO.items():
        told = await said(team.people[name], f"standup {ask}")
        if ask == "history Daily":  # the oldest day is on the second page
            told = await second_page(team.people[name]) or told
        found |= {role} if "=1+1 BOXES" in told else set()
    return found


async def second_page(who: Member) -> str:
    """What stands there, if there is one."""
    seen = who.last()
    if seen is None or "Older ▶" not in seen.buttons:
        return ""
    older = await who.presses("Older ▶", seen)
    assert older is not None
    return older.text


@pytest.mark.parametrize("private", [False, True], ids=["public", "private"])
async def test_answers_are_read_by_whom_the_team_chose(private: bool) -> None:
    """By person, by day, by words, page by page: all ways say the same."""
    async with a_company(private=private) as team:
        for policy, expected in (PRIVATE if private else PUBLIC).items():
            await read_by(team, policy)
            for ask in ASKS:
                assert await readers(team, ask) == expected, (policy, ask)


async def test_nothing_of_a_private_one_is_told_elsewhere() -> None:
    """Neither its name nor its numbers, and no button reaches it."""
    async with a_company(private=True) as team:
        for name, role in WHO.items():
            who = team.people[name]
            for ask in ("report Daily", "stats Daily", "history Daily"):
                told = await said(who, f"standup {ask}")
                assert ("8 of 21" in told or "Parcels" in told.title()) <= (
                    role in KNOWS
                ), (role, ask)
                if role not in KNOWS:
                    assert "no stand-up yet" in told
                    assert "board" not in told


EXPORTS = {
    Readers.ALL: {"owner", "manager", "admin"},
    Readers.MANAGERS: {"owner", "manager"},
    Readers.ADMINS: {"owner"},
}


@pytest.mark.parametrize(("policy", "expected"), EXPORTS.items())
async def test_answers_are_exported_by_who_answers_for_them(
    policy: Readers, expected: set[str]
) -> None:
    """Managers get their people's and nobody else's."""
    async with a_company(private=False) as team:
        await read_by(team, policy)
        found = set()
        for name, role in WHO.items():
            told = await said(team.people[name], "standup export Daily")
            if not told.startswith("The export"):
                continue
            people = {row[2] for row in file_of(team.people[name]).rows}
            everybody = {ANNA, BO, CY, LI}
            assert people == ({BO} if role == "manager" else everybody), role
            found.add(role)
        assert found == expected


@pytest.mark.parametrize("policy", [Readers.ALL, Readers.MEMBERS])
async def test_an_open_day_is_read_where_it_is_posted_only(policy: Readers) -> None:
    """What is kept for the wrap-up waits for it; one's own does not."""
    async with a_company(private=False) as team:
        bo, cy = team.people[BO], team.people[CY]
        await read_by(team, policy)
        await team.until(NOW + timedelta(hours=20, minutes=31))
        await bo.presses("Fill", prompt(bo))
        assert await bo.fills(q0="Fresh news") == {}
        assert "Fresh news" in await said(bo, "standup history fresh today")
        early = "Fresh news" in await said(cy, "standup history fresh today")
        assert early == (policy is Readers.ALL)
        await team.waits(hours=3)
        assert "Fresh news" in await said(cy, "standup history fresh today")


async def test_looking_through_many_days_takes_few_queries() -> None:
    """As many as for one."""
    async with a_company(private=False) as team, team.store.reading() as db:
        (standup,) = await db.standups.all()
        owner = await db.people.get(standup.owner_id)
        readings = {standup.id: Reading(standup, owner, asked=True)}
        counts = []
        for days in (Days(DAYS[0], DAYS[0]), Days(DAYS[0], DAYS[-1])):
            asked: list[str] = []
            with counted(db, asked):
                page = await look_up(db, readings, Query(days=days, words="s"))
            assert page.entries
            counts.append(len(asked))
        assert counts[0] == counts[1] <= 6


@contextmanager
def counted(db: SqlUnitOfWork, asked: list[str]) -> Iterator[None]:
    """Every statement that is sent meanwhile."""

    def note(_: object, __: object, statement: str, *rest: object) -> None:
        asked.append(statement)

    connection = db.connection.sync_connection
    event.listen(connection, "before_cursor_execute", note)
    yield
    event.remove(connection, "before_cursor_execute", note)
