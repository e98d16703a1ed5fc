"""Who hears that a stand-up has lost its place, or people of it."""

from datetime import timedelta

from bot.events import Left
from tests.bot.rituals.standups import (
    NINE_THIRTY,
    change,
    daily,
    on_dingtalk,
    sent,
)
from tests.driver import Member, Team

DAY = timedelta(days=1)


async def loses(team: Team, place: str, at: int = 1) -> None:
    """Somebody takes the bot out of a place; platforms say so more than once."""
    who = team.people["Kim Lee"].ref
    for again in ("a", "b"):
        await team.receive(
            Left(
                id=f"left{at}{again}",
                at=team.clock.now(),
                who=who,
                where=team.places[place],
            )
        )
    await team.waits(minutes=1)


async def test_its_owner_hears_once_that_its_place_is_lost(
    team: Team, anna: Member
) -> None:
    """By the names of both, with the way to choose another; nobody else hears."""
    await daily(anna)
    await team.until(NINE_THIRTY)
    await loses(team, "#general")
    (told,) = sent(team, ":lost:")
    assert told.ref.place == anna.dm
    assert "I was taken out of #general" in told.text
    assert "Daily" in told.text
    assert "/invite @Shopcrew" in told.text
    assert next(each.label for each in told.controls) == "Choose another place"
    await anna.presses("Choose another place", told)
    assert "place" in [field.name for field in anna.form.fields]


async def test_a_place_without_a_stand_up_is_nobodys_loss(
    team: Team, anna: Member
) -> None:
    """Nor one whose stand-up is paused."""
    await daily(anna)
    await team.until(NINE_THIRTY)
    await loses(team, "#singles-day")
    await anna.says("standup pause Daily")
    await loses(team, "#general", 2)
    assert sent(team, ":lost:") == []


async def test_its_owner_hears_who_has_left_the_company(
    team: Team, anna: Member, kim: Member
) -> None:
    """As the next day opens; once."""
    await daily(anna, "in #general for @Anna @Kim @Asha")
    await team.until(NINE_THIRTY)
    await change(team, kim, active=False)
    await team.until(NINE_THIRTY + DAY)
    (told,) = sent(team, ":left:")
    assert told.ref.place == anna.dm
    assert "no longer asks Kim Lee" in told.text
    assert "It still asks 2 people" in told.text
    await team.until(NINE_THIRTY + 3 * DAY)
    assert len(sent(team, ":left:")) == 1


async def test_its_owner_hears_when_nobody_is_left(
    team: Team, anna: Member, kim: Member
) -> None:
    """In their language, on their chat."""
    bo = await on_dingtalk(team)
    await bo.says("站会 新建 晨会 at 09:30 for @Kim")
    await team.until(NINE_THIRTY)
    await change(team, kim, active=False)
    await team.until(NINE_THIRTY + 2 * DAY)
    (told,) = sent(team, ":left:")
    assert told.ref.place == bo.dm
    assert "不再询问 Kim Lee" in told.text
    assert "已经没有人可以询问" in told.text


async def test_who_leaves_its_channel_is_told_of(
    team: Team, anna: Member, kim: Member
) -> None:
    """Whoever is in it is asked: it shrinks with it."""
    await daily(anna)
    await team.until(NINE_THIRTY)
    general = team.places["#general"]
    stays = [ref for ref in team.chat.profiles if ref != kim.ref]
    team.chat.in_place[general] = stays
    await team.until(NINE_THIRTY + DAY)
    (told,) = sent(team, ":left:")
    assert "no longer asks Kim Lee" in told.text


async def test_who_leaves_it_by_their_own_wish_is_no_news(
    team: Team, anna: Member, kim: Member
) -> None:
    """Nor is who was taken off by an edit: whoever did it knows."""
    await daily(anna, "in #general for @Anna @Kim @Asha")
    await team.until(NINE_THIRTY)
    await kim.says("standup leave Daily")
    await team.until(NINE_THIRTY + DAY)
    assert sent(team, ":left:") == []
