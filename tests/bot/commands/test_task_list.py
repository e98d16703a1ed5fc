"""Looking at tasks: lists, one task, the home tab."""

import pytest

from tests.bot.commands.tasks import Crew, a_crew, private, said


async def _shop(crew: Crew) -> None:
    """Six tasks of all kinds; the present is Wednesday at eight."""
    anna, bo = crew.anna, crew.bo
    await anna.says("task add overdue-one today 10:00", "#general")
    await anna.says("task add bos-one @Bo friday #promo dept:it", "#general")
    await bo.says("task add blocked-one tomorrow #promo", "#general")
    await bo.says("task block 3 stock", "#general")
    await anna.says("task add undated-one", "#general")
    await anna.says("task add done-one", "#general")
    await anna.says("task done 5", "#general")
    await anna.says("task add later-one 20 March", "#general")
    await crew.team.waits(days=2)


@pytest.mark.parametrize(
    ("typed", "there"),
    [
        ("task", "overdue later undated"),
        ("任务", "overdue later undated"),
        ("my tasks", "overdue later undated"),
        ("todo", "overdue later undated"),
        ("task list mine", "overdue later undated"),
        ("task list all", "overdue bos blocked undated later"),
        ("任务 列表 全部", "overdue bos blocked undated later"),
        ("task list made", "overdue bos undated later"),
        ("task list @Bo", "bos blocked"),
        ("tasks @Bo", "bos blocked"),
        ("task list #promo", "bos blocked"),
        ("task list dept:it", "bos"),
        ("任务 列表 部门：技术", "bos"),
        ("task list overdue", "overdue"),
        ("任务列表 逾期", "overdue"),
        ("task list blocked @Bo", "blocked"),
        ("task list done", "done"),
        ("任务 列表 已完成", "done"),
        ("done tasks", "done"),
        ("show me the completed tasks", "done"),
        ("已完成", "done"),
        ("完成的任务", "done"),
        ("overdue", "overdue"),
        ("逾期", "overdue"),
        ("逾期的任务", "overdue"),
        ("blocked", ""),
        ("受阻的任务", ""),
        ("blocked tasks of @Bo", "blocked"),
        ("tasks of @Bo", "bos blocked"),
        ("Bo's tasks", "bos blocked"),
        ("Bo Lin的任务", "bos blocked"),
        ("tasks of Bo Lin", "bos blocked"),
        ("IT tasks", "bos"),
    ],
)
async def test_a_list_holds_what_was_asked_for(typed: str, there: str) -> None:
    """In the words of both languages, seen by who asked only."""
    async with a_crew() as crew:
        await _shop(crew)
        seen = await crew.anna.says(typed, "#general")
        assert private(seen)
        names = ("overdue", "bos", "blocked", "undated", "done", "later")
        found = [name for name in names if f"{name}-one" in said(seen)]
        assert set(found) == set(there.split())


async def test_a_list_has_parts_and_says_how_many_more() -> None:
    """Twenty are shown."""
    async with a_crew() as crew:
        titles = (f"t{number}" for number in range(25))
        await crew.adds(crew.cy, *titles, "prices today", where="#general")
        text = said(await crew.cy.says("task", "#general"))
        assert text.index("Today (1)") < text.index("No date (25)")
        assert "and 6 more" in text


async def test_done_from_a_list_shows_the_list_again() -> None:
    """With the same question, without the task."""
    async with a_crew() as crew:
        for title in ("first", "second"):
            await crew.cy.says(f"task add {title} @Bo", "#general")
        seen = await crew.cy.says("task list @Bo", "#general")
        assert "may not" not in said(seen)
        listed = await crew.bo.says("task", "#general")
        await crew.bo.presses("Done", listed)
        again = crew.bo.last("#general")
        assert "first" not in said(again)
        assert "second" in said(again)
        assert (await crew.task(1)).closed
        assert not (await crew.task(2)).closed


async def test_another_list_is_one_pick_away() -> None:
    """In place of the first."""
    async with a_crew() as crew:
        await crew.cy.says("task add mine", "#general")
        await crew.bo.says("task add his", "#general")
        seen = await crew.cy.says("task", "#general")
        assert "his" not in said(seen)
        await crew.cy.presses("Other lists", seen, "all")
        assert "his" in said(crew.cy.last("#general"))


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("task list bananas", "I do not know that list"),
        ("task list @Nobody", "Nobody"),
        ("task list #nothing", "I do not know the project"),
        ("task list dept:bakery", "bakery"),
        ("task buy milk", "task add buy milk"),
        ("task show", "which task"),
        ("task show x", "which task"),
        ("task show F-1", "which task"),
        ("task show 99", "I do not know T-99"),
    ],
)
async def test_an_unknown_list_or_task_is_said_kindly(typed: str, why: str) -> None:
    """With what to type instead."""
    async with a_crew() as crew:
        seen = await crew.cy.says(typed, "#general")
        assert private(seen)
        assert why in said(seen)
        assert typed in said(seen)


async def test_one_task_is_shown_with_everything_around_it() -> None:
    """By number alone too: facts, parts, needs, comments, history (PEERS F24)."""
    async with a_crew() as crew:
        await crew.anna.says(
            "task add Check prices @Bo @Cy friday #promo dept:it", "#general"
        )
        await crew.anna.says("task split 1 Photos", "#general")
        await crew.anna.says("task add Stock", "#general")
        await crew.anna.says("task depends 1 on 3", "#general")
        await crew.cy.says("task comment 1 Which banner?", "#general")
        await crew.bo.says("task block 1 stock", "#general")
        seen = await crew.cy.says("task T-1", "#general")
        text = said(seen)
        assert private(seen)
        for part in (
            "Owner: Bo Lin", "Created by: Anna Berger", "Project: #promo",
            "Department: IT", "Followers: Cy Twombly", "T-2 Photos", "T-3 Stock",
            "Which banner?", "Bo Lin: Open → Blocked (stock)", "Waits for: stock",
        ):  # fmt: skip
            assert part in text, part
        chinese = said(await crew.wang.says("任务 查看 1", "#general"))
        for part in ("负责人: Bo Lin", "未开始 → 受阻", "Which banner?"):
            assert part in chinese, part


async def test_the_home_tab_shows_my_tasks_and_closes_them() -> None:
    """No message for what can be seen there."""
    async with a_crew() as crew:
        await crew.cy.says("task add Check prices today", "#general")
        await crew.cy.opens_home()
        count = len(crew.cy.inbox)
        home = await crew.cy.presses_home("Done")
        assert "Check prices" not in str(home)
        assert (await crew.task()).closed
        assert len(crew.cy.inbox) == count
