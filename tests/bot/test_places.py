"""Who is in a group whose platform does not tell: who comes and goes is told."""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from bot.events import PlaceChanged
from bot.model.people import Place
from bot.model.refs import PlaceRef, UserRef
from tests.bot.links.people import person_of
from tests.driver import Member, Team, a_team


@pytest.fixture
async def team() -> AsyncIterator[Team]:
    """Two people and a group on DingTalk that one of them has used the bot in."""
    async with a_team() as made:
        ya = made.person("陈雅", language="zh", platform="dingtalk")
        made.person("李伟", language="zh", platform="dingtalk")
        ref = made.place("#仓库", platform="dingtalk")
        made.chat.places[ref] = replace(made.chat.places[ref], listed=False)
        await ya.says("今天", "#仓库")
        yield made


@pytest.fixture
def ya(team: Team) -> Member:
    """Known, and in the group."""
    return team.people["陈雅"]


@pytest.fixture
def li(team: Team) -> Member:
    """A stranger to the bot."""
    return team.people["李伟"]


async def happens(
    team: Team,
    by: Member,
    *,
    came: tuple[UserRef, ...] = (),
    went: tuple[UserRef, ...] = (),
    name: str = "",
    where: PlaceRef | None = None,
) -> None:
    """DingTalk tells that a group changed."""
    event = PlaceChanged(
        id=f"P{next(team.counter)}",
        at=team.clock.now(),
        who=by.ref,
        where=where or team.places["#仓库"],
        place_hint=name,
        came=came,
        went=went,
    )
    await team.receive(event)


async def inside(team: Team) -> list[int]:
    """Who is in the group, as far as we know."""
    async with team.store.reading() as db:
        return list(await db.people.seen_in(team.places["#仓库"]))


async def test_who_comes_is_met_and_counted(team: Team, ya: Member, li: Member) -> None:
    """A stand-up for everybody in the group knows of them from now on."""
    await happens(team, ya, came=(li.ref,))
    people = [(await person_of(team, each)).id for each in (ya, li)]
    assert await inside(team) == sorted(people)
    assert (await person_of(team, li)).name == "李伟"


async def test_who_goes_is_not_counted_any_more(
    team: Team, ya: Member, li: Member
) -> None:
    """Whether somebody took them out or they left by themselves."""
    await happens(team, ya, came=(li.ref,))
    await happens(team, ya, went=(li.ref,))
    assert await inside(team) == [(await person_of(team, ya)).id]
    await happens(team, ya, went=(ya.ref,))
    assert await inside(team) == []


async def test_a_group_is_called_what_it_is_called_now(team: Team, ya: Member) -> None:
    """Nothing else about it changes."""
    ref = team.places["#仓库"]
    await happens(team, ya, name="仓库二组")
    async with team.store.reading() as db:
        place = await db.people.place(ref)
    assert place == Place(ref, "仓库二组", listed=False)


async def test_a_group_the_bot_never_was_in_is_not_learned(
    team: Team, ya: Member, li: Member
) -> None:
    """DingTalk tells of every group of the company; who did it is met."""
    where = PlaceRef("dingtalk", "D1", "Cother")
    await happens(team, li, came=(ya.ref,), name="别的群", where=where)
    async with team.store.reading() as db:
        assert await db.people.place(where) is None
        assert await db.people.seen_in(where) == []
    assert (await person_of(team, li)).active
