"""Guests see the tasks of places where they are, and what concerns them (PEERS F18)."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bot.events import PlaceChanged
from tests.bot.commands.tasks import private, said
from tests.databases import KINDS, Kind
from tests.driver import Member, Team, a_team

UNKNOWN = "I do not know T-1"


@pytest.fixture(params=KINDS)
async def team(request: pytest.FixtureRequest) -> AsyncIterator[Team]:
    """Anna's tasks in #shop and #secret, and Gus, a guest who works in #photos."""
    kind: Kind = request.param
    async with a_team(kind, now=datetime(2026, 3, 2, 9, tzinfo=UTC)) as made:
        anna = made.person("Anna Berger", admin=True)
        made.person("Bo Lin")
        made.person("Gus Gast", guest=True)
        for name in ("#shop", "#photos"):
            made.place(name)
        made.place("#secret", private=True)
        await made.know_everyone()
        await anna.says("task add Check prices friday #sale dept:marketing", "#shop")
        await anna.says("task add Fire the agency friday #sale", "#secret")
        yield made


@pytest.fixture
def anna(team: Team) -> Member:
    """Who gives the work."""
    return team.people["Anna Berger"]


@pytest.fixture
def gus(team: Team) -> Member:
    """The guest."""
    return team.people["Gus Gast"]


async def goes(team: Team, member: Member, where: str, *, came: bool = False) -> None:
    """Slack tells that somebody came into a channel, or left it."""
    whom = (member.ref,)
    await team.receive(
        PlaceChanged(
            id=f"P{next(team.counter)}",
            at=team.clock.now(),
            who=member.ref,
            where=team.places[where],
            came=whom if came else (),
            went=() if came else whom,
        )
    )


LISTS = ["all", "@Anna", "dept:marketing", "all overdue", "made all"]


@pytest.mark.parametrize("where", [None, "#photos"])
async def test_no_list_and_no_number_tells_a_guest_of_other_places(
    team: Team, gus: Member, where: str | None
) -> None:
    """Whatever they ask by, in private or elsewhere; members go on seeing it."""
    bo = team.people["Bo Lin"]
    for typed in LISTS:
        assert "Check prices" not in said(await gus.says(f"task list {typed}", where))
    assert "Check prices" in said(await bo.says("task list all"))
    for typed in ("task show 1", "task comment 1 hi", "task follow 1", "done 1"):
        assert UNKNOWN in said(await gus.says(typed, where)), typed
    assert "may be private" in said(await gus.says("task list #sale", where))
    assert "Check prices" not in said(await gus.says("projects", where))


async def test_a_guest_sees_the_place_they_are_in(team: Team, gus: Member) -> None:
    """There, and from then on from everywhere, until they leave; never what is
    private elsewhere.
    """
    assert "Check prices" in said(await gus.says("task list all", "#shop"))
    assert "Check prices" in said(await gus.says("task list all"))
    assert "T-1 Check prices" in said(await gus.says("task show 1"))
    assert "agency" in said(await gus.says("task list all", "#secret"))
    assert "agency" not in said(await gus.says("task list all"))
    await goes(team, gus, "#shop")
    assert "Check prices" not in said(await gus.says("task list all"))
    assert UNKNOWN in said(await gus.says("task show 1"))
    await goes(team, gus, "#shop", came=True)
    assert "T-1 Check prices" in said(await gus.says("task show 1"))


async def test_what_concerns_a_guest_is_theirs_to_see(
    team: Team, anna: Member, gus: Member
) -> None:
    """Given to them, made by them, followed by them: wherever it was made."""
    await anna.says("task add Retouch photos @Gus friday", "#shop")
    await gus.says("task add Buy film", "#photos")
    seen = said(await gus.says("task list all"))
    assert "Retouch photos" in seen
    assert "Buy film" in seen
    assert "Check prices" not in seen
    await anna.says("task follow 1 @Gus", "#shop")
    assert "Check prices" in said(await gus.says("task list all"))


async def test_a_guest_is_told_of_a_project_in_private_and_in_part(
    team: Team, anna: Member, gus: Member
) -> None:
    """Even of one they lead: the card for everybody shows what a guest may not know."""
    await gus.says("project new Film due 20 March", "#photos")
    await anna.says("task add Scan negatives friday #Film", "#shop")
    moved = await anna.says("project milestone #Film Proofs 23 March", "#photos")
    assert not private(moved)
    assert "Scan negatives" in said(moved)
    shown = await gus.says("project milestone #Film Prints 24 March", "#photos")
    assert private(shown)
    assert "Scan negatives" not in said(shown)
    await gus.says("today", "#shop")
    shown = await gus.says("project show Film", "#photos")
    assert "Scan negatives" in said(shown)


async def test_a_room_is_one_place_to_a_guest(team: Team, gus: Member) -> None:
    """Who is in one of its places reads what is made in the other."""
    anna = team.people["Anna Berger"]
    group = team.place("#店铺群", platform="dingtalk")
    team.chat.places[group] = replace(team.chat.places[group], listed=False)
    ding = team.person("高斯", guest=True, platform="dingtalk")
    boss = team.person("张总", admin=True, platform="dingtalk")
    await anna.says("room tie sale", "#shop")
    await boss.says("room tie sale", "#店铺群")
    assert "Check prices" not in said(await ding.says("task list all"))
    await ding.says("today", "#店铺群")
    assert "Check prices" in said(await ding.says("task list all"))
    assert "Check prices" in said(await ding.says("task show 1"))
