"""Who is offered to somebody who types into a field for people."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import replace

import pytest

from bot.messages import Option
from bot.model.people import Role
from tests.driver import TENANTS, Member, Team, a_team


@pytest.fixture
async def team() -> AsyncIterator[Team]:
    """Anna and two of one name on Slack, 李伟 on DingTalk."""
    async with a_team() as made:
        for name in ("Anna Berger", "Kim Lee", "Kim Lee"):
            made.person(name)
        made.person("李伟", zone="Asia/Shanghai", platform="dingtalk")
        async with made.store() as db:
            await db.people.connect("dingtalk", TENANTS["dingtalk"], "茶器")
            await db.commit()
        await made.know_everyone()
        yield made


@pytest.fixture
def anna(team: Team) -> Member:
    """Who types."""
    return team.people["Anna Berger"]


async def offered(team: Team, who: Member, typed: str) -> Sequence[Option]:
    """What the field shows."""
    return await team.crew.dispatcher.people(who.ref, typed)


async def test_everybody_is_offered_wherever_they_are(team: Team, anna: Member) -> None:
    """Who has no account here stands for themselves; two of one name are told apart."""
    found = {one.label: one.value for one in await offered(team, anna, "")}
    assert len(found) == 4
    assert found["Anna Berger"] == anna.ref.id
    assert found["李伟"].startswith("person:")
    assert {"Kim Lee (kim) (U2)", "Kim Lee (kim) (U3)"} < found.keys()


@pytest.mark.parametrize(
    ("typed", "label"),
    [("ber", "Anna Berger"), ("ＡＮＮＡ", "Anna Berger"), ("伟", "李伟")],
)
async def test_any_part_of_a_name_finds(
    team: Team, anna: Member, typed: str, label: str
) -> None:
    """In any case and width."""
    assert [one.label for one in await offered(team, anna, typed)] == [label]


async def test_nobody_has_such_a_name(team: Team, anna: Member) -> None:
    """The field stays empty."""
    assert await offered(team, anna, "zzz") == ()


@pytest.mark.parametrize("change", [{"role": Role.GUEST}, {"active": False}])
async def test_guests_and_who_has_left_are_told_nobody(
    team: Team, anna: Member, change: dict[str, object]
) -> None:
    """Nor is who we have never met."""
    async with team.store() as db:
        person = (await db.people.known([anna.ref]))[anna.ref]
        await db.people.save(replace(person, **change))  # type: ignore[arg-type]
        await db.commit()
    assert await offered(team, anna, "") == ()
    nobody = replace(anna.ref, id="U999")
    assert await team.crew.dispatcher.people(nobody, "") == ()
