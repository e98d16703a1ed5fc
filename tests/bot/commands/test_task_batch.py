"""Many lines at once: shown first, made when that is right (PEERS F22)."""

from datetime import date

import pytest

from bot.messages import TextField
from tests.bot.commands.tasks import a_crew, private, said

LIST = (
    "task add\n- Photos @Bo friday\n* [ ] Texts @Bo\n3. @Bo\n4) Prices !hot\n• Banner"
)


async def test_lines_are_shown_before_anything_is_made() -> None:
    """Title, owner and date of each; a bad one has its own reason and example."""
    async with a_crew() as crew:
        seen = await crew.anna.says(LIST, "#general")
        assert private(seen)
        text = said(seen)
        assert "These would be 3 tasks" in text
        assert "Photos · Bo Lin · due Fri 6 Mar" in text
        assert "Texts · Bo Lin · no date" in text
        assert "Banner · Anna Berger" in text
        assert "Line 3, “3. @Bo”: A task needs a title" in text
        assert "Line 4" in text
        assert "“!hot”" in text
        assert seen is not None
        assert list(seen.buttons) == ["Create 3 tasks", "Edit", "Cancel"]
        assert await crew.tasks() == []
        assert crew.bo.sees() == []


async def test_create_makes_the_good_lines_and_keeps_the_others() -> None:
    """One message a person, one in the channel; the rest can be mended."""
    async with a_crew() as crew:
        seen = await crew.anna.says(LIST, "#general")
        await crew.anna.presses("Create 3 tasks", seen)
        titles = [task.title for task in await crew.tasks()]
        assert titles == ["Photos", "Texts", "Banner"]
        assert not (await crew.task()).private
        (told,) = crew.bo.inbox
        assert "gave you 2 tasks" in told.text
        (public,) = crew.bo.sees("#general")
        assert "Anna Berger added 3 tasks" in public.text
        (mine, _) = crew.anna.sees("#general")
        assert "3 tasks added" in mine.text
        assert "“!hot”" in mine.text
        await crew.anna.presses("Edit", mine)
        assert await crew.anna.fills(lines="Samples @Bo\nPrices !high") == {}
        await crew.creates(crew.anna)
        titles = [task.title for task in await crew.tasks()]
        assert titles == ["Photos", "Texts", "Banner", "Samples", "Prices"]


async def test_create_twice_makes_everything_once() -> None:
    """Also from an older preview of the same lines."""
    async with a_crew() as crew:
        seen = await crew.cy.says("task add\n- a\n- b", "#general")
        await crew.cy.presses("Create 2 tasks", seen)
        again = await crew.cy.presses("Create 2 tasks", seen)
        assert "decided already" in said(again)
        assert len(await crew.tasks()) == 2


async def test_an_older_preview_makes_nothing_that_it_does_not_show() -> None:
    """It is shown again as the lines are now."""
    async with a_crew() as crew:
        old = await crew.cy.says("task add\n- a\n- b", "#general")
        await crew.cy.presses("Edit", old)
        (field,) = crew.cy.form.fields
        assert isinstance(field, TextField)
        assert field.value == "- a\n- b"
        assert await crew.cy.fills(lines="- a\n- b\n- c") == {}
        await crew.cy.presses("Create 2 tasks", old)
        assert await crew.tasks() == []
        assert "These would be 3 tasks" in said(crew.cy.sees("#general")[0])


async def test_nobody_else_can_decide() -> None:
    """Whatever they press."""
    async with a_crew() as crew:
        seen = await crew.cy.says("task add\n- a\n- b", "#general")
        for label in ("Create 2 tasks", "Edit", "Cancel"):
            answer = await crew.bo.presses(label, seen)
            assert "decided already" in said(answer)
        await crew.cy.presses("Create 2 tasks", seen)
        assert len(await crew.tasks()) == 2


async def test_cancel_makes_nothing_and_gives_the_text_back() -> None:
    """To be copied."""
    async with a_crew() as crew:
        seen = await crew.cy.says("task add\n- first thing\n- second thing")
        await crew.cy.presses("Cancel", seen)
        assert "Nothing was added" in said(crew.cy.last())
        assert "first thing" in said(crew.cy.last())
        assert await crew.tasks() == []


async def test_minutes_become_tasks() -> None:
    """Headings and what is ticked are left out; owners are found by name."""
    async with a_crew() as crew:
        seen = await crew.wang.says(
            "任务 新增\n会议纪要：\n1、检查库存 负责人：王芳 截止：周五\n"
            "2. 拍照 负责人：Bo Lin 明天\n3. 写文案 负责人：待定\n- [x] 已经做完的\n"
            "----\nCy: 对账",
            "#general",
        )
        text = said(seen)
        assert "将会新建 4 个任务" in text
        assert "会议纪要：" in text
        await crew.creates(crew.wang)
        names = {await crew.id_of(each): each.name for each in (
            crew.wang, crew.bo, crew.cy,
        )}  # fmt: skip
        assert [(t.title, names[t.owner_id]) for t in await crew.tasks()] == [
            ("检查库存", "王芳"),
            ("拍照", "Bo Lin"),
            ("写文案", "王芳"),
            ("对账", "Cy Twombly"),
        ]


async def test_a_pasted_list_is_understood_without_a_command() -> None:
    """It is only shown; a poem is none."""
    async with a_crew() as crew:
        seen = await crew.cy.says("Minutes:\n- photos @Bo friday\n- texts")
        assert "These would be 2 tasks" in said(seen)
        assert "photos · Bo Lin" in said(seen)
        seen = await crew.cy.says("a line of words\nand another line of words")
        assert "I do not know that command" in said(seen)


async def test_days_are_those_of_the_day_it_was_typed() -> None:
    """Tomorrow is not a day later because the button was pressed tomorrow."""
    async with a_crew() as crew:
        await crew.cy.says("task add\n- a tomorrow\n- b friday", "#general")
        await crew.team.waits(hours=20)
        await crew.creates(crew.cy)
        days = [task.deadline.day for task in await crew.tasks() if task.deadline]
        assert days == [date(2026, 3, 3), date(2026, 3, 6)]


async def test_a_private_place_keeps_its_lines() -> None:
    """The tasks belong where the lines were typed."""
    async with a_crew() as crew:
        await crew.adds(crew.cy, "Fire the agency", "Sue the agency", where="#secret")
        assert all(task.private for task in await crew.tasks())
        assert crew.bo.sees("#general") == crew.bo.inbox == []


@pytest.mark.parametrize("count", [31, 200])
async def test_more_than_thirty_lines_are_refused_whole(count: int) -> None:
    """What was typed is quoted; nothing is half done."""
    async with a_crew() as crew:
        typed = "task add " + "\n".join(f"- t{n}" for n in range(count))
        seen = await crew.anna.says(typed, "#general")
        assert f"{count} at once" in said(seen)
        assert f"t{count - 1}" in said(seen)
        assert await crew.tasks() == []


async def test_the_form_says_what_is_wrong_with_the_lines() -> None:
    """None at all, or too many; it stays open with everything typed."""
    async with a_crew() as crew:
        seen = await crew.cy.says("task add\n- a\n- b", "#general")
        await crew.cy.presses("Edit", seen)
        assert set(await crew.cy.fills(lines="\n \n")) == {"lines"}
        many = "\n".join(f"t{n}" for n in range(31))
        assert "31 at once" in (await crew.cy.fills(lines=many))["lines"]
        assert await crew.cy.fills(lines="one") == {}
        await crew.creates(crew.cy)
        assert [task.title for task in await crew.tasks()] == ["one"]


async def test_undecided_lines_are_forgotten_after_a_month() -> None:
    """The button says so."""
    async with a_crew() as crew:
        seen = await crew.cy.says("task add\n- a\n- b", "#general")
        await crew.team.waits(days=31)
        await crew.bo.says("task add\n- c\n- d", "#general")
        assert "decided already" in said(await crew.cy.presses("Cancel", seen))
