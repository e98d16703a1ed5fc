"""How the week went, after its last day (PEERS A37)."""

from datetime import timedelta

from tests.bot.rituals.standups import (
    ELEVEN,
    NINE_THIRTY,
    answers,
    choose,
    daily,
    kept,
    person_id,
    prompt,
    sent,
)
from tests.driver import Member, Team

DAY = timedelta(days=1)
MOOD = 'in #general ask "How are you? (mood)" "What is in the way? (blockers)"'


async def week(team: Team, who: Member, *days: int) -> None:
    """They answer on these days of the week, Monday is 0; it ends after its Friday."""
    for number in range(5):
        await team.until(NINE_THIRTY + number * DAY)
        if number in days:
            await answers(who)
    await team.until(ELEVEN + 4 * DAY)


async def test_the_channel_hears_once_how_its_week_went(
    team: Team, anna: Member, kim: Member
) -> None:
    """Nobody is named, but who will be away; the numbers are those of the report."""
    await daily(anna)
    await kim.says("away 2026-03-09 to 2026-03-10")
    await week(team, anna, 0, 1, 2)
    (told,) = sent(team, ":week")
    assert told.ref.place == team.places["#general"]
    assert "Daily · week of Mon 2 Mar" in told.text
    assert "Answered: 3 of 15 (20%)" in told.text
    assert "Kim" in told.text
    assert "Mon 9 Mar – Tue 10 Mar" in told.text
    assert "Late" not in told.text
    assert "Blockers" not in told.text
    assert "Asha" not in told.text
    await anna.presses("Report", told)
    last = anna.last()
    assert last
    assert "3 of 15 (20%)" in last.text
    await team.until(ELEVEN + 11 * DAY)
    assert [seen.key for seen in sent(team, ":week")] == [
        "standup:1:2026-03-02:week",
        "standup:1:2026-03-09:week",
    ]


async def test_it_waits_for_the_last_day_though_that_is_a_holiday(
    team: Team, anna: Member
) -> None:
    """Easter: the week ends on Thursday, and on Good Friday nobody hears of it."""
    await daily(anna)
    thursday = ELEVEN.replace(month=4, day=2, hour=9)  # the clocks went forward
    await team.until(thursday)
    assert sent(team, ":week")[-1].key == "standup:1:2026-03-30:week"
    count = len(sent(team, ":week"))
    await team.until(thursday + 2 * DAY)
    assert len(sent(team, ":week")) == count


async def test_it_comes_though_nobody_is_there_on_the_last_day(
    team: Team, anna: Member
) -> None:
    """Everybody is away on Friday: that day is not held, and the week is over."""
    await daily(anna, "for @Anna in #general")
    await anna.says("away 2026-03-06")
    await week(team, anna, 0, 1)
    assert len(sent(team, ":week")) == 1


async def test_once_a_week_is_no_week_of_its_own(team: Team, anna: Member) -> None:
    """Its wrap-up says everything."""
    await daily(anna, "on fri in #general")
    await team.until(ELEVEN + 12 * DAY)
    assert sent(team, ":end") or sent(team, ":parent")
    assert not sent(team, ":week")


async def test_a_team_may_want_it_for_its_leads_or_not_at_all(
    team: Team, anna: Member, kim: Member
) -> None:
    """In the line, and in the form."""
    await daily(anna, "for @Asha observers @Kim in #general weekly summary leads")
    await week(team, anna)
    people = {seen.ref.place for seen in sent(team, ":week")}
    assert people == {anna.dm, kim.dm}
    await anna.says("standup edit Daily")
    await anna.presses("Readers and reminders")
    assert await anna.fills(weekly="off") == {}
    shown = await anna.says("standup show Daily")
    assert shown
    assert "Weekly summary to: nobody" in shown.text
    await team.until(ELEVEN + 11 * DAY)
    assert len(sent(team, ":week")) == 2


async def test_without_a_channel_its_owner_hears(team: Team, anna: Member) -> None:
    """Nobody else has the answers."""
    await daily(anna, "for @Asha")
    await choose(team, place=None)
    await week(team, anna)
    (told,) = sent(team, ":week")
    assert told.ref.place == anna.dm
    assert str(await person_id(team, anna)) in told.key


async def test_paused_in_the_midst_nothing_is_summed_up(
    team: Team, anna: Member
) -> None:
    """It goes on some day; half a week is none."""
    await daily(anna)
    await team.until(ELEVEN + DAY)
    await anna.says("standup pause Daily")
    await team.until(ELEVEN + 6 * DAY)
    assert not sent(team, ":week")
    assert (await kept(team)).paused


async def test_its_mood_is_told_beside_the_week_before(
    team: Team, anna: Member, kim: Member
) -> None:
    """Where enough people say so; what came up and was solved, too."""
    await daily(anna, MOOD)
    for number, mood in ((0, "4"), (1, "4"), (7, "2"), (8, "2")):
        await team.until(NINE_THIRTY + number * DAY)
        for who in team.people.values():
            await who.presses("Fill", prompt(who))
            held_up = "No cups" if who is kim and number == 7 else ""
            assert await who.fills(q0=mood, q1=held_up) == {}
    await team.until(ELEVEN + 11 * DAY)
    first, second = (seen.text for seen in sent(team, ":week"))
    assert "Mood: 4.0 of 5" in first
    assert "Mood: 2.0 of 5 (▼2.0)" in second
    assert "Blockers: 1 new · 1 solved" in second
