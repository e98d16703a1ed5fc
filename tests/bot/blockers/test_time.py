"""Blockers as time goes by: reminders, questions, who hears when one grows old."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from bot.model.blocker import UpdateKind
from tests.bot.blockers.team import DAY, ELEVEN, NINE_THIRTY, Shop, a_shop, labels, said

HOUR = timedelta(hours=1)
MORNING_THERE = NINE_THIRTY + DAY - 7.5 * HOUR  # Tuesday, 09:00 in Hangzhou


@pytest.fixture
async def shop() -> AsyncIterator[Shop]:
    """Everybody was asked just now."""
    async with a_shop() as made:
        yield made


async def test_who_was_asked_is_reminded_once_a_day_until_they_say_so(
    shop: Shop,
) -> None:
    """The close in Berlin is six in the evening there: they hear the next morning."""
    await shop.answers(shop.bo, "no stock @李伟")
    await shop.team.until(MORNING_THERE - timedelta(seconds=1))
    assert shop.sent("blocker:nudge:") == []
    await shop.team.until(MORNING_THERE)
    (first,) = shop.sent("blocker:nudge:")
    assert first.ref.place == shop.li.dm
    assert "还有 1 个阻碍在等您" in first.text
    assert "B-1 no stock" in first.text
    await shop.team.until(MORNING_THERE + DAY)
    assert len(shop.sent("blocker:nudge:")) == 2
    await shop.li.presses("收到", shop.sent("blocker:nudge:")[-1])
    await shop.team.until(MORNING_THERE + 4 * DAY)
    assert len(shop.sent("blocker:nudge:")) == 2
    assert "收到" not in labels(shop.sent("blocker:nudge:")[-1])


async def test_who_has_only_just_heard_is_not_reminded(shop: Shop) -> None:
    """Asked after their day was over, they hear of it in the morning, and not twice."""
    await shop.li.says("设置")
    assert await shop.li.fills(start="09:00", end="16:00") == {}
    await shop.answers(shop.bo, "no stock @李伟")
    await shop.team.until(MORNING_THERE + HOUR)
    assert len(shop.sent(":tagged:")) == 1
    assert shop.sent("blocker:nudge:") == []
    await shop.team.until(MORNING_THERE + DAY)
    assert len(shop.sent("blocker:nudge:")) == 1


async def test_several_are_one_reminder(shop: Shop) -> None:
    """However many wait for somebody."""
    await shop.answers(shop.bo, "no stock @李伟\nno photos @李伟")
    await shop.answers(shop.cy, "no access @李伟")
    await shop.team.until(MORNING_THERE)
    (only,) = shop.sent("blocker:nudge:")
    assert "还有 3 个阻碍在等您" in only.text
    assert labels(only).count("收到") == 3


async def test_an_update_of_theirs_is_enough(shop: Shop) -> None:
    """Nobody who says something is reminded."""
    await shop.answers(shop.bo, "no stock @李伟")
    await shop.li.says("阻碍 更新 1 中午有数据")
    await shop.team.until(MORNING_THERE + DAY)
    assert shop.sent("blocker:nudge:") == []
    assert any("中午有数据" in seen.text for seen in shop.bo.inbox)


async def test_what_was_seen_before_the_reminder_came_is_not_reminded_of(
    shop: Shop,
) -> None:
    """The reminder was waiting for their morning; it is not sent."""
    await shop.answers(shop.bo, "no stock @李伟")
    await shop.team.until(ELEVEN + HOUR)
    await shop.li.presses("收到")
    await shop.team.until(MORNING_THERE + HOUR)
    assert shop.sent("blocker:nudge:") == []


async def test_one_that_grows_old_goes_to_the_owner_once(shop: Shop) -> None:
    """After two working days of who must act; its reporter is told so. Who answers for
    the stand-up comes before the reporter's manager.
    """
    await shop.manages(shop.cy, shop.bo)
    await shop.answers(shop.bo, "waiting for stock")
    await shop.team.until(NINE_THIRTY + 2 * DAY - timedelta(seconds=1))
    assert shop.sent(":escalated:") == []
    await shop.team.until(NINE_THIRTY + 2 * DAY)
    (told,) = shop.sent(":escalated:")
    assert told.ref.place == shop.anna.dm
    assert (
        "B-1 of Bo Lin has been in the way since Mon 2 Mar: waiting for stock"
        in told.text
    )
    assert labels(told)[:3] == ["Take over", "Add update", "Resolve"]
    (passed_on,) = shop.sent(":passed-on:")
    assert passed_on.ref.place == shop.bo.dm
    assert "was escalated to Anna Berger" in passed_on.text
    await shop.team.until(NINE_THIRTY + 9 * DAY)
    assert len(shop.sent(":escalated:")) == 1
    kinds = [each.kind for each in await shop.story()]
    assert kinds.count(UpdateKind.ESCALATED) == 1


async def test_days_on_which_they_were_away_do_not_make_it_old(shop: Shop) -> None:
    """Nor when they are over: seen on Friday, it is two days old on Monday."""
    await shop.li.says("away tomorrow to thursday")
    await shop.answers(shop.bo, "no stock @李伟")
    await shop.team.until(NINE_THIRTY + 4 * DAY)
    await shop.li.presses("收到")
    assert shop.sent(":escalated:") == []
    await shop.team.until(NINE_THIRTY + 7 * DAY)
    assert len(shop.sent(":escalated:")) == 1


async def test_who_is_back_early_makes_it_grow_old_again(shop: Shop) -> None:
    """What was planned around their absence is planned anew."""
    await shop.li.says("away tomorrow to thursday")
    await shop.answers(shop.bo, "no stock @李伟")
    await shop.team.until(NINE_THIRTY + DAY - 7 * HOUR)
    await shop.li.says("back")
    await shop.team.until(NINE_THIRTY + 2 * DAY - timedelta(seconds=1))
    assert shop.sent(":escalated:") == []
    await shop.team.until(NINE_THIRTY + 2 * DAY)
    assert len(shop.sent(":escalated:")) == 1


async def test_whom_the_team_chose_comes_first(shop: Shop) -> None:
    """Before who made the stand-up, and before the manager."""
    await shop.manages(shop.cy, shop.bo)
    await shop.chooses(escalate_to=await shop.id_of(shop.li))
    await shop.answers(shop.bo, "waiting for stock")
    await shop.team.until(NINE_THIRTY + 2 * DAY)
    (told,) = shop.sent(":escalated:")
    assert told.ref.place == shop.li.dm


async def test_who_is_away_is_passed_over(shop: Shop) -> None:
    """And nobody hears of their own."""
    await shop.manages(shop.cy, shop.bo)
    await shop.anna.says("away today to friday")
    await shop.answers(shop.bo, "waiting for stock")
    await shop.team.until(NINE_THIRTY + 2 * DAY)
    (told,) = shop.sent(":escalated:")
    assert told.ref.place == shop.cy.dm


async def test_while_nobody_is_there_it_waits_for_who_comes_back(shop: Shop) -> None:
    """Anna made the stand-up, and is its reporter, too; her manager is away."""
    await shop.manages(shop.cy, shop.anna)
    await shop.cy.says("away today to thursday")
    await shop.answers(shop.anna, "waiting for stock")
    await shop.team.until(NINE_THIRTY + 3 * DAY)
    assert shop.sent(":escalated:") == []
    await shop.team.until(NINE_THIRTY + 4 * DAY)
    (told,) = shop.sent(":escalated:")
    assert told.ref.place == shop.cy.dm


async def test_with_nobody_to_tell_its_reporter_hears_so_once(shop: Shop) -> None:
    """Asked who could help; nothing goes round in circles."""
    await shop.answers(shop.anna, "waiting for stock")
    await shop.team.until(NINE_THIRTY + 9 * DAY)
    assert shop.sent(":escalated:") == []
    (alone,) = shop.sent(":alone:")
    assert alone.ref.place == shop.anna.dm
    assert "nobody whom I could tell" in alone.text
    assert "Tag people" in labels(alone)


async def test_an_owner_without_a_manager_reaches_another_admin(shop: Shop) -> None:
    """Of the stand-up first; without one, of the company."""
    await shop.makes_admin(shop.cy)
    await shop.answers(shop.anna, "waiting for stock")
    await shop.team.until(NINE_THIRTY + 2 * DAY)
    (told,) = shop.sent(":escalated:")
    assert told.ref.place == shop.cy.dm


async def test_who_was_asked_and_is_silent_is_pressed_as_it_grows_old(
    shop: Shop,
) -> None:
    """And who answers for the stand-up hears who was asked, and since when."""
    await shop.manages(shop.cy, shop.bo)
    await shop.answers(shop.bo, "no stock @李伟")
    await shop.team.until(NINE_THIRTY + 3 * DAY)
    (pressed,) = shop.sent(":overdue:")
    assert pressed.ref.place == shop.li.dm
    assert "Bo Lin 从 3月2日周一起一直在等您：B-1 no stock" in pressed.text
    assert "收到" in labels(pressed)
    (told,) = shop.sent(":escalated:")
    assert told.ref.place == shop.anna.dm
    assert "李伟 was asked on Mon 2 Mar and has not answered." in told.text
    assert not [seen for seen in shop.cy.inbox if "escalated" in seen.key]


async def test_who_has_answered_is_not_pressed(shop: Shop) -> None:
    """Whoever hears of it sees that they have."""
    await shop.answers(shop.bo, "no stock @李伟")
    await shop.team.until(NINE_THIRTY + HOUR)
    await shop.li.presses("收到")
    await shop.team.until(NINE_THIRTY + 3 * DAY)
    assert shop.sent(":overdue:") == []
    (told,) = shop.sent(":escalated:")
    assert "李伟 was asked on Mon 2 Mar and has seen it." in told.text


async def test_who_takes_it_over_acts_from_then_on(shop: Shop) -> None:
    """One press; its reporter hears who does."""
    await shop.chooses(escalate_to=await shop.id_of(shop.cy))
    await shop.answers(shop.bo, "waiting for stock")
    await shop.team.until(NINE_THIRTY + 2 * DAY)
    await shop.cy.presses("Take over")
    assert (await shop.blocker()).tagged == (await shop.id_of(shop.cy),)
    assert "→ @Cy Twombly" in shop.thread()
    assert "Cy Twombly has seen B-1" in said(shop.sent(":acknowledged:")[-1])
    assert "Take over" not in labels(shop.sent(":escalated:")[-1])


async def test_a_silent_reporter_is_asked_the_next_morning(shop: Shop) -> None:
    """Once a run, of all of them in one message; the answers are kept."""
    await shop.answers(shop.bo, "no stock\nno photos")
    await shop.team.until(NINE_THIRTY + 2 * DAY - timedelta(minutes=31))
    assert shop.sent(":still:") == []
    await shop.team.until(NINE_THIRTY + 2 * DAY - timedelta(minutes=30))
    (asked,) = shop.sent(":still:")
    assert asked.ref.place == shop.bo.dm
    assert asked.text.startswith("Still blocked?")
    assert labels(asked) == ["Resolve", "Resolve", "Yes, all of them"]
    await shop.bo.presses("Resolve", asked)
    assert not (await shop.blocker(1)).open
    (asked,) = shop.sent(":still:")
    assert "✅ B-1 no stock" in asked.text
    await shop.bo.presses("Yes, all of them", asked)
    (asked,) = shop.sent(":still:")
    assert "B-2 stays open" in asked.text
    assert labels(asked) == ["Undo"]


async def test_a_silent_reporter_of_one_is_asked_yes_or_no(shop: Shop) -> None:
    """Two buttons; no more is needed."""
    await shop.answers(shop.bo, "no stock")
    await shop.team.until(NINE_THIRTY + 2 * DAY - timedelta(minutes=30))
    (asked,) = shop.sent(":still:")
    assert labels(asked) == ["Yes", "No"]
    await shop.bo.presses("No", asked)
    assert not (await shop.blocker()).open
    assert labels(shop.sent(":still:")[0]) == ["Undo"]


async def test_who_answered_is_not_asked(shop: Shop) -> None:
    """Nor who is away, nor about what they reported that very day."""
    await shop.answers(shop.bo, "no stock")
    await shop.answers(shop.cy, "no photos")
    await shop.cy.says("away tomorrow")
    await shop.team.until(NINE_THIRTY + DAY)
    await shop.answers(shop.bo, "still no stock")
    await shop.team.until(NINE_THIRTY + 2 * DAY)
    assert shop.sent(":still:") == []


async def test_one_without_a_stand_up_is_reminded_of_in_the_morning(
    shop: Shop,
) -> None:
    """Every working day, until it is seen."""
    await shop.bo.says("blocker add the gate is locked @李伟", "#general")
    await shop.team.until(MORNING_THERE)
    (first,) = shop.sent("blocker:nudge:")
    assert first.ref.place == shop.li.dm
    await shop.team.until(MORNING_THERE + DAY)
    assert len(shop.sent("blocker:nudge:")) == 2
    await shop.li.presses("已解决")
    await shop.team.until(MORNING_THERE + 3 * DAY)
    assert len(shop.sent("blocker:nudge:")) == 2


async def test_what_is_resolved_is_silent(shop: Shop) -> None:
    """No reminder, no question, no escalation."""
    await shop.manages(shop.cy, shop.bo)
    await shop.answers(shop.bo, "no stock @李伟")
    await shop.bo.says("blocker resolve 1 it came")
    before = len(shop.team.chat.messages)
    await shop.team.until(NINE_THIRTY + 3 * DAY)
    later = shop.team.chat.messages[before:]
    assert [s for s in later if "blocker" in s.key or "still" in s.key] == []
