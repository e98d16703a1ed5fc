"""Anonymous answers: kept without a name, told only together, changed by nobody."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.commands import COMMANDS
from storage.tables import metadata
from tests.adapters.web.browser import a_web
from tests.bot.rituals.standups import ELEVEN, NINE_THIRTY, daily, prompt, sent, thread
from tests.databases import KINDS, Kind
from tests.driver import Member, Team, a_team

COMPLAINT = "the warehouse is too cold"
ASKED = (
    'in #general ask "Today?" "What annoys you? (anonymous)" '
    '"Mood (scale, anonymous)" "Which site? (Berlin / Hangzhou, anonymous)"'
)


@pytest.fixture(params=KINDS)
async def team(request: pytest.FixtureRequest) -> AsyncIterator[Team]:
    """Anna, Kim and Asha with everything the bot can; on both databases."""
    kind: Kind = request.param
    async with a_team(kind, commands=COMMANDS) as made:
        for name in ("Anna Berger", "Kim Lee", "Asha Rao"):
            made.person(name)
        await made.know_everyone()
        yield made


async def rows_with(team: Team, text: str) -> dict[str, list[str]]:
    """The rows in which a text stands, by table."""
    found: dict[str, list[str]] = {}
    async with team.store.reading() as db:
        for table in metadata.sorted_tables:
            for row in (await db.connection.execute(select(table))).mappings():
                if text in str(dict(row)):
                    found.setdefault(table.name, []).append(str(dict(row)))
    return found


async def answers(
    who: Member, text: str, mood: str = "4", site: str = "Berlin"
) -> None:
    """Fills the form of the day, work with a name and the rest without."""
    await who.presses("Fill", prompt(who))
    assert await who.fills(q0="ship cups", q1=text, q2=mood, q3=site) == {}


async def test_an_anonymous_answer_has_no_name_anywhere(
    team: Team, anna: Member
) -> None:
    """Not in the thread, not in the database: one row, and nobody in it."""
    await daily(anna, ASKED)
    await team.until(NINE_THIRTY)
    await anna.presses("Fill", prompt(anna))
    assert "kept without your name" in anna.form.fields[1].hint
    await answers(anna, COMPLAINT)
    assert COMPLAINT not in "".join(seen.text for seen in team.chat.messages)
    found = await rows_with(team, COMPLAINT)
    assert list(found) == ["standup_sealed_answers"]
    assert len(found["standup_sealed_answers"]) == 1
    columns = metadata.tables["standup_sealed_answers"].columns
    assert set(columns.keys()) == {
        "id", "organization_id", "occurrence_id", "question", "text",
    }  # fmt: skip
    (answer,) = sent(team, ":answer:")
    assert answer.text.endswith("Today?\nship cups")


async def test_three_are_told_together_and_apart_from_names(
    team: Team, anna: Member, kim: Member
) -> None:
    """Texts as a list, a mood as an average, a choice as counts: at the close."""
    asha = team.people["Asha Rao"]
    await daily(anna, ASKED)
    await team.until(NINE_THIRTY)
    await answers(anna, COMPLAINT, "5")
    await answers(kim, "nothing", "4")
    await answers(asha, "the lift", "3", "Hangzhou")
    assert COMPLAINT not in thread(team).text
    await team.until(ELEVEN)
    wrap_up = thread(team).text
    assert "3 of 3 in · mood 4.0" in wrap_up
    apart = wrap_up.split("What annoys you? · 3 anonymous answers\n")[1]
    texts, _, rest = apart.partition("\nMood · 3 anonymous answers\n")
    assert sorted(texts.splitlines()) == sorted([COMPLAINT, "nothing", "the lift"])
    assert "4.0 on average" in rest
    assert "✓ Berlin × 2" in rest
    assert "✓ Hangzhou × 1" in rest


async def test_two_are_not_told(team: Team, anna: Member, kim: Member) -> None:
    """Who gave one would know the other; it says so once, and not every day."""
    await daily(anna, ASKED)
    await team.until(NINE_THIRTY)
    await answers(anna, COMPLAINT)
    await answers(kim, "nothing")
    await team.until(ELEVEN)
    assert COMPLAINT not in thread(team).text
    assert "mood" not in thread(team).text
    few = "Anonymous answers are shown on days with 3 or more of them."
    assert few in thread(team).text
    await team.until(NINE_THIRTY + timedelta(days=1))
    await answers(kim, "nothing")
    await team.until(ELEVEN + timedelta(days=1))
    assert "2026-03-03" in thread(team).key
    assert few not in thread(team).text


async def test_it_cannot_be_changed_and_the_form_says_why(
    team: Team, anna: Member
) -> None:
    """The rest of the answer can; a form that was open before is refused in place."""
    await daily(anna, ASKED)
    await team.until(NINE_THIRTY)
    await answers(anna, COMPLAINT)
    await anna.presses("Edit")
    assert [field.name for field in anna.form.fields] == ["q0"]
    assert "kept without your name" in str(anna.form.intro)
    wrong = await anna.fills(q0="sell cups", q1="I take it back")
    assert list(wrong) == ["q1"]
    assert "they cannot be changed" in wrong["q1"]
    assert await anna.fills(q0="sell cups") == {}
    assert "sell cups" in sent(team, ":answer:")[0].text
    assert len((await rows_with(team, COMPLAINT))["standup_sealed_answers"]) == 1


async def test_a_late_one_would_tell_whose_it_is(team: Team, kim: Member) -> None:
    """So the late form leaves it out, and one that was open before is refused."""
    anna = team.people["Anna Berger"]
    await daily(anna, ASKED)
    await team.until(NINE_THIRTY)
    await kim.presses("Fill", prompt(kim))
    await team.until(ELEVEN)
    wrong = await kim.fills(q0="ship cups", q1=COMPLAINT)
    assert "would tell whose it is" in wrong["q1"]
    await kim.presses("Fill", prompt(kim))
    assert [field.name for field in kim.form.fields] == ["q0"]
    assert "the day is closed" in str(kim.form.intro)
    assert await kim.fills(q0="ship cups") == {}
    assert await rows_with(team, COMPLAINT) == {}


async def test_who_says_nothing_else_has_answered(team: Team, anna: Member) -> None:
    """It counts, and the thread says that there is no more to read."""
    await daily(anna, ASKED)
    await team.until(NINE_THIRTY)
    await anna.presses("Fill", prompt(anna))
    assert await anna.fills(q0="", q1=COMPLAINT) == {}
    assert "Answered without a name only." in sent(team, ":answer:")[0].text
    assert "1 of 3 in" in thread(team).text


async def test_a_dialogue_keeps_it_no_longer_than_it_lasts(
    team: Team, anna: Member
) -> None:
    """While it is asked it is kept with the rest; then it is gone from there."""
    await daily(anna, ASKED)
    await team.until(NINE_THIRTY)
    await anna.presses("Answer here", prompt(anna))
    for typed in ("ship cups", COMPLAINT, "-", "-"):
        await anna.says(typed)
    assert list(await rows_with(team, COMPLAINT)) == ["standup_sealed_answers"]


async def test_a_dialogue_that_is_never_ended_keeps_it_until_the_day_is_over(
    team: Team, anna: Member
) -> None:
    """Then nobody could send it any more."""
    await daily(anna, ASKED)
    await team.until(NINE_THIRTY)
    await anna.presses("Answer here", prompt(anna))
    for typed in ("ship cups", COMPLAINT):
        await anna.says(typed)
    assert list(await rows_with(team, COMPLAINT)) == ["interviews"]
    await team.waits(hours=16)
    assert await rows_with(team, COMPLAINT) == {}


async def test_a_page_does_not_tell_it_again() -> None:
    """Nor does the link remember it, or the draft that the page saved."""
    async with a_web() as web:
        anna = web.team.person("Anna Berger")
        await web.team.know_everyone()
        await daily(anna, ASKED)
        await web.team.until(NINE_THIRTY)
        browser = web.browser()
        page = await browser.opens(await web.link(anna, "standup fill"))
        await browser.sends(page, page.actions[-1], q1=COMPLAINT)  # saved for later
        assert "form_drafts" in await rows_with(web.team, COMPLAINT)
        told = await browser.sends(page, q0="ship cups", q1=COMPLAINT)
        assert "ship cups" in told.text
        assert COMPLAINT not in told.text
        await web.team.crew.dispatcher.idle()  # an answer is kept until it was said
        found = await rows_with(web.team, COMPLAINT)
        assert list(found) == ["standup_sealed_answers"]
