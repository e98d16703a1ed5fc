"""Questions of every kind, answered one by one in the conversation with the bot."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from bot.commands import COMMANDS
from tests.bot.rituals.standups import NINE_THIRTY, daily, prompt, sent
from tests.databases import KINDS, Kind
from tests.driver import Member, Team, a_team

KINDS_ASKED = (
    'in #general ask "How many parcels? (number, required)" "Mood (scale)" '
    '"Support? (scale)" "Which channel? (Tmall / JD / Shopify)" '
    '"Which teams? (any of: IT / Warehouse / Content)" "Blocked? (yes/no)" '
    '"if yes: What blocks you? (required)" "When is it live? (date)"'
)


@pytest.fixture(params=KINDS)
async def team(request: pytest.FixtureRequest) -> AsyncIterator[Team]:
    """Anna and Kim with everything the bot can; on both databases."""
    kind: Kind = request.param
    async with a_team(kind, commands=COMMANDS) as made:
        made.person("Anna Berger")
        made.person("Kim Lee")
        await made.know_everyone()
        yield made


def said(who: Member) -> str:
    """What they were told last."""
    seen = who.last()
    assert seen is not None
    return seen.text


async def test_in_the_chat_each_kind_is_asked_and_read(
    team: Team, anna: Member
) -> None:
    """Typed in words, in either language; what does not apply is not asked."""
    await daily(anna, KINDS_ASKED)
    await team.until(NINE_THIRTY)
    await anna.presses("Answer here", prompt(anna))
    dialogue = [
        ("parcels", "twelve hundred"), ("Please type a number", "1,200"),
        ("Mood", "四"), ("Support?", "3"), ("Which channel?", "京东"),
        ("Please choose", "2"), ("Which teams?", "it、content"),
        ("Blocked?", "没有"), ("live?", "next friday"),
    ]  # fmt: skip
    for question, typed in dialogue:
        assert question in said(anna)
        await anna.says(typed)
    (answer,) = sent(team, ":answer:")
    assert answer.text.splitlines()[1:] == [
        "How many parcels?", "1200", "Mood", "🙂 4", "Support?", "★★★☆☆ 3",
        "Which channel?", "✓ JD", "Which teams?", "✓ IT · ✓ Content", "Blocked?", "No",
        "When is it live?", "Fri 13 Mar",
    ]  # fmt: skip


async def test_in_the_chat_a_condition_that_holds_is_asked(
    team: Team, anna: Member
) -> None:
    """Right after the answer it hangs on; the steps are counted as they are."""
    words = 'in #general ask "Blocked? (yes/no)" "if yes: By what?" "Anything else?"'
    await daily(anna, words)
    await team.until(NINE_THIRTY)
    await anna.presses("Answer here", prompt(anna))
    assert "question 1 of 2" in said(anna)
    await anna.presses("Yes")
    assert "By what?" in said(anna)
    assert "question 2 of 3" in said(anna)
    await anna.says("no boxes")
    await anna.says("-")
    assert "no boxes" in sent(team, ":answer:")[0].text


async def test_a_dialogue_that_goes_on_the_next_day_gives_the_words_back(
    team: Team, anna: Member
) -> None:
    """It says that the day is over; what comes after it is heard as always."""
    await daily(anna, 'in #general ask "Today?" "Which? (any of: A / B)" "Else?"')
    await team.until(NINE_THIRTY)
    await anna.presses("Answer here", prompt(anna))
    await anna.says("ship cups")
    await anna.says("b, a")
    await team.until(NINE_THIRTY + timedelta(days=1))
    await anna.says("nothing else")
    for part in ("is over, and the time for late answers too", "ship cups", "A\nB"):
        assert part in said(anna)
    assert "nothing else" in said(anna)
    await anna.says("today")
    assert "You typed" not in said(anna)


async def test_a_command_after_the_day_is_over_is_done(
    team: Team, anna: Member
) -> None:
    """It was never an answer: nothing that somebody ordered goes into a closed day."""
    await daily(anna, 'in #general ask "Done?" "Next?"')
    await team.until(NINE_THIRTY)
    await anna.presses("Answer here", prompt(anna))
    await team.waits(days=1, hours=3)
    await anna.says("task add Order labels")
    assert "Order labels" in said(anna)
    await anna.says("task list")
    assert "T-1" in said(anna)


async def test_a_skip_ends_the_questions(team: Team, anna: Member) -> None:
    """Typed or pressed: no word of it is an answer, and the next words are none."""
    await daily(anna)
    await team.until(NINE_THIRTY)
    await anna.presses("Answer here", prompt(anna))
    await anna.says("standup skip")
    assert "Skipped for today" in prompt(anna).text
    listed = await anna.says("standup list")
    assert listed is not None
    assert "Daily" in listed.text
    assert not sent(team, ":answer:")


async def test_nothing_waits_for_who_is_away_today(team: Team, anna: Member) -> None:
    """They may answer all the same, once they name the stand-up."""
    await daily(anna)
    await team.until(NINE_THIRTY)
    await anna.says("away today")
    seen = await anna.says("standup")
    assert seen is not None
    assert "Nothing waits" in seen.text
    await anna.says("standup fill Daily")
    assert await anna.fills(q0="sold tea") == {}
    assert len(sent(team, ":answer:")) == 1
